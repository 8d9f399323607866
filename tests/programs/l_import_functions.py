"""Functions made in loops, by closures and by exec at import, each with its own constants."""


def make_power(exponent):
    def power(x):
        result = 1
        for _ in range(exponent):
            result *= x
        return result

    return power


powers = [make_power(i) for i in range(5)]
square = powers[2]
cube = make_power(3)

scales = {}
for _name, _factor in [("km", 1000), ("m", 1), ("dozen", 12)]:

    def _scale(x, factor=_factor):
        return x * factor

    scales[_name] = _scale

getters = []
for _field in ["width", "height"]:
    _scope = {}
    exec("def get_%s(shape):\n    return shape.%s * 10\n" % (_field, _field), _scope)
    getters.append(_scope["get_" + _field])

exec(
    """
def generated(a, b):
    total = 0
    for i in range(a):
        total += i * b
    return total
"""
)

compiled = eval("lambda x, y: x - y")


class Shape:
    def __init__(self, width, height):
        self.width = width
        self.height = height


def main():
    print([p(3) for p in powers], square(12), cube(-2))
    print([scales[name](5) for name in sorted(scales)])
    shape = Shape(4, 7)
    print([get(shape) for get in getters], generated(5, 3), compiled(10, 4))
    print(powers[2] is square, powers[3] is cube)


if __name__ == "__main__":
    main()
