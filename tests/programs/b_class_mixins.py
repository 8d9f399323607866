"""Mixins add methods to classes with different bases, in resolution order."""


class Loud:
    def shout(self):
        return self.name.upper() + "!"

    def rank(self):
        return "loud"


class Counted:
    def count(self):
        self.counter += 1
        return self.counter

    def rank(self):
        return "counted " + str(self.counter)


class Animal:
    def __init__(self, name):
        self.name = name
        self.counter = 0

    def rank(self):
        return "animal"


class Dog(Loud, Animal):
    pass


class Parrot(Loud, Counted, Animal):
    def rank(self):
        return "parrot, " + super().rank()


class Robot(Counted):
    def __init__(self):
        self.counter = 40


class Cat(Animal, Loud):
    pass


def main():
    dog = Dog("rex")
    print(dog.shout(), dog.rank())
    parrot = Parrot("polly")
    print(parrot.count(), parrot.count(), parrot.shout(), parrot.rank())
    robot = Robot()
    robot.count()
    print(robot.count(), robot.rank())
    cat = Cat("tom")
    print(cat.shout(), cat.rank())
    animals = [dog, parrot, cat]
    for animal in animals:
        print(animal.name, animal.rank(), isinstance(animal, Loud), isinstance(animal, Counted))
    print(isinstance(robot, Counted), isinstance(robot, Animal))


if __name__ == "__main__":
    main()
