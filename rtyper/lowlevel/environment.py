"""os.environ, which is read only, and what of module sys is state of the process.

os.environ itself is no value: its methods get None for it.
"""

import ll
from lists import ll_append, ll_new
from ll import CHARS, STR_POINTER
from numbers_text import ll_from_utf8

LIMIT = ll.GcStruct("recursion_limit", ("stored", ll.Signed))


def ll_get(name, default):
    """os.getenv"""
    buffer = ll.malloc_varsize(CHARS, 256)
    size = ll.leaf("env", name, buffer)
    if size < 0:
        return default
    if size > 256:
        buffer = ll.malloc_varsize(CHARS, size)
        size = ll.leaf("env", name, buffer)
    return ll_from_utf8(buffer, 0, size)


def ll_fill_argv(argv):
    """Puts the process's arguments into the prebuilt list that is sys.argv."""
    for i in range(ll.leaf("arg_count")):
        buffer = ll.malloc_varsize(CHARS, 256)
        size = ll.leaf("arg", i, buffer)
        if size > 256:
            buffer = ll.malloc_varsize(CHARS, size)
            size = ll.leaf("arg", i, buffer)
        ll_append(argv, ll.cast_pointer(ll.GcRef, ll_from_utf8(buffer, 0, size)))


def ll_environ_get(environ, name):
    return ll_get(name, ll.null(STR_POINTER))


def ll_environ_get_default(environ, name, default):
    return ll_get(name, default)


def ll_environ_getitem(environ, name):
    value = ll_get(name, ll.null(STR_POINTER))
    if ll.ptr_iszero(value):
        raise KeyError(ll.ptr_str(name))
    return value


def ll_environ_contains(environ, name):
    return ll.ptr_nonzero(ll_get(name, ll.null(STR_POINTER)))


def ll_entry(i):
    """The name in entry i, which may be empty; null past the last."""
    buffer = ll.malloc_varsize(CHARS, 256)
    size = ll.leaf("env_entry", i, buffer)
    if size < 0:
        return ll.null(STR_POINTER)
    if size > 256:
        buffer = ll.malloc_varsize(CHARS, size)
        size = ll.leaf("env_entry", i, buffer)
    stop = ll.leaf("find_byte", buffer, 0, size, ll.cast_int_to_char(61))
    if stop < 0:
        return ll.str_ptr("")
    return ll_from_utf8(buffer, 0, stop)


def ll_environ_len(environ):
    count = 0
    i = 0
    while True:
        name = ll_entry(i)
        if ll.ptr_iszero(name):
            return count
        if name.length > 0:
            count += 1
        i += 1


def ll_environ_keys(LIST, environ):
    keys = ll_new(LIST, 0)
    i = 0
    while True:
        name = ll_entry(i)
        if ll.ptr_iszero(name):
            return keys
        if name.length > 0:
            ll_append(keys, ll.cast_pointer(ll.GcRef, name))
        i += 1


# ---- the recursion limit, which is kept but not obeyed: recursion is bounded by memory

def ll_setrecursionlimit(limit):
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if limit > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    ll.static(LIMIT, "recursion_limit").stored = limit


def ll_getrecursionlimit():
    limit = ll.static(LIMIT, "recursion_limit").stored
    if limit == 0:
        return 1000
    return limit


def ll_gc_collect():
    """gc.collect(): how many objects were found is not known."""
    ll.leaf("gc_collect")
    return 0
