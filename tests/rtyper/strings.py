"""Constant text is static data, joined by helpers; len is the length in code points."""
# test: stage=annotated entry=program
# fg: rtype
# eval-after: @program(3) == 8
# eval-after: @program(1) == 4
# expect-op: @program has no indirect_call
# expect-graph: @ll_concat


def program(n: int):
    text = "ä" + "bc" * n
    if text == "äbc":
        return len(text) + 1
    return len(text) + (n == 3)
