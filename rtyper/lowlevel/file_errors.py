"""OSError's subclasses by errno, and the errors of encoding and decoding."""

import ll
from ll import CHARS
from numbers_text import ll_from_utf8, ll_int_digits, ll_int_to_str, ll_quote
from strings import ll_concat, ll_cut, ll_index_at


def ll_error_text(errno):
    buffer = ll.malloc_varsize(CHARS, 256)
    size = ll.leaf("os_error_text", errno, buffer)
    return ll_from_utf8(buffer, 0, size)


def ll_raise_os_error(errno, path):
    """With the path, unless it is null."""
    if ll.ptr_iszero(path):
        raise OSError(errno, ll.ptr_str(ll_error_text(errno)))
    raise OSError(errno, ll.ptr_str(ll_error_text(errno)), ll.ptr_str(path))


def ll_new_os_error(errno):
    """What OSError(errno, ...) makes: an instance of the subclass for errno, without arguments yet."""
    if errno == 1 or errno == 13:
        return PermissionError()
    if errno == 2:
        return FileNotFoundError()
    if errno == 3:
        return ProcessLookupError()
    if errno == 4:
        return InterruptedError()
    if errno == 10:
        return ChildProcessError()
    if errno == 11 or errno == 114 or errno == 115:
        return BlockingIOError()
    if errno == 17:
        return FileExistsError()
    if errno == 20:
        return NotADirectoryError()
    if errno == 21:
        return IsADirectoryError()
    if errno == 32 or errno == 108:
        return BrokenPipeError()
    if errno == 103:
        return ConnectionAbortedError()
    if errno == 104:
        return ConnectionResetError()
    if errno == 110:
        return TimeoutError()
    if errno == 111:
        return ConnectionRefusedError()
    return OSError()


def ll_reason(kind):
    if kind == 1:
        return ll.str_ptr("invalid start byte")
    if kind == 2:
        return ll.str_ptr("invalid continuation byte")
    return ll.str_ptr("unexpected end of data")


def ll_hex2(byte):
    digits = ll_int_digits(byte, 16, False)
    if byte < 16:
        digits = ll_concat(ll.str_ptr("0"), digits)
    return ll_concat(ll.str_ptr("0x"), digits)


def ll_raise_decode_error(buffer, at, count, start, kind):
    """`at` counts from `start` in the message; kind: as utf8_error's status."""
    first = at - start
    if count == 1:
        text = ll_concat(ll.str_ptr("'utf-8' codec can't decode byte "),
                         ll_hex2(ll.cast_char_to_int(buffer[at])))
        text = ll_concat(ll_concat(text, ll.str_ptr(" in position ")), ll_int_to_str(first))
    else:
        text = ll_concat(ll.str_ptr("'utf-8' codec can't decode bytes in position "), ll_int_to_str(first))
        text = ll_concat(ll_concat(text, ll.str_ptr("-")), ll_int_to_str(first + count - 1))
    text = ll_concat(ll_concat(text, ll.str_ptr(": ")), ll_reason(kind))
    raise UnicodeDecodeError(ll.ptr_str(text))


def ll_raise_encode_error(s, at):
    """The surrogate at position `at` cannot be encoded."""
    text = ll_concat(ll.str_ptr("'utf-8' codec can't encode character "), ll_quote(ll_cut(s, at, at + 3), True))
    text = ll_concat(ll_concat(text, ll.str_ptr(" in position ")), ll_int_to_str(ll_index_at(s, at)))
    raise UnicodeEncodeError(ll.ptr_str(ll_concat(text, ll.str_ptr(": surrogates not allowed"))))
