// Files, the process, time.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

extern char** environ;

int64_t sw_status(void) {
    return sw_process.status;
}

// A path as the system wants it: surrogate escapes turned back into bytes.  NULL if there is a zero byte
// inside (errno EINVAL) or no memory.  The caller frees it.
static char* system_path(const unsigned char* text, int64_t size) {
    char* path = malloc((size_t)size + 1);
    if (path == NULL) return NULL;
    int64_t length = sw_utf8_unescape(text, size, 0, size, (unsigned char*)path, size);
    path[length] = '\0';
    if (memchr(path, '\0', (size_t)length) != NULL) {
        free(path);
        errno = EINVAL;
        return NULL;
    }
    return path;
}

int64_t sw_os_open(const unsigned char* text, int64_t size, int64_t mode) {
    static const int kFlags[] = {O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_APPEND,
                                 O_WRONLY | O_CREAT | O_EXCL};
    char* path = system_path(text, size);
    if (path == NULL) return -errno;
    int flags = kFlags[mode & 3];
    if (mode & 4) flags = (flags & ~(O_RDONLY | O_WRONLY)) | O_RDWR;
    int fd;
    do fd = open(path, flags | O_CLOEXEC, 0666);
    while (fd < 0 && errno == EINTR);
    int64_t result = fd < 0 ? -errno : fd;
    free(path);
    struct stat info;
    if (fd >= 0 && fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(fd);
        return -EISDIR;
    }
    return result;
}

int64_t sw_os_read(int64_t fd, unsigned char* data, int64_t size, int64_t at, int64_t count) {
    (void)size;
    ssize_t done;
    do done = read((int)fd, data + at, (size_t)count);
    while (done < 0 && errno == EINTR);
    return done < 0 ? -errno : done;
}

int64_t sw_os_write(int64_t fd, const unsigned char* data, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    ssize_t done;
    do done = write((int)fd, data + start, (size_t)(stop - start));
    while (done < 0 && errno == EINTR);
    return done < 0 ? -errno : done;
}

int64_t sw_os_close(int64_t fd) {
    return close((int)fd) < 0 ? -errno : 0;
}

int64_t sw_os_seek(int64_t fd, int64_t offset, int64_t whence) {
    off_t at = lseek((int)fd, offset, (int)whence);
    return at < 0 ? -errno : at;
}

bool sw_os_isatty(int64_t fd) {
    return isatty((int)fd) != 0;
}

static bool get_info(const unsigned char* text, int64_t size, struct stat* info) {
    char* path = system_path(text, size);
    if (path == NULL) return false;
    int status = stat(path, info);
    free(path);
    return status == 0;
}

int64_t sw_os_stat_kind(const unsigned char* text, int64_t size) {
    struct stat info;
    if (!get_info(text, size, &info)) return 0;
    return S_ISREG(info.st_mode) ? 1 : S_ISDIR(info.st_mode) ? 2 : 3;
}

int64_t sw_os_stat_size(const unsigned char* text, int64_t size) {
    struct stat info;
    return get_info(text, size, &info) ? info.st_size : -errno;
}

int64_t sw_os_remove(const unsigned char* text, int64_t size) {
    char* path = system_path(text, size);
    if (path == NULL) return -errno;
    int64_t result = unlink(path) < 0 ? -errno : 0;
    free(path);
    return result;
}

int64_t sw_os_error_text(int64_t error, unsigned char* data, int64_t size) {
    struct sw_writer out = {data, size, 0};
    sw_put_text(&out, strerror((int)error));
    return out.size;
}

static int64_t put_system_text(const char* text, unsigned char* data, int64_t size) {
    struct sw_writer out = {data, size, 0};
    sw_put_escaped(&out, (const unsigned char*)text, (int64_t)strlen(text));
    return out.size;
}

int64_t sw_os_getcwd(unsigned char* data, int64_t size) {
    char* path = getcwd(NULL, 0);
    int64_t length = put_system_text(path == NULL ? "" : path, data, size);
    free(path);
    return length;
}

// ---- The process

int64_t sw_arg_count(void) {
    return sw_process.argc;
}

int64_t sw_arg(int64_t i, unsigned char* data, int64_t size) {
    return put_system_text(sw_process.argv[i], data, size);
}

int64_t sw_env(const unsigned char* name, int64_t name_size, unsigned char* data, int64_t size) {
    char* system_name = system_path(name, name_size);
    if (system_name == NULL) return -1;
    const char* value = getenv(system_name);
    free(system_name);
    return value == NULL ? -1 : put_system_text(value, data, size);
}

int64_t sw_env_entry(int64_t i, unsigned char* data, int64_t size) {
    for (int64_t k = 0; k <= i; k++)
        if (environ[k] == NULL) return -1;
    return put_system_text(environ[i], data, size);
}

void sw_exit(int64_t status) {
    _exit((int)(status & 0xff));
}

void sw_random_bytes(unsigned char* data, int64_t size) {
    for (int64_t done = 0; done < size;) {
        ssize_t got = getrandom(data + done, (size_t)(size - done), 0);
        if (got < 0 && errno != EINTR) abort();
        if (got > 0) done += got;
    }
}

// ---- Time

static int64_t clock_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t sw_time_time_ns(void) {
    return clock_ns(CLOCK_REALTIME);
}
int64_t sw_time_monotonic_ns(void) {
    return clock_ns(CLOCK_MONOTONIC);
}
double sw_time_time(void) {
    return (double)clock_ns(CLOCK_REALTIME) * 1e-9;
}
double sw_time_monotonic(void) {
    return (double)clock_ns(CLOCK_MONOTONIC) * 1e-9;
}
double sw_time_process(void) {
    return (double)clock_ns(CLOCK_PROCESS_CPUTIME_ID) * 1e-9;
}

void sw_time_sleep(double seconds) {
    if (!(seconds > 0)) return;
    struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    while (nanosleep(&left, &left) < 0 && errno == EINTR) {
    }
}
