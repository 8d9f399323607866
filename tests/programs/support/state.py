"""Module level variables that other modules change."""

count = 40
names = []


def bump():
    global count
    count += 100
    return count

# Set by b_class_late_stores.py, through a local that is this module.
late = "early"
