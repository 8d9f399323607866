"""input() reads lines without their ends, writes prompts, and ends with EOFError."""


def ask(question):
    return input(question + "? ")


def main():
    name = ask("name")
    age = int(input())
    print(f"{name!r} is {age}")
    empty = input("empty> ")
    print(repr(empty), repr(input()), repr(input("")))
    lines = 0
    try:
        while True:
            line = input()
            lines += 1
            print(lines, repr(line), line.split())
    except EOFError as error:
        print("end after", lines, error)


if __name__ == "__main__":
    main()
