"""if, elif, else and conditional expressions choose between ints."""


def sign(n):
    if n < 0:
        return -1
    elif n == 0:
        return 0
    else:
        return 1


def clamp(n, low, high):
    return low if n < low else high if n > high else n


def classify(n):
    result = 0
    if n % 2 == 0:
        result += 1
    if n % 3 == 0:
        result += 2
        if n % 9 == 0:
            result += 4
    return result


def main():
    print(sign(-5), sign(0), sign(12))
    print(clamp(-5, 0, 9), clamp(5, 0, 9), clamp(50, 0, 9))
    for n in range(19):
        print(n, classify(n))


if __name__ == "__main__":
    main()
