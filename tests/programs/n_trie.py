"""A trie of dicts of instances: insertion, prefix search, deletion, longest match."""


class TrieNode:
    def __init__(self):
        self.children = {}
        self.count = 0
        self.payload = None


class Trie:
    def __init__(self):
        self.root = TrieNode()
        self.size = 0

    def __len__(self):
        return self.size

    def add(self, word, payload=None):
        node = self.root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = TrieNode()
            node = node.children[letter]
        if not node.count:
            self.size += 1
        node.count += 1
        node.payload = payload

    def find(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.children.get(letter)
            if node is None:
                return None
        return node

    def words(self, prefix=""):
        start = self.find(prefix)
        result = []

        def walk(node, text):
            if node.count:
                result.append((text, node.count, node.payload))
            for letter in sorted(node.children):
                walk(node.children[letter], text + letter)

        if start is not None:
            walk(start, prefix)
        return result

    def longest_prefix(self, text):
        node = self.root
        best = 0
        for i, letter in enumerate(text):
            if letter not in node.children:
                break
            node = node.children[letter]
            if node.count:
                best = i + 1
        return text[:best]


def main():
    trie = Trie()
    for i, word in enumerate("to tea ten i in inn to teä".split()):
        trie.add(word, i)
    trie.add("none")
    print(len(trie), trie.words(), trie.words("te"), trie.words("x"))
    print(repr(trie.longest_prefix("tenor")), repr(trie.longest_prefix("inner")), repr(trie.longest_prefix("zoo")))
    node = trie.find("inn")
    print(node.payload, node.count, trie.find("inns") is None)
    try:
        print(trie.find("q").count)
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    main()
