"""cmath: every function, of complex, int and float."""

import cmath


def show(attempt):
    try:
        print(attempt())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)


def all_of(z):
    print(cmath.sqrt(z), cmath.exp(z), cmath.sin(z), cmath.cos(z), cmath.tan(z), cmath.sinh(z), cmath.cosh(z), cmath.tanh(z))
    print(cmath.asin(z), cmath.acos(z), cmath.atan(z), cmath.asinh(z), cmath.acosh(z), cmath.atanh(z))
    print(cmath.log(z), cmath.log10(z), cmath.log(z, 2), cmath.phase(z), cmath.polar(z))
    print(cmath.isnan(z), cmath.isinf(z), cmath.isfinite(z))


def fourier(values):
    n = len(values)
    return [sum((values[k] * cmath.exp(-2j * cmath.pi * i * k / n) for k in range(n)), 0j) for i in range(n)]


def main():
    for z in [1 + 2j, -1.5 - 0.25j, 0.3j, -2 + 0j, 1e-3 + 12j, 0.5 - 1e-9j]:
        all_of(z)
    all_of(2)
    all_of(-0.5)
    print(cmath.rect(1.0, 2.0), cmath.rect(2, 0), cmath.pi, cmath.e, cmath.tau, cmath.infj, cmath.nanj)
    print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 1.1, rel_tol=0.5), cmath.isclose(1j, 2j, abs_tol=0.1))
    show(lambda: cmath.log(0))
    show(lambda: cmath.atanh(1))
    show(lambda: cmath.exp(1000))
    for value in fourier([1.0, 2.0, 0.0, -1.0]):
        print(f"{value:.6f}")


if __name__ == "__main__":
    main()
