"""paths.py and environment.py against os, os.path and sys."""

import os
import posixpath
import sys

from emulation import from_ll, ll, same, seeded

import environment
import lists
import paths

rng = seeded(7)


def some_path():
    pieces = ["", "/", "/", "//", ".", "..", "a", "b.txt", ".profile", "..x", "é", "x.tar.gz", "a.", " "]
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(9)))


ONE = ["isabs", "basename", "dirname", "split", "splitext", "normpath", "abspath", "exists", "isfile", "isdir"]
for _ in range(4000):
    a, b, c, d = [some_path() for _ in range(4)]
    same(paths.ll_join, posixpath.join, a, b)
    same(paths.ll_join3, posixpath.join, a, b, c)
    same(paths.ll_join4, posixpath.join, a, b, c, d)
    for name in ONE:
        same(getattr(paths, "ll_" + name), getattr(posixpath, name), a)
same(paths.ll_join1, posixpath.join, "a")

folder = os.environ.get("SAPWOOD_SCRATCH") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "__pycache__")
os.makedirs(folder, exist_ok=True)
path = os.path.join(folder, "some_file_é")
FILES = [path, folder, "/dev/null", "/nonexistent/x", path + "/x", "", "a\0b", "/proc/self/mem/x"]
for round_ in range(2):
    with open(path, "w") as file:
        file.write("x" * 12345 * round_)
    for name in FILES:
        for function in ("exists", "isfile", "isdir", "getsize"):
            same(getattr(paths, "ll_" + function), getattr(os.path, function), name)
for name in ("/nonexistent/x", "", "a\0b", path + "/x"):
    same(paths.ll_remove, os.remove, name)
paths.ll_remove(ll.str_ptr(path))
assert not os.path.exists(path)
same(paths.ll_getcwd, os.getcwd)
os.chdir("/")
same(paths.ll_getcwd, os.getcwd)
same(paths.ll_abspath, posixpath.abspath, "x/../y")

LIST = ll.GcStruct("list_GcRef", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.GcRef))))
os.environ["SAPWOOD_LONG"] = "é" * 1000
os.environ["SAPWOOD_EMPTY"] = ""
os.environb[b"SAPWOOD_BYTES"] = b"\xff"
for name in ["HOME", "PATH", "SAPWOOD_LONG", "SAPWOOD_EMPTY", "SAPWOOD_BYTES", "SAPWOOD_NONE"]:
    same(environment.ll_get, os.getenv, name, "default")
    same(lambda n: environment.ll_environ_get(None, n), os.environ.get, name)
    same(lambda n: environment.ll_environ_get_default(None, n, ll.str_ptr("d")), lambda n: os.environ.get(n, "d"), name)
    same(lambda n: environment.ll_environ_getitem(None, n), lambda n: os.environ[n], name)
    same(lambda n: environment.ll_environ_contains(None, n), lambda n: n in os.environ, name)
assert environment.ll_environ_len(None) == len(os.environ)
keys = environment.ll_environ_keys(LIST, None)
assert [from_ll(lists.ll_getitem(keys, i)) for i in range(keys.length)] == list(os.environ)

for limit in (0, -1, 1 << 40, 5000):
    same(environment.ll_setrecursionlimit, sys.setrecursionlimit, limit)
    same(environment.ll_getrecursionlimit, sys.getrecursionlimit)
