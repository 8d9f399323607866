def main():
    try:
        raise ValueError("a")
    except ValueError as error:
        raise KeyError from error
