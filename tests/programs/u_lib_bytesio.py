"""io.BytesIO: writing, reading, seeking, iteration, closing."""
import io
import struct

AT_IMPORT = io.BytesIO(b"made at import")
AT_IMPORT.seek(8)


def attempt(label, act):
    try:
        print(label, act())
    except (ValueError, TypeError) as error:
        print(label, type(error).__name__, error)


def records(stream):
    """Reads what any file of bytes gives."""
    while True:
        head = stream.read(3)
        if len(head) < 3:
            return
        kind, size = struct.unpack("<BH", head)
        yield kind, stream.read(size)


def writing():
    out = io.BytesIO()
    print(out.write(b"one\n"), out.write(bytearray(b"two")), out.tell(), out.getvalue())
    out.seek(1)
    print(out.write(b"NE"), out.tell(), out.getvalue())
    out.seek(10)
    print(out.write(b""), out.getvalue(), out.write(b"x"), out.getvalue())
    out.writelines([b"a", b"b\n"])
    print(out.truncate(), out.truncate(12), out.tell(), out.getvalue())
    print(out.truncate(50), len(out.getvalue()), out.seek(2), out.truncate(), out.getvalue())
    for kind, payload in ((1, b"abc"), (2, b""), (3, b"\n\n")):
        out.write(struct.pack("<BH", kind, len(payload)) + payload)
    out.seek(2)
    print(list(records(out)), out.read(), out.tell())


def reading():
    data = io.BytesIO(b"first\nsecond\n\nlast")
    for line in data:
        print(line)
    print(data.read(), data.readline(), data.seek(0), data.readline(), data.readline(3), data.read(2), data.read1(4))
    print(data.seek(-4, 2), data.read(), data.seek(-100, io.SEEK_CUR), data.seek(3, 1), data.tell(), data.read(None))
    data.seek(0)
    print(data.readlines(), data.seek(0), data.readlines(8), data.read(-2), data.seek(99), data.read(), data.readline())
    data.seek(0)
    buffer = bytearray(8)
    print(data.readinto(buffer), buffer, data.readinto(buffer), buffer, data.readinto(buffer), buffer)
    print(data.readable(), data.writable(), data.seekable(), data.isatty(), data.closed)
    print(io.BytesIO(bytearray(b"copied")).read(), io.BytesIO(None).read(), io.BytesIO(initial_bytes=b"named").getvalue())
    print(AT_IMPORT.read(), AT_IMPORT.getvalue())


def errors():
    data = io.BytesIO(b"abc")
    attempt("seek", lambda: data.seek(-1))
    attempt("seek", lambda: data.seek(0, 3))
    attempt("truncate", lambda: data.truncate(-1))
    attempt("write", lambda: data.write("text"))
    attempt("make", lambda: io.BytesIO("text").read())
    attempt("readinto", lambda: data.readinto(b"abc"))
    with data as same:
        print(same is data, data.closed)
    print(data.closed)
    data.close()
    attempt("read", lambda: data.read())
    attempt("write", lambda: data.write(b""))
    attempt("getvalue", lambda: data.getvalue())
    attempt("iterate", lambda: list(data))
    attempt("readable", lambda: data.readable())
    attempt("tell", lambda: data.tell())


if __name__ == "__main__":
    writing()
    reading()
    errors()
    text = io.StringIO("ab")
    text.seek(5)
    print(text.write(""), repr(text.getvalue()), text.isatty())
