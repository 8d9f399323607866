"""raise from None hides the context; a re-raised exception keeps its first frames."""


def convert(text):
    try:
        return int(text)
    except ValueError:
        raise TypeError("not a number: " + text) from None


def again(text):
    try:
        return convert(text)
    except TypeError as error:
        print("again", error)
        raise


if __name__ == "__main__":
    again("5")
    again("five")
