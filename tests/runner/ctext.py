"""Emitted C without its source positions, for comparing programs that differ only in those."""

import re

_LINE_MARK = re.compile(rb"^[ \t]*#[ \t]*line[ \t]+\d+.*\n", re.MULTILINE)
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_POSITION = re.compile(rb"\bSW_POSITION\(.*\)")  # an entry of the traceback table: file, line, text


def without_positions(c: bytes) -> bytes:
    """Leaves out `#line` marks and comments, and what the macro SW_POSITION holds."""
    c = _LINE_MARK.sub(b"", c)
    c = _COMMENT.sub(b"/**/", c)
    return _POSITION.sub(b"SW_POSITION()", c)
