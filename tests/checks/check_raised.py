"""annotator/raised.def lists every built-in exception that rtyper/ raises or makes by itself, and no other."""

import re

from tree import ROOT, finish

listed = set(re.findall(r"RAISED\((\w+)\)", (ROOT / "annotator/raised.def").read_text()))
raised = set()
for path in (ROOT / "rtyper/lowlevel").glob("*.py"):
    raised |= set(re.findall(r"\b(?:raise (?=[A-Z])|return (?=\w+Error\())(\w+)", path.read_text()))
for path in (ROOT / "rtyper").glob("*.cpp"):
    raised |= set(re.findall(r'"([A-Z]\w*(?:Error|Exit|Iteration))"', path.read_text()))
finish(
    [f"{name} is raised but not listed" for name in sorted(raised - listed)]
    + [f"{name} is listed but not raised" for name in sorted(listed - raised)]
)
