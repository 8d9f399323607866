"""strptime and strftime of datetime and time, time.struct_time, gmtime, localtime, mktime, ctime."""
import time
from datetime import date, datetime

SAMPLES = [
    ("2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S"),
    ("29/2/24", "%d/%m/%y"),
    ("1/1/69", "%d/%m/%y"),
    ("Thu Feb 29 01:02:03 2024", "%a %b %d %H:%M:%S %Y"),
    ("thursday, FEBRUARY 29, 2024", "%A, %B %d, %Y"),
    ("01:05 pm", "%I:%M %p"),
    ("12:05 AM", "%I:%M %p"),
    ("20240229131415123", "%Y%m%d%H%M%S%f"),
    ("060 2024", "%j %Y"),
    ("2024 52 1", "%Y %U %w"),
    ("2024 0 Mon", "%Y %W %a"),
    ("2020-W53-7", "%G-W%V-%u"),
    ("2024-02-29T13:14:15.5+01:30", "%Y-%m-%dT%H:%M:%S.%f%z"),
    ("13:14 -0030", "%H:%M %z"),
    ("13:14 Z UTC", "%H:%M %z %Z"),
    ("+01:30:15.25", "%z"),
    ("Thu Feb 29 01:02:03 2024", "%c"),
    ("02/29/24   01:02:03", "%x %X"),
    ("29 2", "%d %m"),
    ("100%", "%j%%"),
    ("12", "%d%m"),
    ("2024-02-30", "%Y-%m-%d"),
    ("2024-02-29 ", "%Y-%m-%d"),
    ("2024-02-29", "%Y/%m/%d"),
    ("24:00", "%H:%M"),
    ("2024", "%Q"),
    ("2024", "%Y%"),
    ("2020 10", "%G %V"),
    ("10", "%V"),
    ("2020-W10-1-100", "%G-W%V-%u-%j"),
    ("10 Mon", "%V %a"),
    ("+01:3015", "%z"),
    ("", ""),
]


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


def main():
    for text, form in SAMPLES:
        attempt(lambda: repr(datetime.strptime(text, form)))
        attempt(lambda: time.strptime(text, form))
    day = datetime(2024, 2, 29, 13, 4, 5, 6)
    for form in ["%Y-%m-%dT%H:%M:%S.%f%z", "%a %A %b %B %h|%p %P %I %l %k|%j %U %W %V %G %g %u %w", "%c %D %e %F %n%t %r %R %T %x %X",
                 "%-d %-m %_H %05M %^a %#Z %EY %Od", "%%Y %Q %", "%C %y %010d é"]:
        print(repr(day.strftime(form)))
    for year in [1, 99, 999, 9999]:
        print(date(year, 1, 1).strftime("%Y %y %C %G-%V"), date(year, 12, 31).strftime("%U %W %V %u"))
    start = time.gmtime(0)
    print(start, start.tm_year, start[1], start.tm_zone, start.tm_gmtoff, len(start), start[:3], tuple(start))
    print(time.asctime(start), time.strftime("%d.%m.%Y %H:%M", start), start == time.gmtime(0.5), start < time.gmtime(86400))
    for seconds in [1, 86400, 951782399, 1700000000, -1, 1.75]:
        local = time.localtime(seconds)
        print(time.mktime(local) == seconds // 1, time.gmtime(seconds), time.ctime(seconds) == time.asctime(local))
    print(time.strftime("%Y-%m-%d", (2024, 2, 29, 0, 0, 0, 3, 60, -1)), time.struct_time((2024, 2, 29, 0, 0, 0, 3, 60, 0)))
    year, month, day_of_month, *rest = time.strptime("30 Nov 00", "%d %b %y")
    print(year, month, day_of_month, rest, time.localtime().tm_year >= 2024, len(time.strftime("%H:%M:%S")))
    attempt(lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)))
    attempt(lambda: time.strftime("%Y", (2024, 1, 32, 0, 0, 0, 0, 1, 0)))
    attempt(lambda: time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0)))


if __name__ == "__main__":
    main()
