"""Attributes of built-in values cannot be assigned."""


def main():
    text = str(12)
    text.length = 3  # error: readonly_attribute "length"
    n = len(text)
    n.name = "n"  # error: readonly_attribute "name"
    items = [n]
    items.size = 1  # error: readonly_attribute "size"
    items.append = None  # error: readonly_attribute "append"
    pair = (n, text)
    pair.first = 0  # error: readonly_attribute "first"
    z = complex(n)
    z.real = 2.0  # error: readonly_attribute "real"
    print(text, n, items, pair, z)


if __name__ == "__main__":
    main()
