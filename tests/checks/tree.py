"""What the checks of the tree share: which files are ours, and how a check ends."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CPP = (".cpp", ".h", ".hpp")
C = (".c", ".h")


def our_files(*suffixes: str) -> list[Path]:
    """Files of the tree that git tracks or would track, relative to ROOT."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    paths = sorted({Path(name) for name in listed if name})
    return [path for path in paths if path.suffix in suffixes and (ROOT / path).is_file()]


def finish(complaints: list[str]) -> None:
    """Ends the check: status 1 and the complaints, if there are any."""
    print(*complaints, sep="\n")
    sys.exit(1 if complaints else 0)
