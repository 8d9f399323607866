"""Part of what stands in for re: runs programs (re.compiler.py) on texts.

A text is a str of ASCII characters, bytes, or a list of code points: what is indexed at once.  Places to come back to
stand on one stack for all, three numbers each: where the program goes on, the position, and a number of the
operation's own; or -1 - a register and the value to give back to it.  Register 2 * n is where group n begins and the
next one where it ends; behind those of the groups stands the group that was closed last, or -1, and behind that the
registers of the operations."""

_FULL = 1     # accepts at the end of the text only
_ADVANCE = 2  # accepts no empty match
_stack = [0] * 1536
_KEPT_STACK = 3 << 16


def _code_at(text, index):
    if isinstance(text, str):
        return ord(text[index])
    return text[index]


def _find(text, prefix, begin, end):
    """Where the prefix of a pattern comes next, or -1."""
    if isinstance(text, str):
        return text.find(prefix, begin, end)
    count = len(prefix)
    first = ord(prefix[0])
    for i in range(begin, end - count + 1):
        if _code_at(text, i) == first:
            k = 1
            while k < count and _code_at(text, i + k) == ord(prefix[k]):
                k += 1
            if k == count:
                return i
    return -1


def _symbol_at(text, index, end):
    if index >= end:
        return _SYMBOL_END
    code = _code_at(text, index)
    return code if code < 256 else _symbol(code)


def _search(program, text, registers, begin, end, mode):
    """Where the first match begins; the registers tell its end.  -1: there is none."""
    if program.at_start:
        return begin if begin == 0 and _run(program, text, registers, begin, end, mode) >= 0 else -1
    prefix = program.prefix
    starts = program.starts
    at = begin
    while at <= end:
        if prefix != "":
            at = _find(text, prefix, at, end)
            if at < 0:
                return -1
        elif len(starts) != 0:
            at = _skip(text, starts, at, end)
            if at == end and starts[_SYMBOL_END] == 0:
                return -1
        if _run(program, text, registers, at, end, mode if at == begin else mode & ~_ADVANCE) >= 0:
            return at
        at += 1
    return -1


def _skip(text, starts, at, end):
    """The next position whose character may begin a match."""
    while at < end:
        code = _code_at(text, at)
        if starts[code if code < 256 else _symbol(code)] != 0:
            return at
        at += 1
    return at


def _more_stack(stack):
    stack.extend([0] * len(stack))


def _many(program, text, unit, operand, begin, limit):
    """The end of as many characters of a kind as there are up to a limit."""
    at = begin
    if unit == _OP_SET:
        low = program.lows[operand]
        while at < limit:
            code = _code_at(text, at)
            if code < 256:
                if low[code] == 0:
                    return at
            elif not program.sets[operand].holds(code):
                return at
            at += 1
    elif unit == _OP_CHAR:
        while at < limit and _code_at(text, at) == operand:
            at += 1
    elif unit == _OP_ANY:
        while at < limit and _code_at(text, at) != 10:
            at += 1
    else:
        at = limit
    return at


def _is_boundary(text, at, end, ascii_only):
    if len(text) == 0:
        return False
    before = at > 0 and _is_word(_code_at(text, at - 1), ascii_only)
    return before != (at < end and _is_word(_code_at(text, at), ascii_only))


def _is_at(text, place, at, end):
    if place == _AT_START:
        return at == 0
    if place == _AT_LINE_START:
        return at == 0 or _code_at(text, at - 1) == 10
    if place == _AT_LAST_LINE_END:
        return at == end or at == end - 1 and _code_at(text, at) == 10
    if place == _AT_LINE_END:
        return at == end or _code_at(text, at) == 10
    if place == _AT_END:
        return at == end
    if place == _AT_BOUNDARY:
        return _is_boundary(text, at, end, False)
    if place == _AT_ASCII_BOUNDARY:
        return _is_boundary(text, at, end, True)
    if end == 0:
        return False
    return not _is_boundary(text, at, end, place == _AT_NO_ASCII_BOUNDARY)


def _repeated(text, begin, end, at, limit, folding):
    """The end of what stands once more at `at`, or -1.  Folding: 0 for the same characters, 1 and 2 if they may differ
    in case, 2 for ASCII letters only."""
    if limit - at < end - begin:
        return -1
    while begin < end:
        a = _code_at(text, begin)
        b = _code_at(text, at)
        if a != b and (folding == 0 or _lower(a, folding == 2) != _lower(b, folding == 2)):
            return -1
        begin += 1
        at += 1
    return at


