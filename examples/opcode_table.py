"""A stack machine whose whole instruction set is made while the module is imported.

Shows: metaprogramming on live objects. A decorator registers handlers in the opcode table, a loop
makes the arithmetic ones as closures over functions, checks look through the finished table with
everything Python has (`inspect`, comprehensions over sets), and the sample programs are assembled.
None of that is left in a translated program: it starts with a finished table, and the dispatch is
an indirect call through it.

Run:   python3 opcode_table.py                       runs the sample programs
       python3 opcode_table.py FILE [NUMBER...]      assembles FILE, runs it on a stack of NUMBERs
       python3 opcode_table.py --list                prints the opcode table
"""

import inspect
import sys

NO_OPERAND = 0
NUMBER = 1
LABEL = 2
OPERAND_NAMES = ["", "NUMBER", "LABEL"]


class MachineError(Exception):
    pass


class Machine:
    def __init__(self, code, stack):
        self.code = code
        self.stack = stack
        self.calls = []
        self.slots = [0] * 16
        self.counter = 0
        self.steps = 0
        self.running = True

    def run(self):
        while self.running:
            opcode = OPCODES[self.code[self.counter]]
            operand = self.code[self.counter + 1]
            if len(self.stack) < opcode.takes:
                raise MachineError(f"{opcode.name} at {self.counter}: the stack is empty")
            self.counter += 2
            self.steps += 1
            opcode.handler(self, operand)

    def slot(self, index):
        if not 0 <= index < len(self.slots):
            raise MachineError(f"no slot {index}")
        return index


# The table


class Opcode:
    def __init__(self, number, name, operand, takes, handler, summary):
        self.number = number
        self.name = name
        self.operand = operand
        self.takes = takes
        self.handler = handler
        self.summary = summary


OPCODES = []
BY_NAME = {}


def opcode(name, operand=NO_OPERAND, takes=0):
    """Enter the decorated function as the handler of opcode `name`.

    A handler is called with the machine and the operand (0 without one); `takes` says how many
    items must be on the stack.
    """

    def register(handler):
        entry = Opcode(len(OPCODES), name, operand, takes, handler, inspect.getdoc(handler) or "")
        OPCODES.append(entry)
        BY_NAME[name] = entry
        return handler

    return register


@opcode("halt")
def halt(machine, operand):
    """stop"""
    machine.running = False


@opcode("push", NUMBER)
def push(machine, operand):
    """put the number on the stack"""
    machine.stack.append(operand)


@opcode("pop", takes=1)
def pop(machine, operand):
    """drop the top"""
    machine.stack.pop()


@opcode("dup", takes=1)
def dup(machine, operand):
    """put a copy of the top on the stack"""
    machine.stack.append(machine.stack[-1])


@opcode("swap", takes=2)
def swap(machine, operand):
    """exchange the two topmost items"""
    stack = machine.stack
    stack[-1], stack[-2] = stack[-2], stack[-1]


@opcode("load", NUMBER)
def load(machine, operand):
    """put what the numbered slot holds on the stack"""
    machine.stack.append(machine.slots[machine.slot(operand)])


@opcode("store", NUMBER, takes=1)
def store(machine, operand):
    """move the top to the numbered slot"""
    machine.slots[machine.slot(operand)] = machine.stack.pop()


@opcode("jump", LABEL)
def jump(machine, operand):
    """go on at the label"""
    machine.counter = operand


@opcode("jump_if", LABEL, takes=1)
def jump_if(machine, operand):
    """take the top; go on at the label unless it is 0"""
    if machine.stack.pop() != 0:
        machine.counter = operand


@opcode("call", LABEL)
def call(machine, operand):
    """go on at the label until `return`"""
    if len(machine.calls) == 1000:
        raise MachineError("too many calls in calls")
    machine.calls.append(machine.counter)
    machine.counter = operand


@opcode("return")
def return_(machine, operand):
    """go on behind the last `call`"""
    if not machine.calls:
        raise MachineError("return without call")
    machine.counter = machine.calls.pop()


@opcode("print", takes=1)
def print_(machine, operand):
    """take the top and print it"""
    print(machine.stack.pop(), end=" ")


@opcode("newline")
def newline(machine, operand):
    """end the printed line"""
    print()


def define_binary(name, function, summary):
    """An opcode that replaces the two topmost items by function(lower, upper)."""

    def binary(machine, operand):
        upper = machine.stack.pop()
        lower = machine.stack.pop()
        machine.stack.append(function(lower, upper))

    binary.__doc__ = f"replace the two topmost items, a below b, by {summary}"
    opcode(name, takes=2)(binary)


def define_compare(name, function, sign):
    def compare(a, b):
        return 1 if function(a, b) else 0

    define_binary(name, compare, f"1 if a {sign} b, else 0")


def checked(function):
    """`function` with a message of the machine's own for division by zero."""

    def divide(a, b):
        if b == 0:
            raise MachineError("division by zero")
        return function(a, b)

    return divide


