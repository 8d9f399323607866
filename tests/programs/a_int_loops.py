"""while, for over range, break, continue and the else clauses of loops."""


def first_divisor(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            break
        d += 1
    else:
        return n
    return d


def sum_odd(limit):
    total = 0
    for i in range(limit):
        if i % 2 == 0:
            continue
        total += i
    return total


def search(low, high, wanted):
    for i in range(low, high):
        if i * i == wanted:
            print("found", i)
            break
    else:
        print("not found", wanted)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def nested():
    count = 0
    for i in range(10):
        for j in range(10):
            if j > i:
                break
            if (i + j) % 3:
                continue
            count += 1
        else:
            count += 100
    return count


def main():
    for n in range(2, 30):
        print(n, first_divisor(n), end=" ")
    print()
    print(sum_odd(0), sum_odd(10), sum_odd(1001))
    search(0, 20, 144)
    search(0, 12, 144)
    print(collatz(27), collatz(97), nested())
    for i in range(10, 0, -3):
        print(i)
    for i in range(5, 5):
        print("never", i)
    i = 7
    for i in range(3):
        pass
    print("last", i)


if __name__ == "__main__":
    main()
