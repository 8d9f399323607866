"""Handlers registered by a decorator at import are dispatched through a table."""

OPCODES = {}
NAMES = []


def opcode(name, cost=1):
    def register(function):
        number = len(NAMES)
        NAMES.append(name)
        OPCODES[number] = function
        function_costs.append(cost)
        return function

    return register


function_costs = []


class Machine:
    def __init__(self):
        self.stack = []
        self.spent = 0
        self.output = []


@opcode("push", cost=2)
def op_push(machine, argument):
    machine.stack.append(argument)


@opcode("add")
def op_add(machine, argument):
    b = machine.stack.pop()
    machine.stack.append(machine.stack.pop() + b)


@opcode("mul", cost=3)
def op_mul(machine, argument):
    b = machine.stack.pop()
    machine.stack.append(machine.stack.pop() * b)


@opcode("print")
def op_print(machine, argument):
    machine.output.append(machine.stack[-1])


CODES = {name: number for number, name in enumerate(NAMES)}


def assemble(text):
    program = []
    for part in text.split(";"):
        words = part.split()
        program.append((CODES[words[0]], int(words[1]) if len(words) > 1 else 0))
    return program


def run(program):
    machine = Machine()
    for code, argument in program:
        OPCODES[code](machine, argument)
        machine.spent += function_costs[code]
    return machine


def main():
    machine = run(assemble("push 3; push 4; add; print; push 5; mul; print"))
    print(machine.output, machine.spent, machine.stack, NAMES)
    try:
        assemble("push 1; jump 2")
    except KeyError as error:
        print("unknown opcode", error)


if __name__ == "__main__":
    main()
