"""Built-in functions and methods that keep a member of an IntEnum keep the member, not its number."""
import enum
class Level(enum.IntEnum):
    LOW = 1
    MID = 2

def main():
    print(dict.fromkeys(["a"], Level.LOW))
    print(list(map(lambda v: v, [Level.LOW])), [Level.LOW] * 2, sorted([Level.MID, Level.LOW]), max(Level), min(Level.LOW, Level.MID))
    d = {"a": Level.LOW}
    d.setdefault("b", Level.MID)
    print(d, d.get("x", Level.LOW), d.pop("b", Level.LOW), list(zip([Level.LOW], [1])), list(reversed([Level.LOW])))
    print(dict.fromkeys([Level.LOW], 1), set([Level.LOW]), list(enumerate([Level.LOW])), getattr(Level, "LOW"), next(iter([]), Level.LOW))
    print(dict([("a", Level.LOW)]), dict(zip("ab", Level)), dict(a=Level.LOW))
    xs = [Level.LOW]
    xs.append(Level.MID); xs.insert(0, Level.MID); xs.extend([Level.LOW]); xs += [Level.MID]; xs[0] = Level.LOW
    print(xs, xs.count(Level.LOW), xs.index(Level.MID), xs.pop(), tuple(xs))

if __name__ == "__main__":
    main()
