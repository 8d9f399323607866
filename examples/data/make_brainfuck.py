"""Write demo.bf: primes below 80 and a Sierpinski triangle, by a small macro assembler.

Run:   python3 make_brainfuck.py > demo.bf

Variables are cells of the tape; a macro leaves the pointer anywhere, `at` moves it. A macro may
use the cells of `scratch`, which are 0 before and after it.
"""

import sys
import textwrap


class Assembler:
    def __init__(self):
        self.code = []
        self.pointer = 0
        self.cells = 0
        self.scratch = [self.cell() for _ in range(6)]
        self.left = self.cell()  # of `divide`: what is missing to the next multiple
        self.cell()
        self.cell()

    def cell(self):
        self.cells += 1
        return self.cells - 1

    def at(self, cell):
        distance = cell - self.pointer
        self.code.append(">" * distance if distance > 0 else "<" * -distance)
        self.pointer = cell

    def add(self, cell, number):
        self.at(cell)
        self.code.append("+" * number if number > 0 else "-" * -number)

    def clear(self, cell):
        self.at(cell)
        self.code.append("[-]")

    def set(self, cell, number):
        self.clear(cell)
        self.add(cell, number)

    def write(self, cell):
        self.at(cell)
        self.code.append(".")

    def loop(self, cell, body):
        """While the cell is not 0."""
        self.at(cell)
        self.code.append("[")
        body()
        self.at(cell)
        self.code.append("]")

    def drain(self, source, targets):
        """Add source to each of the targets (cell, factor) and make it 0."""

        def body():
            self.add(source, -1)
            for target, factor in targets:
                self.add(target, factor)

        self.loop(source, body)

    def copy(self, target, source):
        self.clear(target)
        self.drain(source, [(target, 1), (self.scratch[0], 1)])
        self.drain(self.scratch[0], [(source, 1)])

    def if_else(self, condition, then, otherwise):
        """`condition` is used up. Branches nest: both cells are 0 again when a branch begins."""
        flag = self.scratch[1]
        self.set(flag, 1)

        def taken():
            self.clear(condition)
            self.clear(flag)
            then()

        self.loop(condition, taken)

        def not_taken():
            self.clear(flag)
            otherwise()

        self.loop(flag, not_taken)

    def if_zero(self, cell, body):
        """Run `body` if `cell` is 0; does not change it. Cell + 1 and cell + 2 must be free and 0.

        `[>-]` leaves the pointer on the flag or on the cell, so that `>` arrives at a 0 or at the
        flag: this is the one place where the pointer depends on data, for one instruction.
        """
        flag, zero = cell + 1, cell + 2
        self.add(flag, 1)
        self.at(cell)
        self.code.append("[>-]>[")
        self.pointer = flag
        self.add(flag, -1)
        body()
        self.at(zero)
        self.code.append("]")
        self.pointer = zero

    def divide(self, number, divisor, quotient, remainder):
        """Uses up `number`."""
        self.clear(quotient)
        self.clear(remainder)
        self.copy(self.left, divisor)

        def count_one():
            self.add(number, -1)
            self.add(remainder, 1)
            self.add(self.left, -1)

            def wrap():
                self.drain(remainder, [(self.left, 1)])
                self.add(quotient, 1)

            self.if_zero(self.left, wrap)

        self.loop(number, count_one)
        self.clear(self.left)

    def text(self, text):
        cell = self.scratch[4]
        code = 0
        for char in text:
            self.add(cell, ord(char) - code)
            self.write(cell)
            code = ord(char)
        self.clear(cell)


def primes(asm, limit):
    number, divisor, work, quotient, remainder, is_prime, count = [asm.cell() for _ in range(7)]
    ten, tens, ones = [asm.cell() for _ in range(3)]
    asm.text(f"The primes below {limit}:\n")
    asm.set(number, 2)
    asm.set(count, limit - 2)
    asm.set(ten, 10)

    def try_number():
        asm.set(is_prime, 1)
        asm.copy(divisor, number)
        asm.add(divisor, -1)
        more = asm.scratch[5]
        asm.copy(more, divisor)
        asm.add(more, -1)

        def try_divisor():
            asm.copy(work, number)
            asm.divide(work, divisor, quotient, remainder)
            asm.if_else(remainder, lambda: None, lambda: asm.clear(is_prime))
            asm.add(divisor, -1)
            asm.copy(more, divisor)
            asm.add(more, -1)

        asm.loop(more, try_divisor)
        asm.if_else(is_prime, show, lambda: None)
        asm.add(number, 1)
        asm.add(count, -1)

    def show():
        asm.text(" ")
        asm.copy(work, number)
        asm.divide(work, ten, tens, ones)
        asm.copy(work, tens)

        def show_tens():
            asm.add(tens, ord("0"))
            asm.write(tens)

        asm.if_else(work, show_tens, lambda: None)
        asm.add(ones, ord("0"))
        asm.write(ones)

    asm.loop(count, try_number)
    asm.text("\n\n")


def triangle(asm, rows):
    """Each cell of a row is the exclusive or of its neighbours in the row before."""
    width = 2 * rows + 1
    old = [asm.cell() for _ in range(width)]
    new = [asm.cell() for _ in range(width)]
    lines, test = asm.cell(), asm.cell()
    asm.set(old[rows], 1)
    asm.set(lines, rows)

    def row():
        for cell in old[1:-1]:
            asm.copy(test, cell)
            asm.if_else(test, lambda: asm.text("*"), lambda: asm.text(" "))
        asm.text("\n")
        for i in range(1, width - 1):
            target = new[i]
            asm.copy(target, old[i - 1])
            asm.copy(test, old[i + 1])

            def flip():
                asm.add(target, -1)  # 1 becomes 0; 0 becomes 255, which counts as set
                asm.copy(asm.scratch[2], target)
                asm.if_else(asm.scratch[2], lambda: asm.set(target, 1), lambda: None)

            asm.if_else(test, flip, lambda: None)
        for i in range(1, width - 1):
            asm.clear(old[i])
            asm.drain(new[i], [(old[i], 1)])
        asm.add(lines, -1)

    asm.loop(lines, row)


def main():
    asm = Assembler()
    primes(asm, 80)
    triangle(asm, 16)
    sys.stdout.write("Primes below 80 and a Sierpinski triangle; made by make_brainfuck\n\n")
    sys.stdout.write("\n".join(textwrap.wrap("".join(asm.code), 99)) + "\n")


if __name__ == "__main__":
    main()
