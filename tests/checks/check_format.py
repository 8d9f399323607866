"""Our C++ is laid out as clang-format (14, with the tree's .clang-format) does it."""

import subprocess

from tree import ROOT, finish, our_files

BATCH = 20

files = [str(path) for path in our_files(".cpp", ".h", ".c")]
complaints = []
for start in range(0, len(files), BATCH):
    command = ["clang-format", "--dry-run", "--ferror-limit=3", *files[start : start + BATCH]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    complaints += [line for line in done.stderr.splitlines() if "-Wclang-format-violations" in line]
    if done.returncode and not done.stderr:
        complaints.append(f"clang-format ended with status {done.returncode}")
finish(complaints)
