"""Constants for programs that import."""

LIMIT = 12
NAMES = ["n%d" % i for i in range(3)]
GREETING = "hello"
