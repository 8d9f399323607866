"""Sudoku by constraint propagation and search on bit masks, with undo lists."""

PUZZLE = [
    "53..7....",
    "6..195...",
    ".98....6.",
    "8...6...3",
    "4..8.3..1",
    "7...2...6",
    ".6....28.",
    "...419..5",
    "....8..79",
]
ALL = 0b111111111
PEERS = []
for _cell in range(81):
    _row, _column = divmod(_cell, 9)
    _peers = []
    for _other in range(81):
        _r, _c = divmod(_other, 9)
        if _other != _cell and (_r == _row or _c == _column or (_r // 3, _c // 3) == (_row // 3, _column // 3)):
            _peers.append(_other)
    PEERS.append(_peers)


class Contradiction(Exception):
    pass


class Grid:
    def __init__(self):
        self.options = [ALL] * 81
        self.trail = []
        self.guesses = 0

    def set_options(self, cell, options):
        if options == 0:
            raise Contradiction(cell)
        self.trail.append((cell, self.options[cell]))
        self.options[cell] = options
        if options & (options - 1) == 0:
            for peer in PEERS[cell]:
                if self.options[peer] & options:
                    self.set_options(peer, self.options[peer] & ~options)

    def undo(self, mark):
        while len(self.trail) > mark:
            cell, options = self.trail.pop()
            self.options[cell] = options

    def most_constrained(self):
        best = None
        best_count = 10
        for cell, options in enumerate(self.options):
            count = sum([options >> i & 1 for i in range(9)])
            if 1 < count < best_count:
                best = cell
                best_count = count
        return best

    def solve(self):
        cell = self.most_constrained()
        if cell is None:
            return True
        for digit in range(9):
            if self.options[cell] & 1 << digit:
                mark = len(self.trail)
                self.guesses += 1
                try:
                    self.set_options(cell, 1 << digit)
                    if self.solve():
                        return True
                except Contradiction:
                    pass
                self.undo(mark)
        return False

    def rows(self):
        text = "".join([str(DIGITS[options]) if options in DIGITS else "." for options in self.options])
        return [text[i : i + 9] for i in range(0, 81, 9)]


DIGITS = {1 << i: i + 1 for i in range(9)}


def load(rows):
    grid = Grid()
    for r, row in enumerate(rows):
        for c, letter in enumerate(row):
            if letter != ".":
                grid.set_options(r * 9 + c, 1 << (int(letter) - 1) & grid.options[r * 9 + c])
    return grid


def main():
    grid = load(PUZZLE)
    print(grid.solve(), grid.guesses)
    print("\n".join(grid.rows()))
    empty = Grid()
    print(empty.solve(), empty.rows()[0], empty.guesses >= 9)
    try:
        load(["55......."])
    except Contradiction as error:
        print("contradiction at", error)


if __name__ == "__main__":
    main()
