// Start-up: arguments, stack limit, signals, hash seed, collector.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "internal.h"
#include "sapwood.h"

struct sw_state sw_state;
struct sw_process sw_process;

// Below the limit there must be room for leaf routines, a collection, and what unwinding runs.
enum { SPARE_STACK = 256 * 1024 };
// A deeper recursion than fits here is taken for an endless one.
static const uint64_t kLargestStack = UINT64_C(1) << 30;
// What is already used above our frame: main, environment, arguments, auxiliary vector.
enum { USED_STACK = 64 * 1024 };

static void set_stack_limit(void) {
    struct rlimit limit;
    uint64_t size = 8 << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
    if (size > kLargestStack) size = kLargestStack;
    uint64_t spare = SPARE_STACK + USED_STACK;
    if (spare > size / 2) spare = size / 2;
    sw_state.stack_limit = (char*)__builtin_frame_address(0) - (size - spare);
}

// As CPython does: a broken pipe or a file that is too large is an OSError.
static void ignore_signals(void) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

// What is written to a stream that is closed when the program starts goes nowhere, as under CPython, and no
// file that is opened later gets its number.  Reading from such a stream still fails; children find it
// closed.
static void occupy_closed_streams(void) {
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
        (void)!open("/dev/null", O_WRONLY | O_CLOEXEC);  // gets fd: the ones below are taken
    }
}

void sw_start(int argc, char** argv) {
    sw_process.argc = argc;
    sw_process.argv = argv;
    set_stack_limit();
    occupy_closed_streams();
    ignore_signals();
    sw_hash_start();
    sw_gc_start();
}
