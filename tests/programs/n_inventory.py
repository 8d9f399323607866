"""Records are read from a file, grouped, sorted on several keys and reported."""


class Record:
    def __init__(self, name, kind, count, price):
        self.name = name
        self.kind = kind
        self.count = count
        self.price = price

    def value(self):
        return self.count * self.price


def write_data(path):
    rows = [("bolt", "part", 1000, 0.05), ("nut", "part", 800, 0.04), ("saw", "tool", 12, 18.5)]
    rows += [("hämmer", "tool", 7, 22.25), ("glue", "supply", 40, 3.1)]
    with open(path, "w") as f:
        f.write("# name,kind,count,price\n")
        for name, kind, count, price in rows:
            f.write("%s,%s,%d,%s\n" % (name, kind, count, price))
        f.write("broken,line\n")
        f.write("worse,tool,x,1.0\n")


def read_data(path):
    records = []
    problems = []
    with open(path) as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            if line.startswith("#") or not line:
                continue
            try:
                name, kind, count, price = line.split(",")
                records.append(Record(name, kind, int(count), float(price)))
            except ValueError as error:
                problems.append(f"line {number}: {error}")
    return records, problems


def main():
    write_data("stock.csv")
    records, problems = read_data("stock.csv")
    kinds = {}
    for record in records:
        kinds.setdefault(record.kind, []).append(record)
    for kind in sorted(kinds):
        members = sorted(kinds[kind], key=lambda r: (-r.count, r.name))
        print(f"{kind}: {', '.join([r.name for r in members])}")
        for r in members:
            print(f"  {r.name:<10} {r.count:5d} x {r.price:7.2f} = {r.value():>10,.2f}")
    best = max(records, key=lambda r: r.value())
    print("best:", best.name, f"{best.value():.1f}", "total:", round(sum([r.value() for r in records]), 2))
    print("\n".join(problems))


if __name__ == "__main__":
    main()
