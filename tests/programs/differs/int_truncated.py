"""Arithmetic whose only uses are masked is computed modulo 2**64 and never overflows."""

MASK = 0xFFFFFFFF


def fnv(text):
    value = 2166136261
    for letter in text:
        value = ((value ^ ord(letter)) * 16777619) & MASK
    return value


def mix(a, b):
    return (a * 6364136223846793005 + b) & MASK


def main():
    print(fnv(""), fnv("hello"), fnv("é" * 100))
    state = 1
    for i in range(10):
        state = mix(state, i)
        print(state)


if __name__ == "__main__":
    main()
