"""main(argv) gets the arguments as a list whose first item is the program's name."""


def main(argv):
    print(len(argv), argv[1:], argv[0].endswith(".py") or "entry_main_argv" in argv[0])
    if len(argv) < 3:
        return 2
    print(int(argv[1]) + int(argv[2]))
    return None
