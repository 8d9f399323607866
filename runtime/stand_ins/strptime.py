"""Stands in for _strptime, which time.strptime and datetime.strptime share.

A format is matched as CPython's regular expression for it would be: each directive takes the longest text that it can,
and less if what follows does not match then.  The names of days and months are those of the C locale."""

import datetime as _datetime

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_SHORT_WEEKDAYS = tuple(name[:3] for name in _WEEKDAYS)
_SHORT_MONTHS = tuple(name[:3] for name in _MONTHS)
_HALVES = ("am", "pm")
_ZONES = ("utc", "gmt")
# The smallest and the largest number, the digits it has at most and at least.
_NUMBERS = {
    "d": (1, 31, 2, 1), "f": (0, 999999, 6, 1), "G": (0, 9999, 4, 4), "H": (0, 23, 2, 1), "I": (1, 12, 2, 1),
    "j": (1, 366, 3, 1), "m": (1, 12, 2, 1), "M": (0, 59, 2, 1), "S": (0, 61, 2, 1), "U": (0, 53, 2, 1),
    "W": (0, 53, 2, 1), "V": (0, 53, 2, 1), "w": (0, 6, 1, 1), "u": (1, 7, 1, 1), "y": (0, 99, 2, 2),
    "Y": (0, 9999, 4, 4),
}
_POWERS = (1, 10, 100, 1000, 10000, 100000)
_UNKNOWN = -1000  # a day of the year
_LONG = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


class _Found:
    """What a text says, by directive: `numbers` are where the directive has one (a name is an index)."""

    def __init__(self):
        self.numbers = {}
        self.zone = None
        self.offset = None  # in microseconds
        self.year = 1900
        self.month = 1
        self.day = 1
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.weekday = 0
        self.day_of_year = 1


def _strptime(data_string, format):
    steps = _steps(format)
    found = _Found()
    end = _match(data_string, 0, steps, 0, found)
    if end < 0:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if end != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[end:]}")
    _conclude(found)
    return found


def _steps(format):
    """Directives as in "%Y", a blank for white space, other characters in lower case."""
    steps = []
    blank = False
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            if not blank:
                steps.append(" ")
            blank = True
            continue
        blank = False
        if c != "%":
            steps.append(c.lower())
            continue
        if at == len(format):
            raise ValueError(f"stray % in format {format!r}")
        which = format[at]
        at += 1
        if which in _LONG:
            steps.extend(_steps(_LONG[which]))
        elif which == "%":
            steps.append("%")
        elif which in _NUMBERS or which in "aAbBpzZ":
            if "%" + which in steps:
                raise ValueError(f"directive {which!r} stands twice in format {format!r}")
            steps.append("%" + which)
        else:
            raise ValueError(f"{which!r} is a bad directive in format {format!r}")
    return steps


def _match(text, at, steps, i, found):
    """The end of what the steps from i on take of the text; -1: they do not match."""
    if i == len(steps):
        return at
    step = steps[i]
    if step == " ":
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        while end > at:
            result = _match(text, end, steps, i + 1, found)
            if result >= 0:
                return result
            end -= 1
        return -1
    if len(step) == 1:
        if at < len(text) and text[at].lower() == step:
            return _match(text, at + 1, steps, i + 1, found)
        return -1
    which = step[1]
    if which in _NUMBERS:
        return _match_number(text, at, steps, i, found, which)
    if which == "z":
        return _match_offset(text, at, steps, i, found)
    names = _names(which)
    order = sorted(range(len(names)), key=lambda k: len(names[k]), reverse=True)
    for k in order:
        name = names[k]
        if text[at:at + len(name)].lower() == name:
            result = _match(text, at + len(name), steps, i + 1, found)
            if result >= 0:
                found.numbers[which] = k
                if which == "Z":
                    found.zone = text[at:at + len(name)]
                return result
    return -1


def _names(which):
    if which == "a":
        return _SHORT_WEEKDAYS
    if which == "A":
        return _WEEKDAYS
    if which == "b":
        return _SHORT_MONTHS
    if which == "B":
        return _MONTHS
    return _HALVES if which == "p" else _ZONES


def _match_number(text, at, steps, i, found, which):
    low, high, most, least = _NUMBERS[which]
    start = at
    if which == "d" and text[at:at + 1] == " ":
        start += 1
        most = 1
    for count in range(most, least - 1, -1):
        digits = text[start:start + count]
        if len(digits) < count or not digits.isdecimal():
            continue
        number = int(digits)
        if number < low or number > high:
            continue
        result = _match(text, start + count, steps, i + 1, found)
        if result >= 0:
            found.numbers[which] = number * _POWERS[6 - count] if which == "f" else number
            return result
    return -1


