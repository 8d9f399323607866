"""An exception in finally replaces the first one, which becomes its context."""


class Connection:
    def __init__(self, name):
        self.name = name
        self.open = True

    def send(self, data):
        if not self.open:
            raise RuntimeError("closed")
        if data == "bad":
            self.open = False
            raise ValueError("bad data")
        print("sent", data)

    def close(self):
        self.send("bye")
        print("closed", self.name)


def talk(connection, words):
    try:
        for word in words:
            connection.send(word)
    finally:
        connection.close()


if __name__ == "__main__":
    talk(Connection("one"), ["hello"])
    talk(Connection("two"), ["hello", "bad", "more"])
