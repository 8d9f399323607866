"""sort and sorted: stable, with key and reverse, leaving or changing the list."""


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def __repr__(self):
        return self.name + str(self.age)

    def __lt__(self, other):
        return self.age < other.age


def by_last(word):
    return word[-1]


def noise(count):
    state = 42
    result = []
    for _ in range(count):
        state = state * 1103515245 % 2147483648 + 12345
        result.append(state // 65536 % 1000)
    return result


def main():
    numbers = noise(200)
    ordered = sorted(numbers)
    for i in range(1, len(ordered)):
        assert ordered[i - 1] <= ordered[i]
    print(ordered[:10], ordered[-5:], numbers[:5])
    print(sorted([3, 1, 2], reverse=True), sorted("hello"), sorted((2.5, -1.0, 0.0)))
    words = "delta alpha echo bravo charlie foxtrot".split()
    print(sorted(words), sorted(words, key=len), sorted(words, key=by_last))
    print(sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
    people = [Person("ann", 30), Person("bob", 25), Person("cat", 30), Person("dan", 25), Person("eve", 30)]
    print(sorted(people), sorted(people, reverse=True))
    people.sort(key=lambda p: p.name, reverse=True)
    print(people)
    people.sort()
    print(people)
    pairs = [(n % 7, n) for n in noise(30)]
    pairs.sort(key=lambda p: p[0])
    print(pairs)
    pairs.sort()
    print(pairs[:4], sorted([[2, 1], [1, 5], [1]]), sorted([True, False, True]))
    print(sorted([]), sorted({"b": 1, "a": 2}), words)


if __name__ == "__main__":
    main()
