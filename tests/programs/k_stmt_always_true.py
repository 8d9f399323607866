"""`and`, `or`, `not` of objects that are always true, and of None."""


class A:
    def __init__(self, n):
        self.x = n



def first(items):
    found = None
    for i in items:
        if not found:
            found = i
    return found and found.x


def main():
    b = None
    for i in range(3):
        print(b and b.x, (b or A(9)).x)
        b = A(i)
    print(first([A(4), A(5)]), first([]))
    t = None
    for i in range(2):
        u = t and t[0]
        print(u)
        t = (i + 5, "a")


if __name__ == "__main__":
    main()
