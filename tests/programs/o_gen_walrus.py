"""`:=` in generator expressions that are values: the name is the function's."""


def last_even(numbers):
    last = 0
    found = (n for n in numbers if (last := n) % 2 == 0)
    first = next(found)
    print("after the first:", last)
    return first, list(found), last


def lengths(words):
    pairs = ((word, size) for word in words if (size := len(word)) > 1)
    result = dict(pairs)
    return result, size


def nested(rows):
    seen = 0
    flat = ([seen := seen + n for n in row] for row in rows)
    return [sum(row) for row in flat], seen


def shared(n):
    global counter
    values = (counter := counter + each for each in range(n))
    return list(values)


counter = 100

if __name__ == "__main__":
    print(last_even([1, 2, 3, 4, 5]))
    print(lengths(["a", "bb", "ccc"]))
    print(nested([[1, 2], [3]]))
    print(shared(3), counter)
    doubled = (y for x in range(3) if (y := x * 2) > 1)
    print(list(doubled), y)
