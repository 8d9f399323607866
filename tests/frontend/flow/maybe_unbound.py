def main(argv):
    if len(argv) > 1:
        word = argv[1]
    print(word)
    del word
