"""Natural numbers of any size on lists of digits, checked against small ones."""

BASE = 10000


class Natural:
    def __init__(self, digits):
        while digits and digits[-1] == 0:
            digits.pop()
        self.digits = digits

    @staticmethod
    def of(n):
        digits = []
        while n:
            n, digit = divmod(n, BASE)
            digits.append(digit)
        return Natural(digits)

    @classmethod
    def parse(cls, text):
        digits = []
        while text:
            digits.append(int(text[-4:]))
            text = text[:-4]
        return cls(digits)

    def __eq__(self, other):
        return self.digits == other.digits

    def __lt__(self, other):
        if len(self.digits) != len(other.digits):
            return len(self.digits) < len(other.digits)
        return self.digits[::-1] < other.digits[::-1]

    def __hash__(self):
        value = 0
        for digit in self.digits:
            value = (value * BASE + digit) % 1000003
        return value

    def __str__(self):
        if not self.digits:
            return "0"
        return str(self.digits[-1]) + "".join([f"{d:04d}" for d in reversed(self.digits[:-1])])

    def __repr__(self):
        return f"Natural({self})"

    def plus(self, other):
        result = []
        carry = 0
        for i in range(max(len(self.digits), len(other.digits))):
            carry += self.digits[i] if i < len(self.digits) else 0
            carry += other.digits[i] if i < len(other.digits) else 0
            result.append(carry % BASE)
            carry //= BASE
        result.append(carry)
        return Natural(result)

    def times(self, other):
        result = [0] * (len(self.digits) + len(other.digits))
        for i, a in enumerate(self.digits):
            carry = 0
            for j, b in enumerate(other.digits):
                carry += result[i + j] + a * b
                result[i + j] = carry % BASE
                carry //= BASE
            result[i + len(other.digits)] += carry
        return Natural(result)


def factorial(n):
    result = Natural.of(1)
    for i in range(2, n + 1):
        result = result.times(Natural.of(i))
    return result


def fibonacci(n):
    a, b = Natural.of(0), Natural.of(1)
    for _ in range(n):
        a, b = b, a.plus(b)
    return a


def main():
    print(factorial(50))
    print(fibonacci(300), [fibonacci(n) for n in range(8)])
    for a, b in [(0, 7), (9999, 1), (12345678, 87654321), (10**9, 10**9)]:
        assert str(Natural.of(a).plus(Natural.of(b))) == str(a + b)
        assert str(Natural.of(a).times(Natural.of(b))) == str(a * b)
    big = Natural.parse("123456789012345678901234567890")
    print(big.times(big), big < big.plus(Natural.of(1)), big == Natural.parse(str(big)))
    names = {factorial(20): "twenty", factorial(30): "thirty"}
    print(names[Natural.parse(str(factorial(30)))], sorted([factorial(9), Natural.of(7), Natural.of(70000)]))


if __name__ == "__main__":
    main()
