"""Instances hold attributes that methods read and store."""


class Counter:
    def __init__(self, start):
        self.value = start
        self.calls = 0

    def step(self, by):
        self.value += by
        self.calls += 1
        return self.value


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def distance_squared(self, other):
        dx = self.x - other.x
        dy = self.y - other.y
        return dx * dx + dy * dy


def main():
    counter = Counter(10)
    counter.step(5)
    counter.step(-3)
    print(counter.value, counter.calls)
    alias = counter
    alias.value = 100
    print(counter.step(1), alias.calls)
    p = Point(1, 2)
    q = p.moved(3, 4)
    print(p.x, p.y, q.x, q.y, p.distance_squared(q))
    q.x, q.y = q.y, q.x
    q.x -= 1
    print(q.x, q.y)


if __name__ == "__main__":
    main()
