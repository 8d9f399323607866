def main():
    with open("f") as file:
        return len(file.read())
