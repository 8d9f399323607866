"""No file is much longer than a thousand lines, unless it is excused here, with the reason."""

from tree import ROOT, finish, our_files

LIMIT = 1050
EXCUSED: dict[str, str] = {}  # path -> why one file is better than two

complaints = []
for path in our_files(".cpp", ".h", ".c", ".def", ".py", ".cmake", ".bash", ".md"):
    count = len((ROOT / path).read_bytes().splitlines())
    if count > LIMIT and path.as_posix() not in EXCUSED:
        complaints.append(f"{path}: {count} lines; split it, or excuse it in {__file__}")
complaints += [f"{name} is excused but not there" for name in EXCUSED if not (ROOT / name).exists()]
finish(complaints)
