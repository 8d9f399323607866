"""Classes are made at import only."""


def make(n):
    class Local:  # error: run_time_class "Local"
        def value(self):
            return n

    return Local()


def main():
    print(make(3).value())


if __name__ == "__main__":
    main()
