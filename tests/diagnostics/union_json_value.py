"""A JSON value where a text is expected: told once, by a name that users know, with the remedy."""
import json


class Order:
    def __init__(self, customer, amount):
        self.customer = customer
        self.amount = amount


def load(text):
    data = json.loads(text)
    return Order(data["customer"], data["amount"])  # note: "`JSON value or None` here"


def main():
    orders = [Order("Ada", 3)]  # error: union_mismatch "JSON value"  # note: "make plain values"
    orders.append(load('{"customer": "Grace", "amount": 4}'))
    names = []
    for order in orders:
        names.append(order.customer)
    print(", ".join(names))
    total = 0
    for order in orders:
        total += order.amount
    print(total)


if __name__ == "__main__":
    main()
