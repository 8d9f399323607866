"""What is raised derives from BaseException."""


def main():
    try:
        raise 5  # error: unsupported "raising `int`, which does not derive from BaseException"
    except Exception as error:
        print(error)


if __name__ == "__main__":
    main()
