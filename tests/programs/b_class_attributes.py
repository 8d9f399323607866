"""Class attributes: constants read through instances and classes, and stored ones."""


class Machine:
    wheels = 0
    made = 0
    kind = "machine"

    def __init__(self):
        Machine.made += 1

    def text(self):
        return self.kind + " with " + str(self.wheels)


class Bike(Machine):
    wheels = 2
    kind = "bike"


class Car(Machine):
    wheels = 4
    kind = "car"
    horn = "beep"

    def honk(self):
        return self.horn


class Truck(Car):
    kind = "truck"
    horn = "HOOT"


class Config:
    depth = 3
    names = ["a", "b"]
    table = {"x": 1}


def main():
    for machine in [Bike(), Car(), Truck(), Machine()]:
        print(machine.text(), machine.wheels)
    print(Machine.made, Car.wheels, Truck.wheels, Truck().honk(), Machine.made)
    Config.depth += 4
    Config.names.append("c")
    Config.table["y"] = Config.depth
    print(Config.depth, Config.names, Config.table)
    config = Config()
    config.depth = 100
    print(config.depth, Config.depth)
    Machine.made = 0
    Bike()
    print(Machine.made)


if __name__ == "__main__":
    main()
