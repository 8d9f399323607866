"""A tokenizer, a recursive descent parser and an evaluator with variables."""

import sys


class SyntaxProblem(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Token:
    def __init__(self, kind, text, position):
        self.kind = kind
        self.text = text
        self.position = position


def tokenize(source):
    tokens = []
    i = 0
    while i < len(source):
        c = source[i]
        start = i
        if c.isspace():
            i += 1
        elif c.isdigit():
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            tokens.append(Token("number", source[start:i], start))
        elif c.isalpha():
            while i < len(source) and source[i].isalnum():
                i += 1
            tokens.append(Token("name", source[start:i], start))
        elif c in "+-*/()=":
            i += 1
            tokens.append(Token("op", c, start))
        else:
            raise SyntaxProblem("unexpected " + repr(c), start)
    tokens.append(Token("end", "", len(source)))
    return tokens


class Node:
    def value(self, env):
        raise NotImplementedError


class Number(Node):
    def __init__(self, number):
        self.number = number

    def value(self, env):
        return self.number


class Name(Node):
    def __init__(self, name):
        self.name = name

    def value(self, env):
        return env[self.name]


class Negate(Node):
    def __init__(self, inner):
        self.inner = inner

    def value(self, env):
        return -self.inner.value(env)


class Binary(Node):
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right

    def value(self, env):
        return OPERATORS[self.op](self.left.value(env), self.right.value(env))


OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
LEVELS = ["+-", "*/"]


class Parser:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.position = 0

    def peek(self):
        return self.tokens[self.position]

    def advance(self):
        self.position += 1
        return self.tokens[self.position - 1]

    def expect(self, text):
        token = self.advance()
        if token.text != text:
            raise SyntaxProblem(f"expected {text!r}, got {token.text!r}", token.position)

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while self.peek().kind == "op" and self.peek().text in LEVELS[level]:
            op = self.advance().text
            left = Binary(op, left, self.binary(level + 1))
        return left

    def unary(self):
        token = self.advance()
        if token.text == "-":
            return Negate(self.unary())
        if token.text == "(":
            inner = self.binary(0)
            self.expect(")")
            return inner
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "name":
            return Name(token.text)
        raise SyntaxProblem("unexpected " + (repr(token.text) if token.text else "end"), token.position)


def calculate(line, env):
    target = "it"
    if "=" in line:
        target, line = line.split("=")
        target = target.strip()
    parser = Parser(line)
    node = parser.binary(0)
    parser.expect("")
    env[target] = node.value(env)
    return env[target]


def main():
    env = {}
    for line in sys.stdin:
        line = line.strip()
        try:
            print(line, "->", calculate(line, env))
        except SyntaxProblem as problem:
            print(line, "-> syntax:", problem, "at", problem.position)
        except KeyError as error:
            print(line, "-> unknown name", error)
        except (ZeroDivisionError, ValueError) as error:
            print(line, "->", error)
    print(env)


if __name__ == "__main__":
    main()
