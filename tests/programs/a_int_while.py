"""A while loop over ints in the entry itself."""

if __name__ == "__main__":
    n = 10
    total = 0
    while n > 0:
        total = total + n * n
        n = n - 1
    print(total)
