"""Stands in for io: texts in memory."""

_MISSING = object()
_other_lines = refusal("io.StringIO with newline")

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

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
