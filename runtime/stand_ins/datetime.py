"""Stands in for datetime: dates, times, and both in one."""

from _strptime import _strptime as _read_with_format


# ---- Dates

class IsoCalendarDate:
    _sapwood_kind_of_ = tuple
    _sapwood_fields_ = ("year", "week", "weekday")
    _sapwood_as_values_ = _COMPARISONS

    def __init__(self, year, week, weekday):
        self.year = year
        self.week = week
        self.weekday = weekday

    def __sapwood_value__(self):
        return self.year, self.week, self.weekday

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
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


class date:
    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

    @staticmethod
    def _prebuilt_(live):
        return date(live.year, live.month, live.day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        seconds = _math.floor(timestamp)
        year, month, day = _date_of_seconds(seconds + _local_offset(_in_range(seconds)))
        return cls(year, month, day)

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _date_of(min(ordinal, _MAX_ORDINAL + 1))
        if year > MAXYEAR:
            raise ValueError(f"year {_date_of(ordinal)[0]} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        fields = _read_date(date_string) if len(date_string) in (7, 8, 10) else None
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        year, month, day = fields
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, month, day = _date_of(_ordinal_of_week(year, week, day))
        return cls(year, month, day)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return (self.toordinal() + 6) % 7 + 1

    def isocalendar(self):
        year = self._year
        ordinal = self.toordinal()
        first = _first_week(year)
        if ordinal < first:
            year -= 1
            first = _first_week(year)
        elif ordinal >= first + 364 and ordinal >= _first_week(year + 1):
            year += 1
            first = _first_week(year)
        return IsoCalendarDate(year, (ordinal - first) // 7 + 1, (ordinal - first) % 7 + 1)

    def isoformat(self):
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def ctime(self):
        return f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2} 00:00:00 {self._year:04}"

    def _times(self, hour, minute, second, dst):
        """What time.strftime and time.struct_time take."""
        return (self._year, self._month, self._day, hour, minute, second, self.weekday(),
                _day_of_year(self._year, self._month, self._day), dst)

    def timetuple(self):
        return _time.struct_time(self._times(0, 0, 0, -1))

    def strftime(self, format):
        return _time.strftime(_without_zone(format, 0, "", ""), self._times(0, 0, 0, -1))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return self.__class__(self._year if year is None else year, self._month if month is None else month,
                              self._day if day is None else day)

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if ordinal < 1 or ordinal > _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = _date_of(ordinal)
        return self.__class__(year, month, day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other._days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year * 512 + self._month * 32 + self._day

    def __eq__(self, other):
        if isinstance(other, datetime):
            return False
        if isinstance(other, date):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            _check_no_datetime(other)
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            _check_no_datetime(other)
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            _check_no_datetime(other)
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            _check_no_datetime(other)
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        name = "datetime.date" if self.__class__ is date else self.__class__.__name__
        return f"{name}({self._year}, {self._month}, {self._day})"


def _check_no_datetime(other):
    if isinstance(other, datetime):
        raise TypeError("can't compare datetime.datetime to datetime.date")


def _in_range(seconds):
    if abs(seconds) > 1 << 40:
        days = seconds // _DAY + _EPOCH
        raise ValueError(f"year {days * 400 // 146097} is out of range")
    return seconds


def _date_of_seconds(seconds):
    ordinal = seconds // _DAY + _EPOCH
    if ordinal < 1 or ordinal > _MAX_ORDINAL:
        raise ValueError(f"year {_date_of(ordinal)[0]} is out of range")
    return _date_of(ordinal)


# ---- Times

def _shown_time(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02}"
    if timespec == "minutes":
        return f"{hour:02}:{minute:02}"
    if timespec == "seconds":
        return f"{hour:02}:{minute:02}:{second:02}"
    if timespec == "milliseconds":
        return f"{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}"
    if timespec == "microseconds":
        return f"{hour:02}:{minute:02}:{second:02}.{microsecond:06}"
    raise ValueError("Unknown timespec value")


def _without_zone(format, microsecond, offset, zone):
    """The format with %f, %z and %Z replaced."""
    parts = []
    start = 0
    at = format.find("%")
    while at >= 0 and at + 1 < len(format):
        which = format[at + 1]
        if which in "fzZ":
            parts.append(format[start:at])
            if which == "f":
                parts.append(f"{microsecond:06}")
            else:
                parts.append(offset if which == "z" else zone.replace("%", "%%"))
            start = at + 2
        at = format.find("%", at + 2)
    if not parts:
        return format
    parts.append(format[start:])
    return "".join(parts)


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @staticmethod
    def _prebuilt_(live):
        return time(live.hour, live.minute, live.second, live.microsecond, live.tzinfo, fold=live.fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        text = time_string[1:] if time_string.startswith("T") else time_string
        fields = _read_time(text)
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        hour, minute, second, microsecond, zone = fields
        return cls(hour, minute, second, microsecond, zone)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return None if self._tzinfo is None else _checked(self._tzinfo.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else _checked(self._tzinfo.dst(None))

    def isoformat(self, timespec="auto"):
        shown = _shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return shown if offset is None else shown + _clock_of(offset, ":")

    def strftime(self, format):
        offset = self.utcoffset()
        zone = self.tzname()
        return _time.strftime(
            _without_zone(format, self._microsecond, "" if offset is None else _clock_of(offset, ""), zone or ""),
            (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_SAME, *, fold=None):
        return self.__class__(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _SAME else tzinfo, fold=self._fold if fold is None else fold)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * _MILLION + self._microsecond

    def _order(self, other, equality):
        """Below, at or above 0, as the microseconds of both in the order of UTC; for equality alone a naive time and an
        aware one are just different."""
        if self._tzinfo is not other._tzinfo:
            mine = self.utcoffset()
            others = other.utcoffset()
            if mine is None or others is None:
                if mine is not None or others is not None:
                    if equality:
                        return 1
                    raise TypeError("can't compare offset-naive and offset-aware times")
            else:
                return self._micros() - mine._micros() - other._micros() + others._micros()
        return self._micros() - other._micros()

    def __eq__(self, other):
        if isinstance(other, time):
            return self._order(other, True) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return self._order(other, False) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return self._order(other, False) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return self._order(other, False) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return self._order(other, False) >= 0
        return NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        if offset is None:
            return hash(self._micros())
        return hash(_of_micros(self._micros() - offset._micros()))

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        name = "datetime.time" if self.__class__ is time else self.__class__.__name__
        shown = f"{name}({self._hour}, {self._minute}"
        if self._microsecond:
            shown += f", {self._second}, {self._microsecond}"
        elif self._second:
            shown += f", {self._second}"
        return shown + _shown_rest(self._tzinfo, self._fold)


def _shown_rest(tzinfo, fold):
    shown = "" if tzinfo is None else f", tzinfo={tzinfo!r}"
    return f"{shown}, fold=1)" if fold else f"{shown})"


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


# ---- Dates with times

class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @staticmethod
    def _prebuilt_(live):
        return datetime(live.year, live.month, live.day, live.hour, live.minute, live.second, live.microsecond,
                        live.tzinfo, fold=live.fold)

    @classmethod
    def now(cls, tz=None):
        micros = _time.time_ns() // 1000
        return cls._at(micros // _MILLION, micros % _MILLION, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        micros = _time.time_ns() // 1000
        return cls._of_seconds(micros // _MILLION, micros % _MILLION, None, 0)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        seconds, micros = _parts_of_timestamp(timestamp)
        return cls._at(seconds, micros, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        seconds, micros = _parts_of_timestamp(timestamp)
        return cls._of_seconds(seconds, micros, None, 0)

    @classmethod
    def _at(cls, seconds, micros, tz):
        if tz is not None:
            return tz.fromutc(cls._of_seconds(seconds, micros, tz, 0))
        offset = _local_offset(_in_range(seconds))
        step = offset - _local_offset(seconds - _DAY)
        fold = 1 if step < 0 and _local_offset(seconds + step) == offset - step else 0
        return cls._of_seconds(seconds + offset, micros, None, fold)

    @classmethod
    def _of_seconds(cls, seconds, micros, tz, fold):
        year, month, day = _date_of_seconds(_in_range(seconds))
        rest = seconds % _DAY
        return cls(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, micros, tz, fold=fold)

    @classmethod
    def fromordinal(cls, ordinal, /):
        day = date.fromordinal(ordinal)
        return cls(day._year, day._month, day._day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, month, day = _date_of(_ordinal_of_week(year, week, day))
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        end = _end_of_date(date_string)
        day = _read_date(date_string[:end]) if end else None
        fields = (0, 0, 0, 0, None) if len(date_string) == end else _read_time(date_string[end + 1:])
        if day is None or fields is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(day[0], day[1], day[2], fields[0], fields[1], fields[2], fields[3], fields[4])

    @classmethod
    def combine(cls, date, time, tzinfo=_SAME):
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tzinfo if tzinfo is _SAME else tzinfo, fold=time._fold)

    @classmethod
    def strptime(cls, date_string, format, /):
        found = _read_with_format(date_string, format)
        zone = None if found.offset is None else _timezone(_of_micros(found.offset), found.zone)
        return cls(found.year, found.month, found.day, found.hour, found.minute, found.second, found.microsecond, zone)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else _checked(self._tzinfo.utcoffset(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else _checked(self._tzinfo.dst(self))

    def isoformat(self, sep="T", timespec="auto"):
        shown = _shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        shown = f"{self._year:04}-{self._month:02}-{self._day:02}{sep}{shown}"
        offset = self.utcoffset()
        return shown if offset is None else shown + _clock_of(offset, ":")

    def ctime(self):
        return (f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2} "
                f"{self._hour:02}:{self._minute:02}:{self._second:02} {self._year:04}")

    def timetuple(self):
        saving = self.dst()
        flag = -1 if saving is None else 1 if saving else 0
        return _time.struct_time(self._times(self._hour, self._minute, self._second, flag))

    def utctimetuple(self):
        offset = self.utcoffset()
        at = self if offset is None else self - offset
        return _time.struct_time(at._times(at._hour, at._minute, at._second, 0))

    def strftime(self, format):
        offset = self.utcoffset()
        zone = self.tzname()
        return _time.strftime(
            _without_zone(format, self._microsecond, "" if offset is None else _clock_of(offset, ""), zone or ""),
            self._times(self._hour, self._minute, self._second, -1))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=_SAME, *, fold=None):
        return self.__class__(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _SAME else tzinfo, fold=self._fold if fold is None else fold)

    def _clock_seconds(self):
        """Since 1970, by the clock that shows it."""
        day = (self.toordinal() - _EPOCH) * _DAY
        return day + (self._hour * 60 + self._minute) * 60 + self._second

    def _micros(self):
        return self._clock_seconds() * _MILLION + self._microsecond

    def timestamp(self):
        offset = self.utcoffset()
        if offset is not None:
            return (self._micros() - offset._micros()) / _MILLION
        return _seconds_of_local(self._clock_seconds(), self._fold) + self._microsecond / _MILLION

    def astimezone(self, tz=None):
        if tz is not None and tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        if offset is None:
            seconds = _seconds_of_local(self._clock_seconds(), self._fold)
        else:
            micros = self._micros() - offset._micros()
            seconds = micros // _MILLION
            if offset._microseconds:
                return _in_zone(tz, seconds, micros % _MILLION)
        return _in_zone(tz, seconds, self._microsecond)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._moved_by(other._days, other._seconds, other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved_by(-other._days, -other._seconds, -other._microseconds)
        if isinstance(other, datetime):
            return _of_micros(self._difference(other))
        return NotImplemented

    def _moved_by(self, days, seconds, micros):
        micros += self._microsecond
        seconds += (self._hour * 60 + self._minute) * 60 + self._second + micros // _MILLION
        ordinal = self.toordinal() + days + seconds // _DAY
        if ordinal < 1 or ordinal > _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = _date_of(ordinal)
        seconds %= _DAY
        return self.__class__(year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, micros % _MILLION,
                              self._tzinfo)

    def _difference(self, other):
        if self._tzinfo is not other._tzinfo:
            mine = self.utcoffset()
            others = other.utcoffset()
            if mine is not None and others is not None:
                return self._micros() - mine._micros() - other._micros() + others._micros()
            if mine is not None or others is not None:
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return self._micros() - other._micros()

    def _order(self, other):
        """Below, at or above 0."""
        if self._tzinfo is not other._tzinfo and (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._difference(other)

    def _is_problematic(self):
        """Whether fold matters: such a time equals none of another zone (PEP 495)."""
        return self.utcoffset() != self.replace(fold=1 - self._fold).utcoffset()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if self._tzinfo is not other._tzinfo:
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                return False
            if self._is_problematic() or other._is_problematic():
                return False
        return self._difference(other) == 0

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._order(other) < 0
        return _refused_date(other)

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._order(other) <= 0
        return _refused_date(other)

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._order(other) > 0
        return _refused_date(other)

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._order(other) >= 0
        return _refused_date(other)

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        if offset is None:
            return hash(self._micros())
        return hash(_of_micros(self._micros() + (_EPOCH * _DAY_MICROS) - offset._micros()))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        name = "datetime.datetime" if self.__class__ is datetime else self.__class__.__name__
        shown = f"{name}({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._microsecond:
            shown += f", {self._second}, {self._microsecond}"
        elif self._second:
            shown += f", {self._second}"
        return shown + _shown_rest(self._tzinfo, self._fold)


def _refused_date(other):
    if isinstance(other, date):
        raise TypeError("can't compare datetime.datetime to datetime.date")
    return NotImplemented


def _in_zone(tz, seconds, micros):
    """A time in seconds since 1970 as the zone's clocks show it; no zone: the local one."""
    zone = _zone_at(seconds) if tz is None else tz
    return zone.fromutc(datetime._of_seconds(seconds, micros, zone, 0))


def _parts_of_timestamp(timestamp):
    """Seconds and microseconds."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) >= 9223372036854775808.0:
            raise OverflowError("timestamp out of range for platform time_t")
        seconds = int(timestamp)
        micros = round((timestamp - seconds) * 1e6)
        return seconds + micros // _MILLION, micros % _MILLION
    return timestamp, 0


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)
