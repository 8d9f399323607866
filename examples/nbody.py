"""The Sun and the four big planets, moved step by step by their gravity.

A symplectic integrator (each step changes velocities first, then positions) keeps the energy of
the system nearly constant; the run prints the energy and the planets' places before and after.

Shows: floating point in loops over lists of instances, a tuple-returning method, arithmetic on
module constants.

Run:   python3 nbody.py [STEPS]                     default 20000; a step is 0.01 days
"""

import sys
from math import pi, sqrt

SOLAR_MASS = 4 * pi * pi  # so that the unit of time is a year and of length the astronomical unit
DAYS_PER_YEAR = 365.24
STEP = 0.01


class Body:
    """Position, velocity per year and mass."""

    def __init__(self, name, x, y, z, vx, vy, vz, mass):
        self.name = name
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass

    def move(self, dt):
        self.x += dt * self.vx
        self.y += dt * self.vy
        self.z += dt * self.vz

    def momentum(self):
        return self.vx * self.mass, self.vy * self.mass, self.vz * self.mass

    def kinetic_energy(self):
        return 0.5 * self.mass * (self.vx * self.vx + self.vy * self.vy + self.vz * self.vz)

    def distance(self, other):
        dx = self.x - other.x
        dy = self.y - other.y
        dz = self.z - other.z
        return sqrt(dx * dx + dy * dy + dz * dz)


def planet(name, x, y, z, vx, vy, vz, mass):
    """A body from velocity per day and mass in solar masses."""
    return Body(
        name,
        x,
        y,
        z,
        vx * DAYS_PER_YEAR,
        vy * DAYS_PER_YEAR,
        vz * DAYS_PER_YEAR,
        mass * SOLAR_MASS,
    )


def solar_system():
    return [
        Body("Sun", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, SOLAR_MASS),
        planet(
            "Jupiter",
            4.84143144246472090e00,
            -1.16032004402742839e00,
            -1.03622044471123109e-01,
            1.66007664274403694e-03,
            7.69901118419740425e-03,
            -6.90460016972063023e-05,
            9.54791938424326609e-04,
        ),
        planet(
            "Saturn",
            8.34336671824457987e00,
            4.12479856412430479e00,
            -4.03523417114321381e-01,
            -2.76742510726411854e-03,
            4.99852801234917238e-03,
            2.30417297573763929e-05,
            2.85885980666130812e-04,
        ),
        planet(
            "Uranus",
            1.28943695621391310e01,
            -1.51111514016986312e01,
            -2.23307578892655734e-01,
            2.96460137564761618e-03,
            2.37847173959480950e-03,
            -2.96589568540237556e-05,
            4.36624404335156298e-05,
        ),
        planet(
            "Neptune",
            1.53796971148509165e01,
            -2.59193146099879641e01,
            1.79258772950371181e-01,
            2.68067772490389322e-03,
            1.62824170038242295e-03,
            -9.51592254519715870e-05,
            5.15138902046611451e-05,
        ),
    ]


def rest_momentum(bodies):
    """Give the Sun the velocity that makes the system's momentum zero."""
    px = py = pz = 0.0
    for body in bodies:
        mx, my, mz = body.momentum()
        px += mx
        py += my
        pz += mz
    sun = bodies[0]
    sun.vx = -px / sun.mass
    sun.vy = -py / sun.mass
    sun.vz = -pz / sun.mass


def energy(bodies):
    total = 0.0
    for i, body in enumerate(bodies):
        total += body.kinetic_energy()
        for j in range(i + 1, len(bodies)):
            other = bodies[j]
            total -= body.mass * other.mass / body.distance(other)
    return total


def advance(bodies, steps, dt):
    count = len(bodies)
    for _ in range(steps):
        for i in range(count):
            body = bodies[i]
            for j in range(i + 1, count):
                other = bodies[j]
                dx = body.x - other.x
                dy = body.y - other.y
                dz = body.z - other.z
                square = dx * dx + dy * dy + dz * dz
                pull = dt / (square * sqrt(square))
                body.vx -= dx * other.mass * pull
                body.vy -= dy * other.mass * pull
                body.vz -= dz * other.mass * pull
                other.vx += dx * body.mass * pull
                other.vy += dy * body.mass * pull
                other.vz += dz * body.mass * pull
        for body in bodies:
            body.move(dt)


def show(bodies):
    for body in bodies:
        print(f"  {body.name:<8} {body.x:12.6f} {body.y:12.6f} {body.z:12.6f}")
    print(f"  energy {energy(bodies):.9f}")


def main(argv):
    steps = int(argv[1]) if len(argv) > 1 else 20000
    bodies = solar_system()
    rest_momentum(bodies)
    print("start")
    show(bodies)
    before = energy(bodies)
    advance(bodies, steps, STEP)
    print(f"after {steps} steps")
    show(bodies)
    print(f"the energy changed by {abs(energy(bodies) - before):.3e}")


if __name__ == "__main__":
    main(sys.argv)
