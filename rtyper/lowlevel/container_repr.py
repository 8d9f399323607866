"""repr() of containers.

`stack` holds the containers that are being printed, so that one that contains itself prints as [...].
"""

import ll
from ll import CHARS, GcRef, Ptr, Signed
from numbers_text import ll_from_utf8

REFS = ll.GcArray(GcRef)
STACK = ll.GcStruct("repr_stack", ("depth", Signed), ("items", Ptr(REFS)))
BUILDER = ll.GcStruct("text_builder", ("used", Signed), ("chars", Ptr(CHARS)))


# ---- building text

def ll_new_builder(size):
    builder = ll.malloc(BUILDER)
    builder.chars = ll.malloc_varsize(CHARS, size)
    return builder


def ll_reserve(builder, size):
    needed = builder.used + size
    if needed > ll.getarraysize(builder.chars):
        chars = ll.malloc_varsize(CHARS, needed + (needed >> 1))
        ll.copy_items(builder.chars, 0, chars, 0, builder.used)
        builder.chars = chars


def ll_add(builder, s):
    size = ll.getarraysize(s)
    ll_reserve(builder, size)
    ll.copy_items(s, 0, builder.chars, builder.used, size)
    builder.used += size


def ll_add_part(builder, s, start, stop):
    ll_reserve(builder, stop - start)
    ll.copy_items(s, start, builder.chars, builder.used, stop - start)
    builder.used += stop - start


def ll_add_byte(builder, byte):
    ll_reserve(builder, 1)
    builder.chars[builder.used] = ll.cast_int_to_char(byte)
    builder.used += 1


def ll_built(builder):
    return ll_from_utf8(builder.chars, 0, builder.used)


# ---- recursion

def ll_enter(stack, container):
    """False if the container is being printed already."""
    items = stack.items
    depth = stack.depth
    i = 0
    while i < depth:
        if ll.ptr_eq(items[i], container):
            return False
        i += 1
    if depth == ll.getarraysize(items):
        items = ll.malloc_varsize(REFS, depth + depth + 8)
        ll.copy_items(stack.items, 0, items, 0, depth)
        stack.items = items
    items[depth] = container
    stack.depth = depth + 1
    return True


def ll_leave(stack):
    stack.depth -= 1
    ll.clear_items(stack.items, stack.depth, 1)


# ---- the containers

def ll_add_items(builder, lst, reprfn):
    """Those of a list or tuple, with commas between."""
    i = 0
    while i < lst.length:
        if i > 0:
            ll_add(builder, ll.str_ptr(", "))
        ll_add(builder, reprfn(lst.items[i]))
        i += 1


def ll_sequence(lst, reprfn, stack, opening, closing, after_one):
    """Its items between two characters; `after_one`: the character after an item that is alone, or 0."""
    builder = ll_new_builder(64)
    ll_add_byte(builder, opening)
    if ll_enter(stack, ll.cast_pointer(GcRef, lst)):
        try:
            ll_add_items(builder, lst, reprfn)
            if lst.length == 1 and after_one != 0:
                ll_add_byte(builder, after_one)
        finally:
            ll_leave(stack)
    else:
        ll_add(builder, ll.str_ptr("..."))
    ll_add_byte(builder, closing)
    return ll_built(builder)


def ll_list(lst, reprfn, stack):
    if lst.length == 0:
        return ll.str_ptr("[]")
    return ll_sequence(lst, reprfn, stack, 91, 93, 0)


def ll_tuple(lst, reprfn, stack):
    if lst.length == 0:
        return ll.str_ptr("()")
    return ll_sequence(lst, reprfn, stack, 40, 41, 44)


def ll_dict(d, key_reprfn, value_reprfn, stack):
    if d.live == 0:
        return ll.str_ptr("{}")
    if not ll_enter(stack, ll.cast_pointer(GcRef, d)):
        return ll.str_ptr("{...}")
    builder = ll_new_builder(64)
    try:
        ll_add_byte(builder, 123)
        first = True
        i = 0
        while i < d.used:
            if ll.getinterior(d.entries, i, "live"):
                if not first:
                    ll_add(builder, ll.str_ptr(", "))
                first = False
                value = ll.getinterior(d.entries, i, "value")
                ll_add(builder, key_reprfn(ll.getinterior(d.entries, i, "key")))
                ll_add(builder, ll.str_ptr(": "))
                ll_add(builder, value_reprfn(value))
            i += 1
        ll_add_byte(builder, 125)
    finally:
        ll_leave(stack)
    return ll_built(builder)


def ll_view(d, key_reprfn, value_reprfn, stack, keys, values):
    """repr of dict views; `keys`, `values`: which of them it shows (constants)."""
    if not ll_enter(stack, ll.cast_pointer(GcRef, d)):
        return ll.str_ptr("...")
    builder = ll_new_builder(64)
    try:
        if keys and values:
            ll_add(builder, ll.str_ptr("dict_items(["))
        elif keys:
            ll_add(builder, ll.str_ptr("dict_keys(["))
        else:
            ll_add(builder, ll.str_ptr("dict_values(["))
        first = True
        i = 0
        while i < d.used:
            if ll.getinterior(d.entries, i, "live"):
                if not first:
                    ll_add(builder, ll.str_ptr(", "))
                first = False
                value = ll.getinterior(d.entries, i, "value")
                if keys and values:
                    ll_add_byte(builder, 40)
                if keys:
                    ll_add(builder, key_reprfn(ll.getinterior(d.entries, i, "key")))
                if keys and values:
                    ll_add(builder, ll.str_ptr(", "))
                if values:
                    ll_add(builder, value_reprfn(value))
                if keys and values:
                    ll_add_byte(builder, 41)
            i += 1
        ll_add(builder, ll.str_ptr("])"))
    finally:
        ll_leave(stack)
    return ll_built(builder)
