// Files: system calls, retried when a signal interrupts them.  Results below zero are -errno.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

static int64_t or_error(int64_t result) {
    return result < 0 ? -(int64_t)errno : result;
}

// The bytes that a path stands for, ended by a 0.  0, or -errno: a surrogate that stands for no byte is
// EILSEQ.
static int64_t to_bytes(const unsigned char* path, int64_t size, char bytes[PATH_MAX]) {
    struct sw_writer out = {(unsigned char*)bytes, PATH_MAX - 1, 0};
    if (sw_put_unescaped(&out, path, size) >= 0) return -EILSEQ;
    if (out.size > out.capacity) return -ENAMETOOLONG;
    bytes[out.size] = '\0';
    if (memchr(bytes, '\0', (size_t)out.size) != NULL) return -EINVAL;
    return 0;
}

int64_t sw_os_open(const unsigned char* path, int64_t size, int64_t mode) {
    static const int kFlags[4] = {0, O_CREAT | O_TRUNC, O_CREAT | O_APPEND, O_CREAT | O_EXCL};
    char bytes[PATH_MAX];
    int64_t problem = to_bytes(path, size, bytes);
    if (problem != 0) return problem;
    int access = mode & 4 ? O_RDWR : (mode & 3) == 0 ? O_RDONLY : O_WRONLY;
    int fd;
    do fd = open(bytes, kFlags[mode & 3] | access | O_CLOEXEC, 0666);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) return -(int64_t)errno;
    struct stat facts;
    if (fstat(fd, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        close(fd);
        return -EISDIR;
    }
    if ((mode & 3) == 2) lseek(fd, 0, SEEK_END);  // fails on a pipe, which has no position
    return fd;
}

int64_t sw_os_read(int64_t fd, unsigned char* data, int64_t size, int64_t at, int64_t n) {
    (void)size;
    ssize_t got;
    do got = read((int)fd, data + at, (size_t)n);
    while (got < 0 && errno == EINTR);
    return or_error(got);
}

int64_t sw_os_write(int64_t fd, const unsigned char* data, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    ssize_t done;
    do done = write((int)fd, data + start, (size_t)(stop - start));
    while (done < 0 && errno == EINTR);
    return or_error(done);
}

// Not retried: after EINTR the descriptor is closed all the same.
int64_t sw_os_close(int64_t fd) {
    return close((int)fd) == 0 || errno == EINTR ? 0 : -(int64_t)errno;
}

int64_t sw_os_seek(int64_t fd, int64_t offset, int64_t whence) {
    static const int kWhence[3] = {SEEK_SET, SEEK_CUR, SEEK_END};
    if (whence < 0 || whence > 2) return -EINVAL;
    return or_error(lseek((int)fd, (off_t)offset, kWhence[whence]));
}

bool sw_os_isatty(int64_t fd) {
    return isatty((int)fd) == 1;
}

static int64_t get_facts(const unsigned char* path, int64_t size, struct stat* facts) {
    char bytes[PATH_MAX];
    int64_t problem = to_bytes(path, size, bytes);
    return problem != 0 ? problem : or_error(stat(bytes, facts));
}

int64_t sw_os_stat_kind(const unsigned char* path, int64_t size) {
    struct stat facts;
    if (get_facts(path, size, &facts) < 0) return 0;
    return S_ISREG(facts.st_mode) ? 1 : S_ISDIR(facts.st_mode) ? 2 : 3;
}

int64_t sw_os_stat_size(const unsigned char* path, int64_t size) {
    struct stat facts;
    int64_t problem = get_facts(path, size, &facts);
    return problem < 0 ? problem : (int64_t)facts.st_size;
}

int64_t sw_os_remove(const unsigned char* path, int64_t size) {
    char bytes[PATH_MAX];
    int64_t problem = to_bytes(path, size, bytes);
    return problem != 0 ? problem : or_error(unlink(bytes));
}

int64_t sw_os_error_text(int64_t number, unsigned char* data, int64_t size) {
    struct sw_writer out = {data, size, 0};
    sw_put_string(&out, strerror((int)number));
    return out.size;
}

int64_t sw_os_getcwd(unsigned char* data, int64_t size) {
    char bytes[PATH_MAX];
    if (getcwd(bytes, sizeof bytes) == NULL) return -(int64_t)errno;
    struct sw_writer out = {data, size, 0};
    sw_put_escaped(&out, (const unsigned char*)bytes, (int64_t)strlen(bytes));
    return out.size;
}
