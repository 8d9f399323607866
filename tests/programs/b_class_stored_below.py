"""A class variable stored below the class it is read through, and hidden by an instance."""


class Animal:
    sound = "..."


class Dog(Animal):
    sound = "woof"


class Puppy(Dog):
    sound = "wif"


def main():
    zoo = [Animal(), Dog(), Puppy()]
    for z in zoo:
        print(z.sound)
    Dog.sound = "W"
    for z in zoo:
        print(z.sound)
    zoo[2].sound = "q"
    Dog.sound = "W"
    for z in zoo:
        print(z.sound)


if __name__ == "__main__":
    main()
