"""A backtracking matcher of patterns: nodes as classes, continuations as closures."""


class PatternError(Exception):
    def __init__(self, message, position):
        super().__init__(message + " at " + str(position))


class Node:
    def match(self, text, i, then):
        raise NotImplementedError


class Letter(Node):
    def __init__(self, letter):
        self.letter = letter

    def match(self, text, i, then):
        return i < len(text) and text[i] == self.letter and then(i + 1)


class Any(Node):
    def match(self, text, i, then):
        return i < len(text) and then(i + 1)


class Range(Node):
    def __init__(self, pairs, negated):
        self.pairs = pairs
        self.negated = negated

    def match(self, text, i, then):
        if i >= len(text):
            return False
        inside = any([low <= text[i] <= high for low, high in self.pairs])
        return inside != self.negated and then(i + 1)


class Sequence(Node):
    def __init__(self, nodes):
        self.nodes = nodes

    def match(self, text, i, then):
        def step(k, j):
            if k == len(self.nodes):
                return then(j)
            return self.nodes[k].match(text, j, lambda end: step(k + 1, end))

        return step(0, i)


class Choice(Node):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def match(self, text, i, then):
        return self.left.match(text, i, then) or self.right.match(text, i, then)


class Repeat(Node):
    def __init__(self, inner, least):
        self.inner = inner
        self.least = least

    def match(self, text, i, then):
        def again(count, start):
            if self.inner.match(text, start, lambda end: end > start and again(count + 1, end)):
                return True
            return count >= self.least and then(start)

        return again(0, i)


class Parser:
    def __init__(self, pattern):
        self.pattern = pattern
        self.i = 0

    def peek(self):
        return self.pattern[self.i] if self.i < len(self.pattern) else ""

    def choice(self):
        left = self.sequence()
        while self.peek() == "|":
            self.i += 1
            left = Choice(left, self.sequence())
        return left

    def sequence(self):
        nodes = []
        while self.peek() and self.peek() not in "|)":
            node = self.atom()
            while self.peek() and self.peek() in "*+":
                node = Repeat(node, 1 if self.peek() == "+" else 0)
                self.i += 1
            nodes.append(node)
        return Sequence(nodes)

    def atom(self):
        c = self.peek()
        self.i += 1
        if c == "(":
            inner = self.choice()
            if self.peek() != ")":
                raise PatternError("missing )", self.i)
            self.i += 1
            return inner
        if c == "[":
            return self.range()
        if c in "*+":
            raise PatternError("nothing to repeat", self.i - 1)
        return Any() if c == "." else Letter(c)

    def range(self):
        negated = self.peek() == "^"
        if negated:
            self.i += 1
        pairs = []
        while self.peek() != "]":
            if not self.peek():
                raise PatternError("missing ]", self.i)
            low = high = self.peek()
            self.i += 1
            if self.peek() == "-":
                high = self.pattern[self.i + 1]
                self.i += 2
            pairs.append((low, high))
        self.i += 1
        return Range(pairs, negated)


def matches(pattern, text):
    return Parser(pattern).choice().match(text, 0, lambda end: end == len(text))


def main():
    for pattern in ["abc", "a*b+", "(ab|c)*d", "[a-cx]+é.", "[^0-9]*", "a**", ""]:
        print(repr(pattern), [text for text in ["", "abc", "aab", "ababcd", "axcé!", "1", "aaa"] if matches(pattern, text)])
    for pattern in ["(a", "*a", "[a"]:
        try:
            matches(pattern, "a")
        except PatternError as error:
            print(error)


if __name__ == "__main__":
    main()
