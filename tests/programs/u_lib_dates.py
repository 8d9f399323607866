"""datetime.date: calendar, ISO weeks, text both ways, arithmetic, order; dates that the module level makes."""
import datetime as dt
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)
HOLIDAYS = {date(2024, 12, 25): "Christmas", date(2024, 1, 1): "New Year"}
SPRING = [date(2024, 3, day) for day in range(1, 4)]


class Day(date):
    def is_weekend(self):
        return self.weekday() >= 5


def attempt(action):
    try:
        print(action())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


def calendar():
    for year, month, day in [(1, 1, 1), (4, 2, 29), (1582, 10, 15), (1900, 2, 28), (1999, 12, 31), (2000, 2, 29),
                             (2024, 2, 29), (9999, 12, 31)]:
        d = date(year, month, day)
        print(d, d.toordinal(), date.fromordinal(d.toordinal()) == d, d.weekday(), d.isoweekday(), d.isocalendar())
    total = 0
    for ordinal in range(1, 3652060, 997):
        d = date.fromordinal(ordinal)
        total = (total * 31 + d.year * 372 + d.month * 31 + d.day + d.isocalendar().week) % 1000003
        if d.toordinal() != ordinal or d.weekday() != (ordinal + 6) % 7:
            print("wrong", d)
    print(total)
    for day in [date(2020, 12, 31), date(2021, 1, 3), date(2018, 12, 31), date(2016, 1, 3)]:
        year, week, weekday = day.isocalendar()
        print(year, week, weekday, date.fromisocalendar(year, week, weekday) == day, day.isocalendar()[1])
    print(date(2024, 12, 31).timetuple(), date(2023, 3, 1).timetuple().tm_yday, EPOCH.ctime())


def arithmetic():
    d = date(2024, 2, 28)
    print(d + timedelta(1), d + timedelta(2), timedelta(days=-59) + d, d - timedelta(weeks=52), d - EPOCH)
    print((EPOCH - d).days, d + timedelta(hours=47), d.replace(year=2023), d.replace(day=1, month=12), d - d)
    print(date.min, date.max, date.resolution, date.max - date.min, repr(d), repr(date.max))
    d += timedelta(days=400)
    print(d, (date(d.year + 1, 1, 1) - d).days)


def comparisons():
    a = date(2002, 3, 1)
    b = date(2002, 3, 2)
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == date(2002, 3, 1), hash(a) == hash(date(2002, 3, 1)))
    print(max(a, b, EPOCH), sorted([b, a, EPOCH], reverse=True), a in HOLIDAYS, HOLIDAYS[date(2024, 12, 25)])
    print(sorted(HOLIDAYS), min(HOLIDAYS), SPRING, len({a, b, a + timedelta(1)}), a == 5, a != "2002-03-01")


def text():
    d = date(2024, 7, 9)
    print(f"{d:%Y/%m/%d} {d} {d!r} {d:%A %d. %B %y, %j, week %W %U %V of %G, %a %b %e %C %u %w %% %D %F}")
    print(d.strftime("%d.%m.%Y"), d.strftime(""), d.strftime("no directive"), d.strftime("%H:%M:%S %f|%z|%Z|%p"))
    print(d.strftime("%-d.%-m. %_d %010Y %^a %^B %#p"), format(d, ""), "{:%b}".format(d), d.isoformat())
    for shown in ["2024-07-09", "20240709", "2024-W28", "2024W28", "2024-W28-2", "2024W282", "2024-13-01", "2024-02-30",
                  "2024-7-9", "", "2024-07-09T10", "2024-W54-1", "２０２４-07-09", "abcdefgh"]:
        attempt(lambda: date.fromisoformat(shown))


def errors():
    attempt(lambda: date(0, 1, 1))
    attempt(lambda: date(10000, 1, 1))
    attempt(lambda: date(2023, 0, 1))
    attempt(lambda: date(2023, 13, 1))
    attempt(lambda: date(2023, 2, 29))
    attempt(lambda: date(2023, 4, 31))
    attempt(lambda: date.max + timedelta(1))
    attempt(lambda: date.min - timedelta(1))
    attempt(lambda: date(2024, 2, 29).replace(year=2023))
    attempt(lambda: date.fromordinal(0))
    attempt(lambda: date.fromordinal(3652060))
    attempt(lambda: date.fromisocalendar(2023, 53, 1))
    attempt(lambda: date.fromisocalendar(2023, 5, 8))
    attempt(lambda: date.fromisocalendar(0, 5, 7))


def main():
    calendar()
    arithmetic()
    comparisons()
    text()
    errors()
    day = Day(2024, 6, 29)
    print(day, repr(day), day.is_weekend(), (day + timedelta(2)).is_weekend(), isinstance(day, date), Day.fromordinal(99))
    print(repr(day.replace(day=1)), Day.fromisoformat("2024-07-01").is_weekend(), day > EPOCH)
    today = dt.date.today()
    print(today >= date(2024, 1, 1), today - today, abs((date.fromtimestamp(0) - EPOCH).days) <= 1)


if __name__ == "__main__":
    main()
