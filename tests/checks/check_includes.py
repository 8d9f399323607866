"""Who may know whom: the #include lines of every stage keep to the rules of the design.

    frontend -> flowgraph <- annotator <- rtyper <- transforms;   backends -> flowgraph
    tools and tests -> everything.  The translator never includes runtime/ headers.
    Python.h and pybind11 only in frontend/ and the Python module; llvm/* only in backends/llvm;
    CLI11 only in tools/; uv.h only in runtime/."""

import re

from tree import ROOT, finish, our_files

STAGES = {  # folder -> folders of ours that it may include
    "flowgraph": {"flowgraph"},
    "frontend": {"frontend", "flowgraph"},
    "annotator": {"annotator", "flowgraph"},
    "rtyper": {"rtyper", "annotator", "flowgraph"},
    "transforms": {"transforms", "rtyper", "annotator", "flowgraph"},
    "backends": {"backends", "flowgraph"},
    "runtime": {"runtime"},
}
OUTSIDERS = (  # what is included, who may
    (re.compile(r"Python\.h|pybind11/"), ("frontend/", "python_module/")),
    (re.compile(r"llvm(-c)?/"), ("backends/llvm/",)),
    (re.compile(r"CLI/"), ("tools/",)),
    (re.compile(r"uv\.h"), ("runtime/",)),
)
SHARED = {"runtime/leaf.def"}  # a table of names and effects that translator and runtime read alike
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)

folders = {path.name for path in ROOT.iterdir() if path.is_dir()}
complaints = []
for path in our_files(".cpp", ".h", ".c", ".hpp", ".def"):
    stage = path.parts[0]
    text = (ROOT / path).read_text()
    for match in INCLUDE.finditer(text):
        name = match[2]
        where = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}: {name}"
        target = name.split("/")[0]
        if name in SHARED:
            continue
        if stage in STAGES and "/" in name and target in folders and target not in STAGES[stage]:
            complaints.append(f"{where}: {stage} may not know {target}")
        if stage in STAGES and name.startswith("../"):
            complaints.append(f"{where}: include our headers by their path from the root of the tree")
        for pattern, allowed in OUTSIDERS:
            if pattern.match(name) and not path.as_posix().startswith((*allowed, "tests/")):
                complaints.append(f"{where}: only {' and '.join(allowed)} may include it")
finish(complaints)