def _match_offset(text, at, steps, i, found):
    """[+-]HH[:]MM[[:]SS[.f]] or Z"""
    if text[at:at + 1] == "Z":
        result = _match(text, at + 1, steps, i + 1, found)
        if result >= 0:
            found.offset = 0
        return result
    if text[at:at + 1] != "+" and text[at:at + 1] != "-":
        return -1
    hours = text[at + 1:at + 3]
    end = at + 3
    colon = text[end:end + 1] == ":"
    if colon:
        end += 1
    minutes = text[end:end + 2]
    if len(hours) < 2 or not hours.isdecimal() or not _is_sixtieth(minutes):
        return -1
    end += 2
    shorter = end
    seconds = 0
    micros = 0
    more = end + 1 if text[end:end + 1] == ":" else end
    if _is_sixtieth(text[more:more + 2]):
        if colon != (more > end):
            inconsistent = text[at:more + 2]
            raise ValueError(f"Inconsistent use of : in {inconsistent}")
        seconds = int(text[more:more + 2])
        end = more + 2
        if text[end:end + 1] == ".":
            last = end + 1
            while last < len(text) and last <= end + 6 and text[last].isdecimal():
                last += 1
            if last > end + 1:
                micros = int(text[end + 1:last]) * _POWERS[6 - (last - end - 1)]
                end = last
    result = _match(text, end, steps, i + 1, found)
    if result < 0 and end != shorter:
        seconds = 0
        micros = 0
        result = _match(text, shorter, steps, i + 1, found)
    if result >= 0:
        offset = ((int(hours) * 60 + int(minutes)) * 60 + seconds) * 1000000 + micros
        found.offset = -offset if text[at] == "-" else offset
    return result


def _is_sixtieth(text):
    return len(text) == 2 and text[0] in "012345" and text[1].isdecimal()


def _number(found, which):
    """-1: the format has none."""
    return found.numbers.get(which, -1)


def _weekday(found):
    for which in "Aa":
        if which in found.numbers:
            return found.numbers[which]
    if "w" in found.numbers:
        return (found.numbers["w"] + 6) % 7
    return found.numbers["u"] - 1 if "u" in found.numbers else -1


def _conclude(found):
    """The date and the time of day of what was found."""
    if "I" in found.numbers:
        found.hour = found.numbers["I"] % 12 + (12 if _number(found, "p") == 1 else 0)
    found.hour = found.numbers.get("H", found.hour)
    found.minute = found.numbers.get("M", 0)
    found.second = found.numbers.get("S", 0)
    found.microsecond = found.numbers.get("f", 0)
    weekday = _weekday(found)
    day_of_year = found.numbers.get("j", _UNKNOWN)
    iso_year = _number(found, "G")
    iso_week = _number(found, "V")
    week = max(_number(found, "U"), _number(found, "W"))
    if iso_year >= 0:
        if iso_week < 0 or weekday < 0:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        if day_of_year != _UNKNOWN:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif week < 0 and iso_week >= 0:
        if weekday < 0:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    year = _number(found, "Y")
    if "y" in found.numbers:
        year = found.numbers["y"] + (1900 if found.numbers["y"] > 68 else 2000)
    month = found.numbers.get("m", max(_number(found, "b"), _number(found, "B")) + 1)
    day = found.numbers.get("d", 1)
    month = max(month, 1)
    leap = year < 0 and month == 2 and day == 29
    if year < 0:
        year = 1904 if leap else 1900
    if day_of_year == _UNKNOWN and weekday >= 0:
        if week >= 0:
            day_of_year = _day_in_week(year, week, weekday, "U" in found.numbers)
        elif iso_year >= 0:
            year = iso_year
            fourth = _datetime.date(year, 1, 4).weekday()
            day_of_year = 7 * iso_week + weekday - fourth - 3  # week 1 has the fourth of January
        if day_of_year != _UNKNOWN and day_of_year <= 0:
            year -= 1
            day_of_year += _datetime.date(year + 1, 1, 1).toordinal() - _datetime.date(year, 1, 1).toordinal()
    if day_of_year == _UNKNOWN:
        at = _datetime.date(year, month, day)
        day_of_year = at.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    else:
        at = _datetime.date.fromordinal(day_of_year - 1 + _datetime.date(year, 1, 1).toordinal())
    found.day_of_year = day_of_year
    found.weekday = at.weekday() if weekday < 0 else weekday
    found.year = 1900 if leap else at.year
    found.month = at.month
    found.day = at.day


def _day_in_week(year, week, weekday, from_sunday):
    """The day of the year, below 1 in the year before."""
    first = _datetime.date(year, 1, 1).weekday()
    if from_sunday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday
