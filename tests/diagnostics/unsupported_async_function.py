"""A coroutine of the module level is called."""


async def fetch():  # error: unsupported "async def"
    await other()


async def other():
    return 1


def main():
    fetch()


if __name__ == "__main__":
    main()
