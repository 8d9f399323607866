"""Items of texts, tuples and ranges cannot be assigned or deleted."""


def main():
    text = str(12)
    text[0] = "x"  # error: readonly_item
    pair = (1, 2)
    pair[1] = 5  # error: readonly_item
    span = range(5)
    span[2] = 1  # error: readonly_item
    del text[0]  # error: readonly_item
    text[0:1] = "y"  # error: readonly_item
    print(text, pair, span)


if __name__ == "__main__":
    main()
