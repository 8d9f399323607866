"""Huffman codes: frequencies, a tree of two kinds of nodes, bits as text, and back."""


class Node:
    def __init__(self, weight, order):
        self.weight = weight
        self.order = order

    def __lt__(self, other):
        return (self.weight, self.order) < (other.weight, other.order)

    def fill(self, codes, prefix):
        raise NotImplementedError


class Leaf(Node):
    def __init__(self, letter, weight, order):
        super().__init__(weight, order)
        self.letter = letter

    def fill(self, codes, prefix):
        codes[self.letter] = prefix or "0"


class Branch(Node):
    def __init__(self, zero, one, order):
        super().__init__(zero.weight + one.weight, order)
        self.zero = zero
        self.one = one

    def fill(self, codes, prefix):
        self.zero.fill(codes, prefix + "0")
        self.one.fill(codes, prefix + "1")


def build(text):
    weights = {}
    for letter in text:
        weights[letter] = weights.get(letter, 0) + 1
    nodes = []
    for letter, weight in weights.items():
        nodes.append(Leaf(letter, weight, len(nodes)))
    order = len(nodes)
    while len(nodes) > 1:
        nodes.sort(reverse=True)
        first = nodes.pop()
        second = nodes.pop()
        nodes.append(Branch(first, second, order))
        order += 1
    return nodes[0]


def encode(text, codes):
    return "".join([codes[letter] for letter in text])


def decode(bits, tree):
    result = []
    node = tree
    for bit in bits:
        if isinstance(node, Branch):
            node = node.one if bit == "1" else node.zero
        if isinstance(node, Leaf):
            result.append(node.letter)
            node = tree
    return "".join(result)


def main():
    for text in ["abracadabra", "mississippi river", "aaaa", "žluťoučký kůň", "to be or not to be"]:
        tree = build(text)
        codes = {}
        tree.fill(codes, "")
        bits = encode(text, codes)
        assert decode(bits, tree) == text
        print(f"{text:<20}{len(text) * 8:5d} -> {len(bits):4d} bits ({len(bits) / len(text):.2f} a letter)")
        print("   ", ", ".join([f"{letter!r}: {code}" for letter, code in sorted(codes.items(), key=lambda c: (len(c[1]), c[1]))]))
    try:
        build("")
    except IndexError as error:
        print(error)


if __name__ == "__main__":
    main()
