"""An exception raised while another is handled prints both, context first."""


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return fallback(key)


def fallback(key):
    print("falling back for", key)
    return 100 // (len(key) - 3)


def clean(key):
    try:
        return lookup({"one": 1}, key)
    finally:
        print("cleaned", key)


if __name__ == "__main__":
    clean("one")
    clean("four")
    clean("two")
