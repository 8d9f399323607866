"""Spans and zones of datetime.

The microseconds of more than 292,000 years do not fit 64 bits: what is computed with the number of microseconds of such
a timedelta raises OverflowError (quotients, remainders, products with floats)."""

import time as _time

_MAX_DAYS = 999999999
_MAX_ORDINAL = 3652059
_EPOCH = 719163  # the ordinal of 1970-01-01
_DAY = 86400
_MILLION = 1000000
_DAY_MICROS = _DAY * _MILLION
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COMPARISONS = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")

# Of the local time: seconds east of Greenwich at a time in seconds since 1970, and the name of the zone then.
_local_offset = builtin("time.local_offset")
_local_zone = builtin("time.local_zone")


def _whole(value, name):
    if isinstance(value, (int, float)):
        return int(value)
    raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")


def _rounded(fractions):
    """Microseconds of pairs of a fraction and its unit: their sum's integer, and what is left to be rounded."""
    micros = 0
    rest = 0.0
    for fraction, unit in fractions:
        if fraction != 0.0:
            fine = fraction * unit
            whole = int(fine)
            micros += whole
            rest += fine - whole
    return micros, rest


def _check_days(days):
    if abs(days) > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    if abs(days) > _MAX_DAYS:
        raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        day = _whole(days, "days")
        second = _whole(seconds, "seconds")
        micro = _whole(microseconds, "microseconds")
        milli = _whole(milliseconds, "milliseconds")
        minute = _whole(minutes, "minutes")
        hour = _whole(hours, "hours")
        week = _whole(weeks, "weeks")
        if (isinstance(days, float) or isinstance(seconds, float) or isinstance(microseconds, float)
                or isinstance(milliseconds, float) or isinstance(minutes, float) or isinstance(hours, float)
                or isinstance(weeks, float)):
            whole, rest = _rounded([
                (float(microseconds - micro), 1.0), (float(milliseconds - milli), 1e3), (float(seconds - second), 1e6),
                (float(minutes - minute), 6e7), (float(hours - hour), 3.6e9), (float(days - day), 8.64e10),
                (float(weeks - week), 6.048e11)])
            micro += whole
            whole = _half_away(rest)
            if abs(whole - rest) == 0.5:
                odd = micro & 1
                whole = 2 * _half_away((rest + odd) * 0.5) - odd
            micro += whole
        micro += milli % 1000 * 1000
        second += milli // 1000 + minute * 60 + hour * 3600
        second += micro // _MILLION
        day += week * 7 + second // _DAY
        _check_days(day)
        self._days = day
        self._seconds = second % _DAY
        self._microseconds = micro % _MILLION

    @staticmethod
    def _prebuilt_(live):
        return timedelta(live.days, live.seconds, live.microseconds)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _micros(self):
        return (self._days * _DAY + self._seconds) * _MILLION + self._microseconds

    def total_seconds(self):
        seconds = self._days * _DAY + self._seconds
        if abs(seconds) >= 1 << 42:
            return seconds + self._microseconds / 1e6  # exact but for one rounding: the sum has 10 binary places
        return (seconds * _MILLION + self._microseconds) / _MILLION

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(self._days + other._days, self._seconds + other._seconds,
                             self._microseconds + other._microseconds)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta(self._days - other._days, self._seconds - other._seconds,
                             self._microseconds - other._microseconds)
        return NotImplemented

    def __neg__(self):
        return timedelta(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return timedelta(self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __mul__(self, factor):
        if isinstance(factor, float):
            return _of_micros(_times(self._micros(), factor))
        if isinstance(factor, int):
            sign = -1 if (self._days < 0) != (factor < 0) else 1
            return _multiplied(abs(self), abs(factor), sign)
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, divisor):
        if isinstance(divisor, timedelta):
            return self._micros() // divisor._micros()
        if isinstance(divisor, int):
            return _of_micros(self._micros() // divisor)
        return NotImplemented

    def __truediv__(self, divisor):
        if isinstance(divisor, timedelta):
            return self._micros() / divisor._micros()
        if isinstance(divisor, float):
            return _of_micros(_divided(self._micros(), divisor))
        if isinstance(divisor, int):
            return _of_micros(_nearest(self._micros(), divisor))
        return NotImplemented

    def __mod__(self, divisor):
        if isinstance(divisor, timedelta):
            return _of_micros(self._micros() % divisor._micros())
        return NotImplemented

    def __divmod__(self, divisor):
        if isinstance(divisor, timedelta):
            quotient, rest = divmod(self._micros(), divisor._micros())
            return quotient, _of_micros(rest)
        return NotImplemented

    def _key(self):
        return self._days, self._seconds, self._microseconds

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        days = self._days
        shown = f"{self._seconds // 3600}:{self._seconds // 60 % 60:02}:{self._seconds % 60:02}"
        if self._microseconds:
            shown += f".{self._microseconds:06}"
        if days:
            return f"{days} day, {shown}" if abs(days) == 1 else f"{days} days, {shown}"
        return shown

    def __repr__(self):
        name = "datetime.timedelta" if self.__class__ is timedelta else self.__class__.__name__
        shown = []
        if self._days:
            shown.append(f"days={self._days}")
        if self._seconds:
            shown.append(f"seconds={self._seconds}")
        if self._microseconds:
            shown.append(f"microseconds={self._microseconds}")
        return f"{name}({', '.join(shown) or '0'})"


def _of_micros(micros):
    seconds = micros // _MILLION
    return timedelta(seconds // _DAY, seconds % _DAY, micros % _MILLION)


def _multiplied(delta, factor, sign):
    """delta * factor, both zero or more, with a sign.  No product of the parts exceeds 64 bits unless the result is out
    of range."""
    if delta._days and factor >= 1 << 31:
        _check_days(factor)
    days = delta._seconds * (factor // _DAY)
    _check_days(sign * days)
    seconds = delta._microseconds * (factor // _MILLION)
    days += delta._days * factor + seconds // _DAY
    seconds = seconds % _DAY + delta._seconds * (factor % _DAY)
    return timedelta(sign * days, sign * seconds, sign * delta._microseconds * (factor % _MILLION))


timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = timedelta(_MAX_DAYS, _DAY - 1, _MILLION - 1)
timedelta.resolution = timedelta(0, 0, 1)


# ---- Time zones

class tzinfo:
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        result = dt + (offset - saving)
        saving = result.dst()
        if saving is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return result + saving


_SAME = tzinfo()  # given where no other is


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not -_ONE_DAY < offset < _ONE_DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        self._offset = offset
        self._name = name

    @staticmethod
    def _prebuilt_(live):
        offset = live.utcoffset(None)
        unnamed = "'" not in repr(live)
        made = timezone(timedelta(offset.days, offset.seconds, offset.microseconds),
                        None if unnamed else live.tzname(None))
        return timezone.utc if unnamed and not offset else made

    def utcoffset(self, dt, /):
        return self._offset

    def tzname(self, dt, /):
        name = self._name
        return "UTC" + _shown_offset(self._offset) if name is None else name

    def dst(self, dt, /):
        return None

    def fromutc(self, dt, /):
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"


def _timezone(offset, name=None):
    if name is None and not offset:
        return timezone.utc
    return timezone(offset, name)


timezone._sapwood_call_ = _timezone


def _shown_offset(offset):
    """Nothing of no offset, else as in "+01:30"."""
    if not offset:
        return ""
    return _clock_of(offset, ":")


def _clock_of(offset, separator):
    sign = "+"
    if offset._days < 0:
        sign = "-"
        offset = -offset
    seconds = offset._seconds
    shown = f"{sign}{seconds // 3600:02}{separator}{seconds // 60 % 60:02}"
    if seconds % 60 or offset._microseconds:
        shown += f"{separator}{seconds % 60:02}"
    if offset._microseconds:
        shown += f".{offset._microseconds:06}"
    return shown


_ONE_DAY = timedelta(1)
timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(-1, 60))
timezone.max = timezone(timedelta(0, _DAY - 60))
UTC = timezone.utc


def _checked(offset):
    if offset is not None and not -_ONE_DAY < offset < _ONE_DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _zone_at(seconds):
    """The local time zone at a time in seconds since 1970."""
    return timezone(timedelta(0, _local_offset(seconds)), _local_zone(seconds))


def _seconds_of_local(local, fold):
    """The time at which local clocks show `local`, both in seconds since 1970.  Of two such times fold says which;
    where there is none, the choice is that of PEP 495."""
    offset = _local_offset(local)
    first = local - offset
    first_fits = first + _local_offset(first) == local
    other = _local_offset((first + _DAY if fold else first - _DAY) if first_fits else first)
    if first_fits and other == offset:
        return first
    second = local - other
    if second + _local_offset(second) == local:
        return second
    if first_fits:
        return first
    return min(first, second) if fold else max(first, second)
