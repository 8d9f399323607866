"""Stands in for what built-in functions do in their rarer forms."""


def until(function, sentinel):
    """iter(function, sentinel)"""
    while True:
        value = function()
        if value is sentinel or value == sentinel:
            return
        yield value
