"""The calendar and exact arithmetic for datetime.

Days are counted as in the proleptic Gregorian calendar, day 1 is the first of January of year 1.  To find the date of
a day, months start in March, so that the leap day is the last of its year (Edward G. Richards, in Explanatory
Supplement to the Astronomical Almanac, 3rd edition, 2013, section 15.11)."""

import math as _math

MINYEAR = 1
MAXYEAR = 9999

_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


def _day_of_year(year, month, day):
    return _DAYS_BEFORE[month] + day + (1 if month > 2 and _is_leap(year) else 0)


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _day_of_year(year, month, day)


def _date_of(ordinal):
    """(year, month, day)"""
    days = ordinal + 305  # since the first of March of the year 0
    century = (4 * days + 3) // 146097
    days -= 146097 * century // 4
    year = (4 * days + 3) // 1461
    days -= 1461 * year // 4
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += 100 * century
    if month < 10:
        return year, month + 3, day
    return year + 1, month - 9, day


def _check_date(year, month, day):
    if year < MINYEAR or year > MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if month < 1 or month > 12:
        raise ValueError("month must be in 1..12")
    if day < 1 or day > _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if hour < 0 or hour > 23:
        raise ValueError("hour must be in 0..23")
    if minute < 0 or minute > 59:
        raise ValueError("minute must be in 0..59")
    if second < 0 or second > 59:
        raise ValueError("second must be in 0..59")
    if microsecond < 0 or microsecond > 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _first_week(year):
    """The ordinal of the Monday of ISO week 1, the one with the first Thursday."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + 7 if weekday > 3 else first - weekday


def _is_week(year, week):
    return 1 <= week <= 52 or (week == 53 and _first_week(year + 1) - _first_week(year) == 371)


def _ordinal_of_week(year, week, day):
    if year < MINYEAR or year > MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not _is_week(year, week):
        raise ValueError(f"Invalid week: {week}")
    if day < 1 or day > 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _first_week(year) + (week - 1) * 7 + day - 1


def _half_away(x):
    """x rounded to an integer, halves away from zero."""
    whole = int(x)
    rest = x - whole
    if rest >= 0.5:
        return whole + 1
    return whole - 1 if rest <= -0.5 else whole


def _nearest(number, divisor):
    """number / divisor, halves to even."""
    quotient, rest = divmod(number, divisor)
    if divisor < 0:
        rest = -rest
        divisor = -divisor
    if rest > divisor - rest or (rest == divisor - rest and quotient & 1):
        return quotient + 1
    return quotient


def _as_bits(x):
    """(bits, exponent): x > 0 is bits * 2**exponent, with 53 bits."""
    if x != x:
        raise ValueError("cannot convert NaN to integer ratio")
    if _math.isinf(x):
        raise OverflowError("cannot convert Infinity to integer ratio")
    fraction, exponent = _math.frexp(x)
    return int(fraction * 9007199254740992.0), exponent - 53


def _times(number, factor):
    """number * factor, exact and then rounded, halves to even; factor is a float."""
    bits, exponent = _as_bits(abs(factor))
    left = abs(number)
    result = half = rest = 0  # rest: of what was shifted out, whether there is anything below the half
    for i in range(53):
        term = left if bits >> i & 1 else 0
        if i + exponent >= 0:
            result += term << (i + exponent)
        else:
            result += term
            rest |= half
            half = result & 1
            result >>= 1
    for _ in range(min(-exponent - 53, 64)):
        rest |= half
        half = result & 1
        result >>= 1
    if half and (rest or result & 1):
        result += 1
    return -result if (number < 0) != (factor < 0.0) else result


def _divided(number, divisor):
    """number / divisor, exact and then rounded, halves to even; divisor is a float."""
    bits, exponent = _as_bits(abs(divisor))
    left = abs(number)
    if exponent > 10:
        return 0  # the divisor is above 2**62
    if exponent >= 0:
        result = _nearest(left, bits << exponent)
    elif left == 0:
        return 0
    else:
        result, rest = divmod(left, bits)
        for _ in range(-exponent):
            result += result
            rest += rest
            if rest >= bits:
                rest -= bits
                result += 1
        if rest > bits - rest or (rest == bits - rest and result & 1):
            result += 1
    return -result if (number < 0) != (divisor < 0.0) else result
