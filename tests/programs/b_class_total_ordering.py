"""functools.total_ordering fills in what a class does not compare itself."""

from functools import total_ordering
@total_ordering
class S:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
def main():
    a, b = S(1), S(2)
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, max(a, b).n)
if __name__ == "__main__":
    main()
