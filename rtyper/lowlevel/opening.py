"""open(): modes, encodings, and what goes with them."""

import ll
from file_errors import ll_raise_os_error
from files import (ANY_NEWLINE, APPEND, BACKSLASH, BINARY, CRLF, ESCAPE, FILE, IGNORE, LINE_BUFFERED, READABLE, REPLACE,
                   TRANSLATE, WRITABLE, ll_flush_all, ll_register)
from ll import CHARS
from numbers_text import ll_repr
from strings import ll_byte, ll_concat, ll_eq
from text import ll_change_case, ll_replace


def ll_has(s, byte):
    return ll.leaf("find_byte", s, 0, ll.getarraysize(s), ll.cast_int_to_char(byte)) >= 0


def ll_is(s, literal):
    return ll_eq(s, literal)


def ll_mode_flags(mode):
    """READABLE, WRITABLE and BINARY of a mode, checked as CPython does."""
    size = ll.getarraysize(mode)
    kinds = 0
    updates = 0
    texts = 0
    flags = 0
    i = 0
    while i < size:
        byte = ll_byte(mode, i)
        if byte == 114:  # r
            kinds += 1
            flags = flags | READABLE
        elif byte == 119 or byte == 120:  # w, x
            kinds += 1
            flags = flags | WRITABLE
        elif byte == 97:  # a
            kinds += 1
            flags = flags | WRITABLE | APPEND
        elif byte == 43:  # +
            updates += 1
            flags = flags | READABLE | WRITABLE
        elif byte == 98:  # b
            texts += 1
            flags = flags | BINARY
        elif byte == 116:  # t
            texts += 2
        else:
            ll_raise_mode(mode)
        i += 1
    if texts == 3:
        raise ValueError("can't have text and binary mode at once")
    if kinds > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if kinds == 0:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if updates > 1 or texts > 2:
        ll_raise_mode(mode)
    return flags


def ll_raise_mode(mode):
    raise ValueError(ll.ptr_str(ll_concat(ll.str_ptr("invalid mode: "), ll_repr(mode))))


def ll_open(registry, path, mode, flags):
    how = 0
    if ll_has(mode, 119):
        how = 1
    elif ll_has(mode, 97):
        how = 2
    elif ll_has(mode, 120):
        how = 3
    if ll_has(mode, 43):
        how += 4
    if ll.leaf("find_byte", path, 0, ll.getarraysize(path), ll.cast_int_to_char(0)) >= 0:
        raise ValueError("embedded null byte")
    ll_flush_all(registry)
    fd = ll.leaf("os_open", path, how)
    if fd < 0:
        ll_raise_os_error(-fd, path)
    f = ll.malloc(FILE)
    f.fd = fd
    f.flags = flags
    f.buffer = ll.empty(CHARS)
    f.name = path
    if flags & WRITABLE:
        ll_register(f, registry)
    return f


def ll_open_binary(registry, path, mode, buffering):
    flags = ll_mode_flags(mode)
    return ll_open(registry, path, mode, flags | BINARY)


def ll_open_text(registry, path, mode, buffering, encoding, errors, newline):
    flags = ll_mode_flags(mode)
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if buffering == 1:
        flags = flags | LINE_BUFFERED
    if ll.ptr_nonzero(encoding):
        ll_check_encoding(encoding)
    if ll.ptr_nonzero(errors):
        flags = flags | ll_error_flags(errors)
    if ll.ptr_iszero(newline):
        flags = flags | TRANSLATE | ANY_NEWLINE
    else:
        flags = flags | ll_newline_flags(newline)
    return ll_open(registry, path, mode, flags)


def ll_check_encoding(encoding):
    """Text is UTF-8."""
    name = ll_replace(ll_change_case(encoding, 0), ll.str_ptr("_"), ll.str_ptr("-"), -1)
    if ll_is(name, ll.str_ptr("utf-8")) or ll_is(name, ll.str_ptr("utf8")):
        return
    raise LookupError(ll.ptr_str(ll_concat(ll.str_ptr("unknown encoding: "), encoding)))


def ll_error_flags(errors):
    if ll_is(errors, ll.str_ptr("strict")):
        return 0
    if ll_is(errors, ll.str_ptr("surrogateescape")):
        return ESCAPE
    if ll_is(errors, ll.str_ptr("replace")):
        return REPLACE
    if ll_is(errors, ll.str_ptr("ignore")):
        return IGNORE
    if ll_is(errors, ll.str_ptr("backslashreplace")):
        return BACKSLASH
    text = ll_concat(ll.str_ptr("unknown error handler name '"), errors)
    raise LookupError(ll.ptr_str(ll_concat(text, ll.str_ptr("'"))))


def ll_newline_flags(newline):
    size = ll.getarraysize(newline)
    if size == 0:
        return ANY_NEWLINE
    if ll_is(newline, ll.str_ptr("\n")):
        return 0
    if ll_is(newline, ll.str_ptr("\r\n")):
        return CRLF
    raise ValueError(ll.ptr_str(ll_concat(ll.str_ptr("illegal newline value: "), ll_repr(newline))))
