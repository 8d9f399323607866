"""Files, arguments, environment, time and tracebacks, in a C program and through ctypes."""

import errno
import os
import stat
import subprocess
import time

from leaves import BUILT, SCRATCH, check, compile_c, encoded, finish, leaves, written

READ, WRITE, APPEND, EXCLUSIVE, PLUS = 0, 1, 2, 3, 4
os.umask(0o022)
folder = os.path.realpath(SCRATCH)
os.chdir(folder)


def path_of(name):
    return encoded(os.path.join(folder, name))


def opened(name, mode):
    fd = leaves.os_open(path_of(name), mode)
    assert fd >= 0, (name, mode, fd)
    return fd


# ---- Files
for name in ("plain", "\xe9 \u6f22", os.fsdecode(b"not \xff utf-8")):
    fd = opened(name, WRITE)
    check(leaves.os_write(fd, b"xhello worldx", 1, 12), 11, "os_write")
    check(leaves.os_close(fd), 0, "os_close")
    check(leaves.os_close(fd), -errno.EBADF, "os_close again")
    check(open(os.path.join(folder, name)).read(), "hello world", "written", name)
    check(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o644, "mode of a new file")
    check((leaves.os_stat_kind(path_of(name)), leaves.os_stat_size(path_of(name))), (1, 11), "os_stat", name)
    fd = opened(name, READ)
    check(os.get_inheritable(fd), False, "inheritable")
    buffer = bytearray(20)
    check((leaves.os_read(fd, buffer, 3, 5), buffer[3:8]), (5, bytearray(b"hello")), "os_read")
    check(leaves.os_seek(fd, -5, 2), 6, "os_seek")
    check((leaves.os_read(fd, buffer, 0, 20), leaves.os_read(fd, buffer, 0, 20)), (5, 0), "os_read at the end")
    check(leaves.os_seek(fd, -1, 0), -errno.EINVAL, "os_seek before the start")
    check(leaves.os_write(fd, b"x", 0, 1), -errno.EBADF, "os_write to what is open for reading")
    leaves.os_close(fd)
    fd = opened(name, APPEND)
    check((leaves.os_seek(fd, 0, 1), leaves.os_write(fd, b"!", 0, 1)), (11, 1), "position when appending")
    leaves.os_close(fd)
    check(leaves.os_open(path_of(name), EXCLUSIVE), -errno.EEXIST, "exclusive")
    fd = opened(name, READ | PLUS)
    check(leaves.os_write(fd, b"H", 0, 1), 1, "os_write to r+")
    leaves.os_close(fd)
    check(open(os.path.join(folder, name)).read(), "Hello world!", "r+ keeps the rest", name)
    fd = opened(name, WRITE | PLUS)
    check(leaves.os_stat_size(path_of(name)), 0, "w+ truncates")
    leaves.os_close(fd)
    check((leaves.os_remove(path_of(name)), os.path.exists(name)), (0, False), "os_remove")
    check(leaves.os_open(path_of(name), READ), -errno.ENOENT, "os_open of nothing")
check(leaves.os_open(encoded(folder), READ), -errno.EISDIR, "os_open of a folder")
check(leaves.os_open(encoded(folder), WRITE), -errno.EISDIR, "os_open of a folder")
check(leaves.os_open(b"a\0b", READ), -errno.EINVAL, "os_open with a zero byte")
check(leaves.os_open(encoded("\ud800"), READ), -errno.EILSEQ, "os_open of what has no bytes")
check(leaves.os_open(b"x" * 5000, READ), -errno.ENAMETOOLONG, "os_open of a long name")
check([leaves.os_stat_kind(p) for p in (b"/nowhere", encoded(folder), b"/dev/null")], [0, 2, 3], "os_stat_kind")
check(leaves.os_stat_size(b"/nowhere"), -errno.ENOENT, "os_stat_size")
check(leaves.os_remove(encoded(folder)), -errno.EISDIR, "os_remove of a folder")
check(leaves.text("os_getcwd", room=2), encoded(os.getcwd()), "os_getcwd")
for number in (1, 2, 13, 17, 21, 22, 28, 32, 36, 9999):
    check(leaves.text("os_error_text", number), os.strerror(number).encode(), "os_error_text")
