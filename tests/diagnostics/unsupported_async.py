"""Coroutines and what belongs to them."""


def main():
    async def fetch():  # error: unsupported "async def"
        return 1

    print(fetch() is None)


if __name__ == "__main__":
    main()
