def main():
    step = 2
    total = 0

    def add(n):
        nonlocal total
        total += n * step

    add(1)
    return total
