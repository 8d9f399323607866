"""A format of `%` that only the running program knows."""


def greet(template, name):
    return template % name  # error: unsupported "% with a format that is not constant"


def main():
    for template in ["%s", "hello %s"]:
        print(greet(template, "you"))


if __name__ == "__main__":
    main()
