"""Globals and class attributes that run-time code stores are not folded; others stored only at import are."""

import sys

counter = 0
LIMIT = 3
LIMIT = LIMIT + 1


class Config:
    level = 1
    name = "base"
    made = 0

    def __init__(self):
        self.level = 5  # of the instance
        type(self).made += 1

    @classmethod
    def rename(cls, name):
        cls.name = name


class Sub(Config):
    pass


def bump():
    global counter
    counter += 1
    return counter


def set_level(level):
    Config.level = level


def set_later():
    target = Config
    target.later = 9
    return Config.later


def main():
    bump()
    print(bump(), counter, LIMIT)
    print(Config.level, Config().level)
    set_level(8)
    print(Config.level, Sub.level, Config.made)
    Config.rename("other")
    print(Config.name, Sub.name)
    setattr(Config, "level", 12)
    print(Config.level, getattr(Config, "missing", "none"), hasattr(Config, "level"))
    print(set_later())
    sys.modules[__name__]
    global created
    created = 3
    print(created)


if __name__ == "__main__":
    main()
