"""Stands in for io: texts and bytes in memory."""

_MISSING = object()
_other_lines = refusal("io.StringIO with newline")
_no_buffer = refusal("io.BytesIO.getbuffer()")

class StringIO:
    def __init__(self, initial_value="", newline=_MISSING):
        if newline is not _MISSING:
            _other_lines()
        self._parts = []      # what was written at the end since _text was made
        self._text = initial_value
        self._position = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _join(self):
        if self._parts:
            self._parts.insert(0, self._text)
            self._text = "".join(self._parts)
            self._parts.clear()
        return self._text

    def write(self, s, /):
        self._check()
        if not s:
            return 0
        if not self._parts and self._position != len(self._text):
            text = self._text
            if self._position > len(text):
                text += "\0" * (self._position - len(text))
            self._text = text[:self._position] + s + text[self._position + len(s):]
        else:
            self._parts.append(s)
        self._position += len(s)
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._join()

    def read(self, size=-1, /):
        self._check()
        text = self._join()
        start = self._position
        stop = len(text) if size is None or size < 0 else min(len(text), start + size)
        self._position = max(start, stop)
        return text[start:stop]

    def readline(self, size=-1, /):
        self._check()
        text = self._join()
        start = self._position
        if start >= len(text):
            return ""
        end = text.find("\n", start) + 1
        if end == 0:
            end = len(text)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = end
        return text[start:end]

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return self._position

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._join()
            self._position = pos
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        else:
            size = len(self._join())
            self._position = size if whence == 2 else self._position
        return self._position

    def truncate(self, pos=None, /):
        self._check()
        size = self._position if pos is None else pos
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._join()[:size]
        return size

    def flush(self):
        self._check()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()


def _bytes_of(value):
    if isinstance(value, bytes):
        return value
    if isinstance(value, bytearray):
        return bytes(value)
    raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")


class BytesIO:
    def __init__(self, initial_bytes=None):
        self._parts = []      # what was written at the end since _data was made
        self._data = b"" if initial_bytes is None else _bytes_of(initial_bytes)
        self._position = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _join(self):
        if self._parts:
            self._parts.insert(0, self._data)
            self._data = b"".join(self._parts)
            self._parts.clear()
        return self._data

    def write(self, b, /):
        self._check()
        written = _bytes_of(b)
        if not written:
            return 0
        if not self._parts and self._position != len(self._data):
            start = self._position
            data = self._data
            if start > len(data):
                data += b"\0" * (start - len(data))
            self._data = data[:start] + written + data[start + len(written):]
        else:
            self._parts.append(written)
        self._position += len(written)
        return len(written)

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._join()

    def getbuffer(self):
        return _no_buffer()

    def read(self, size=-1, /):
        self._check()
        data = self._join()
        start = self._position
        stop = len(data) if size is None or size < 0 else min(len(data), start + size)
        self._position = max(start, stop)
        return data[start:stop]

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        self._check()
        if not isinstance(buffer, bytearray):
            raise TypeError("readinto() argument must be read-write bytes-like object, not "
                            f"{type(buffer).__name__}")
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        return self.readinto(buffer)

    def readline(self, size=-1, /):
        self._check()
        data = self._join()
        start = self._position
        if start >= len(data):
            return b""
        end = data.find(b"\n", start) + 1
        if end == 0:
            end = len(data)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = end
        return data[start:end]

    def readlines(self, size=None, /):
        self._check()
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if size is not None and 0 < size <= total:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return self._position

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        if whence < 0 or whence > 2:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        size = len(self._join())
        if whence == 1:
            pos += self._position
        elif whence == 2:
            pos += size
        self._position = max(pos, 0)
        return self._position

    def truncate(self, size=None, /):
        self._check()
        kept = self._position if size is None else size
        if kept < 0:
            raise ValueError(f"negative size value {kept}")
        self._data = self._join()[:kept]
        return kept

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    @staticmethod
    def _prebuilt_(live):
        if live.closed:
            raise NotImplementedError("a closed io.BytesIO")
        made = BytesIO(live.getvalue())
        made._position = live.tell()
        return made
