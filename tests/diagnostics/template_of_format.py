"""A template of str.format that only the running program knows."""


def greet(template, name):
    return template.format(name)  # error: unsupported "`str.format` of a template that is not known"


def main():
    for template in ["{}", "hello {}"]:
        print(greet(template, "you"))


if __name__ == "__main__":
    main()
