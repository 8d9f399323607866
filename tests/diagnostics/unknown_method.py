"""Methods that the receiver does not have."""


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)


def main():
    stack = Stack()
    stack.push(1)
    print(stack.peek())  # error: unknown_method "peek"
    stack.items.add(5)  # error: unknown_method "add"
    print("text".shout())  # error: unknown_method "shout"
    print({"a": 1}.has_key("a"))  # error: unknown_method "has_key"
    print((1, 2).append(3))  # error: unknown_method "append"


if __name__ == "__main__":
    main()
