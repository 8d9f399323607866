"""Stands in for textwrap."""

import re

_BLANK = "[\t-\r ]"
_LETTER = r"[^\d\W]"
_WORD_END = r"""[\w!"'&.,?]"""
# Blanks, dashes between words, or a piece of a word: up to a hyphen between letters, blanks, the end or dashes.
_PIECES = re.compile(
    rf"({_BLANK}+|(?<={_WORD_END})-{{2,}}(?=\w)|[^\t-\r ]+?(?:"
    rf"-(?:(?<={_LETTER}{{2}}-)|(?<={_LETTER}-{_LETTER}-))(?={_LETTER}-?{_LETTER})"
    rf"|(?={_BLANK}|\Z)|(?<={_WORD_END})(?=-{{2,}}\w)))")
_BLANKS = re.compile(f"({_BLANK}+)")
_SENTENCE_END = re.compile(r"""[a-z][.!?]["']?\Z""")


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        return self._lines(self._chunks(text))

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in "\t\n\x0b\x0c\r":
                text = text.replace(blank, " ")
        pieces = _PIECES if self.break_on_hyphens else _BLANKS
        chunks = [piece for piece in pieces.split(text) if piece]
        if self.fix_sentence_endings:
            i = 0
            while i < len(chunks) - 1:
                if chunks[i + 1] == " " and _SENTENCE_END.search(chunks[i]):
                    chunks[i + 1] = "  "
                    i += 1
                i += 1
        return chunks

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        most = self.max_lines
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                chunks.pop()
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= room:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._begin_long_word(chunks, line, length, room)
                length = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            last = not chunks or (self.drop_whitespace and len(chunks) == 1 and chunks[0].strip() == "")
            if most is None or len(lines) + 1 < most or (last and length <= room):
                lines.append(indent + "".join(line))
                continue
            self._cut(lines, line, length, room, indent)
            break
        return lines

    def _begin_long_word(self, chunks, line, length, room):
        """Puts of a word that fits into no line what fits into this one."""
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        left = 1 if room < 1 else room - length
        end = left
        chunk = chunks[-1]
        if self.break_on_hyphens and len(chunk) > left:
            hyphen = chunk.rfind("-", 0, left)
            if hyphen > 0 and chunk[:hyphen].strip("-") != "":
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _cut(self, lines, line, length, room, indent):
        """Ends the text with the placeholder."""
        while line:
            if line[-1].strip() != "" and length + len(self.placeholder) <= room:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    margin = ""
    found = False
    for i in range(len(lines)):
        line = lines[i]
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if indent == line:
            lines[i] = ""
        elif not found:
            margin = indent
            found = True
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    return "\n".join([line[len(margin):] for line in lines])


def indent(text, prefix, predicate=None):
    parts = []
    for line in text.splitlines(True):
        if line.strip() != "" if predicate is None else predicate(line):
            parts.append(prefix)
        parts.append(line)
    return "".join(parts)
