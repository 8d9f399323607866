"""Misspelt keywords of functions of the program and of built-in ones."""


def draw(width, height, fill="*", border=False):
    for y in range(height):
        line = fill * width
        if border and y in (0, height - 1):
            line = "#" * width
        print(line)


def main():
    draw(5, 3)
    draw(5, height=3, boarder=True)  # error: unknown_keyword  # note: "did you mean `border`?"
    draw(4, 2, fil="+")  # error: unknown_keyword  # note: "did you mean `fill`?"
    print("a", "b", seperator="-")  # error: unknown_keyword
    print(sorted([3, 1, 2], revers=True))  # error: unknown_keyword  # note: "did you mean `reverse`?"


if __name__ == "__main__":
    main()
