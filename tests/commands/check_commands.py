#!/usr/bin/env python3
"""The command line from outside: what each command prints, writes and returns, and what it leaves alone."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

BUILD = Path(os.environ["SAPWOOD_BUILD"])
SCRATCH = Path(os.environ["SAPWOOD_SCRATCH"])
SAPWOOD = BUILD / "bin" / "sapwood"

PROGRAM = '''import sys

print("module level")


def double(number):
    return number * 2


def shout():
    print("shouted")


if __name__ == "__main__":
    print(double(21), len(sys.argv))
    sys.exit(3)
'''
METHODS = '''class A:
    def get(self):
        return 1


class B:
    def get(self):
        return "b"


def main():
    print(A().get(), B().get())
'''
WRONG = 'def main():\n    print("a" + 1)\n    for letter in 5:\n        print(letter)\n'


def sapwood(*arguments: object, **options: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(SAPWOOD), *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH,
                          timeout=120, **options)


def good(*arguments: object, **options: object) -> str:
    done = sapwood(*arguments, **options)
    assert done.returncode == 0, (arguments, done)
    return done.stdout


def check_run() -> None:
    done = sapwood("run", "prog.py", "one", "--two", "-x")
    assert (done.returncode, done.stdout) == (3, "module level\n42 4\n"), done
    again = sapwood("run", "prog.py")
    assert (again.returncode, again.stdout) == (3, "module level\n42 1\n"), again
    other_entry = sapwood("run", "--entry", "shout", "prog.py")
    assert (other_entry.returncode, other_entry.stdout) == (0, "module level\nshouted\n"), other_entry
    (SCRATCH / "reads.py").write_text('import sys\nfirst = input()\nif __name__ == "__main__":\n'
                                      '    print(first, input(), sys.stdin.read())\n')
    reads = sapwood("run", "reads.py", input="né\nn2\nrest\n")
    assert reads.stdout == "né n2 rest\n\n", "the module level takes its lines of the input only"


def check_build() -> None:
    for option in ("-O0", "-O3", "--int=wrap", "--cc=clang", "--verify-each"):
        good("build", option, "prog.py", "-o", "built")
        done = subprocess.run([str(SCRATCH / "built")], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (3, "42 1\n"), (option, done)
    good("build", "prog.py")
    assert (SCRATCH / "prog").exists(), "without -o the executable has the program's name"

    good("build", "prog.py", "-o", "built", "--keep", "kept")
    kept = list((SCRATCH / "kept").glob("*.c"))
    assert kept and "double" in "".join(path.read_text() for path in kept), kept
    times = sapwood("build", "prog.py", "-o", "built", "--time-passes").stderr
    for stage in ("import", "annotate", "rtype", "inline", "emit c", "compile c"):
        assert stage in times, (stage, times)
    dump = sapwood("build", "prog.py", "-o", "built", "--dump-after=simplify,double")
    assert "@double(" in dump.stdout + dump.stderr and "@shout(" not in dump.stdout + dump.stderr, dump
    assert (SCRATCH / "built").unlink() is None
    dump = good("build", "--dump-after=simplify,double", "prog.py", "-o", "built")  # the option has one value
    assert (SCRATCH / "built").exists(), "the option took the program"
    dump = sapwood("build", "--dump-after", "simplify,nosuch", "prog.py", "-o", "built")
    assert dump.returncode == 0 and "no graph is called `nosuch`" in dump.stderr, dump


def check_saved_graphs() -> None:
    """A saved graph goes on from where it was, to the same bytes."""
    direct = good("emit", "prog.py", "--format", "c").removeprefix("module level\n")
    for stage in ("flow", "annotated", "typed", "final"):
        good("graph", "prog.py", "--stage", stage, "-o", "saved.fg")
        assert good("emit", "saved.fg", "--format", "c") == direct, stage
        good("build", "saved.fg", "-o", "built")
        done = subprocess.run([str(SCRATCH / "built")], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (3, "42 1\n"), (stage, done)


def check_graph_formats() -> None:
    arguments = ("graph", "prog.py", "--function", "double", "--stage", "typed", "--format")
    good(*arguments, "text", "-o", "double.txt")
    assert (SCRATCH / "double.txt").read_text().startswith("graph @double("), "text"
    good(*arguments, "dot", "-o", "double.dot")
    assert (SCRATCH / "double.dot").read_text().startswith("digraph"), "dot"
    good(*arguments, "json", "-o", "double.json")
    parsed = json.loads((SCRATCH / "double.json").read_text())
    assert [graph["name"] for graph in parsed["graphs"]] == ["double"], parsed
    good(*arguments, "svg", "-o", "double.svg")
    assert ElementTree.parse(SCRATCH / "double.svg").getroot().tag.endswith("svg"), "svg"
    (SCRATCH / "methods.py").write_text(METHODS)
    for name, graphs in (("get", 2), ("A.get", 1), ("__main__.B.get", 1)):
        shown = good("graph", "methods.py", "--function", name)
        assert shown.count("graph @get") == graphs and shown.count("graph @") == graphs, (name, shown)
    assert sapwood("graph", "methods.py", "--function", "C.get").returncode == 1


def check_failed_writes() -> None:
    """What cannot be written is an error; nothing is left of a file that could not be finished."""
    for command in ("emit", "graph"):
        with open("/dev/full", "w") as full:
            done = subprocess.run([SAPWOOD, command, "prog.py"], stdout=full, stderr=subprocess.PIPE, text=True,
                                  cwd=SCRATCH, timeout=120)
        assert done.returncode == 1 and "standard output cannot be written" in done.stderr, done
    before = sorted(SCRATCH.iterdir())
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # noqa: E731
    done = sapwood("emit", "prog.py", "-o", "limited.c", preexec_fn=limit)
    assert done.returncode == 1 and "limited.c cannot be written" in done.stderr, done
    assert sorted(SCRATCH.iterdir()) == before, "a file that could not be finished is left"


def check_errors() -> None:
    """Errors of the user give status 1, wrong usage 2; a located error per cause; nothing is overwritten."""
    untouched = SCRATCH / "untouched"
    untouched.write_text("precious")
    for command in (("check",), ("build", "-o", untouched), ("emit", "-o", untouched)):
        done = sapwood(*command, "wrong.py")
        assert done.returncode == 1, done
        assert "wrong.py:2:11: error: " in done.stderr and "[bad_operand]" in done.stderr, done.stderr
        assert "wrong.py:3:19: error: " in done.stderr and "[not_iterable]" in done.stderr, done.stderr
    assert sapwood("build", "prog.py", "-o", untouched, "--cc", "false").returncode == 1, "the compiler fails"
    assert untouched.read_text() == "precious", "a failed build overwrote its output"
    assert [path.name for path in SCRATCH.iterdir() if path.name.startswith("untouched")] == ["untouched"], (
        "a failed build left something beside its output")

    for command in ("build", "emit"):
        assert sapwood(command, "prog.py", "-o", SCRATCH / "prog.py").returncode == 1, "the output is the program"
    assert (SCRATCH / "prog.py").read_text() == PROGRAM, "the program was overwritten"
    good("graph", "prog.py", "--stage", "typed", "-o", "typed.fg")
    assert good("graph", "typed.fg") == (SCRATCH / "typed.fg").read_text()
    done = sapwood("graph", "typed.fg", "--stage", "flow")
    assert done.returncode == 1 and "past" in done.stderr, done

    (SCRATCH / "empty.fg").write_text("")
    (SCRATCH / "broken.fg").write_text(good("graph", "prog.py", "--stage", "typed")[:-40])
    for arguments in (("check", "missing.py"), ("emit", "broken.fg"), ("emit", "empty.fg"),
                      ("check", "empty.fg"), ("graph", "prog.py", "--function", "no"),
                      ("build", "prog.py", "-o", "no/such/folder"), ("build", "prog.py", "--cc", "no-compiler"),
                      ("check", "."), ("run", "--entry", "no", "prog.py")):
        done = sapwood(*arguments)
        assert done.returncode == 1 and done.stderr.strip(), (arguments, done)
        assert "terminate called" not in done.stderr and "Traceback" not in done.stderr, done
    for arguments in ((), ("nothing",), ("build",), ("build", "prog.py", "--int=other"), ("build", "prog.py", "-O7"),
                      ("graph", "prog.py", "--stage", "no"), ("check", "prog.py", "--no-such-option"),
                      ("run", "--no-such-option", "prog.py"), ("emit", "prog.py", "--dump-after=nope")):
        assert sapwood(*arguments).returncode == 2, arguments
    assert "did you mean `build`?" in sapwood("biuld", "prog.py").stderr
    assert "sapwood run prog.py" in sapwood("prog.py").stderr


def check_other_places() -> None:
    version = good("--version")
    assert "CPython 3." in version, version
    colours = sapwood("check", "wrong.py").stderr
    assert "\x1b[" not in colours, "colours where stderr is no terminal"

    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(SCRATCH / "env")], check=True)
    site = next((SCRATCH / "env" / "lib").glob("python3*")) / "site-packages"
    package = site / "only_in_venv.py"
    package.write_text("ANSWER = 42\n")
    (SCRATCH / "uses.py").write_text("import only_in_venv\n\n\ndef main():\n    print(only_in_venv.ANSWER)\n\n\n"
                                     'if __name__ == "__main__":\n    main()\n')
    inside = {**os.environ, "VIRTUAL_ENV": str(SCRATCH / "env")}
    assert good("run", "uses.py", env=inside) == "42\n"
    outside = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    assert sapwood("run", "uses.py", env=outside).returncode == 1, "found without VIRTUAL_ENV"


def main() -> None:
    SCRATCH.mkdir(parents=True, exist_ok=True)
    (SCRATCH / "prog.py").write_text(PROGRAM)
    (SCRATCH / "wrong.py").write_text(WRONG)
    check_run()
    check_build()
    check_saved_graphs()
    check_graph_formats()
    check_errors()
    check_other_places()
    print("commands: run, build, emit, graph and their errors")


if __name__ == "__main__":
    main()
