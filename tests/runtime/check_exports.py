"""The archive exports what leaf.def and sapwood.h declare and nothing else, and needs no C++ library.

So nothing that is exported takes a list, a dict or a str object: the kinds of leaf.def have none."""

import re
import subprocess

from leaves import BUILT, RUNTIME, check, finish, rows

KINDS = {"Signed", "Unsigned", "Float", "Bool", "Char", "UniChar", "Text", "Buffer", "Ints", "Floats"}
PROGRAMS = {"sw_places", "sw_program_main"}  # what a program defines for the runtime


def symbols(archive):
    """The global symbols that it defines, and those that it needs and does not define."""
    listed = subprocess.run(["nm", "--extern-only", archive], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^(?:[0-9a-f]+| +) (\w) (\S+)$", listed, re.MULTILINE)
    defined = {name for kind, name in found if kind not in "Uw"}
    return defined, {name for kind, name in found if kind == "U"} - defined


leaf_names = {"sw_" + name for name, _, _, _ in rows()}
for name, result, kinds, effects in rows():
    check({*kinds, result} - {"Void"} <= KINDS and effects in ("pure", "reads", "writes"), True, "row", name)

header = re.sub(r"//.*", "", (RUNTIME / "sapwood.h").read_text())
header = re.sub(r"^static inline.*?^}", "", header, flags=re.MULTILINE | re.DOTALL)
declared = set(re.findall(r"^extern [^;[]*[ *](sw_\w+)[^;]*;", header, re.MULTILINE))
declared |= set(re.findall(r"^[a-z]\w*[\w *]*?[ *](sw_\w+)\([^;]*;", header, re.MULTILINE))
data_of_the_program = {"sw_types", "sw_type_count"}  # nothing in the runtime reads them yet
internal = set(re.findall(r"(sw_\w+)(?:\(|;)", (RUNTIME / "internal.h").read_text()))

defined, needed = symbols(BUILT / "libsapwood_own.a")
check(sorted(leaf_names - defined), [], "missing leaf routines")
check(sorted(declared - defined - PROGRAMS - data_of_the_program), [], "declared in sapwood.h and not there")
check(sorted(defined - leaf_names - declared - internal - {"main"}), [], "exported and not declared")
check(sorted(PROGRAMS - needed), [], "what a program defines")

# Of the whole archive: nothing of the C++ library is left.
_, needed = symbols(BUILT / "libsapwood_runtime.a")
strangers = {name for name in needed if re.match(r"_Z|__cxa_|__gxx|_Unwind|GC_|sw_", name)} - PROGRAMS
check(sorted(strangers), [], "needed and in no member")
check(subprocess.run(["cmp", RUNTIME / "leaf.def", BUILT / "include" / "leaf.def"], check=False).returncode, 0, "leaf.def")
finish()
