"""Hashes that are put together, as CPython makes them."""

import ll

PRIME_1 = -7046029288634856825  # of xxHash; as signed 64-bit numbers
PRIME_2 = -4417276706812531889
PRIME_5 = 2870177450012600261


def ll_of_address(address):
    """Of an object that is only equal to itself.  The low bits are the same for all."""
    low = ll.int_and(ll.int_rshift(address, 4), 1152921504606846975)
    return ll.int_or(low, ll.int_lshift(ll.int_and(address, 15), 60))


def ll_tuple_step(acc, lane):
    acc = ll.int_add(acc, ll.int_mul(lane, PRIME_2))
    acc = ll.int_or(ll.int_lshift(acc, 31), ll.int_and(ll.int_rshift(acc, 33), 2147483647))
    return ll.int_mul(acc, PRIME_1)


def ll_tuple_end(acc, length):
    acc = ll.int_add(acc, ll.int_xor(length, ll.int_xor(PRIME_5, 3527539)))
    if acc == -1:
        return 1546275796
    return acc
