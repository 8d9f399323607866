"""__str__, __repr__, __eq__, __hash__, __len__ and __lt__ serve the built-ins."""


class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __str__(self):
        return "v" + str(self.major) + "." + str(self.minor)

    def __repr__(self):
        return f"Version({self.major}, {self.minor})"

    def __eq__(self, other):
        return self.major == other.major and self.minor == other.minor

    def __hash__(self):
        return self.major * 31 + self.minor

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)


class Bag:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return self

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return "<bag of %d>" % len(self)


def main():
    versions = [Version(3, 1), Version(1, 9), Version(3, 0), Version(2, 5)]
    print(versions[0], versions)
    print(sorted(versions), min(versions), max(versions, key=lambda v: v.minor))
    print(Version(1, 2) == Version(1, 2), Version(1, 2) != Version(1, 3))
    print(Version(1, 9) in versions, versions.index(Version(3, 0)), Version(9, 9) in versions)
    print(Version(1, 2) > Version(1, 1), Version(1, 2) < Version(1, 1))
    names = {Version(3, 1): "new", Version(1, 9): "old"}
    print(names[Version(1, 9)], names.get(Version(0, 0), "none"), hash(Version(2, 5)))
    print(names)
    versions.remove(Version(3, 0))
    print(len(versions), str(versions[1]), f"{versions[1]}", f"{versions[1]!r}", "%s %r" % (versions[0], versions[0]))
    bag = Bag()
    print(bool(bag), "full" if bag else "empty", len(bag))
    bag.add(1).add(2)
    print(bool(bag), "full" if bag else "empty", len(bag), bag, [bag])


if __name__ == "__main__":
    main()
