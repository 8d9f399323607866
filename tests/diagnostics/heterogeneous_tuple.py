"""A loop over a tuple of several types; what is made of its items is not told of."""


def describe(record):
    parts = []
    for field in record:  # error: unsupported "whose items differ in type"
        parts.append(str(field))
    return ", ".join(parts)


def main():
    people = [("Ada", 36, 1.65), ("Grace", 85, 1.7)]
    for person in people:
        print(describe(person))
    i = 0
    while i < 3:
        print(people[0][i])  # error: dynamic_tuple_index
        i += 1


if __name__ == "__main__":
    main()
