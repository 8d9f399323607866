"""A module without an entry."""  # error: no_entry


def helper(n):
    return n + 1


VALUE = helper(2)
