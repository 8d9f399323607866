"""Instances of sibling classes meet in variables, lists and dicts at their common base."""


class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."


class Dog(Animal):
    def speak(self):
        return "wuff"

    def fetch(self):
        return self.name + " fetches"


class Cat(Animal):
    def __init__(self, name, lives):
        super().__init__(name)
        self.lives = lives

    def speak(self):
        return "meow" if self.lives else "booo"


def pick(flag):
    if flag:
        return Dog("rex")
    return Cat("tom", 9)


def oldest(animals):
    best = None
    for animal in animals:
        if best is None or len(animal.name) > len(best.name):
            best = animal
    return best


def main():
    print(pick(True).speak(), pick(False).speak(), pick(False).name)
    animal = Cat("tim", 0)
    print(animal.speak(), animal.lives)
    pets = {"d": pick(True), "c": pick(False), "x": Animal("thing")}
    for key in pets:
        pet = pets[key]
        print(key, pet.name, pet.speak(), pet.fetch() if isinstance(pet, Dog) else "no fetch")
    print(oldest(list(pets.values())).name, oldest([]) is None)
    current = Dog("a") if len(pets) > 5 else Cat("b", 1)
    print(current.speak(), isinstance(current, Cat), current is pets["c"])
    pair = (Dog("p"), Cat("q", 2))
    print(pair[0].fetch(), pair[1].lives)
    pets["x"] = pair[1]
    print(pets["x"] is pair[1], [p.speak() for p in [pair[0], pets["x"]]])


if __name__ == "__main__":
    main()
