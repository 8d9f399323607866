"""An uncaught exception prints the traceback of all frames and gives status 1."""


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position].isdigit():
            self.position += 1
        return int(self.text[start : self.position])

    def sum(self):
        total = self.number()
        while self.position < len(self.text):
            self.position += 1
            total += self.number()
        return total


def evaluate(text):
    return Parser(text).sum()


def main():
    print(evaluate("1+20+300"))
    results = [evaluate(text) for text in ["1+1", "2+"]]
    print(results)


if __name__ == "__main__":
    main()