leader, follower = os.openpty()
check([leaves.os_isatty(fd) for fd in (follower, 99)], [True, False], "os_isatty")

# ---- Environment, time, entropy
values = {"A_NAME": "value", "EMPTY": "", "UTF": "\xe9\u6f22", "RAW": os.fsdecode(b"\xff"), os.fsdecode(b"N\xe9"): "x=y"}
for name, value in values.items():
    os.environ[name] = value
    check(leaves.text("env", encoded(name)), encoded(value), "env", name)
check(leaves.text("env", b"NOT_SET_ANYWHERE"), -1, "env")
check(leaves.text("env", encoded("\ud800")), -1, "env")
entries, i = set(), 0
while (entry := leaves.text("env_entry", i)) != -1:
    entries.add(entry)
    i += 1
check(entries, {encoded(f"{name}={value}") for name, value in os.environ.items()}, "env_entry")
check(abs(leaves.time_time() - time.time()) < 5, True, "time_time")
check(abs(leaves.time_time_ns() - time.time_ns()) < 5e9, True, "time_time_ns")
check(abs(leaves.time_monotonic() - time.monotonic()) < 5, True, "time_monotonic")
check(abs(leaves.time_process() - time.process_time()) < 5, True, "time_process")
before = time.monotonic()
leaves.time_sleep(0.05)
check(time.monotonic() - before >= 0.05, True, "time_sleep")
leaves.time_sleep(-1.0)
one, two = bytearray(300), bytearray(300)
leaves.random_bytes(one)
leaves.random_bytes(two)
check(one != two and len(set(one)) > 100, True, "random_bytes")

# ---- Tracebacks.  The places are those of leaves.PROGRAM: 2 is inlined into 1, and -n repeats the place before.
MODULE, F, G = '  File "a.py", line 3, in <module>\n    main()\n', '  File "a.py", line 7, in f\n    return g(n)\n', '  File "b.py", line 8, in g\n'


def repeated(n):
    return f"  [Previous line repeated {n} more time{'s' if n > 1 else ''}]\n"


for places, wanted in (
    ([], ""),
    ([0], MODULE),
    ([1, 0], MODULE + F),
    ([2, 0], MODULE + F + G),
    ([1, -2, 0], MODULE + F * 3),
    ([1, -3, 0], MODULE + F * 3 + repeated(1)),
    ([2, 1, -10, 0], MODULE + F * 3 + repeated(9) + G),
    ([2, 2, 2, 0], MODULE + (F + G) * 3),
    ([0, 1, 1, 1, 1, 1], F * 3 + repeated(2) + MODULE),
    ([1, -4999, 0], MODULE + F * 3 + repeated(4997)),
    ([2, 1, -5000, 0], MODULE + F * 3 + repeated(4999) + G),
    ([2, -498, 0], MODULE + (F + G) * 499),
    ([2, -499, 0], MODULE + (F + G) * 249 + F + "  [frames in the middle left out]\n" + (F + G) * 250),
    ([2, -4999, 0], MODULE + (F + G) * 249 + F + "  [frames in the middle left out]\n" + (F + G) * 250),
):
    check(leaves.text("traceback_text", places).decode(), wanted, "traceback_text", places)

