"""The parts of the test runner that decide between passed and failed do so rightly."""

import sys
import unittest
from collections import Counter

from tree import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from runner import coverage, ctext, rewrite  # noqa: E402
from runner.kinds.diagnostics import Message, _unmatched, expectations  # noqa: E402
from runner.kinds.programs import Behaviour, difference  # noqa: E402


class Rewriting(unittest.TestCase):
    def test_annotations_are_replaced_and_added(self) -> None:
        source = 'def é(a: "list[int]", b=1, *c) -> int:\n    x: int = 2\nif __name__ == "__main__":\n    é([])\n'
        self.assertEqual(
            rewrite.annotations_to_object(source),
            'def é(a: object, b: object=1, *c: object) -> object:\n    x: object = 2\n'
            'if __name__ == "__main__":\n    é([])\n',
        )

    def test_annotations_of_the_entry_stay(self) -> None:
        source = "def main(n: int): pass\n"
        self.assertEqual(rewrite.annotations_to_object(source), source)

    def test_definitions_are_reversed(self) -> None:
        self.assertEqual(
            rewrite.reorder_definitions("# one\ndef a(): b()\ndef b(): pass\nclass C: pass\na()\n"),
            "class C: pass\ndef b(): pass\n# one\ndef a(): b()\na()\n",
        )

    def test_what_a_definition_needs_comes_before_it(self) -> None:
        source = "N = 1\nclass A: pass\nclass B(A): x = N\ndef f(b=B): pass\n"
        self.assertEqual(rewrite.reorder_definitions(source), "class A: pass\nN = 1\nclass B(A): x = N\ndef f(b=B): pass\n")

    def test_nothing_crosses_a_call(self) -> None:
        source = "def a(): pass\nx = a()\ndef b(): pass\n"
        self.assertEqual(rewrite.reorder_definitions(source), source)

    def test_decorated_functions_stay(self) -> None:
        source = "@register\ndef a(): pass\n@register\ndef b(): pass\n"
        self.assertEqual(rewrite.reorder_definitions(source), source)


class Comparison(unittest.TestCase):
    good = Behaviour(b"a\nb\n", b"", 0, {"f": b"x"})

    def test_equal(self) -> None:
        self.assertEqual(difference(self.good, Behaviour(b"a\nb\n", b"", 0, {"f": b"x"})), "")

    def test_each_part_counts(self) -> None:
        for other in (
            Behaviour(b"a\nb", b"", 0, {"f": b"x"}),
            Behaviour(b"a\r\nb\n", b"", 0, {"f": b"x"}),
            Behaviour(b"a\nb\n", b"!", 0, {"f": b"x"}),
            Behaviour(b"a\nb\n", b"", 1, {"f": b"x"}),
            Behaviour(b"a\nb\n", b"", 0, {"f": b"y"}),
            Behaviour(b"a\nb\n", b"", 0, {}),
            Behaviour(b"a\nb\n", b"", 0, {"f": b"x", "g": b""}),
        ):
            self.assertNotEqual(difference(self.good, other), "", other)


class Diagnostics(unittest.TestCase):
    def test_expectations(self) -> None:
        self.assertEqual(
            expectations('x\ny  # error: one "a \\"b\\""  # error: two\n'),
            [Message(2, "error", "one", 'a "b"'), Message(2, "error", "two", "")],
        )

        self.assertEqual(expectations('x  # note: "n?"\n'), [Message(1, "note", "", "n?")])

    def test_notes_may_be_there_but_expected_ones_must(self) -> None:
        wish = Message(2, "note", "", "did")
        self.assertEqual(_unmatched([], [Message(2, "note", "", "did you")]), [])
        self.assertEqual(_unmatched([wish], [Message(2, "note", "", "did you")]), [])
        self.assertEqual(len(_unmatched([wish], [])), 1)
        self.assertEqual(len(_unmatched([wish], [Message(3, "note", "", "did you")])), 1)

    def test_each_message_meets_one_expectation(self) -> None:
        wish = Message(2, "error", "one", "part")
        found = Message(2, "error", "one", "a part of it")
        self.assertEqual(_unmatched([wish], [found]), [])
        self.assertEqual(len(_unmatched([wish], [])), 1)
        self.assertEqual(len(_unmatched([], [found])), 1)
        self.assertEqual(len(_unmatched([wish], [found, found])), 1)
        self.assertEqual(len(_unmatched([wish, wish], [found])), 1)
        self.assertEqual(len(_unmatched([wish], [Message(3, "error", "one", "a part of it")])), 2)
        self.assertEqual(len(_unmatched([wish], [Message(2, "error", "one", "other")])), 2)


class Text(unittest.TestCase):
    def test_positions_leave_the_c(self) -> None:
        self.assertEqual(ctext.without_positions(b'a;\n#line 3 "x.py"\nb; /* x.py:3 */\n'), b"a;\nb; /**/\n")

    def test_ranges_of_lines(self) -> None:
        counts = Counter({1: 1, 2: 0, 5: 0, 6: 1, 9: 0})
        self.assertEqual(coverage._ranges([2, 5, 9], counts), "2-5, 9")


if __name__ == "__main__":
    unittest.main()
