"""Misspelt methods of a list and of a class of the program."""


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.apend(item)  # error: unknown_method  # note: "did you mean `append`?"

    def pop(self):
        return self.items.pop()

    def is_empty(self):
        return not self.items


def main():
    stack = Stack()
    for word in "to be or not".split():
        stack.push(word)
    while not stack.isempty():  # error: unknown_method  # note: "did you mean `is_empty`?"
        print(stack.pop().uper())


if __name__ == "__main__":
    main()
