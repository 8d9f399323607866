"""What a generator yields flows back to the list that it walks over, for lists of several types; yields never reached."""

import itertools


def firsts(values, count):
    for value in values:
        if count == 0:
            return
        count -= 1
        yield value


def ints():
    numbers = [1, 2, 3, 4]
    numbers.append(list(firsts(numbers, 2))[1])
    numbers.extend([v for v in itertools.islice(numbers, 3)])
    print(numbers)


def chunks():
    pieces = [b"a", b"b"]
    pieces.append(list(firsts(pieces, 1))[0])
    pieces.extend([v for v in itertools.islice(pieces, 3)])
    print(pieces)


def never(text):
    match 5:
        case None:
            for n in range(3):
                try:
                    yield b"never"
                    text += "x"
                finally:
                    print("finally", n)
        case _:
            yield b"once"
    yield text.encode()


def main():
    ints()
    chunks()
    print(list(never("abc")))


if __name__ == "__main__":
    main()
