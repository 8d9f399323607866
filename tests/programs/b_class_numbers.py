"""Methods that built-in functions ask: int, float, abs, round, divmod, hash, bool, format; all operators, in place too."""


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __radd__(self, k):
        return Vec(self.x + k, self.y + k)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)

    def __rsub__(self, k):
        return Vec(k - self.x, k - self.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k):
        return self * k

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __truediv__(self, k):
        return Vec(self.x / k, self.y / k)

    def __floordiv__(self, k):
        return Vec(self.x // k, self.y // k)

    def __mod__(self, k):
        return Vec(self.x % k, self.y % k)

    def __divmod__(self, k):
        return (self // k, self % k)

    def __pow__(self, k):
        return Vec(self.x**k, self.y**k)

    def __lshift__(self, k):
        return Vec(self.x << k, self.y << k)

    def __rshift__(self, k):
        return Vec(self.x >> k, self.y >> k)

    def __and__(self, k):
        return Vec(self.x & k, self.y & k)

    def __or__(self, k):
        return Vec(self.x | k, self.y | k)

    def __xor__(self, k):
        return Vec(self.x ^ k, self.y ^ k)

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return Vec(self.y, self.x)

    def __abs__(self):
        return abs(self.x) + abs(self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __int__(self):
        return self.x

    def __float__(self):
        return self.y + 0.5

    def __round__(self, digits=0):
        return Vec(self.x, digits)

    def __bool__(self):
        return self.x != 0

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return self.x if i == 0 else self.y

    def __setitem__(self, i, value):
        if i == 0:
            self.x = value
        else:
            self.y = value

    def __delitem__(self, i):
        print("del", i)

    def __contains__(self, value):
        return value == self.x or value == self.y

    def __call__(self, a, b=2):
        return self.x * a + b

    def __eq__(self, other):
        return isinstance(other, Vec) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return self.x * 31 + self.y

    def __lt__(self, other):
        return self.x < other.x

    def __le__(self, other):
        return self.x <= other.x

    def __format__(self, spec):
        return f"<{spec}:{self.x}>"

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit")
        return False


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def main():
    a, b = Vec(5, 7), Vec(2, 3)
    print(a + b, a - b, a * 3, 3 * a, a @ b, a / 2, a // 2, a % 2, a**2, a << 1, a >> 1, a & 3, a | 8, a ^ 1)
    print(-a, +a is a, ~a, abs(a), 1 + a, 1 - a, divmod(a, 2))
    c = a
    a += b
    print(a, c is a)
    a -= b
    print(a, c)
    a *= 2
    a **= 2
    print(a, a == Vec(100, 196), a != Vec(100, 196), a == 3)
    print(int(a), float(b), round(b), round(b, 3), bool(a), bool(Vec(0, 1)), len(a), int(Index(4)), float(Index(5)))
    a[0] = 9
    del a[1]
    print(a[0], a[1], 9 in a, 3 not in a, a(2), a(2, b=3), hash(b))
    print(b < a, b <= a, b > a, b >= a, f"{a:x} {a}", format(a, "yy"), format(b), {Vec(1, 2): 3}[Vec(1, 2)])
    with a as inside:
        print(inside is a)


if __name__ == "__main__":
    main()
