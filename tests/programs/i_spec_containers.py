"""Container classes are used with several item types in one program."""


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def top(self):
        return self.items[-1] if self.items else None

    def __len__(self):
        return len(self.items)


class Queue:
    def __init__(self, capacity):
        self.slots = [None] * capacity
        self.head = 0
        self.count = 0

    def put(self, item):
        self.slots[(self.head + self.count) % len(self.slots)] = item
        self.count += 1

    def get(self):
        item = self.slots[self.head]
        self.slots[self.head] = None
        self.head = (self.head + 1) % len(self.slots)
        self.count -= 1
        return item


class Box:
    def __init__(self, value):
        self.value = value

    def map(self, f):
        return Box(f(self.value))


def drain(stack):
    result = []
    while len(stack):
        result.append(stack.pop())
    return result


def main():
    numbers = Stack()
    words = Stack()
    pairs = Stack()
    for i in range(4):
        numbers.push(i * i)
        words.push("w" * i)
        pairs.push((i, str(i)))
    print(numbers.top() + 1, words.top() + "!", pairs.top())
    print(drain(numbers), drain(words), drain(pairs), numbers.top())
    q = Queue(3)
    r = Queue(2)
    for i in range(3):
        q.put(i)
    r.put("text")
    print(q.get(), q.get(), r.get())
    q.put(77)
    print(q.slots, r.slots, q.get(), q.get())
    print(Box(3).map(lambda n: n + 0.5).value, Box("x").map(len).value, Box([1]).map(str).value)


if __name__ == "__main__":
    main()
