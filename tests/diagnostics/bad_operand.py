"""Operators on values that do not have them."""


class Point:
    pass


def main():
    n = len("abc")
    text = str(n)
    print(n + text)  # error: bad_operand "+"
    print(text - text)  # error: bad_operand "-"
    print(text * text)  # error: bad_operand "*"
    print(text < n)  # error: bad_operand "<"
    print(-text)  # error: bad_operand "-"
    print(~1.5)  # error: bad_operand "~"
    print(n << 2.5)  # error: bad_operand "<<"
    print(1.5 & n)  # error: bad_operand "&"
    print([1] + (2,))  # error: bad_operand "+"
    print({"a": 1} + {"b": 2})  # error: bad_operand "+"
    print(Point() + Point())  # error: bad_operand "+"
    print(Point() < Point())  # error: bad_operand "<"
    print([1] - [1])  # error: bad_operand "-"
    print(n / text)  # error: bad_operand "/"
    n += text  # error: bad_operand "+="


if __name__ == "__main__":
    main()
