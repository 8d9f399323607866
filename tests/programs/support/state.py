"""Module level variables that other modules change."""

count = 40
names = []


def bump():
    global count
    count += 100
    return count
