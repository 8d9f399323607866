// Twin of mandelbrot.py.
#include <cstdint>
#include <iostream>
#include <string>

static const std::int64_t kLimit = 100;

static std::int64_t iterations(double cx, double cy) {
    double x = 0.0, y = 0.0;
    for (std::int64_t i = 0; i < kLimit; ++i) {
        double xx = x * x, yy = y * y;
        if (xx + yy > 4.0) return i;
        y = 2.0 * x * y + cy;
        x = xx - yy + cx;
    }
    return kLimit;
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::int64_t size = std::stoll(argv[1]);
    std::int64_t inside = 0, total = 0, checksum = 0;
    for (std::int64_t row = 0; row < size; ++row) {
        double cy = 2.0 * row / size - 1.0;
        for (std::int64_t column = 0; column < size; ++column) {
            std::int64_t steps = iterations(2.0 * column / size - 1.5, cy);
            total += steps;
            if (steps == kLimit) ++inside;
            checksum = (checksum * 31 + steps) % 1000000007;
        }
    }
    std::cout << inside << " of " << size * size << " points inside, " << total << " steps, checksum "
              << checksum << '\n';
}
