"""Part of what stands in for re: from the tree of a pattern to a program.

A program is a list of numbers: operations with their operands, and jumps between them.  What may come first decides
much: each character belongs to one of a few hundred symbols, and each node knows the symbols that a match of it may
begin with.  So alternatives that cannot match are not tried, a repetition that ends where the rest cannot begin any
earlier keeps nothing to come back to, and a search passes over where no match begins."""

# Operations.  Those that a place to come back to may stand at come with the position, and a number of their own.
_OP_FAIL = 0
_OP_ACCEPT = 1
_OP_CHAR = 2            # code point
_OP_SET = 3             # set
_OP_ANY = 4             # but no line feed
_OP_ALL = 5
_OP_JUMP = 6            # target
_OP_CHOICE = 7          # table, number of targets, OP_CHOICE_AGAIN, targets
_OP_CHOICE_AGAIN = 8
_OP_OPEN = 9            # group
_OP_CLOSE = 10          # group
_OP_AT = 11             # place
_OP_BACKREF = 12        # group
_OP_BACKREF_FOLDED = 13  # group, whether only ASCII letters have cases
_OP_CONDITION = 14      # group, target if it has not matched
_OP_KEEP = 15           # unit, its operand, low, high: as many as there are
_OP_GREEDY = 16         # unit, its operand, low, high, OP_GREEDY_AGAIN, the code point that follows or -1
_OP_GREEDY_AGAIN = 17
_OP_LAZY = 18           # unit, its operand, low, high, OP_LAZY_AGAIN
_OP_LAZY_AGAIN = 19
_OP_ENTER = 20          # register: a loop begins
_OP_LOOP = 21           # register, low, high, target of its end: the body follows
_OP_LOOP_LAZY = 22      # register, low, high, target of its end: the body follows
_OP_LAZY_ROUND = 23     # stands behind these four, for another round of the lazy loop
_OP_LOOK = 24           # register, how far behind
_OP_LOOK_END = 25       # register
_OP_LOOK_NOT = 26       # register, how far behind, target
_OP_LOOK_NOT_END = 27   # register
_OP_ATOMIC = 28         # register
_OP_ATOMIC_END = 29     # register

# Symbols: the code points below 256, those above by kind, and the end of the text.
_SYMBOL_SPACE = 256
_SYMBOL_DIGIT = 257
_SYMBOL_LETTER = 258
_SYMBOL_OTHER = 259
_SYMBOL_END = 260
_SYMBOLS = 261
_WORD_BITS = 60
_WORDS = 5

_FEW = 120  # how many alternatives one choice is made of
_ALL_SYMBOLS = ((1 << 60) - 1, (1 << 60) - 1, (1 << 60) - 1, (1 << 60) - 1, (1 << 21) - 1)
_NO_SYMBOLS = (0, 0, 0, 0, 0)
_WIDE_SYMBOLS = (0, 0, 0, 0, 15 << 16)
_LAST_LINE_END = (1 << 10, 0, 0, 0, 1 << 20)


def _union(a, b):
    return (a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4])


def _meet(a, b):
    return (a[0] & b[0] | a[1] & b[1] | a[2] & b[2] | a[3] & b[3] | a[4] & b[4]) != 0


def _symbol(code):
    if code < 256:
        return code
    character = chr(code)
    if character.isspace():
        return _SYMBOL_SPACE
    if character.isdecimal():
        return _SYMBOL_DIGIT
    return _SYMBOL_LETTER if character.isalnum() else _SYMBOL_OTHER


def _with_symbol(symbols, symbol):
    bit = 1 << symbol % _WORD_BITS
    word = symbol // _WORD_BITS
    return (symbols[0] | (bit if word == 0 else 0), symbols[1] | (bit if word == 1 else 0),
            symbols[2] | (bit if word == 2 else 0), symbols[3] | (bit if word == 3 else 0),
            symbols[4] | (bit if word == 4 else 0))


