def main():
    n = 3
    while n:
        try:
            n -= int("1")
        except ValueError as error:
            print(error)
            break
        finally:
            print("finally")
    return n
