"""Visitors of one base whose results differ in type: the code between them exists once for each result type."""

class Node:
    pass


class Number(Node):
    def __init__(self, value):
        self.value = value

    def accept(self, visitor):
        return visitor.number(self)


class Binary(Node):
    def __init__(self, operator, left, right):
        self.operator, self.left, self.right = operator, left, right

    def accept(self, visitor):
        return visitor.binary(self)


class Negative(Node):
    def __init__(self, operand):
        self.operand = operand

    def accept(self, visitor):
        return visitor.negative(self)


class Visitor:
    def number(self, node):
        raise NotImplementedError

    def binary(self, node):
        raise NotImplementedError

    def negative(self, node):
        raise NotImplementedError


class Evaluator(Visitor):
    def number(self, node):
        return node.value

    def binary(self, node):
        left, right = node.left.accept(self), node.right.accept(self)
        if node.operator == "+":
            return left + right
        if node.operator == "*":
            return left * right
        raise ValueError("operator " + node.operator)

    def negative(self, node):
        return -node.operand.accept(self)


class Printer(Visitor):
    def number(self, node):
        return str(node.value)

    def binary(self, node):
        return f"({node.left.accept(self)} {node.operator} {node.right.accept(self)})"

    def negative(self, node):
        return "-" + node.operand.accept(self)


class Upper(Printer):
    def binary(self, node):
        return super().binary(node).upper() + "!"


class Depth(Visitor):
    def number(self, node):
        return 1

    def binary(self, node):
        return 1 + max(node.left.accept(self), node.right.accept(self))


class Leaves(Visitor):
    def number(self, node):
        return [node.value]

    def binary(self, node):
        return node.left.accept(self) + node.right.accept(self)

    def negative(self, node):
        return node.operand.accept(self)


if __name__ == "__main__":
    tree = Binary("+", Number(2), Binary("*", Number(3), Negative(Number(4))))
    print(tree.accept(Printer()), tree.accept(Upper()), tree.accept(Evaluator()), tree.accept(Leaves()))
    for printer in (Printer(), Upper()):
        print(tree.accept(printer))
    try:
        print(tree.accept(Depth()))
    except NotImplementedError as error:
        print("not yet", repr(error))
    print(Binary("+", Number(1), Number(2)).accept(Depth()))
    Binary("^", Number(1), Number(1)).accept(Evaluator())
