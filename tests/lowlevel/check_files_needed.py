"""Without any one of the files of rtyper/lowlevel, Sapwood does not build.

The tree is configured anew through links, so that a file can be missing without being touched; ninja refuses
before it runs anything."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = Path(os.environ["SAPWOOD_SCRATCH"])
TARGET = "sapwood_helper_library"


def link_children(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        if path.name not in ("build", ".git"):
            (target / path.name).symlink_to(path)


def replace_by_folder(path: Path) -> None:
    source = path.resolve()
    path.unlink()
    link_children(source, path)


def ninja(*options: str) -> subprocess.CompletedProcess:
    command = ["ninja", "-C", SCRATCH / "build", *options, TARGET]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


tree = SCRATCH / "tree"
link_children(ROOT, tree)
replace_by_folder(tree / "rtyper")
replace_by_folder(tree / "rtyper" / "lowlevel")
configure = ["cmake", "-S", tree, "-B", SCRATCH / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]
done = subprocess.run(configure, capture_output=True, text=True, check=False)
if done.returncode:
    sys.exit(done.stdout + done.stderr)
if ninja("-n").returncode:
    sys.exit("with every file there, the build does not start:\n" + ninja("-n").stdout)

files = sorted((tree / "rtyper" / "lowlevel").glob("*.py"))
complaints = []
for path in files:
    source = path.resolve()
    path.unlink()
    done = ninja()
    if done.returncode == 0 or f"{path.name}', needed by" not in done.stdout + done.stderr:
        complaints.append(f"without {path.name} the build goes on:\n{done.stdout}{done.stderr}")
    path.symlink_to(source)
print(f"{len(files)} files")
sys.exit("\n".join(complaints) if complaints or not files else 0)
