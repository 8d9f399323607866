"""Stands in for time: what it has beyond clocks.  Names of days and months are those of the C locale."""

import datetime as _datetime
from time import time_ns as _time_ns

from _strptime import _strptime as _read_with_format

_DAY = 86400
_EPOCH = 719163  # the ordinal of 1970-01-01
_WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
_LONG = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "r": "%I:%M:%S %p",
         "T": "%H:%M:%S", "x": "%m/%d/%y", "X": "%H:%M:%S"}


# Of the local time: seconds east of Greenwich at a time in seconds since 1970, whether it is summer time, and the name
# of the zone then; and the time at which local clocks show something.
_local_offset = builtin("time.local_offset")
_local_is_summer = builtin("time.local_is_summer")
_local_zone = builtin("time.local_zone")
_local_seconds = builtin("time.local_seconds")


class struct_time:
    _sapwood_kind_of_ = tuple
    _sapwood_fields_ = _FIELDS
    _sapwood_as_values_ = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")

    def __init__(self, sequence):
        (self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min, self.tm_sec, self.tm_wday, self.tm_yday,
         self.tm_isdst) = sequence
        self.tm_zone = None
        self.tm_gmtoff = None

    @staticmethod
    def _prebuilt_(live):
        made = struct_time(tuple(live))
        made.tm_zone = live.tm_zone
        made.tm_gmtoff = live.tm_gmtoff
        return made

    def __sapwood_value__(self):
        return (self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min, self.tm_sec, self.tm_wday,
                self.tm_yday, self.tm_isdst)

    def __eq__(self, other):
        return self.__sapwood_value__() == other

    def __ne__(self, other):
        return self.__sapwood_value__() != other

    def __lt__(self, other):
        return self.__sapwood_value__() < other

    def __le__(self, other):
        return self.__sapwood_value__() <= other

    def __gt__(self, other):
        return self.__sapwood_value__() > other

    def __ge__(self, other):
        return self.__sapwood_value__() >= other

    def __hash__(self):
        return hash(self.__sapwood_value__())

    def __repr__(self):
        return (f"time.struct_time(tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}, "
                f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}, tm_wday={self.tm_wday}, "
                f"tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst})")


