"""datetime.datetime and datetime.time: fields, ISO text both ways, arithmetic, order, naive and aware, conversions."""
import datetime
from datetime import datetime as DateTime, time, timedelta, timezone

START = DateTime(2024, 2, 28, 23, 59, 58, 999999)
LUNCH = time(12, 30)
CET = timezone(timedelta(hours=1), "CET")
MEETING = DateTime(2024, 7, 1, 9, 30, tzinfo=CET)


class Stamp(DateTime):
    def short(self):
        return f"{self:%H:%M}"


def attempt(action):
    try:
        print(action())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


def fields():
    d = START
    print(d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, d.tzinfo, d.fold, d.date(), d.time())
    print(d, repr(d), d.isoformat(), d.ctime(), d.timetuple(), d.weekday(), d.isocalendar(), d.toordinal())
    print(repr(DateTime(1, 2, 3)), repr(DateTime(1, 2, 3, 4, 5, 6)), DateTime(2000, 1, 1, fold=1), DateTime.min)
    print(DateTime.max, DateTime.resolution, d.replace(hour=1, microsecond=0), d.replace(tzinfo=timezone.utc), MEETING)
    print(DateTime.combine(d.date(), LUNCH), DateTime.combine(MEETING, LUNCH, CET), repr(MEETING), MEETING.timetz())
    for spec in ["hours", "minutes", "seconds", "milliseconds", "microseconds", "auto"]:
        print(d.isoformat(timespec=spec), d.isoformat(" ", spec), LUNCH.isoformat(spec), MEETING.isoformat("_", spec))
    print(isinstance(d, datetime.date), type(d).__name__, DateTime.fromordinal(730000), d.strftime("%c|%x|%X|%I %p|%f"))


def arithmetic():
    print(START + timedelta(microseconds=1), START - timedelta(days=60), START - START, timedelta(1) + START)
    print(DateTime(2024, 3, 1) - START, START - DateTime(2024, 3, 1), MEETING + timedelta(hours=15), START - timedelta(0, 5, 7))
    print(MEETING - DateTime(2024, 7, 1, 9, 30, tzinfo=timezone.utc), (MEETING - timedelta(5)).tzname())
    attempt(lambda: DateTime.max + timedelta(0, 0, 1))
    attempt(lambda: DateTime.min - timedelta(1))
    attempt(lambda: START - MEETING)


def comparisons():
    same = MEETING.astimezone(timezone.utc)
    print(same, same == MEETING, hash(same) == hash(MEETING), same.tzname(), MEETING.tzname(), MEETING.utcoffset(), same < MEETING)
    print(START == MEETING, START != MEETING, START < DateTime(2025, 1, 1), sorted([DateTime(2025, 1, 1), START])[0])
    print({START: 1}[START.replace()], MEETING in {same}, START == START.date(), START.date() == START, START == 5)
    attempt(lambda: START < MEETING)
    attempt(lambda: START < START.date())
    attempt(lambda: LUNCH < LUNCH.replace(tzinfo=CET))


def times():
    t = time(1, 2, 3, 4)
    print(t, repr(t), repr(LUNCH), repr(time()), t < LUNCH, t == time(1, 2, 3, 4), hash(t) == hash(time(1, 2, 3, 4)), max(t, LUNCH))
    print(time.min, time.max, time.resolution, t.replace(hour=5, tzinfo=CET), t.replace(tzinfo=CET).utcoffset(), f"{t:%H-%M-%S.%f}")
    print(LUNCH.replace(tzinfo=CET) == time(11, 30, tzinfo=timezone.utc), LUNCH == LUNCH.replace(tzinfo=CET), bool(time()))
    for text in ["04", "04:23", "04:23:01", "042301", "T04:23:01.000384", "04:23:01,000384", "04:23:01+04:00", "04:23Z", "24:00",
                 "4:23", "04:23:", "04:23:01.", "04-25", "x"]:
        attempt(lambda: repr(time.fromisoformat(text)))


def texts():
    for text in ["2011-11-04", "2011-11-04T00:05:23", "20111104 000523", "2011-W01-2T00:05:23.283", "2011-11-04 00:05:23.283185",
                 "2011-11-04T00:05:23Z", "2011-11-04T00:05:23+04:00", "2011-11-04T00:05:23-00:30:15.5", "2011-11-04x10",
                 "20111104", "2011-11-0", "2011-11-04T", "2011-11-04T25:00", "2011-02-30T01:00", "2011-11-04T00:05:23+25:00", "now"]:
        attempt(lambda: repr(DateTime.fromisoformat(text)))


def stamps():
    for seconds in [0, 86399, 951782400, -1, -62135596800, 253402300799]:
        print(DateTime.utcfromtimestamp(seconds), DateTime.fromtimestamp(seconds, timezone.utc))
    print(DateTime.fromtimestamp(951782400, CET), repr(DateTime.fromtimestamp(0, tz=CET)))
    for seconds in [0.5, 1.0000005, 1.0000015, -0.25, 1700000000.123456, 0.9999999]:
        print(DateTime.utcfromtimestamp(seconds), DateTime.fromtimestamp(seconds, timezone.utc).timestamp())
    print(MEETING.timestamp(), DateTime(1970, 1, 1, tzinfo=timezone.utc).timestamp(), DateTime.min.replace(tzinfo=CET).timestamp())
    print(MEETING.utctimetuple(), DateTime.fromtimestamp(START.timestamp()) == START)
    attempt(lambda: DateTime.utcfromtimestamp(1e12))
    attempt(lambda: DateTime.utcfromtimestamp(float("nan")))
    attempt(lambda: DateTime.fromtimestamp(float("inf")))


def errors():
    attempt(lambda: DateTime(2024, 1, 1, 24))
    attempt(lambda: DateTime(2024, 1, 1, 0, 60))
    attempt(lambda: DateTime(2024, 1, 1, 0, 0, -1))
    attempt(lambda: time(0, 0, 0, 1000000))
    attempt(lambda: time(fold=2))
    attempt(lambda: START.isoformat(timespec="weeks"))


def main():
    fields()
    arithmetic()
    comparisons()
    times()
    texts()
    stamps()
    errors()
    now = datetime.datetime.now()
    later = DateTime.now(timezone.utc)
    print(now <= DateTime.now(), now.tzinfo, later.tzinfo, abs(later - now.astimezone()) < timedelta(minutes=1), DateTime.today() >= now)
    print(abs(DateTime.utcnow() - later.replace(tzinfo=None)) < timedelta(minutes=1))
    stamp = Stamp(2024, 1, 2, 3, 4)
    print(stamp, repr(stamp), stamp.short(), (stamp + timedelta(hours=1)).short(), Stamp.fromisoformat("2024-05-06T07:08").short())


if __name__ == "__main__":
    main()
