"""random: CPython's sequences for a seed, of the module and of instances, seeded at import and at run time."""
import random

rng = random.Random(7)
rng.random()


class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)


DICE = Dice(3)


def main():
    random.seed(42)
    print(random.random(), random.randint(1, 100), random.randrange(0, 50, 5), random.choice("abc"))
    xs = list(range(20))
    random.shuffle(xs)
    print(xs, random.sample(xs, 4), random.sample(range(1000), 7))
    print(random.choices(["a", "b", "c"], k=5), random.choices([1, 2], weights=[1, 5], k=4))
    print(random.uniform(1, 2), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2.0))
    r = random.Random(-5)
    print(r.getrandbits(5), r.getrandbits(40), r.getrandbits(63), r.triangular(1, 5, 2))
    print(rng.random(), rng.randint(-5, 5))
    random.seed(-2.5)
    print(random.random(), DICE.roll(), Dice(4).roll())
    big = random.Random(2 ** 40 + 3)
    print(big.random(), [big.randrange(10 ** 12) for _ in range(3)])
    total = 0.0
    for _ in range(100000):
        total += random.random()
    print(total)
    try:
        random.choice([n for n in range(0)])
    except IndexError as e:
        print(e)

if __name__ == "__main__":
    main()
