"""Where the operands come from that an operator does not take."""


def ask():
    return input()  # note: "`str` comes from here"


def total(lines):
    result = 0  # note: "`int` comes from here"
    for line in lines:
        result += line  # error: bad_operand "`int` and `str`"
    return result


def main():
    age = ask()  # note: "`str` passes through this call"
    if age > 18:  # error: bad_operand "`str` and `int`"
        print("adult", age + 1)  # error: bad_operand "`str` and `int`"
    print("age: " + 5)  # error: bad_operand "`+`"
    print(total(["1", "2"]))  # note: "`str` comes from here"
    print(range("3"))  # error: bad_argument "`range()` cannot take `str`"
    print("ab" - "b")  # error: bad_operand "`-`"


if __name__ == "__main__":
    main()
