"""print(file=...) to objects of the program's own: write() gets the pieces that a file would."""
import io
import sys

class Tee:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
        sys.stdout.write(text.upper())

def show(out, x):
    print("value", x, file=out)

def main():
    t = Tee()
    print("a", 1, [2.5], sep="", end="!\n", file=t)
    print(file=t)
    print(t.parts)
    p = io.StringIO()
    print("x", 1, 2.5, file=p, sep=",")
    show(p, 3)
    print(repr(p.getvalue()))
    show(sys.stdout, "direct")

if __name__ == "__main__":
    main()
