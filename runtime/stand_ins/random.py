"""Stands in for random.

The generator is MT19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998), with CPython's ways of making numbers of its
words, so that a seed gives CPython's sequence.  Numbers of more than 63 random bits are not made."""

from math import ceil, cos, exp, floor, log, pi, sin, sqrt
from time import perf_counter_ns, time_ns

_text_seed = refusal("random.seed() with a text")
_other_seed = refusal("random.seed() with what is neither int nor float")
_WORDS = 624
_MIDDLE = 397
_LOW = 0xFFFFFFFF
_TWO_PI = 2.0 * pi
_NORMAL = 4 * exp(-0.5) / sqrt(2.0)


class Random:
    def __init__(self, x=None):
        self._words = [0] * _WORDS
        self._next = -1  # not seeded yet
        self._gauss = 0.0
        self._has_gauss = False
        if x is not None:
            self.seed(x)

    @staticmethod
    def _prebuilt_(live):
        made = Random()
        version, state, gauss = live.getstate()
        if _is_fresh(live):
            return made
        made._words = list(state[:-1])
        made._next = state[-1]
        if gauss is not None:
            made._gauss = gauss
            made._has_gauss = True
        return made

    def seed(self, a=None):
        if a is None:
            self._seed_with([time_ns() & _LOW, (time_ns() >> 32) & _LOW, perf_counter_ns() & _LOW])
        elif isinstance(a, int):
            self._seed_with_words(-a if a < 0 else a)
        elif isinstance(a, float):
            self._seed_with_words(hash(a))
        elif isinstance(a, (str, bytes)):
            _text_seed()
        else:
            _other_seed()
        self._has_gauss = False

    def _seed_with_words(self, number):
        """With the 64 bits of the number, the high half only if it is not zero."""
        high = (number >> 32) & _LOW
        if high:
            self._seed_with([number & _LOW, high])
        else:
            self._seed_with([number & _LOW])

    def _seed_with(self, key):
        words = self._words
        words[0] = 19650218
        for i in range(1, _WORDS):
            last = words[i - 1]
            words[i] = (1812433253 * (last ^ (last >> 30)) + i) & _LOW
        i = 1
        k = 0
        for _ in range(max(_WORDS, len(key))):
            last = words[i - 1]
            words[i] = ((words[i] ^ ((last ^ (last >> 30)) * 1664525)) + key[k] + k) & _LOW
            i += 1
            k += 1
            if i == _WORDS:
                words[0] = words[_WORDS - 1]
                i = 1
            if k == len(key):
                k = 0
        for _ in range(_WORDS - 1):
            last = words[i - 1]
            words[i] = ((words[i] ^ ((last ^ (last >> 30)) * 1566083941)) - i) & _LOW
            i += 1
            if i == _WORDS:
                words[0] = words[_WORDS - 1]
                i = 1
        words[0] = 0x80000000
        self._next = _WORDS

    def _refill(self):
        words = self._words
        for i in range(_WORDS):
            y = (words[i] & 0x80000000) | (words[(i + 1) % _WORDS] & 0x7FFFFFFF)
            words[i] = words[(i + _MIDDLE) % _WORDS] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)
        self._next = 0

    def _word(self):
        if self._next < 0:
            self.seed()
        if self._next >= _WORDS:
            self._refill()
        y = self._words[self._next]
        self._next += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self):
        high = self._word() >> 5
        low = self._word() >> 6
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k > 63:
            raise OverflowError("integer overflow")
        if k == 0:
            return 0
        if k <= 32:
            return self._word() >> (32 - k)
        low = self._word()
        return low | (self._word() >> (64 - k)) << 32

    def _below(self, n):
        bits = n.bit_length()
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            other = self._below(i + 1)
            x[i], x[other] = x[other], x[i]

    def sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        size = 21  # of a small set, less than of a list of n
        if k > 5:
            size += 4 ** ceil(log(k * 3, 4))
        result = []
        if n <= size:
            pool = list(population)
            for i in range(k):
                at = self._below(n - i)
                result.append(pool[at])
                pool[at] = pool[n - i - 1]
            return result
        selected = set()
        for _ in range(k):
            at = self._below(n)
            while at in selected:
                at = self._below(n)
            selected.add(at)
            result.append(population[at])
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        sums = []
        if cum_weights is not None:
            if weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            for each in cum_weights:
                sums.append(float(each))
        elif weights is not None:
            total = 0.0
            for each in weights:
                total += each
                sums.append(total)
        else:
            return [population[floor(self.random() * n)] for _ in range(k)]
        if len(sums) != n:
            raise ValueError("The number of weights does not match the population")
        if sums[-1] <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        result = []
        for _ in range(k):
            wanted = self.random() * sums[-1]
            low = 0
            high = n - 1
            while low < high:
                middle = (low + high) // 2
                if wanted < sums[middle]:
                    high = middle
                else:
                    low = middle + 1
            result.append(population[low])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return float(low)
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _NORMAL * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        if self._has_gauss:
            self._has_gauss = False
            return mu + self._gauss * sigma
        angle = self.random() * _TWO_PI
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        self._gauss = sin(angle) * radius
        self._has_gauss = True
        return mu + cos(angle) * radius * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


def _is_fresh(live):
    """Whether this is the module's own generator, and nobody has seeded it."""
    import sys
    module = sys.modules["random"]
    return live is module._inst and live.getstate() == getattr(module, "_sapwood_fresh_", None)
