"""How datetime reads ISO 8601 text: what fromisoformat of CPython 3.11 takes.  None is what cannot be read; whether
numbers are in range is for the constructors to say."""

_DIGITS = "0123456789"


def _digits(text, start, count):
    """The number of so many digits; -1: they are not there."""
    if start + count > len(text):
        return -1
    number = 0
    for c in text[start:start + count]:
        if c not in _DIGITS:
            return -1
        number = number * 10 + ord(c) - 48
    return number


def _read_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www, YYYYWww, YYYY-Www-D, YYYYWwwD."""
    year = _digits(text, 0, 4)
    at = 4
    separator = "-" if text[4:5] == "-" else ""
    at += len(separator)
    if text[at:at + 1] == "W":
        week = _digits(text, at + 1, 2)
        at += 3
        day = 1
        if at < len(text):
            if not text.startswith(separator, at):
                return None
            day = _digits(text, at + len(separator), 1)
            at += len(separator) + 1
        if year < 1 or not _is_week(year, week) or day < 1 or day > 7 or at != len(text):
            return None
        return _date_of(_ordinal_of_week(year, week, day))
    month = _digits(text, at, 2)
    at += 2
    if not text.startswith(separator, at):
        return None
    at += len(separator)
    day = _digits(text, at, 2)
    if year < 0 or month < 0 or day < 0 or at + 2 != len(text):
        return None
    return year, month, day


def _end_of_date(text):
    """Where the date of a date and time ends, 0 if it cannot be told.  What separates the time may be anything, a digit
    as well."""
    if len(text) < 7:
        return 0
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        if text[8:9] != "-" or len(text) == 9:
            return 0 if len(text) == 9 and text[8] == "-" else 8
        return 8 if text[10:11] in _DIGITS and len(text) > 10 else 10
    if text[4] != "W":
        return 8
    at = 7
    while at < len(text) and text[at] in _DIGITS:
        at += 1
    if at < 9:
        return at
    return 7 if at % 2 == 0 else 8


def _read_clock(text):
    """(hour, minute, second, microsecond) of HH[:MM[:SS[.f]]], with the colons or without them."""
    numbers = [0, 0, 0]
    at = 0
    colons = text[2:3] == ":"
    micros = 0
    for i in range(3):
        numbers[i] = _digits(text, at, 2)
        if numbers[i] < 0:
            return None
        at += 2
        if at == len(text):
            break
        if text[at] in ".,":
            digits = text[at + 1:]
            micros = _digits(digits, 0, min(len(digits), 6))
            if micros < 0 or not digits or _digits(digits, 0, min(len(digits), 6)) < 0:
                return None
            for c in digits[6:]:
                if c not in _DIGITS:
                    return None
            for _ in range(6 - len(digits)):
                micros *= 10
            break
        if i == 2 or (colons and text[at] != ":"):
            return None
        if colons:
            at += 1
            if at == len(text):
                return None
    return numbers[0], numbers[1], numbers[2], micros


def _read_time(text):
    """(hour, minute, second, microsecond, time zone or None)"""
    at = 0
    while at < len(text) and text[at] not in "+-Z":
        at += 1
    clock = _read_clock(text[:at])
    if clock is None:
        return None
    hour, minute, second, micros = clock
    if at == len(text):
        return hour, minute, second, micros, None
    if text[at] == "Z":
        return (hour, minute, second, micros, timezone.utc) if at + 1 == len(text) else None
    offset = _read_clock(text[at + 1:])
    if offset is None:
        return None
    sign = -1 if text[at] == "-" else 1
    seconds = offset[0] * 3600 + offset[1] * 60 + offset[2]
    if seconds == 0:
        return hour, minute, second, micros, timezone.utc  # microseconds alone do not count, in CPython 3.11 either
    return hour, minute, second, micros, timezone(timedelta(0, sign * seconds, sign * offset[3]))
