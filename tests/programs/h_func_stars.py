"""`*` in calls: several, before other arguments, of built-in functions and methods; in tuples."""
def apply(f, *args):
    return f(*args)

def main():
    t = (2, 5)
    print(pow(*t), max(*t), divmod(*t), range(*t))
    print(*t, "x", sep="-")
    print(*("a", 1, 2.5))
    print(apply(pow, 2, 3), apply(max, 1, 2, 3), apply(min, "b", "a"))
    print("{}".join(*(["a", "b"],)))
    s = "a,b,c"
    print(s.replace(*(",", ";")), s.split(*(",", 1)))
    print(max(*t, 9), (*t, 7), (0, *t, *t))
    print(apply(pow, *t), apply(max, *t, *t, 11))

if __name__ == "__main__":
    main()
