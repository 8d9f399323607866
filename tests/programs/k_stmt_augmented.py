"""Augmented assignment of names, attributes and items evaluates its target once."""

log = []


class Holder:
    def __init__(self):
        self.n = 1
        self.text = "a"
        self.items = [1]
        self.table = {"k": 1}


def holder(h):
    log.append("holder")
    return h


def index(i):
    log.append("index %d" % i)
    return i


def value(n):
    log.append("value %d" % n)
    return n


def main():
    h = Holder()
    holder(h).n += value(5)
    holder(h).items[index(0)] *= value(7)
    holder(h).table["k"] -= value(3)
    print(h.n, h.items, h.table, log)
    h.text += "b"
    h.text *= 3
    h.items += [2, 3]
    h.items *= 2
    print(h.text, h.items)
    shared = h.items
    shared += [9]
    print(h.items is shared, len(h.items))
    t = (1, 2)
    u = t
    t += (3,)
    print(t, u)
    grid = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            grid[i][j] += i * 10 + j
            grid[i][j] <<= 1
    print(grid)
    n = 100
    n -= 1
    n *= 3
    n //= 2
    n %= 100
    n **= 2
    n |= 1
    n &= 0xFFF
    n ^= 7
    n >>= 1
    print(n)
    x = 7
    x /= 2
    print(x)
    counts = {}
    for letter in "abca":
        counts.setdefault(letter, 0)
        counts[letter] += 1
    print(counts)


if __name__ == "__main__":
    main()
