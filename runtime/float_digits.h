// Shortest digits of a double.
#ifndef SAPWOOD_FLOAT_DIGITS_H
#define SAPWOOD_FLOAT_DIGITS_H

#ifdef __cplusplus
extern "C" {
#endif

enum { SW_SHORTEST_SIZE = 20 };

// Writes the fewest digits that read back as x, which is finite and above zero, and returns how many; the
// decimal point stands before digits[*point].
int sw_shortest_digits(double x, char* digits, int* point);

#ifdef __cplusplus
}
#endif

#endif
