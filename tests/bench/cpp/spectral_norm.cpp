// Twin of spectral_norm.py.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

static double element(std::int64_t i, std::int64_t j) {
    return 1.0 / static_cast<double>((i + j) * (i + j + 1) / 2 + i + 1);
}

static std::vector<double> multiply(const std::vector<double>& vector) {
    const std::int64_t size = static_cast<std::int64_t>(vector.size());
    std::vector<double> result(vector.size());
    for (std::int64_t i = 0; i < size; ++i) {
        double total = 0.0;
        for (std::int64_t j = 0; j < size; ++j) total += element(i, j) * vector[j];
        result[i] = total;
    }
    return result;
}

static std::vector<double> multiply_transposed(const std::vector<double>& vector) {
    const std::int64_t size = static_cast<std::int64_t>(vector.size());
    std::vector<double> result(vector.size());
    for (std::int64_t i = 0; i < size; ++i) {
        double total = 0.0;
        for (std::int64_t j = 0; j < size; ++j) total += element(j, i) * vector[j];
        result[i] = total;
    }
    return result;
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::vector<double> u(std::stoul(argv[1]), 1.0);
    std::vector<double> v = u;
    for (int i = 0; i < 10; ++i) {
        v = multiply_transposed(multiply(u));
        u = multiply_transposed(multiply(v));
    }
    double product = 0.0, square = 0.0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        product += u[i] * v[i];
        square += v[i] * v[i];
    }
    std::printf("%.9f\n", std::sqrt(product / square));
}
