"""Backtracking with lists of bools, recursion and an early exit by exception."""


class Found(Exception):
    def __init__(self, board):
        self.board = board


class Board:
    def __init__(self, size):
        self.size = size
        self.queens = []
        self.columns = [False] * size
        self.up = [False] * (2 * size)
        self.down = [False] * (2 * size)
        self.visited = 0

    def free(self, row, column):
        return not (self.columns[column] or self.up[row + column] or self.down[row - column + self.size])

    def set(self, row, column, value):
        self.columns[column] = value
        self.up[row + column] = value
        self.down[row - column + self.size] = value

    def place(self, row, report):
        self.visited += 1
        if row == self.size:
            report(self)
            return 1
        count = 0
        for column in range(self.size):
            if self.free(row, column):
                self.set(row, column, True)
                self.queens.append(column)
                count += self.place(row + 1, report)
                self.queens.pop()
                self.set(row, column, False)
        return count


def stop(board):
    raise Found(board)


def ignore(board):
    pass


def main():
    for size in range(1, 7):
        board = Board(size)
        print(size, board.place(0, ignore), board.visited)
    solutions = []
    Board(6).place(0, lambda board: solutions.append(board.queens[:]))
    print(solutions)
    try:
        Board(8).place(0, stop)
    except Found as found:
        for column in found.board.queens:
            print("." * column + "Q" + "." * (found.board.size - column - 1))
        print(found.board.visited)


if __name__ == "__main__":
    main()
