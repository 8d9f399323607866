"""Files are written, appended, read whole, by line and by iteration, with with."""


def write_lines(path, lines):
    with open(path, "w") as f:
        for line in lines:
            f.write(line + "\n")


def number_lines(source, target):
    with open(source) as f, open(target, "w") as out:
        for number, line in enumerate(f, 1):
            print(f"{number:3} {line}", end="", file=out)


def main():
    write_lines("a.txt", ["first", "zweite Zeile ä", "三"])
    with open("a.txt") as f:
        text = f.read()
        print(repr(text), repr(f.read()), len(text))
    with open("a.txt", "a", encoding="utf-8") as f:
        print(f.write("no end"))
    f = open("a.txt", "r")
    print(repr(f.readline()), repr(f.readline()))
    for line in f:
        print("rest", repr(line))
    print(repr(f.readline()))
    f.close()
    number_lines("a.txt", "b.txt")
    print(open("b.txt").read())
    with open("a.txt") as f:
        print(repr(f.read(3)), repr(f.read(4)), repr(f.readline()), repr(f.read(1)), repr(f.read(100)))
    with open("c.txt", "w") as f:
        f.write("")
    with open("c.txt") as f:
        print(repr(f.readline()), [line for line in f])
    with open("d.txt", "w") as f:
        for i in range(20000):
            f.write(str(i) + ("\r\n" if i % 2 else "\n"))
    total = 0
    with open("d.txt") as f:
        for line in f:
            total += int(line)
    print(total, len(open("d.txt").read()))


if __name__ == "__main__":
    main()
