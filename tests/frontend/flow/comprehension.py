def main(argv):
    long = [word for word in argv if len(word) > 3]
    return any(word == "x" for word in long)
