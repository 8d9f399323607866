"""Texts of instances, functions and classes that say no more than what and where they are."""

import ll
from numbers_text import ll_int_prefixed
from strings import ll_concat


def ll_at_address(text, address):
    """text + " at 0x7f...>" """
    return ll_concat(ll_concat(ll_concat(text, ll.str_ptr(" at ")), ll_int_prefixed(address, 16)), ll.str_ptr(">"))


def ll_default_repr(qualname, address):
    """<module.C object at 0x7f...>"""
    return ll_at_address(ll_concat(ll_concat(ll.str_ptr("<"), qualname), ll.str_ptr(" object")), address)


def ll_function_repr(name, address):
    return ll_at_address(ll_concat(ll.str_ptr("<function "), name), address)


def ll_class_repr(name, address):
    return ll_concat(ll_concat(ll.str_ptr("<class '"), name), ll.str_ptr("'>"))
