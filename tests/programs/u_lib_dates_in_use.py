"""Dates in a program: fields of data classes, values of enumerations, keys, sort keys, patterns, generators of days."""
import copy
import datetime as dt
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum


@dataclass(order=True)
class Task:
    due: date
    name: str = "x"
    spent: timedelta = timedelta()
    done: dt.datetime = None
    tags: list = field(default_factory=list)


class Kind(Enum):
    START = date(2024, 1, 1)
    END = date(2024, 12, 31)


DAYS = {d: i for i, d in enumerate([date(2024, 1, 1) + timedelta(n) for n in range(5)])}
NOW = dt.datetime(2024, 5, 6, 7, 8, 9)
UTC = dt.timezone.utc
AWARE = NOW.replace(tzinfo=UTC)


def daterange(start, stop, step=timedelta(days=1)):
    while start < stop:
        yield start
        start += step


def parse(text):
    try:
        return dt.datetime.strptime(text, "%d.%m.%Y")
    except ValueError as e:
        print("bad:", e)
        return None


def main():
    tasks = [Task(date(2024, 3, 1), "b"), Task(date(2024, 1, 1), "a", timedelta(hours=3))]
    tasks[0].done = NOW
    for t in sorted(tasks):
        print(t, t.done is None)
    print(sum((t.spent for t in tasks), timedelta()).total_seconds())
    print(list(daterange(date(2024, 2, 27), date(2024, 3, 2))))
    print([f"{d:%a}" for d in daterange(NOW, NOW + timedelta(hours=3), timedelta(hours=1))])
    print(Kind.START.value, Kind(date(2024, 12, 31)), Kind.END)
    print(DAYS[date(2024, 1, 3)], max(DAYS), DAYS)
    for text in ["1.2.2024", "31.4.2024", "x"]:
        d = parse(text)
        if d is not None:
            print(d.date(), d)
    match tasks[0].due:
        case date(year=2024, month=m):
            print("match", m)
    best = None
    for d in DAYS:
        if best is None or d > best:
            best = d
    print(best, UTC, AWARE, AWARE.tzinfo is UTC, AWARE.tzinfo is dt.timezone.utc, AWARE.astimezone(dt.timezone.utc) is AWARE)
    days = [d.isoformat() for d in DAYS if d.weekday() < 5]
    print(copy.copy(NOW), copy.deepcopy(NOW.date()), copy.copy(UTC))
    print(days, "%s" % NOW, "{}".format(NOW), "{:%H}".format(NOW), str(NOW.date()), [NOW], (NOW, timedelta(1)))
    events = {}
    events.setdefault(NOW.date(), []).append("x")
    print(events, NOW.date() in events, {1: timedelta(2)})
    age = (date(2024, 5, 5) - date(1990, 5, 6)).days // 365
    print(age, round(timedelta(days=1, hours=7) / timedelta(hours=1), 2))
    x = NOW
    x += timedelta(days=1)
    print(x - NOW, x.time() == NOW.time(), NOW.time() < dt.time(8))


if __name__ == "__main__":
    main()
