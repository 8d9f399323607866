"""A module whose import fails."""


def settings(name):
    return {"width": 3}[name]


height = settings("height")
