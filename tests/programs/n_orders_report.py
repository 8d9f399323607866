"""Orders read from JSON, checked, grouped by week and customer, packed into records and reported."""

import io
import json
import struct
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

SOURCE = """
[
  {"id": 1, "customer": "Ada", "placed": "2024-02-26T09:15:00", "items": [{"sku": "A-1", "price": 2.5, "count": 4}]},
  {"id": 2, "customer": "Linus", "placed": "2024-03-01T17:40:30", "items": [{"sku": "B-7", "price": 10},
                                                                           {"sku": "A-1", "price": 2.5, "count": 2}]},
  {"id": 3, "customer": "Ada", "placed": "2024-03-05T08:00:00", "items": [], "note": "empty"},
  {"id": 4, "customer": null, "placed": "2024-03-06T12:00:00", "items": [{"sku": "C-3", "price": 1.25}]},
  {"id": 5, "customer": "Grace", "placed": "yesterday", "items": [{"sku": "C-3", "price": "free"}]}
]
"""
RECORD = struct.Struct("<IHd8s")


class Problem(Enum):
    NO_CUSTOMER = "no customer"
    BAD_DATE = "bad date"
    EMPTY = "no items"


@dataclass
class Order:
    number: int
    customer: str
    placed: datetime
    total: float = 0.0
    skus: list = field(default_factory=list)

    @property
    def week(self):
        year, week, _ = self.placed.isocalendar()
        return f"{year}-W{week:02d}"


def orders(text):
    for entry in json.loads(text):
        if entry["customer"] is None:
            yield None, Problem.NO_CUSTOMER, int(entry["id"])
            continue
        try:
            placed = datetime.fromisoformat(str(entry["placed"]))
        except ValueError:
            yield None, Problem.BAD_DATE, int(entry["id"])
            continue
        order = Order(int(entry["id"]), str(entry["customer"]), placed)
        for item in entry["items"]:
            order.total += float(item["price"]) * int(item.get("count", 1))
            order.skus.append(str(item["sku"]))
        if not order.skus:
            yield None, Problem.EMPTY, order.number
        else:
            yield order, None, order.number


def packed(good):
    out = io.BytesIO()
    for order in good:
        out.write(RECORD.pack(order.number, len(order.skus), order.total, order.customer.encode()))
    return out.getvalue()


def unpacked(data):
    for place in range(0, len(data), RECORD.size):
        number, count, total, name = RECORD.unpack_from(data, place)
        yield number, count, total, name.rstrip(b"\0").decode()


def main():
    good = []
    problems = defaultdict(list)
    for order, problem, number in orders(SOURCE):
        if problem is not None:
            problems[problem.value].append(number)
        elif order is not None:
            good.append(order)
    print(dict(problems))
    by_week = defaultdict(float)
    for order in good:
        by_week[order.week] += order.total
    for week, total in sorted(by_week.items()):
        print(f"{week} {total:>8.2f}")
    print(Counter(sku for order in good for sku in order.skus).most_common())
    data = packed(good)
    print(len(data), data[:6].hex(" "), *unpacked(data), sep="\n")
    first = min(order.placed for order in good)
    due = first.date() + timedelta(days=14)
    print(first.strftime("%a %d %b %Y, %H:%M"), due, due.weekday(), (due - date(2024, 1, 1)).days)
    print(json.dumps([{"id": order.number, "week": order.week, "total": order.total, "skus": order.skus} for order in good],
                     indent=1))


if __name__ == "__main__":
    main()
