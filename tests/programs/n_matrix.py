"""Matrices of ints and floats by one class: products, transposes, determinants."""


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return "\n".join([" ".join([f"{x:6.2f}" for x in row]) for row in self.rows])

    def __len__(self):
        return len(self.rows)

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    def times(self, other):
        columns = other.transposed().rows
        return Matrix([[sum([a * b for a, b in zip(row, col)]) for col in columns] for row in self.rows])

    def transposed(self):
        return Matrix([list(column) for column in [[row[i] for row in self.rows] for i in range(len(self.rows[0]))]])

    def determinant(self):
        rows = [[float(x) for x in row] for row in self.rows]
        n = len(rows)
        result = 1.0
        for i in range(n):
            pivot = i
            while pivot < n and rows[pivot][i] == 0:
                pivot += 1
            if pivot == n:
                return 0.0
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                result = -result
            result *= rows[i][i]
            for j in range(i + 1, n):
                factor = rows[j][i] / rows[i][i]
                for k in range(i, n):
                    rows[j][k] -= factor * rows[i][k]
        return result


def main():
    a = Matrix([[1, 2], [3, 4]])
    b = Matrix([[0.5, 1.5], [2.5, 3.5]])
    print(a.times(a))
    print(b.times(b.transposed()))
    print(a.times(Matrix.identity(2)) == a, len(a), a.determinant(), b.determinant())
    print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).determinant(), Matrix([[1, 2], [2, 4]]).determinant())
    print(Matrix([[1, 2, 3]]).transposed().rows, Matrix([[0, 1], [1, 0]]).determinant())


if __name__ == "__main__":
    main()