def _clock(seconds, offset, is_summer, zone):
    """What clocks with this offset show at a time in seconds since 1970."""
    rest = (seconds + offset) % _DAY
    at = _datetime.date.fromordinal((seconds + offset) // _DAY + _EPOCH)
    made = struct_time((at.year, at.month, at.day, rest // 3600, rest // 60 % 60, rest % 60, at.weekday(),
                        at.toordinal() - _datetime.date(at.year, 1, 1).toordinal() + 1, is_summer))
    made.tm_zone = zone
    made.tm_gmtoff = offset
    return made


def _whole(seconds):
    return _time_ns() // 1000000000 if seconds is None else int(seconds // 1)


def localtime(seconds=None, /):
    now = _whole(seconds)
    return _clock(now, _local_offset(now), _local_is_summer(now), _local_zone(now))


def gmtime(seconds=None, /):
    return _clock(_whole(seconds), 0, 0, "GMT")


def mktime(t, /):
    year, month, day, hour, minute, second, _, _, is_summer = t
    return float(_local_seconds(year, month, day, hour, minute, second, is_summer))


def asctime(t=None, /):
    year, month, day, hour, minute, second, weekday, _, _ = _checked(_fields(t))
    return (f"{_WEEKDAYS[(weekday + 1) % 7][:3]} {_MONTHS[month - 1][:3]} {day:2} "
            f"{hour:02}:{minute:02}:{second:02} {year}")


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    found = _read_with_format(data_string, format)
    made = struct_time((found.year, found.month, found.day, found.hour, found.minute, found.second, found.weekday,
                        found.day_of_year, -1 if found.zone is None else 0))
    made.tm_zone = found.zone
    made.tm_gmtoff = None if found.offset is None else found.offset // 1000000
    return made


def _fields(t):
    """The nine numbers of what may be given: nothing is now."""
    if t is None:
        return localtime().__sapwood_value__()
    if isinstance(t, struct_time):
        return t.__sapwood_value__()
    return t


def _checked(fields):
    """The same; month, day and day of the year may be 0 for 1."""
    year, month, day, hour, minute, second, weekday, day_of_year, is_summer = fields
    month = month or 1
    day = day or 1
    day_of_year = day_of_year or 1
    if month < 0 or month > 12:
        raise ValueError("month out of range")
    if day < 0 or day > 31:
        raise ValueError("day of month out of range")
    if hour < 0 or hour > 23:
        raise ValueError("hour out of range")
    if minute < 0 or minute > 59:
        raise ValueError("minute out of range")
    if second < 0 or second > 61:
        raise ValueError("seconds out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    if day_of_year < 0 or day_of_year > 366:
        raise ValueError("day of year out of range")
    return year, month, day, hour, minute, second, weekday % 7, day_of_year, is_summer


def strftime(format, t=None, /):
    zone = ""
    offset = 0
    if t is None or isinstance(t, struct_time):
        at = localtime() if t is None else t
        zone = at.tm_zone or ""
        offset = at.tm_gmtoff or 0
    parts = []
    _show(format, _checked(_fields(t)), zone, offset, parts)
    return "".join(parts)


def _show(format, fields, zone, offset, parts):
    start = 0
    while True:
        at = format.find("%", start)
        if at < 0:
            parts.append(format[start:])
            return
        parts.append(format[start:at])
        end = at + 1
        fill = ""
        upper = False
        swap = False
        while end < len(format) and format[end] in "_-0^#":
            if format[end] == "^":
                upper = True
            elif format[end] == "#":
                swap = True
            else:
                fill = format[end]
            end += 1
        width = 0
        while end < len(format) and format[end] in "0123456789":
            width = width * 10 + ord(format[end]) - 48
            end += 1
        if end < len(format) and format[end] in "EO":
            end += 1
        if end == len(format):
            parts.append(format[at:])
            return
        which = format[end]
        start = end + 1
        digits = _DIGITS_OF.get(which, 0)
        if digits:
            parts.append(_padded(_number(which, fields), digits, "_" if which in "ekl" else "0", fill, width))
            continue
        if which in _LONG:
            inner = []
            _show(_LONG[which], fields, zone, offset, inner)
            text = "".join(inner)
        elif which in "aAbBhpPntZz%":
            text = _word(which, fields, zone, offset, swap)
        else:
            text = format[at:start]  # as it stands
            width = 0
        if (upper and which != "P") or (swap and which in "aAbBh"):
            text = text.upper()
        parts.append(text.rjust(width, "0" if fill == "0" else " "))


# The digits that a number is filled up to.
_DIGITS_OF = {"C": 1, "d": 2, "e": 2, "g": 2, "G": 1, "H": 2, "I": 2, "j": 3, "k": 2, "l": 2, "m": 2, "M": 2, "s": 1,
              "S": 2, "u": 1, "U": 2, "V": 2, "w": 1, "W": 2, "y": 2, "Y": 1}


def _padded(number, digits, own_fill, fill, width):
    if fill == "-":
        return str(number)
    digits = max(digits, width)
    if (fill or own_fill) == "_":
        return str(number).rjust(digits)
    return str(number).zfill(digits)


def _number(which, fields):
    year, month, day, hour, minute, second, weekday, day_of_year, is_summer = fields
    from_sunday = (weekday + 1) % 7
    if which == "Y":
        return year
    if which == "m":
        return month
    if which == "d" or which == "e":
        return day
    if which == "H" or which == "k":
        return hour
    if which == "M":
        return minute
    if which == "S":
        return second
    if which == "I" or which == "l":
        return (hour + 11) % 12 + 1
    if which == "j":
        return day_of_year
    if which == "y":
        return year % 100
    if which == "C":
        return year // 100
    if which == "w":
        return from_sunday
    if which == "u":
        return weekday + 1
    if which == "U":
        return (day_of_year + 6 - from_sunday) // 7
    if which == "W":
        return (day_of_year + 6 - weekday) // 7
    if which == "s":
        return _local_seconds(year, month, day, hour, minute, second, is_summer)
    iso_year, week = _iso_week(year, day_of_year - 1, weekday)
    if which == "V":
        return week
    return iso_year % 100 if which == "g" else iso_year


def _iso_week(year, days, weekday):
    """The year and the week, the first of which has the first Thursday; days are those before in this year."""
    monday = days - weekday
    if monday + 3 < 0:
        length = 366 if _is_leap(year - 1) else 365
        return year - 1, (monday + length + 3) // 7 + 1
    length = 366 if _is_leap(year) else 365
    if monday + 3 >= length:
        return year + 1, 1
    return year, (monday + 3) // 7 + 1


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _word(which, fields, zone, offset, swap):
    hour = fields[3]
    if which == "a":
        return _WEEKDAYS[(fields[6] + 1) % 7][:3]
    if which == "A":
        return _WEEKDAYS[(fields[6] + 1) % 7]
    if which == "b" or which == "h":
        return _MONTHS[fields[1] - 1][:3]
    if which == "B":
        return _MONTHS[fields[1] - 1]
    if which == "p":
        shown = "AM" if hour < 12 else "PM"
        return shown.lower() if swap else shown
    if which == "P":
        return "am" if hour < 12 else "pm"
    if which == "n":
        return "\n"
    if which == "t":
        return "\t"
    if which == "%":
        return "%"
    if which == "Z":
        return zone.lower() if swap else zone
    if fields[8] < 0:
        return ""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
