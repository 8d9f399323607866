"""A user __eq__ that raises inside a dict has its frame below the look-up, and no helper has one."""


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        if self.n == 7 or other.n == 7:
            raise ValueError("compare %d %d" % (self.n, other.n))
        return self.n == other.n


def look(d, k):
    return d[k]


def store(d, k):
    d[k] = k.n


def has(d, k):
    return k in d


def remove(d, k):
    try:
        look(d, k)
    except ValueError:
        del d[k]


def main():
    d = {}
    for i in range(5):
        store(d, Key(i))
    for action in range(3):
        try:
            if action == 0:
                look(d, Key(7))
            elif action == 1:
                store(d, Key(7))
            else:
                print(has(d, Key(7)))
        except ValueError as e:
            print(action, e)
    remove(d, Key(7))


if __name__ == "__main__":
    main()
