"""OSError's subclasses by errno, and the errors of encoding and decoding."""

import ll
from ll import CHARS
from numbers_text import ll_from_utf8


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


def ll_raise_decode_error(b, at, count, kind):
    """kind: as utf8_error's status."""
    raise UnicodeDecodeError("utf-8", ll.ptr_bytes(b), at, at + count, ll.ptr_str(ll_reason(kind)))


def ll_raise_encode_error(s, at, count):
    """The surrogates from the character `at` on cannot be encoded."""
    raise UnicodeEncodeError("utf-8", ll.ptr_str(s), at, at + count, "surrogates not allowed")
