"""A dict as a record: the display is where the types meet, the notes are where they come from."""


def make_user(name, age):
    return {"name": name, "age": age, "tags": ["new"]}  # error: union_mismatch "the dict, as values, holds `int` here and `str` elsewhere"


def greet(user):
    return "hello " + user["name"]


def main():
    users = [make_user("Ada", 36), make_user("Grace", 85)]  # note: "`int` comes from here"
    for user in users:
        print(greet(user))


if __name__ == "__main__":
    main()
