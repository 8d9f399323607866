"""os.path as on POSIX, and what of module os takes a path."""

import ll
from file_errors import ll_raise_os_error
from ll import CHARS, Ptr, STR, STR_POINTER
from numbers_text import ll_from_utf8
from strings import ll_byte, ll_concat, ll_cut

PAIR = ll.GcStruct("path_pair", ("item0", Ptr(STR)), ("item1", Ptr(STR)))
SLASH = 47
DOT = 46


def ll_pair(first, second):
    pair = ll.malloc(PAIR)
    pair.item0 = first
    pair.item1 = second
    return pair


# ---- joining

def ll_join1(a):
    return a


def ll_join(a, b):
    size = ll.getarraysize(a)
    if size == 0 or ll_isabs(b):
        return b
    if ll_byte(a, size - 1) == SLASH:
        return ll_concat(a, b)
    return ll_concat(ll_concat(a, ll.str_ptr("/")), b)


def ll_join3(a, b, c):
    return ll_join(ll_join(a, b), c)


def ll_join4(a, b, c, d):
    return ll_join(ll_join3(a, b, c), d)


# ---- taking apart

def ll_isabs(path):
    return ll.getarraysize(path) > 0 and ll_byte(path, 0) == SLASH


def ll_tail_start(path):
    """Position behind the last slash."""
    size = ll.getarraysize(path)
    slash = ll.str_ptr("/")
    return ll.leaf("rfind", path, 0, size, slash, 0, 1) + 1


def ll_head(path, stop):
    """path[:stop] without slashes at its end, unless it is nothing else."""
    last = stop
    while last > 0 and ll_byte(path, last - 1) == SLASH:
        last -= 1
    if last == 0:
        last = stop
    return ll_cut(path, 0, last)


def ll_basename(path):
    return ll_cut(path, ll_tail_start(path), ll.getarraysize(path))


def ll_dirname(path):
    return ll_head(path, ll_tail_start(path))


def ll_split(path):
    return ll_pair(ll_dirname(path), ll_basename(path))


def ll_splitext(path):
    """The extension begins at the last dot of the last part, unless only dots come before it."""
    start = ll_tail_start(path)
    size = ll.getarraysize(path)
    at = ll.leaf("rfind", path, start, size, ll.str_ptr("."), 0, 1)
    i = start
    while i < at:
        if ll_byte(path, i) != DOT:
            return ll_pair(ll_cut(path, 0, at), ll_cut(path, at, size))
        i += 1
    return ll_pair(path, ll.str_ptr(""))


def ll_normpath(path):
    size = ll.getarraysize(path)
    if size == 0:
        return ll.str_ptr(".")
    root = 0
    if ll_byte(path, 0) == SLASH:
        root = 1
        if size > 1 and ll_byte(path, 1) == SLASH and (size == 2 or ll_byte(path, 2) != SLASH):
            root = 2
    out = ll.malloc_varsize(CHARS, size + 1)
    used = 0
    while used < root:
        out[used] = ll.cast_int_to_char(SLASH)
        used += 1
    start = root
    kept = 0  # parts in `out` that .. may remove
    while start < size:
        stop = start
        while stop < size and ll_byte(path, stop) != SLASH:
            stop += 1
        count = stop - start
        if count == 2 and ll_byte(path, start) == DOT and ll_byte(path, start + 1) == DOT:
            if kept > 0:
                kept -= 1
                used = ll_without_last(out, used, root)
            elif root == 0:
                used = ll_add_part(path, start, stop, out, used, root)
        elif count > 0 and not (count == 1 and ll_byte(path, start) == DOT):
            used = ll_add_part(path, start, stop, out, used, root)
            kept += 1
        start = stop + 1
    if used == 0:
        return ll.str_ptr(".")
    return ll_from_utf8(out, 0, used)


def ll_add_part(path, start, stop, out, used, root):
    if used > root:
        out[used] = ll.cast_int_to_char(SLASH)
        used += 1
    ll.copy_items(path, start, out, used, stop - start)
    return used + stop - start


def ll_without_last(out, used, root):
    while used > root and ll.cast_char_to_int(out[used - 1]) != SLASH:
        used -= 1
    if used > root:
        return used - 1
    return used


# ---- the file system

def ll_has_null(path):
    return ll.leaf("find_byte", path, 0, ll.getarraysize(path), ll.cast_int_to_char(0)) >= 0


def ll_kind(path):
    if ll_has_null(path):
        return 0
    return ll.leaf("os_stat_kind", path)


def ll_exists(path):
    return ll_kind(path) > 0


def ll_isfile(path):
    return ll_kind(path) == 1


def ll_isdir(path):
    return ll_kind(path) == 2


def ll_check_null(path):
    if ll_has_null(path):
        raise ValueError("embedded null byte")


def ll_getsize(path):
    ll_check_null(path)
    size = ll.leaf("os_stat_size", path)
    if size < 0:
        ll_raise_os_error(-size, path)
    return size


def ll_remove(path):
    ll_check_null(path)
    result = ll.leaf("os_remove", path)
    if result < 0:
        ll_raise_os_error(-result, path)


def ll_getcwd():
    buffer = ll.malloc_varsize(CHARS, 256)
    size = ll.leaf("os_getcwd", buffer)
    if size > 256:
        buffer = ll.malloc_varsize(CHARS, size)
        size = ll.leaf("os_getcwd", buffer)
    if size < 0:
        ll_raise_os_error(-size, ll.null(STR_POINTER))
    return ll_from_utf8(buffer, 0, size)


def ll_abspath(path):
    if ll_isabs(path):
        return ll_normpath(path)
    return ll_normpath(ll_join(ll_getcwd(), path))
