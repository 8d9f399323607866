"""An instance that was given a function of its own at import, where its class has a method."""


class Button:
    def press(self):
        return "pressed"


def silent():
    return "silence"


button = Button()
button.press = silent


def main():
    print(button.press())  # error: unsupported "which has a method of that name"


if __name__ == "__main__":
    main()
