DEBUG = False
LIMIT = 3 * 4


def main():
    if DEBUG:
        print("never")
    if LIMIT > 10 and not DEBUG:
        return LIMIT
    print("never")
