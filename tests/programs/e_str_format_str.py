"""Format specifications of text: fill, alignment, width and precision."""


def main():
    for text in ["", "a", "abc", "abcdefgh", "é日", "😀"]:
        print(f"[{text}][{text:s}][{text:5}][{text:<5}][{text:>5}][{text:^5}][{text:^6}]")
        print(f"[{text:.2}][{text:.0}][{text:5.1}][{text:*^7.3s}][{text:é>6}][{text:😀<4}][{text:05}]")
        print(f"[{text!r:>8}][{text!r:.3}][{text!s:<4}]")
    for width in range(5):
        print(f"[{'ab':{width}}][{'ab':>{width}.1}]")
    print(f"[{str(None):>6}][{str([1, 2]):<8}][{str(1.5):^7}]")
    row = [("apple", 3, 0.5), ("fig", 120, 12.25)]
    for name, count, price in row:
        print(f"{name:<10}|{count:>5}|{price:>8.2f}|{count * price:>10,.2f}")


if __name__ == "__main__":
    main()