# ---- Whole programs
PROGRAM = r"""
#include "sapwood.h"
const struct sw_place sw_places[] = {{"a.py", "f", "", 1, -1}, {"a.py", "g", "", 2, -1}, {"a.py", "h", "", 3, -1}};
static void put(const unsigned char *data, int64_t size) { sw_os_write(1, data, size, 0, size); }
static void put_int(double x) {
    unsigned char text[40];
    int64_t size = sw_float_format(x, 'f', 0, 0, text, sizeof text);
    text[size++] = '\n';
    put(text, size);
}
static __attribute__((noinline)) int64_t depth(int64_t n) {
    volatile char frame[100] = {0};
    return sw_stack_exhausted() ? n : depth(n + 1) + frame[0];
}
struct ints { int64_t length; int32_t items[]; };
static struct ints *taken;
int64_t sw_program_main(void) {
    unsigned char text[4096];
    for (int64_t i = 1; i < sw_arg_count(); i++) {
        put(text, sw_arg(i, text, sizeof text));
        put((const unsigned char *)"\n", 1);
    }
    put_int((double)depth(0));
    for (int i = 0; i < 70000; i++) sw_exc_trace(0);  // one place, however deep
    sw_exc_trace(1);
    taken = sw_trace_take(NULL);
    put_int((double)taken->length);
    put_int((double)taken->items[1]);
    for (int i = 0; i < 100000; i++)  // two in turn, one of them repeated: both ends stay
        for (int k = i & 1 ? 1 : i % 7; k >= 0; k--) sw_exc_trace(i & 1);
    sw_exc_trace(2);
    taken = sw_trace_take(taken);
    put_int((double)(taken->length > 3000 && taken->length < 4200));
    for (int i = 0; i < taken->length; i++)  // a repetition stands behind a place
        if (taken->items[i] < 0 && taken->items[i - 1] < 0) put_int(-999);
    put_int((double)taken->items[taken->length - 1]);
    put_int((double)sw_state.trace_used);
    put_int((double)sw_os_write(WRITE_TO, text, 1, 0, 1));
    return sw_arg_count() > 1 ? 300 : -1;
}
"""
source = written("whole.c", PROGRAM)
for compiler in ("gcc", "clang"):
    for level in ("-O0", "-O2"):
        program = SCRATCH / f"whole-{compiler}{level}"
        compile_c([source], program, level, BUILT / "libsapwood_runtime.a", "-lm", "-DWRITE_TO=3", compiler=compiler)
        arguments = [b"plain", "\xe9".encode(), b"\xff\xed\xa0\x80", b""]
        depths = []
        for kilobytes in (1024, 8192):
            command = ["bash", "-c", f'ulimit -s {kilobytes}; exec "$@"', "bash", program, *arguments]
            done = subprocess.run(command, capture_output=True, check=False)
            lines = done.stdout.split(b"\n")
            wanted = [encoded(os.fsdecode(argument)) for argument in arguments]
            check(lines[:4], wanted, "arguments", compiler, level)
            depths.append(int(lines[4]))
            check(lines[5:], [b"3", b"-69999", b"1", b"2", b"0", b"-9", b""], "ring", compiler, level)
            check((done.returncode, done.stderr), (300 & 255, b""), "status", compiler, level)
        check(2000 < depths[0] < depths[1] / 6, True, "depths", compiler, level, *depths)
        reader, writer = os.pipe()  # nobody reads: an error, not the end of the program
        os.close(reader)
        done = subprocess.run(["bash", "-c", f"exec 3>&{writer}; exec {program}"], pass_fds=[writer], capture_output=True, check=False)
        os.close(writer)
        check((done.returncode, done.stdout.split(b"\n")[-2]), (255, b"-32"), "broken pipe")

# Output streams that are closed at the start swallow what is written; descriptor 3 is not one of them.
source = written("streams.c", r"""
#include "sapwood.h"
const struct sw_place sw_places[1];
static int64_t put(int64_t fd) { return sw_os_write(fd, (const unsigned char *)"x", 1, 0, 1); }
int64_t sw_program_main(void) { return put(1) * 100 + put(2) * 10 + (put(3) == -9); }
""")
streams = SCRATCH / "streams"
compile_c([source], streams, "-O0", BUILT / "libsapwood_runtime.a", "-lm")
for closing, wanted in (("", (b"x", b"x")), ("1>&-", (b"", b"x")), ("2>&-", (b"x", b"")), ("0<&- 1>&- 2>&-", (b"", b""))):
    done = subprocess.run(["bash", "-c", f"exec {streams} {closing}"], capture_output=True, check=False)
    check((done.returncode, done.stdout, done.stderr), (111, *wanted), "closed streams", closing)
needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
libraries = {line.split("[")[1].rstrip("]") for line in needed.splitlines() if "(NEEDED)" in line}
check(libraries <= {"libc.so.6", "libm.so.6"}, True, "libraries needed", *sorted(libraries))

env = {**os.environ, "PYTHONHASHSEED": "-1"}
done = subprocess.run([program], env=env, capture_output=True, text=True, check=False)
check((done.returncode, done.stderr.splitlines()[:1]), (1, ['Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be '
      '"random" or an integer in range [0; 4294967295]']), "a bad seed")  # fmt: skip
finish()
