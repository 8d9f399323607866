// Twin of nbody.py.
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

static const double kPi = 3.141592653589793;
static const double kSolarMass = 4 * kPi * kPi;
static const double kDaysPerYear = 365.24;

struct Body {
    double x, y, z, vx, vy, vz, mass;

    Body(double x, double y, double z, double vx, double vy, double vz, double mass)
        : x(x),
          y(y),
          z(z),
          vx(vx * kDaysPerYear),
          vy(vy * kDaysPerYear),
          vz(vz * kDaysPerYear),
          mass(mass * kSolarMass) {}
};

static std::vector<Body> solar_system() {
    return {
        {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0},
        {4.84143144246472090e00, -1.16032004402742839e00, -1.03622044471123109e-01, 1.66007664274403694e-03,
         7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04},
        {8.34336671824457987e00, 4.12479856412430479e00, -4.03523417114321381e-01, -2.76742510726411854e-03,
         4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04},
        {1.28943695621391310e01, -1.51111514016986312e01, -2.23307578892655734e-01, 2.96460137564761618e-03,
         2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05},
        {1.53796971148509165e01, -2.59193146099879641e01, 1.79258772950371181e-01, 2.68067772490389322e-03,
         1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05},
    };
}

static void rest_momentum(std::vector<Body>& bodies) {
    double px = 0.0, py = 0.0, pz = 0.0;
    for (const Body& body : bodies) {
        px += body.vx * body.mass;
        py += body.vy * body.mass;
        pz += body.vz * body.mass;
    }
    Body& sun = bodies[0];
    sun.vx = -px / kSolarMass;
    sun.vy = -py / kSolarMass;
    sun.vz = -pz / kSolarMass;
}

static double energy(const std::vector<Body>& bodies) {
    double total = 0.0;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Body& body = bodies[i];
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz);
        for (std::size_t j = i + 1; j < bodies.size(); ++j) {
            const Body& other = bodies[j];
            double dx = body.x - other.x;
            double dy = body.y - other.y;
            double dz = body.z - other.z;
            total -= body.mass * other.mass / std::sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

static void advance(std::vector<Body>& bodies, double dt) {
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        Body& body = bodies[i];
        for (std::size_t j = i + 1; j < bodies.size(); ++j) {
            Body& other = bodies[j];
            double dx = body.x - other.x;
            double dy = body.y - other.y;
            double dz = body.z - other.z;
            double square = dx * dx + dy * dy + dz * dz;
            double pull = dt / (square * std::sqrt(square));
            body.vx -= dx * other.mass * pull;
            body.vy -= dy * other.mass * pull;
            body.vz -= dz * other.mass * pull;
            other.vx += dx * body.mass * pull;
            other.vy += dy * body.mass * pull;
            other.vz += dz * body.mass * pull;
        }
    }
    for (Body& body : bodies) {
        body.x += dt * body.vx;
        body.y += dt * body.vy;
        body.z += dt * body.vz;
    }
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    long long steps = std::stoll(argv[1]);
    std::vector<Body> bodies = solar_system();
    rest_momentum(bodies);
    std::printf("%.9f\n", energy(bodies));
    for (long long i = 0; i < steps; ++i) advance(bodies, 0.01);
    std::printf("%.9f\n", energy(bodies));
}