for _name, _function, _sign in [
    ("add", lambda a, b: a + b, "+"),
    ("sub", lambda a, b: a - b, "-"),
    ("mul", lambda a, b: a * b, "*"),
    ("div", checked(lambda a, b: a // b), "//"),
    ("mod", checked(lambda a, b: a % b), "%"),
]:
    define_binary(_name, _function, f"a {_sign} b")

for _name, _test, _sign in [
    ("lt", lambda a, b: a < b, "<"),
    ("le", lambda a, b: a <= b, "<="),
    ("eq", lambda a, b: a == b, "=="),
    ("ne", lambda a, b: a != b, "!="),
    ("ge", lambda a, b: a >= b, ">="),
    ("gt", lambda a, b: a > b, ">"),
]:
    define_compare(_name, _test, _sign)

# What a mistake in the table would look like is found before anything runs.
assert len({entry.name for entry in OPCODES}) == len(OPCODES), "two opcodes of one name"
assert all(entry.summary for entry in OPCODES), "every handler has a docstring"
assert all(len(inspect.signature(entry.handler).parameters) == 2 for entry in OPCODES)


# Assembler


def assemble(text):
    """The code of a program: opcode number and operand in turns.

    One instruction to a line, `name:` defines a label, a semicolon begins a comment.
    """
    labels = {}
    lines = []
    for index, line in enumerate(text.split("\n")):
        words = line.split(";")[0].split()
        if words and words[0].endswith(":"):
            labels[words[0][:-1]] = 2 * len(lines)
            words = words[1:]
        if words:
            lines.append((index + 1, words))
    code = []
    for number, words in lines:
        entry = BY_NAME.get(words[0])
        if entry is None:
            raise MachineError(f"line {number}: unknown opcode {words[0]}")
        expected = 1 if entry.operand == NO_OPERAND else 2
        if len(words) != expected:
            raise MachineError(f"line {number}: {entry.name} has {expected - 1} operands")
        code.append(entry.number)
        code.append(operand_value(number, entry, words, labels))
    code.append(BY_NAME["halt"].number)
    code.append(0)
    return code


def operand_value(number, entry, words, labels):
    if entry.operand == NO_OPERAND:
        return 0
    word = words[1]
    if entry.operand == LABEL:
        if word not in labels:
            raise MachineError(f"line {number}: unknown label {word}")
        return labels[word]
    try:
        return int(word)
    except ValueError:
        raise MachineError(f"line {number}: not a number: {word}") from None


FACTORIAL = """
; n  ->  prints 1! to n!
        store 0
        push 1
        store 1
loop:   load 1              ; i
        call factorial
        print
        load 1
        push 1
        add
        dup
        store 1
        load 0
        le
        jump_if loop
        newline
        halt

factorial:                  ; n -> n!, recursively
        dup
        push 2
        lt
        jump_if one
        dup
        push 1
        sub
        call factorial
        mul
        return
one:    pop
        push 1
        return
"""

PRIMES = """
; n  ->  prints the primes up to n, then how many there are
        store 0
        push 0
        store 3             ; count
        push 2
        store 1             ; candidate
next:   push 2
        store 2             ; divisor
try:    load 2
        dup
        mul
        load 1
        gt
        jump_if prime
        load 1
        load 2
        mod
        push 0
        eq
        jump_if done
        load 2
        push 1
        add
        store 2
        jump try
prime:  load 1
        print
        load 3
        push 1
        add
        store 3
done:   load 1
        push 1
        add
        dup
        store 1
        load 0
        le
        jump_if next
        newline
        load 3
        print
        newline
"""

GCD = """
; a b  ->  prints their greatest common divisor
loop:   dup
        push 0
        eq
        jump_if done
        dup                 ; a b b
        store 0
        mod                 ; a % b
        load 0
        swap                ; b, a % b
        jump loop
done:   pop
        print
        newline
"""

COLLATZ = """
; n  ->  prints the start below n with the longest way to 1, and that way's length
        store 0
        push 1
        store 1             ; start
start:  load 1
        store 2             ; the number on the way
        push 0
        store 3             ; steps
step:   load 2
        push 1
        eq
        jump_if arrived
        load 3
        push 1
        add
        store 3
        load 2
        push 2
        mod
        jump_if odd
        load 2
        push 2
        div
        store 2
        jump step
odd:    load 2
        push 3
        mul
        push 1
        add
        store 2
        jump step
arrived:
        load 3
        load 5
        le
        jump_if more
        load 3
        store 5
        load 1
        store 4
more:   load 1
        push 1
        add
        dup
        store 1
        load 0
        lt
        jump_if start
        load 4
        print
        load 5
        print
        newline
"""

SAMPLES = [
    ("factorial", assemble(FACTORIAL), [20]),
    ("primes", assemble(PRIMES), [200]),
    ("gcd", assemble(GCD), [1071, 462]),
    ("collatz", assemble(COLLATZ), [1000]),
]


# The part that is translated


def run_samples():
    for name, code, numbers in SAMPLES:
        machine = Machine(code, numbers[:])
        print(f"{name} of {numbers}, {len(code) // 2} instructions:")
        machine.run()
        print(f"  {machine.steps} steps")


def list_opcodes():
    for entry in OPCODES:
        print(f"{entry.number:2} {entry.name:<8} {OPERAND_NAMES[entry.operand]:<7} {entry.summary}")


def main(argv):
    try:
        if len(argv) < 2:
            run_samples()
        elif argv[1] == "--list":
            list_opcodes()
        else:
            with open(argv[1], encoding="utf-8") as file:
                text = file.read()
            Machine(assemble(text), [int(number) for number in argv[2:]]).run()
    except (MachineError, OSError, ValueError) as error:
        print(f"opcode_table: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