def _run(program, text, registers, begin, end, mode):
    """The end of a match that begins at `begin`, or -1: then the registers of groups are as they were."""
    code = program.code
    lows = program.lows
    closed = program.closed
    stack = _stack
    room = len(stack) - 9
    top = 0
    at = begin
    pc = 0
    extra = 0
    while True:
        op = code[pc]
        if op == _OP_CHAR:
            if at < end and _code_at(text, at) == code[pc + 1]:
                at += 1
                pc += 2
                continue
        elif op == _OP_SET:
            if at < end:
                c = _code_at(text, at)
                if lows[code[pc + 1]][c] != 0 if c < 256 else program.sets[code[pc + 1]].holds(c):
                    at += 1
                    pc += 2
                    continue
        elif op == _OP_CHOICE:
            symbol = _symbol_at(text, at, end)
            table = program.tables[code[pc + 1]]
            count = code[pc + 2]
            chosen = table[symbol]
            if chosen < count:
                other = table[(chosen + 1) * _SYMBOLS + symbol]
                if other < count:
                    if top > room:
                        _more_stack(stack)
                        room = len(stack) - 9
                    stack[top] = pc + 3
                    stack[top + 1] = at
                    stack[top + 2] = other
                    top += 3
                pc = code[pc + 4 + chosen]
                continue
        elif op == _OP_CHOICE_AGAIN:
            pc -= 3
            symbol = _symbol_at(text, at, end)
            table = program.tables[code[pc + 1]]
            other = table[(extra + 1) * _SYMBOLS + symbol]
            if other < code[pc + 2]:
                stack[top + 2] = other  # the place that was taken from the stack stands there again
                top += 3
            pc = code[pc + 4 + extra]
            continue
        elif op == _OP_KEEP or op == _OP_GREEDY:
            low = code[pc + 3]
            high = code[pc + 4]
            if end - at >= low:
                stop = _many(program, text, code[pc + 1], code[pc + 2], at, at + high if end - at > high else end)
                if stop - at >= low:
                    if op == _OP_KEEP:
                        at = stop
                        pc += 5
                        continue
                    extra = at + low
                    at = stop + 1
                    pc += 5
                    if top > room:
                        _more_stack(stack)
                        room = len(stack) - 9
                    continue  # with _OP_GREEDY_AGAIN
        elif op == _OP_GREEDY_AGAIN:
            # One less than before; `extra` is where the fewest end.
            at -= 1
            follower = code[pc + 1]
            if follower >= 0:
                while at >= extra and (at >= end or _code_at(text, at) != follower):
                    at -= 1
            if at >= extra:
                if at > extra:
                    stack[top] = pc
                    stack[top + 1] = at
                    stack[top + 2] = extra
                    top += 3
                pc += 2
                continue
        elif op == _OP_JUMP:
            pc = code[pc + 1]
            continue
        elif op == _OP_OPEN or op == _OP_CLOSE:
            register = 2 * code[pc + 1]
            if top > room:
                _more_stack(stack)
                room = len(stack) - 9
            if op == _OP_CLOSE:
                stack[top] = -1 - closed
                stack[top + 1] = registers[closed]
                top += 3
                registers[closed] = code[pc + 1]
                register += 1
            stack[top] = -1 - register
            stack[top + 1] = registers[register]
            top += 3
            registers[register] = at
            pc += 2
            continue
        elif op == _OP_ACCEPT:
            if (mode & _FULL == 0 or at == end) and (mode & _ADVANCE == 0 or at != begin):
                if room > _KEPT_STACK:
                    del stack[_KEPT_STACK:]
                registers[0] = begin
                registers[1] = at
                return at
        elif op == _OP_ANY:
            if at < end and _code_at(text, at) != 10:
                at += 1
                pc += 1
                continue
        elif op == _OP_ALL:
            if at < end:
                at += 1
                pc += 1
                continue
        elif op == _OP_AT:
            if _is_at(text, code[pc + 1], at, end):
                pc += 2
                continue
        elif op == _OP_LAZY:
            low = code[pc + 3]
            if end - at >= low:
                stop = at + low
                if low == 0 or _many(program, text, code[pc + 1], code[pc + 2], at, stop) == stop:
                    if top > room:
                        _more_stack(stack)
                        room = len(stack) - 9
                    stack[top] = pc + 5
                    stack[top + 1] = stop
                    stack[top + 2] = low
                    top += 3
                    at = stop
                    pc += 6
                    continue
        elif op == _OP_LAZY_AGAIN:
            # One more than before; `extra` is how many there are.
            if at < end and extra < code[pc - 1]:
                if _many(program, text, code[pc - 4], code[pc - 3], at, at + 1) != at:
                    at += 1
                    stack[top] = pc
                    stack[top + 1] = at
                    stack[top + 2] = extra + 1
                    top += 3
                    pc += 1
                    continue
        elif op == _OP_ENTER:
            register = code[pc + 1]
            if top > room:
                _more_stack(stack)
                room = len(stack) - 9
            stack[top] = -1 - register
            stack[top + 1] = registers[register]
            stack[top + 3] = -2 - register
            stack[top + 4] = registers[register + 1]
            top += 6
            registers[register] = 0
            registers[register + 1] = -1
            pc += 2
            continue
        elif op == _OP_LOOP or op == _OP_LAZY_ROUND:
            # Register: how many rounds there were; the next: where the last one began that need not have been.
            lazy = op == _OP_LAZY_ROUND
            if lazy:
                pc -= 5
            register = code[pc + 1]
            count = registers[register]
            must = count < code[pc + 2]
            if must or (count < code[pc + 3] or code[pc + 3] == _MANY) and registers[register + 1] != at:
                if top > room:
                    _more_stack(stack)
                    room = len(stack) - 9
                if not must:
                    if not lazy:
                        stack[top] = code[pc + 4]
                        stack[top + 1] = at
                        top += 3
                    stack[top] = -2 - register
                    stack[top + 1] = registers[register + 1]
                    top += 3
                    registers[register + 1] = at
                stack[top] = -1 - register
                stack[top + 1] = count
                top += 3
                registers[register] = count + 1
                pc += 6 if lazy else 5
                continue
            if not lazy:
                pc = code[pc + 4]
                continue
        elif op == _OP_LOOP_LAZY:
            register = code[pc + 1]
            if top > room:
                _more_stack(stack)
                room = len(stack) - 9
            if registers[register] < code[pc + 2]:
                stack[top] = -1 - register
                stack[top + 1] = registers[register]
                top += 3
                registers[register] += 1
                pc += 6
            else:
                stack[top] = pc + 5
                stack[top + 1] = at
                top += 3
                pc = code[pc + 4]
            continue
        elif op == _OP_BACKREF or op == _OP_BACKREF_FOLDED:
            register = 2 * code[pc + 1]
            first = registers[register]
            last = registers[register + 1]
            if last >= 0 and first >= 0:
                folding = 0
                if op == _OP_BACKREF_FOLDED:
                    folding = 1 + code[pc + 2]
                stop = _repeated(text, first, last, at, end, folding)
                if stop >= 0:
                    at = stop
                    pc += 2 if folding == 0 else 3
                    continue
        elif op == _OP_CONDITION:
            pc = pc + 3 if registers[2 * code[pc + 1] + 1] >= 0 else code[pc + 2]
            continue
        elif op == _OP_LOOK:
            if at >= code[pc + 2]:
                registers[code[pc + 1]] = top
                registers[code[pc + 1] + 1] = at
                at -= code[pc + 2]
                pc += 3
                continue
        elif op == _OP_LOOK_NOT:
            if at < code[pc + 2]:
                pc = code[pc + 3]
                continue
            registers[code[pc + 1]] = top
            if top > room:
                _more_stack(stack)
                room = len(stack) - 9
            stack[top] = code[pc + 3]
            stack[top + 1] = at
            top += 3
            at -= code[pc + 2]
            pc += 4
            continue
        elif op == _OP_LOOK_NOT_END:
            bottom = registers[code[pc + 1]]
            while top > bottom:
                top -= 3
                if stack[top] < 0:
                    registers[-1 - stack[top]] = stack[top + 1]
        elif op == _OP_ATOMIC:
            registers[code[pc + 1]] = top
            pc += 2
            continue
        elif op == _OP_ATOMIC_END or op == _OP_LOOK_END:
            # There is nothing to come back to inside, but registers to set back.
            i = registers[code[pc + 1]]
            if op == _OP_LOOK_END:
                at = registers[code[pc + 1] + 1]
            bottom = i
            while i < top:
                if stack[i] < 0:
                    stack[bottom] = stack[i]
                    stack[bottom + 1] = stack[i + 1]
                    bottom += 3
                i += 3
            top = bottom
            pc += 2
            continue
        # It does not match: back to where there is another way.
        while True:
            if top == 0:
                if room > _KEPT_STACK:
                    del stack[_KEPT_STACK:]
                return -1
            top -= 3
            pc = stack[top]
            if pc >= 0:
                break
            registers[-1 - pc] = stack[top + 1]
        at = stack[top + 1]
        extra = stack[top + 2]
