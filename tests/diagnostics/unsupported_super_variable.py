"""super() reads what classes have at import: not what the program stores on one of them as it runs."""


class Base:
    pass


class Derived(Base):
    def limit_of_base(self):
        return super().limit  # error: unsupported "`super().limit`"


def main():
    Base.limit = 7
    print(Derived().limit_of_base())


if __name__ == "__main__":
    main()
