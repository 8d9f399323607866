"""What tests/bench/run and tests/bench/translate_time share: paths, set-up, measuring, tables."""

import os
import re
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CPYTHON = "/usr/bin/python3"


class Unavailable(Exception):
    """Something that is measured cannot be: the message says why, in a few words."""


class Result:
    """One run of one program."""

    def __init__(self, seconds, cpu_seconds, kilobytes, status, stdout, stderr):
        self.seconds = seconds
        self.cpu_seconds = cpu_seconds
        self.kilobytes = kilobytes
        self.status = status
        self.stdout = stdout
        self.stderr = stderr


class Bench:
    """The build folder, with the tool that measures."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.measure_tool = self.path("measure")
        source = os.path.join(HERE, "measure.c")
        compile_if_older(["gcc", "-O2", "-static"], source, self.measure_tool)

    def path(self, name):
        return os.path.join(self.folder, name)

    def measure(self, command, timeout):
        """Run `command` to its end; Unavailable if it takes longer than `timeout` seconds."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            result_path = os.path.join(folder, "result")
            process = subprocess.Popen(
                [self.measure_tool, result_path, *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            try:
                stdout, stderr = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise Unavailable(f"longer than {timeout:.0f} s") from None
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)
                raise
            if process.returncode != 0:
                raise Unavailable(first_line(stderr) or "measure failed")
            with open(result_path, encoding="ascii") as file:
                wall, cpu, kilobytes, status = file.read().split()
        return Result(float(wall), float(cpu), int(kilobytes), int(status), stdout, stderr)


def compile_if_older(compiler, source, target):
    """Compile one file unless `target` is newer; Unavailable if that fails."""
    if os.path.exists(target) and os.path.getmtime(target) > os.path.getmtime(source):
        return
    command = [*compiler, "-Wall", "-Wextra", "-o", target, source]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise Unavailable(f"{compiler[0]} not found") from None
    if done.returncode != 0:
        raise Unavailable(f"{compiler[0]}: {first_line(done.stderr)}")


def install_packages(section):
    """Install what a section of tools/packages.txt lists; says on stderr what it does."""
    setup = os.path.join(ROOT, "tools", "lib", "setup.bash")
    script = 'set -uo pipefail; . "$1"; hold_lock; need_packages "$2"'
    done = subprocess.run(["bash", "-c", script, "bash", setup, section], check=False)
    return done.returncode == 0


def find_sapwood(given):
    """The sapwood command, ready to run; Unavailable if there is none or it cannot be built."""
    command = given or os.path.join(ROOT, "tools", "sapwood")
    if not os.path.exists(command):
        raise Unavailable(f"no {command}")
    print("setting sapwood up", file=sys.stderr)
    done = subprocess.run([command, "--version"], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise Unavailable(f"sapwood --version ended with status {done.returncode}")
    binary = os.path.join(ROOT, "build", "release", "bin", "sapwood")
    if not given and os.path.exists(binary):
        command = binary  # without the wrapper's look at the set-up
    return command, done.stdout.decode().strip().split("\n")[0]


def first_line(text):
    """The first line of a program's output that says something, shortened."""
    if isinstance(text, bytes):
        text = text.decode(errors="replace")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    line = (errors or lines or [""])[0]
    return line if len(line) <= 160 else line[:157] + "..."


PASS_LINE = re.compile(r"^\s*(?P<name>[A-Za-z_][\w ./:()-]*?)[\s:.=]+(?P<number>\d+(?:\.\d+)?)\s*"
                       r"(?P<unit>ns|us|µs|ms|s)?(?:\s+[\d.]+\s*%)?(?:\s+\d+ changes)?\s*$")
NUMBER_FIRST = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>ns|us|µs|ms|s)\s+"
                          r"(?:[\d.]+\s*%\s+)?(?P<name>[A-Za-z_][\w ./:()-]*?)\s*$")
UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, None: 1.0}


def parse_time_passes(text):
    """Pairs (pass, seconds) from what --time-passes prints: a name and a time on a line, either first.

    A pass that occurs more than once is summed; the order is that of the first mention.
    """
    passes = {}
    for line in text.split("\n"):
        match = PASS_LINE.match(line) or NUMBER_FIRST.match(line)
        if match:
            name = match["name"].strip()
            passes[name] = passes.get(name, 0.0) + float(match["number"]) * UNITS[match["unit"]]
    return list(passes.items())


def table(rows, markdown=False):
    """Lines of a table; the first row is the heading, the first column is set left, others right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        cells = [
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths))
        ]
        lines.append("| " + " | ".join(cells) + " |" if markdown else "  ".join(cells).rstrip())
        if number == 0:
            if markdown:
                rules = ["-" * (w + 2) if i == 0 else "-" * (w + 1) + ":" for i, w in enumerate(widths)]
                lines.append("|" + "|".join(rules) + "|")
            else:
                lines.append("-" * len(lines[0]))
    return lines


def describe_machine():
    """Pairs (what, which) that a reader of figures wants to know."""
    facts = []
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        if models:
            facts.append(("processor", f"{models[0]}, {len(models)} cores visible"))
    except OSError:
        pass
    for name, command in [
        ("C++", ["g++", "--version"]),
        ("CPython", [CPYTHON, "--version"]),
        ("PyPy3", ["pypy3", "-c", "import sys; print(sys.version.replace(chr(10), ' '))"]),
    ]:
        try:
            done = subprocess.run(command, capture_output=True, check=False)
            facts.append((name, first_line(done.stdout or done.stderr)))
        except FileNotFoundError:
            facts.append((name, "not found"))
    return facts
