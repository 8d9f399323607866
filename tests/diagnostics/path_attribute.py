"""An attribute starts as a text and is given a number by another class."""


class Player:
    def __init__(self, name):
        self.name = name
        self.score = ""  # note: "`str` here"

    def win(self, points):
        self.score = points  # error: union_mismatch "attribute `score` holds `int` here and `str` elsewhere"

    def show(self):
        print(self.name, self.score)


class Game:
    def __init__(self):
        self.players = []

    def add(self, name):
        self.players.append(Player(name))

    def play(self):
        for player in self.players:
            player.win(len(player.name))  # note: "`int` comes from here"


def main():
    game = Game()
    game.add("Ada")
    game.add("Grace")
    game.play()
    for player in game.players:
        player.show()


if __name__ == "__main__":
    main()
