"""Miscompilations for the self-test: each is one mistake that a tired engineer could make, in one place.

A plant replaces `right`, which stands in the file exactly once, by `wrong`, in a copy of the tree.  The translator
itself knows nothing of them.  A plant that is not found shows that the generator is too weak: mend that.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plant:
    name: str
    path: str
    right: str
    wrong: str

    @property
    def stage(self) -> str:
        return "runtime" if self.path.startswith("runtime/") else self.path.split("/")[0]

    def planted(self, root: Path) -> str:
        """The file with the mistake in it; ValueError if its place is gone."""
        text = (root / self.path).read_text()
        if text.count(self.right) != 1:
            raise ValueError(f"`{self.name}`: {self.path} has its place {text.count(self.right)} times, not once")
        return text.replace(self.right, self.wrong)


PLANTS = (
    Plant("finally is lost when an exception passes", "frontend/flow_try.cpp",
          "handled(exception, stored_in_final, [&] { visit(final); });", "handled(exception, stored_in_final, [] {});"),
    Plant("operands are evaluated from the right", "frontend/flow_expressions.cpp",
          "            Value left = eval_operand(node.child(Field::left));\n            Value right = eval_operand(node.child(Field::right));\n",
          "            Value right = eval_operand(node.child(Field::right));\n            Value left = eval_operand(node.child(Field::left));\n"),
    Plant("a chained comparison goes on with its first operand", "frontend/flow_expressions.cpp",
          "            if (!join(std::move(one.yes), \"\")) break;\n            left = right;\n",
          "            if (!join(std::move(one.yes), \"\")) break;\n"),
    Plant("int that may be negative joins as nonnegative", "annotator/lattice.cpp",
          "        SValue result = a;\n        result.nonnegative = a.nonnegative && b.nonnegative;\n",
          "        SValue result = a;\n        result.nonnegative = a.nonnegative || b.nonnegative;\n"),
    Plant("the remainder takes its sign from the dividend", "annotator/binary.cpp",
          "case Op::mod: return right_nonnegative ?", "case Op::mod: return left_nonnegative ?"),
    Plant("an optional str that is false counts as None", "annotator/flow.cpp",
          "bool always_true = s.kind == SKind::callable ||", "bool always_true = s.kind == SKind::callable || s.kind == SKind::str ||"),
    Plant("slices with a negative step stop one early", "rtyper/lowlevel/slices.py",
          "        if index < 0:\n            return -1\n", "        if index < 0:\n            return 0\n"),
    Plant("floor division looks at the sign of the dividend only", "rtyper/lowlevel/ints.py",
          "    if (a ^ b) < 0 and ll.int_mul(quotient, b) != a:\n        return quotient - 1\n    return quotient\n",
          "    if a < 0 and ll.int_mul(quotient, b) != a:\n        return quotient - 1\n    return quotient\n"),
    Plant("popitem takes the entry before out of sight", "rtyper/lowlevel/dicts.py",
          "    d.used = place\n\n\ndef ll_clear", "    d.used = place - (d.live & 1)\n\n\ndef ll_clear"),
    Plant("short lists are sorted without keeping equal items in order", "rtyper/lowlevel/sorting.py",
          "            if ltfn(key, keys[middle]):\n", "            if not ltfn(keys[middle], key):\n"),
    Plant("a field that was read is not read again after a store", "transforms/common_values.cpp",
          "                forget_field(operation.args[1]);\n                if (stored_whole", "                if (stored_whole"),
    Plant("0 - x folds to x", "transforms/fold.cpp",
          "            case Op::int_sub:\n            case Op::int_sub_ovf:\n            case Op::int_lshift:\n",
          "            case Op::int_sub:\n            case Op::int_sub_ovf:\n                if (is(0, 0)) return b;\n"
          "                if (is(1, 0)) return a;\n                return std::nullopt;\n            case Op::int_lshift:\n"),
    Plant("exceptions of calls through a table of methods are not noticed", "transforms/effects.cpp",
          "        case Op::direct_call:\n        case Op::indirect_call: {\n            for (GraphId callee",
          "        case Op::indirect_call: return false;\n        case Op::direct_call: {\n            for (GraphId callee"),
    Plant("a difference that overflows is checked like a sum", "transforms/exceptions.cpp",
          "case Op::int_sub_ovf: return twin(Op::int_sub_overflows, Op::int_sub);", "case Op::int_sub_ovf: return twin(Op::int_add_overflows, Op::int_sub);"),
    Plant("variables that change places in a loop are not saved", "backends/c/function.cpp",
          "            copies.emplace_back(broken, copy);\n", ""),
    Plant("find does not look at the last position", "runtime/find.c",
          "    int64_t n = what_stop - what_start, positions = stop - start - n + 1;\n    if (positions <= 0 || start > stop) return -1;\n    if (n == 0) return start;\n",
          "    int64_t n = what_stop - what_start, positions = stop - start - n + 1;\n    if (positions <= 0 || start > stop) return -1;\n    if (n == 0) return start;\n"
          "    if (start > 0) stop--;\n"),
)
