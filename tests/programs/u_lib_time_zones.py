"""datetime.timezone and tzinfo: offsets, names, limits, zones of the program's own with summer time and folds."""
from datetime import datetime, timedelta, timezone, tzinfo

HOUR = timedelta(hours=1)


class Summer(tzinfo):
    """One hour east in winter, two from 31 March 02:00 to 27 October 03:00."""

    def utcoffset(self, dt):
        return HOUR + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        naive = dt.replace(tzinfo=None)
        ends = datetime(naive.year, 10, 27, 3)
        if ends - HOUR <= naive < ends:
            return timedelta(0) if dt.fold else HOUR
        return HOUR if datetime(naive.year, 3, 31, 2) <= naive < ends else timedelta(0)

    def tzname(self, dt):
        return "SUM" if self.dst(dt) else "WIN"

    def fromutc(self, dt):
        utc = dt.replace(tzinfo=None)
        start = datetime(utc.year, 3, 31, 1)
        ends = datetime(utc.year, 10, 27, 1)
        if start <= utc < ends:
            return dt + 2 * HOUR
        return (dt + HOUR).replace(fold=1 if ends <= utc < ends + HOUR else 0)


ZONE = Summer()


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)


def fixed():
    for zone in [timezone.utc, timezone(timedelta(0)), timezone(timedelta(0), "Z"), timezone(timedelta(hours=5, minutes=30)),
                 timezone(-HOUR * 8, "PST"), timezone(timedelta(seconds=-3661)), timezone(timedelta(microseconds=1)), timezone.min]:
        when = datetime(2024, 1, 2, 3, 4, 5, tzinfo=zone)
        print(zone, repr(zone), zone.utcoffset(None), zone.tzname(when), zone.dst(None), when, f"{when:%z|%Z}", zone == timezone.utc)
        print(repr(when), when.astimezone(timezone.utc), when.utctimetuple().tm_hour, hash(zone) == hash(zone.utcoffset(None)))
    print(timezone(timedelta(0)) is timezone.utc, timezone(HOUR) == timezone(HOUR, "x"), timezone.max)
    attempt(lambda: timezone(24 * HOUR))
    attempt(lambda: timezone(-24 * HOUR))
    attempt(lambda: timezone(tzinfo().utcoffset(None)))


def own():
    for month, day, hour in [(1, 1, 0), (3, 31, 0), (3, 31, 1), (7, 1, 12), (10, 27, 0), (10, 27, 1), (10, 27, 2)]:
        utc = datetime(2024, month, day, hour, 30, tzinfo=timezone.utc)
        local = utc.astimezone(ZONE)
        print(utc, local, local.tzname(), local.fold, local.dst(), local.utcoffset(), local.astimezone(timezone.utc) == utc)
    first = datetime(2024, 10, 27, 2, 30, tzinfo=ZONE)
    second = first.replace(fold=1)
    print(first == second, first.timestamp(), second.timestamp(), second - first, hash(first) == hash(second), first.utctimetuple().tm_hour)
    print(first == datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc), datetime.now(ZONE).tzinfo is ZONE)


def main():
    fixed()
    own()


if __name__ == "__main__":
    main()
