"""Hashes of bytes and str with every kind of PYTHONHASHSEED, in processes of their own."""

import os
import subprocess
import sys

from leaves import FEWER, SCRATCH, check, encoded, finish, leaves, random_text, shared_library

if sys.argv[1:] == ["child"]:
    for _ in range(4000 // FEWER):
        text = random_text()
        data = encoded(text)
        around = b"<" + data + b">"
        check(leaves.hash_text(around, 1, 1 + len(data)), hash(text), "hash", text)
        check(leaves.hash_bytes(around, 1, 1 + len(data)), hash(data), "hash", data)
        if text.isascii():
            check(leaves.hash_bytes(data, 0, len(data)), hash(text), "hash", text)
    for size in range(70):
        data = bytes(range(200, 200 - size, -1))
        check(leaves.hash_bytes(data, 0, size), hash(data), "hash", data)
    finish()
    sys.exit()


def run(seed, *arguments):
    env = {**os.environ, "PYTHONHASHSEED": seed, "SAPWOOD_LEAVES": str(library), "SAPWOOD_SCRATCH": str(SCRATCH)}
    return subprocess.run([sys.executable, *arguments], env=env, capture_output=True, text=True, check=False)


library = shared_library()
for seed in ("0", "42", "1", "4294967295", " 7"):
    done = run(seed, __file__, "child")
    check((done.returncode, done.stdout + done.stderr), (0, ""), f"seed {seed}")

# Without a seed the hash differs from process to process.
program = f"import sys; sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})\n"
program += "from leaves import leaves; print(leaves.hash_bytes(b'abc', 0, 3))"
for seed in ("random", ""):
    hashes = {run(seed, "-c", program).stdout for _ in range(4)}
    check((len(hashes), "" in hashes), (4, False), f"seed {seed!r}")
finish()
