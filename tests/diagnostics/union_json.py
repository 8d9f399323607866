"""A dict of several types that reaches json.dumps through a function: told once, where the types meet."""
import json


class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price

    def to_dict(self):
        return {"name": self.name, "price": self.price}  # error: union_mismatch "holds `float` here and `str` elsewhere"


def main():
    print(json.dumps([item.to_dict() for item in [Item("a", 1.5)]], indent=2))


if __name__ == "__main__":
    main()
