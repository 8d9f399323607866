"""A Brainfuck interpreter that compiles first.

Runs of + - and < > become one instruction each, [-] becomes one, and the targets of the brackets
are worked out before the program starts.

Shows: a compiler from text to parallel lists, a dispatch loop over small integers, byte-wise
arithmetic with a mask, errors with a position.

Run:   python3 brainfuck.py [--stats] [FILE]         default: data/demo.bf beside this program

The demo (made by data/make_brainfuck.py) prints the primes below 80 and a Sierpinski triangle.
"""

import os.path
import sys

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "demo.bf")
TAPE_LENGTH = 30000

ADD = 0  # the argument is added to the cell
MOVE = 1  # the argument is added to the pointer
OPEN = 2  # if the cell is 0, go to the instruction that the argument names
CLOSE = 3  # if the cell is not 0, likewise
CLEAR = 4  # set the cell to 0
WRITE = 5
READ = 6
NAMES = ["add", "move", "open", "close", "clear", "write", "read"]


class BrainfuckError(Exception):
    pass


class Program:
    """The compiled form: instruction i is codes[i] with arguments[i]."""

    def __init__(self):
        self.codes = []
        self.arguments = []

    def emit(self, code, argument):
        self.codes.append(code)
        self.arguments.append(argument)

    def emit_run(self, code, step):
        """Like emit, but an instruction of the same kind before it takes up the step."""
        if self.codes and self.codes[-1] == code:
            self.arguments[-1] += step
        else:
            self.emit(code, step)

    def emit_close(self, start):
        """End the loop that begins at instruction `start`."""
        length = len(self.codes) - start
        if length == 2 and self.codes[-1] == ADD and abs(self.arguments[-1]) == 1:
            del self.codes[start:]
            del self.arguments[start:]
            self.emit(CLEAR, 0)
            return
        self.emit(CLOSE, start + 1)
        self.arguments[start] = len(self.codes)


def compile_text(text):
    program = Program()
    open_loops = []  # pairs (instruction, position in the text)
    for position, char in enumerate(text):
        if char == "+":
            program.emit_run(ADD, 1)
        elif char == "-":
            program.emit_run(ADD, -1)
        elif char == ">":
            program.emit_run(MOVE, 1)
        elif char == "<":
            program.emit_run(MOVE, -1)
        elif char == ".":
            program.emit(WRITE, 0)
        elif char == ",":
            program.emit(READ, 0)
        elif char == "[":
            open_loops.append((len(program.codes), position))
            program.emit(OPEN, 0)
        elif char == "]":
            if not open_loops:
                raise BrainfuckError(f"] without [ {place(text, position)}")
            start, _ = open_loops.pop()
            program.emit_close(start)
    if open_loops:
        _, position = open_loops[-1]
        raise BrainfuckError(f"[ without ] {place(text, position)}")
    return program


def place(text, position):
    line = text[:position].count("\n") + 1
    column = position - text[:position].rfind("\n")
    return f"in line {line}, column {column}"


class Output:
    """Characters on their way to standard output, a line at a time."""

    def __init__(self):
        self.line = []

    def put(self, code):
        char = chr(code)
        self.line.append(char)
        if char == "\n":
            self.flush()

    def flush(self):
        print("".join(self.line), end="")
        self.line.clear()


class Input:
    """Standard input by character codes; 0 at its end."""

    def __init__(self):
        self.line = ""
        self.position = 0

    def get(self):
        if self.position == len(self.line):
            self.line = sys.stdin.readline()
            self.position = 0
            if not self.line:
                return 0
        self.position += 1
        return ord(self.line[self.position - 1]) & 255


def execute(program):
    """Run to the end; returns how many instructions were executed."""
    codes = program.codes
    arguments = program.arguments
    tape = [0] * TAPE_LENGTH
    pointer = 0
    counter = 0
    steps = 0
    output = Output()
    source = Input()
    while counter < len(codes):
        code = codes[counter]
        argument = arguments[counter]
        counter += 1
        steps += 1
        if code == ADD:
            tape[pointer] = (tape[pointer] + argument) & 255
        elif code == MOVE:
            pointer += argument
            if not 0 <= pointer < TAPE_LENGTH:
                output.flush()
                raise BrainfuckError(f"the pointer left the tape: {pointer}")
        elif code == OPEN:
            if tape[pointer] == 0:
                counter = argument
        elif code == CLOSE:
            if tape[pointer] != 0:
                counter = argument
        elif code == CLEAR:
            tape[pointer] = 0
        elif code == WRITE:
            output.put(tape[pointer])
        else:
            tape[pointer] = source.get()
    output.flush()
    return steps


def print_stats(text, program, steps):
    kinds = [0] * len(NAMES)
    for code in program.codes:
        kinds[code] += 1
    listed = [f"{count} {name}" for name, count in zip(NAMES, kinds) if count > 0]
    print(f"{len(text)} characters, {len(program.codes)} instructions: {', '.join(listed)}")
    print(f"{steps} instructions executed")


def main(argv):
    path = SAMPLE
    stats = False
    for arg in argv[1:]:
        if arg == "--stats":
            stats = True
        else:
            path = arg
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        program = compile_text(text)
        steps = execute(program)
    except OSError as error:
        print(f"brainfuck: {error}", file=sys.stderr)
        return 1
    except BrainfuckError as error:
        print(f"brainfuck: {path}: {error}", file=sys.stderr)
        return 1
    if stats:
        print_stats(text, program, steps)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
