"""exceptions.py, hashes.py and instances.py against what CPython prints and hashes."""

import io
import itertools
import sys
import traceback

from emulation import ll, same, seeded, some_int

import exceptions
import hashes
import instances

rng = seeded(8)

# Exceptions as the rtyper lays them out; an argument's box is any Python value here.
VTABLE = ll.Struct("vtable", ("qualname", ll.Ptr(ll.STR)))
OBJECT = ll.GcStruct("object", ("typeptr", ll.Ptr(VTABLE)))
EXCEPTION = ll.GcStruct("BaseException", ("typeptr", ll.Ptr(VTABLE)), ("args", ll.Ptr(ll.GcArray(ll.GcRef))),
                        ("context", ll.GcRef), ("cause", ll.GcRef), ("suppress_context", ll.Bool),
                        ("traceback", ll.Ptr(ll.INT32S)), ("notes", ll.Ptr(ll.GcArray(ll.GcRef))),
                        ("python", ll.GcRef))
ARGS = ll.GcArray(ll.GcRef)


def strfn(value):
    return ll.str_ptr(str(value))


def reprfn(value):
    return ll.str_ptr(repr(value))


def make(error):
    """The low-level twin of an exception, without its chain."""
    e = ll.malloc(EXCEPTION)
    e.python = error
    e.typeptr = ll.malloc(VTABLE)
    e.typeptr.qualname = ll.str_ptr(f"{type(error).__module__}.{type(error).__qualname__}")
    arguments = error.args
    if isinstance(error, OSError) and error.filename is not None:
        arguments += (error.filename,)
    e.args = ll.malloc_varsize(ARGS, len(arguments))
    for i, argument in enumerate(arguments):
        e.args[i] = argument
    return e


def text_of(e):
    error = e.python
    return exceptions.ll_str(e, isinstance(error, KeyError), isinstance(error, OSError), False, False, None, None, strfn,
                             reprfn)


class UserError(Exception):
    pass


class Odd(Exception):
    def __str__(self):
        raise ValueError


VALUES = [1, -1.5, "text", "it's", "", None, True, (1, "a"), [], "é\n", b"x"]
CLASSES = [ValueError, KeyError, OSError, UserError, IndexError, SystemExit, FileNotFoundError]
for class_ in CLASSES:
    for count in range(4):
        for values in itertools.islice(itertools.product(VALUES, repeat=count), 0, None, 1 + 17 * (count == 3)):
            if issubclass(class_, OSError) and (count == 3 and not isinstance(values[2], str) or count > 1 and None in values):
                continue
            error = class_(*values)
            e = make(error)
            assert ll.ptr_str(text_of(e)) == str(error), (error, ll.ptr_str(text_of(e)))
            if not isinstance(error, OSError):
                assert ll.ptr_str(exceptions.ll_repr(e, ll.str_ptr(class_.__name__), False, None, reprfn)) == repr(error).replace(",)", ")")


# ---- chains: random histories of raising while others are being handled, and of `raise ... from`

def printed(e):
    def own_text(ref):
        if isinstance(ref.python, Odd):
            raise ValueError
        return text_of(ref)

    return ll.ptr_str(exceptions.ll_whole_text(e, OBJECT, own_text))


def printed_by_cpython(error):
    """Through the C code of sys.excepthook; the line of a place is that of the emulated traceback_text."""
    stream, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = stream


def random_chain(count):
    """Exceptions with links among them, as Python makes them; twins with the same links."""
    errors = [rng.choice([ValueError("a"), KeyError("k"), UserError(), OSError(2, "No such file"), UserError("x\ny"), Odd(1)])
              for _ in range(count)]
    errors = [type(error)(*error.args) for error in errors]
    twins = {id(error): make(error) for error in errors}
    for _ in range(rng.randrange(count * 2 + 1)):
        error, other = rng.choice(errors), rng.choice(errors)
        kind = rng.random()
        if kind < 0.6:
            try:
                try:
                    raise other
                except BaseException:
                    raise error
            except BaseException:
                pass
            # raising `other` first links nothing: nothing was being handled
            exceptions.ll_set_context(twins[id(error)], twins[id(other)])
        elif kind < 0.85:
            error.__cause__ = other
            twins[id(error)].cause = twins[id(other)]
            twins[id(error)].suppress_context = True
        else:
            error.__cause__ = None
            twins[id(error)].cause = None
            twins[id(error)].suppress_context = True
    for error in errors:
        error.__traceback__ = None
    return errors[0], twins[id(errors[0])]


for _ in range(3000):
    error, e = random_chain(rng.randrange(1, 5))
    assert printed(e) == printed_by_cpython(error), (printed(e), printed_by_cpython(error))

e = make(ValueError("x"))
e.traceback = ll.malloc_varsize(ll.INT32S, 60)
assert printed(e) == "Traceback (most recent call last):\n" + '  File "p.py", line 0, in f\n' * 60 + "ValueError: x\n"


# ---- hashes and texts of objects

def ll_hash_tuple(values):
    accumulated = hashes.PRIME_5
    for value in values:
        accumulated = hashes.ll_tuple_step(accumulated, hash(value))
    return hashes.ll_tuple_end(accumulated, len(values))


for _ in range(3000):
    same(lambda v: ll_hash_tuple(v), hash, tuple(some_int(rng) for _ in range(rng.randrange(5))))
for _ in range(1000):
    address = some_int(rng)
    turned = (address & ll._MASK) >> 4 | (address & 15) << 60
    assert hashes.ll_of_address(address) == ll._wrap(turned)
assert ll.ptr_str(instances.ll_default_repr(ll.str_ptr("__main__.C"), 0x7F00)) == "<__main__.C object at 0x7f00>"
assert ll.ptr_str(instances.ll_callable_repr(ll.str_ptr("<function f"), 16)) == "<function f at 0x10>"
assert ll.ptr_str(instances.ll_callable_repr(ll.str_ptr("<class '__main__.C'>"), 16)) == "<class '__main__.C'>"
assert ll.ptr_str(instances.ll_bound_method_repr(ll.str_ptr("C.m"), ll.str_ptr("c"))) == "<bound method C.m of c>"
