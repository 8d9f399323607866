"""Emitted C without its source positions, for comparing programs that differ only in those."""

import re

_LINE_MARK = re.compile(rb"^[ \t]*#[ \t]*line[ \t]+\d+.*\n", re.MULTILINE)
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_PLACES = re.compile(rb"^const struct sw_place sw_places\[\] = \{\n.*?^\};\n", re.DOTALL | re.MULTILINE)  # of tracebacks


def without_positions(c: bytes) -> bytes:
    """Leaves out `#line` marks and comments, and the table of places for tracebacks."""
    c = _LINE_MARK.sub(b"", c)
    c = _COMMENT.sub(b"/**/", c)
    return _PLACES.sub(b"", c)
