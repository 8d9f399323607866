"""complex: literals, arithmetic with int and float, powers, equality and hashes, text, parsing, formats."""

UNIT = complex(0, 1)


def show(attempt):
    try:
        print(attempt())
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error)


def arithmetic(z, w, n, x):
    print(z + w, z - w, z * w, z / w, -z, +z, z + n, n + z, z - x, x - z, z * n, n * z, z / n, n / z)
    print(z ** 2, z ** -3, z ** x, z ** w, n ** z, x ** z, abs(z), z.conjugate(), z.real, z.imag, bool(z), not z)
    print(z == w, z != w, z == n, n == z, complex(n, 0) == n, complex(x) == x, z in [w, z], {z: 1, w: 2}[z])
    print(hash(z), hash(w), hash(complex(n)) == hash(n), isinstance(z, complex), isinstance(n, complex))
    z += 1
    z *= w
    z -= 2j
    z /= n
    print(z, [z, w], (z, n), {"z": w}, sum([z, w], 0j), max([z, w], key=abs))


def text(samples):
    for z in samples:
        print(z, repr(z), str(z), f"{z}", f"{z:.2f}", f"{z:+.1e}", f"{z:>24}|", f"{z:<24}|", f"{z:*^24.3f}|", f"{z:.3}", f"{z:,.1f}")


def made(n, x):
    print(complex(), complex(n), complex(x), complex(n, x), complex(1j, n), complex(n, 1j), complex(1j, 1j), complex(imag=x))
    for digits in ["1+2j", "-1.5e3-2e-3j", " ( 1+2j ) ", "j", "-j", "1+j", "3", "1 + 2j", "", "1+2", "infj", "nan-infj", "1+-2j", "x"]:
        show(lambda: complex(digits))


def escape_time(c, limit):
    z = 0j
    for step in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return step
    return limit


def main():
    arithmetic(1 + 2j, 3 - 4j, 2, 0.5)
    arithmetic(-0.25j, 1e3 + 0j, -3, 2.5)
    text([0j, 2j, -2j, 1 + 2j, complex(-0.0, 2), -1.5 - 0.0j, 1234567 + 1e16j, complex(float("inf"), float("nan")), UNIT])
    made(3, -0.5)
    show(lambda: (1 + 2j) / 0)
    show(lambda: 0j ** -1)
    show(lambda: 0j ** 1j)
    show(lambda: (1e200 + 1j) ** 3)
    show(lambda: f"{UNIT:05}")
    show(lambda: f"{UNIT:=10}")
    show(lambda: f"{UNIT:d}")
    for row in range(5):
        print("".join(" .:*#"[min(escape_time(complex(column / 10 - 2, row / 5 - 0.4), 9) // 2, 4)] for column in range(26)))


if __name__ == "__main__":
    main()
