"""Texts of instances, functions and classes that say no more than what and where they are."""

import ll
from numbers_text import ll_int_prefixed
from strings import ll_byte, ll_concat


def ll_at_address(text, address):
    """text + " at 0x7f...>" """
    return ll_concat(ll_concat(ll_concat(text, ll.str_ptr(" at ")), ll_int_prefixed(address, 16)), ll.str_ptr(">"))


def ll_default_repr(qualname, address):
    """<module.C object at 0x7f...>"""
    return ll_at_address(ll_concat(ll_concat(ll.str_ptr("<"), qualname), ll.str_ptr(" object")), address)


def ll_callable_repr(text, address):
    """The text is complete, or wants the address."""
    if ll_byte(text, ll.getarraysize(text) - 1) == 62:
        return text
    return ll_at_address(text, address)


def ll_bound_method_repr(name, self):
    """<bound method C.m of <module.C object at 0x7f...>>"""
    text = ll_concat(ll_concat(ll.str_ptr("<bound method "), name), ll.str_ptr(" of "))
    return ll_concat(ll_concat(text, self), ll.str_ptr(">"))


def ll_operand_names(text, left, right):
    """text + 'A' and 'B'"""
    text = ll_concat(ll_concat(text, ll.str_ptr(" '")), left)
    return ll_concat(ll_concat(ll_concat(text, ll.str_ptr("' and '")), right), ll.str_ptr("'"))


def ll_no_attribute(class_name, name):
    text = ll_concat(ll_concat(ll.str_ptr("'"), class_name), ll.str_ptr("' object has no attribute '"))
    raise AttributeError(ll.ptr_str(ll_concat(ll_concat(text, name), ll.str_ptr("'"))))


def ll_no_operator(symbol, left, right):
    text = ll_concat(ll_concat(ll.str_ptr("unsupported operand type(s) for "), symbol), ll.str_ptr(":"))
    raise TypeError(ll.ptr_str(ll_operand_names(text, left, right)))


def ll_not_ordered(symbol, left, right):
    text = ll_concat(ll_concat(ll.str_ptr("'"), symbol), ll.str_ptr("' not supported between instances of"))
    raise TypeError(ll.ptr_str(ll_operand_names(text, left, right)))