def _has_symbol(symbols, symbol):
    return symbols[symbol // _WORD_BITS] >> symbol % _WORD_BITS & 1 != 0


def _symbols_of_set(made):
    words = [0, 0, 0, 0, 0]
    for code in range(256):
        if made.low[code]:
            words[code // _WORD_BITS] |= 1 << code % _WORD_BITS
    symbols = (words[0], words[1], words[2], words[3], words[4])
    listed = len(made.ranges) > 0 and made.ranges[-1] > 255
    if listed or made.folds or made.ascii_only and (made.negated or made.categories != 0):
        return _union(symbols, _WIDE_SYMBOLS)
    # Of the code points above 255, it holds all of a kind or none.
    for symbol, code in ((_SYMBOL_SPACE, 0x2003), (_SYMBOL_DIGIT, 0x0660), (_SYMBOL_LETTER, 0x0100),
                         (_SYMBOL_OTHER, 0x2014)):
        if made.holds(code):
            symbols = _with_symbol(symbols, symbol)
    return symbols


def _survey(node):
    """Sets `first` and `passes` of a node and all below: the symbols that may come where a match begins, unless it is
    empty, and whether what comes behind is to be added to them."""
    for child in node.children:
        _survey(child)
    kind = node.kind
    node.first = _NO_SYMBOLS
    node.passes = False
    if kind == _CHAR:
        node.first = _with_symbol(_NO_SYMBOLS, _symbol(node.value))
    elif kind == _SET:
        node.first = _symbols_of_set(node.set)
    elif kind == _ANY:
        node.first = _ALL_BUT_END if node.flags & _DOTALL else _ALL_BUT_LINE_END
    elif kind == _SEQUENCE:
        node.passes = True
        for child in node.children:
            if node.passes:
                node.first = _union(node.first, child.first)
                node.passes = child.passes
    elif kind == _BRANCH or kind == _CONDITION:
        for child in node.children:
            node.first = _union(node.first, child.first)
            node.passes = node.passes or child.passes
    elif kind == _REPEAT:
        if node.high > 0:
            node.first = node.children[0].first
        node.passes = node.low == 0 or node.children[0].passes
    elif kind == _GROUP or kind == _SCOPE or kind == _ATOMIC:
        node.first = node.children[0].first
        node.passes = node.children[0].passes
    elif kind == _AT:
        if node.value == _AT_END:
            node.first = _with_symbol(_NO_SYMBOLS, _SYMBOL_END)
        elif node.value == _AT_LAST_LINE_END or node.value == _AT_LINE_END:
            node.first = _LAST_LINE_END
        else:
            node.passes = True
    else:  # lookaround; of a reference nothing is known
        node.passes = True
        if kind == _BACKREF:
            node.first = _ALL_SYMBOLS


_ALL_BUT_END = ((1 << 60) - 1, (1 << 60) - 1, (1 << 60) - 1, (1 << 60) - 1, (1 << 20) - 1)
_ALL_BUT_LINE_END = ((1 << 60) - 1 - (1 << 10), (1 << 60) - 1, (1 << 60) - 1, (1 << 60) - 1, (1 << 20) - 1)


class _Program:
    def __init__(self, groups):
        self.code = []
        self.sets = []
        self.lows = []          # of the sets
        self.tables = []        # of the choices
        self.closed = 2 * groups + 2  # the register for the group that was closed last
        self.registers = 2 * groups + 3
        self.prefix = ""        # what each match begins with
        self.starts = b""       # if that is empty: for each symbol whether a match may begin with it; empty: all may
        self.at_start = False   # matches begin at the start of the text only
        self.spare = []         # registers that no match has taken


class _Compiler:
    def __init__(self, groups):
        self.program = _Program(groups)
        self.code = self.program.code
        self.known_sets = {}

    def compile(self, root):
        _survey(root)
        program = self.program
        self.emit_node(root, _ALL_SYMBOLS, True)
        self.code.append(_OP_ACCEPT)
        _, program.prefix = _prefix(root)
        if program.prefix == "" and not root.passes and root.first != _ALL_SYMBOLS:
            program.starts = _as_bytes([1 if _has_symbol(root.first, symbol) else 0 for symbol in range(_SYMBOLS)])
        program.at_start = _starts_text(root)
        return program

    def register(self, count):
        result = self.program.registers
        self.program.registers += count
        return result

    def set_number(self, made):
        key = made.key()
        if key not in self.known_sets:
            self.known_sets[key] = len(self.program.sets)
            self.program.sets.append(made)
            self.program.lows.append(made.low)
        return self.known_sets[key]

    def unit(self, node):
        """The operation and operand of a node that matches one character; (_OP_FAIL, 0): of another."""
        while node.kind == _SCOPE:
            node = node.children[0]
        if node.kind == _CHAR:
            return _OP_CHAR, node.value
        if node.kind == _SET:
            return _OP_SET, self.set_number(node.set)
        if node.kind == _ANY:
            return _OP_ALL if node.flags & _DOTALL else _OP_ANY, 0
        return _OP_FAIL, 0

    def emit_node(self, node, follow, last):
        """Adds what matches a node.  `follow`: the symbols that may come behind it; `last`: behind it a match is
        accepted, come what may."""
        code = self.code
        kind = node.kind
        if kind == _CHAR:
            code += [_OP_CHAR, node.value]
        elif kind == _SET:
            code += [_OP_SET, self.set_number(node.set)]
        elif kind == _ANY:
            code.append(_OP_ALL if node.flags & _DOTALL else _OP_ANY)
        elif kind == _SEQUENCE:
            self.emit_sequence(node.children, follow, last)
        elif kind == _BRANCH:
            self.emit_alternatives(node.children, 0, follow, last)
        elif kind == _REPEAT:
            self.emit_repeat(node, follow, last)
        elif kind == _GROUP:
            code += [_OP_OPEN, node.value]
            self.emit_node(node.children[0], follow, last)
            code += [_OP_CLOSE, node.value]
        elif kind == _SCOPE:
            self.emit_node(node.children[0], follow, last)
        elif kind == _ATOMIC:
            register = self.register(1)
            code += [_OP_ATOMIC, register]
            self.emit_node(node.children[0], _ALL_SYMBOLS, True)
            code += [_OP_ATOMIC_END, register]
        elif kind == _LOOK:
            register = self.register(2)
            code += [_OP_LOOK, register, node.children[0].shortest if node.value < 0 else 0]
            self.emit_node(node.children[0], _ALL_SYMBOLS, True)
            code += [_OP_LOOK_END, register]
        elif kind == _LOOK_NOT:
            register = self.register(1)
            code += [_OP_LOOK_NOT, register, node.children[0].shortest if node.value < 0 else 0, 0]
            target = len(code) - 1
            self.emit_node(node.children[0], _ALL_SYMBOLS, True)
            code += [_OP_LOOK_NOT_END, register]
            code[target] = len(code)
        elif kind == _BACKREF:
            if node.flags & _IGNORECASE:
                code += [_OP_BACKREF_FOLDED, node.value, 1 if node.flags & _ASCII else 0]
            else:
                code += [_OP_BACKREF, node.value]
        elif kind == _CONDITION:
            code += [_OP_CONDITION, node.value, 0]
            target = len(code) - 1
            self.emit_node(node.children[0], follow, last)
            code += [_OP_JUMP, 0]
            end = len(code) - 1
            code[target] = len(code)
            self.emit_node(node.children[1], follow, last)
            code[end] = len(code)
        else:
            code += [_OP_AT, node.value]

    def emit_sequence(self, nodes, follow, last):
        follows = []
        behind = follow
        for i in range(len(nodes) - 1, -1, -1):
            follows.append(behind)
            node = nodes[i]
            behind = _union(node.first, behind) if node.passes else node.first
        count = len(nodes)
        for i in range(count):
            self.emit_node(nodes[i], follows[count - 1 - i], last and i == count - 1)

    def emit_choice(self, firsts):
        """One of several targets, by the symbol that comes; the targets are to be set from the index that is
        returned."""
        code = self.code
        program = self.program
        code += [_OP_CHOICE, len(program.tables), len(firsts), _OP_CHOICE_AGAIN]
        result = len(code)
        # For each target and symbol, the first target from that one on that may match.
        count = len(firsts)
        table = [count] * (_SYMBOLS * (count + 1))
        for i in range(count - 1, -1, -1):
            code.append(0)
            row = i * _SYMBOLS
            symbols = firsts[i]
            for symbol in range(_SYMBOLS):
                table[row + symbol] = i if _has_symbol(symbols, symbol) else table[row + _SYMBOLS + symbol]
        program.tables.append(_as_bytes(table))
        return result

    def emit_alternatives(self, nodes, begin, follow, last):
        code = self.code
        firsts = []
        end = min(len(nodes), begin + _FEW)
        for i in range(begin, end):
            firsts.append(_union(nodes[i].first, follow) if nodes[i].passes else nodes[i].first)
        if end < len(nodes):
            firsts.append(_ALL_SYMBOLS)
        targets = self.emit_choice(firsts)
        ends = []
        for i in range(begin, end):
            code[targets + i - begin] = len(code)
            self.emit_node(nodes[i], follow, last)
            if i + 1 < len(nodes):
                code += [_OP_JUMP, 0]
                ends.append(len(code) - 1)
        if end < len(nodes):
            code[targets + end - begin] = len(code)
            self.emit_alternatives(nodes, end, follow, last)
        for at in ends:
            code[at] = len(code)

    def emit_repeat(self, node, follow, last):
        code = self.code
        body = node.children[0]
        low = node.low
        high = node.high
        how = node.value
        op, operand = self.unit(body)
        if op != _OP_FAIL:
            if how == _POSSESSIVE or how == _GREEDY and (last or not _meet(body.first, follow)):
                code += [_OP_KEEP, op, operand, low, high]
            elif how == _GREEDY:
                code += [_OP_GREEDY, op, operand, low, high, _OP_GREEDY_AGAIN, _only_code(follow)]
            else:
                code += [_OP_LAZY, op, operand, low, high, _OP_LAZY_AGAIN]
            return
        if how == _POSSESSIVE:
            outer = self.register(1)
            code += [_OP_ATOMIC, outer]
            round_ = _Node(_ATOMIC).add(body)
            round_.shortest = body.shortest
            _survey(round_)
            self.emit_loop(round_, low, high, _GREEDY, _ALL_SYMBOLS)
            code += [_OP_ATOMIC_END, outer]
            return
        self.emit_loop(body, low, high, how, follow)

    def emit_loop(self, body, low, high, how, follow):
        code = self.code
        first = _union(body.first, follow) if body.passes else body.first
        again = _union(first, follow)
        if low == 1 and high == 1:
            self.emit_node(body, follow, False)
        elif low == 0 and high == 1:
            targets = self.emit_choice([first, follow] if how == _GREEDY else [follow, first])
            inside = 0 if how == _GREEDY else 1
            code[targets + inside] = len(code)
            self.emit_node(body, follow, False)
            code[targets + 1 - inside] = len(code)
        elif low <= 1 and high == _MANY and body.shortest > 0:
            begin = len(code)
            targets = 0
            inside = 0 if how == _GREEDY else 1
            if low == 0:
                targets = self.emit_choice([first, follow] if how == _GREEDY else [follow, first])
                code[targets + inside] = len(code)
            self.emit_node(body, again, False)
            if low == 0:
                code += [_OP_JUMP, begin]
            else:
                targets = self.emit_choice([first, follow] if how == _GREEDY else [follow, first])
                code[targets + inside] = begin
            code[targets + 1 - inside] = len(code)
        else:
            register = self.register(2)
            code += [_OP_ENTER, register]
            begin = len(code)
            code += [_OP_LOOP if how == _GREEDY else _OP_LOOP_LAZY, register, low, high, 0]
            end = len(code) - 1
            if how == _LAZY:
                code.append(_OP_LAZY_ROUND)
            self.emit_node(body, again, False)
            code += [_OP_JUMP, begin]
            code[end] = len(code)


def _only_code(symbols):
    """The code point below 256 that is the only one of some symbols, or -1."""
    found = -1
    for word in range(_WORDS):
        bits = symbols[word]
        if bits != 0:
            if found >= 0 or bits & (bits - 1) != 0:
                return -1
            found = word * _WORD_BITS + bits.bit_length() - 1
    return found if found < 256 else -1


def _prefix(node):
    """The text that each match of a node begins with, and whether that is all of it."""
    text = ""
    if node.kind == _CHAR:
        return True, chr(node.value)
    if node.kind == _GROUP or node.kind == _SCOPE or node.kind == _ATOMIC:
        return _prefix(node.children[0])
    if node.kind != _SEQUENCE:
        return False, ""
    for child in node.children:
        whole, more = _prefix(child)
        text += more
        if not whole:
            return False, text
    return True, text


def _starts_text(node):
    while node.kind == _GROUP or node.kind == _SCOPE or node.kind == _ATOMIC or node.kind == _SEQUENCE:
        if not node.children:
            return False
        node = node.children[0]
    return node.kind == _AT and node.value == _AT_START
