"""io.StringIO: writing, reading, seeking, iteration."""
import io

def report(out):
    out.write("hello\n")

def main():
    s = io.StringIO()
    s.write("abc\n")
    s.write("é!")
    print(repr(s.getvalue()), s.tell())
    for line in io.StringIO("a\nb\nlast"):
        print(repr(line))
    r = io.StringIO("one\ntwo\nthree")
    print(repr(r.readline()), repr(r.read(3)), repr(r.read()), repr(r.read()), repr(r.readline()))
    r.seek(0)
    print(r.readlines())
    r.seek(4)
    r.write("TWO")
    print(repr(r.getvalue()), r.seek(0, 2), r.tell())
    r.seek(15)
    r.write("x")
    print(repr(r.getvalue()))
    r.truncate(3)
    print(repr(r.getvalue()))
    try:
        r.truncate(-1)
    except ValueError as e:
        print(e)
    with io.StringIO() as t:
        report(t)
        print(t.getvalue(), end="")
    try:
        t.write("x")
    except ValueError as e:
        print(e)

if __name__ == "__main__":
    main()
