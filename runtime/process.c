// The process: arguments, environment, end, clocks, entropy, and the status of the last leaf routine.
#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

extern char** environ;

int64_t sw_status(void) {
    return sw_process.status;
}

static int64_t put_foreign(const char* bytes, unsigned char* data, int64_t size) {
    struct sw_writer out = {data, size, 0};
    sw_put_escaped(&out, (const unsigned char*)bytes, (int64_t)strlen(bytes));
    return out.size;
}

int64_t sw_arg_count(void) {
    return sw_process.argc;
}

int64_t sw_arg(int64_t i, unsigned char* data, int64_t size) {
    return put_foreign(sw_process.argv[i], data, size);
}

int64_t sw_env(const unsigned char* name, int64_t name_size, unsigned char* data, int64_t size) {
    for (char** entry = environ; *entry != NULL; entry++) {
        // Compared escaped: a name that cannot be encoded equals none.
        const char* equals = strchr(*entry, '=');
        if (equals == NULL) continue;
        int64_t key_size = equals - *entry;
        unsigned char escaped[3 * 256];
        struct sw_writer key = {escaped, (int64_t)sizeof escaped, 0};
        sw_put_escaped(&key, (const unsigned char*)*entry, key_size);
        if (key.size == name_size && key.size <= key.capacity &&
            memcmp(escaped, name, (size_t)name_size) == 0)
            return put_foreign(equals + 1, data, size);
    }
    return -1;
}

int64_t sw_env_entry(int64_t i, unsigned char* data, int64_t size) {
    for (int64_t at = 0; at <= i; at++)
        if (environ[at] == NULL) return -1;
    return put_foreign(environ[i], data, size);
}

void sw_exit(int64_t status) {
    _exit((int)(status & 0xff));
}

// ---- Time

enum { NANOSECONDS = 1000000000 };

static int64_t read_clock(clockid_t clock) {
    struct timespec now = {0, 0};
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
}

// Whole seconds are exact.
static double in_seconds(int64_t nanoseconds) {
    if (nanoseconds % NANOSECONDS == 0) return (double)(nanoseconds / NANOSECONDS);
    return (double)nanoseconds / 1e9;
}

int64_t sw_time_time_ns(void) {
    return read_clock(CLOCK_REALTIME);
}
int64_t sw_time_monotonic_ns(void) {
    return read_clock(CLOCK_MONOTONIC);
}
double sw_time_time(void) {
    return in_seconds(sw_time_time_ns());
}
double sw_time_monotonic(void) {
    return in_seconds(sw_time_monotonic_ns());
}
double sw_time_process(void) {
    return in_seconds(read_clock(CLOCK_PROCESS_CPUTIME_ID));
}

void sw_time_sleep(double seconds) {
    if (!(seconds > 0)) return;
    int64_t now = sw_time_monotonic_ns();
    // Beyond 292 years the end of time is near enough.
    int64_t end =
        seconds < (double)((INT64_MAX - now) / NANOSECONDS - 1) ? now + (int64_t)(seconds * 1e9) : INT64_MAX;
    struct timespec until = {end / NANOSECONDS, end % NANOSECONDS};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}

static struct tm local_time(int64_t seconds) {
    time_t at = (time_t)seconds;
    struct tm fields = {0};
    localtime_r(&at, &fields);
    return fields;
}

int64_t sw_time_local_offset(int64_t seconds) {
    return local_time(seconds).tm_gmtoff;
}
int64_t sw_time_local_is_summer(int64_t seconds) {
    return local_time(seconds).tm_isdst > 0;
}
int64_t sw_time_local_zone(int64_t seconds, unsigned char* data, int64_t size) {
    struct tm fields = local_time(seconds);
    return put_foreign(fields.tm_zone == NULL ? "" : fields.tm_zone, data, size);
}
int64_t sw_time_local_seconds(int64_t year, int64_t month, int64_t day, int64_t hour, int64_t minute,
                              int64_t second, int64_t summer) {
    struct tm fields = {0};
    fields.tm_year = (int)(year - 1900);
    fields.tm_mon = (int)(month - 1);
    fields.tm_mday = (int)day;
    fields.tm_hour = (int)hour;
    fields.tm_min = (int)minute;
    fields.tm_sec = (int)second;
    fields.tm_isdst = (int)summer;
    return mktime(&fields);
}

// ---- Entropy

void sw_random_bytes(unsigned char* data, int64_t size) {
    int64_t done = 0;
    while (done < size) {
        ssize_t got = getrandom(data + done, (size_t)(size - done), 0);
        if (got > 0) done += got;
        if (got < 0 && errno != EINTR) abort();  // a kernel without getrandom is too old to run this program
    }
}
