"""__format__ in f-strings and format(), with and without a specification, and where the object may be None."""


class A:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return f"A[{spec}]{self.n}"
    def __str__(self): return "str A"
class B:
    def __str__(self): return "str B"
def pick(i): return A(i) if i else None
def main():
    a = A(3)
    print(f"{a} {a!s} {a!r:.2} {a:x}", format(a), format(a, "q"), str(a), "%s" % a)
    print(f"{B()} {B()!s} {3} {'x'!s} {2.5} {None} {[1]}")
    for i in range(2):
        print(f"{pick(i)}")
        try: print(f"{pick(i):z}")
        except TypeError as e: print(e)
if __name__ == "__main__":
    main()
