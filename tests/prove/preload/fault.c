/*
 * A disk that fails once, or is full. Every call that touches a file under FAULT_FOLDER is a step; the FAULT_AT-th step
 * since that variable was last set fails with EIO, and FAULT_TOLD then says which it was. While the file FAULT_FULL is
 * there, nothing under FAULT_FOLDER grows: ENOSPC.
 */
#include "calls.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char watched[MOST_FILES];
static char folder[PATH_MAX], told[PATH_MAX], full[PATH_MAX];
static long fails_at, steps;

static void read_setting(const char *name, const char *value) {
  if (strcmp(name, "FAULT_AT") == 0) { fails_at = atol(value); steps = 0; }
  if (strcmp(name, "FAULT_FOLDER") == 0) snprintf(folder, sizeof folder, "%s", value);
  if (strcmp(name, "FAULT_TOLD") == 0) snprintf(told, sizeof told, "%s", value);
  if (strcmp(name, "FAULT_FULL") == 0) snprintf(full, sizeof full, "%s", value);
}

__attribute__((constructor)) static void begin(void) {
  const char *names[] = {"FAULT_AT", "FAULT_FOLDER", "FAULT_TOLD", "FAULT_FULL"};
  for (int at = 0; at < 4; at++) if (getenv(names[at])) read_setting(names[at], getenv(names[at]));
}

/* The process sets its next fault as it sets any variable of its environment. */
int setenv(const char *name, const char *value, int over) {
  pthread_mutex_lock(&lock);
  read_setting(name, value);
  pthread_mutex_unlock(&lock);
  return BEHIND(setenv)(name, value, over);
}

static void tell(const char *call, const char *path) {
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  int fd = BEHIND(open)(told, O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (fd < 0) return;
  if (BEHIND(write)(fd, line, (size_t)length) < 0) abort();
  BEHIND(close)(fd);
}

static int is_here(const char *path) { return *folder && lies_in(folder, path); }

/* Whether this is the step that fails. */
static int fails(const char *call, const char *path) {
  pthread_mutex_lock(&lock);
  int now = fails_at > 0 && ++steps == fails_at;
  if (now) { tell(call, path); fails_at = 0; }
  pthread_mutex_unlock(&lock);
  if (now) errno = EIO;
  return now;
}

/* Not every close passes here: a number may have become a socket's meanwhile. */
static int is_watched(int fd, char *path) {
  if (fd < 0 || fd >= MOST_FILES || !watched[fd]) return 0;
  if (path_of(fd, path) && is_here(path)) return 1;
  watched[fd] = 0;
  return 0;
}

static int fails_fd(const char *call, int fd) {
  char path[PATH_MAX];
  return is_watched(fd, path) && fails(call, path);
}

static int fails_path(const char *call, const char *given) {
  char path[PATH_MAX];
  absolute(given, path);
  return is_here(path) && fails(call, path);
}

/* Whether a file may not become this long. */
static int is_full(int fd, off_t end) {
  struct stat facts;
  char path[PATH_MAX];
  if (!*full || !is_watched(fd, path) || access(full, F_OK) != 0) return 0;
  if (fstat(fd, &facts) != 0 || end <= facts.st_size) return 0;
  errno = ENOSPC;
  return 1;
}

static int opened(int fd) {
  char path[PATH_MAX];
  if (fd >= 0 && fd < MOST_FILES && path_of(fd, path)) watched[fd] = (char)is_here(path);
  return fd;
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return fails_path("open", path) ? -1 : opened(BEHIND(open)(path, flags, mode)); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return fails_path("open", path) ? -1 : opened(BEHIND(open64)(path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return opened(BEHIND(openat)(at, path, flags, mode)); }
int close(int fd) {
  if (fd >= 0 && fd < MOST_FILES) watched[fd] = 0;
  return BEHIND(close)(fd);
}

static off_t here(int fd, size_t count) { return lseek(fd, 0, SEEK_CUR) + (off_t)count; }
static size_t length_of(const struct iovec *pieces, int count) {
  size_t length = 0;
  for (int at = 0; at < count; at++) length += pieces[at].iov_len;
  return length;
}

#define STEP(call, fd) if (fails_fd(call, fd)) return -1
#define ROOM(fd, end) if (is_full(fd, end)) return -1

ssize_t read(int fd, void *bytes, size_t count) { STEP("read", fd); return BEHIND(read)(fd, bytes, count); }
ssize_t pread(int fd, void *bytes, size_t count, off_t at) { STEP("read", fd); return BEHIND(pread)(fd, bytes, count, at); }
ssize_t pread64(int fd, void *bytes, size_t count, off_t at) { STEP("read", fd); return BEHIND(pread64)(fd, bytes, count, at); }
ssize_t write(int fd, const void *bytes, size_t count) { STEP("write", fd); ROOM(fd, here(fd, count)); return BEHIND(write)(fd, bytes, count); }
ssize_t writev(int fd, const struct iovec *pieces, int count) { STEP("write", fd); ROOM(fd, here(fd, length_of(pieces, count))); return BEHIND(writev)(fd, pieces, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { STEP("write", fd); ROOM(fd, at + (off_t)count); return BEHIND(pwrite)(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { STEP("write", fd); ROOM(fd, at + (off_t)count); return BEHIND(pwrite64)(fd, bytes, count, at); }
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t at) { STEP("write", fd); ROOM(fd, at + (off_t)length_of(pieces, count)); return BEHIND(pwritev)(fd, pieces, count, at); }
int ftruncate(int fd, off_t length) { STEP("truncate", fd); ROOM(fd, length); return BEHIND(ftruncate)(fd, length); }
int ftruncate64(int fd, off_t length) { STEP("truncate", fd); ROOM(fd, length); return BEHIND(ftruncate64)(fd, length); }
int fsync(int fd) { STEP("sync", fd); return BEHIND(fsync)(fd); }
int fdatasync(int fd) { STEP("sync", fd); return BEHIND(fdatasync)(fd); }
int unlink(const char *path) { return fails_path("unlink", path) ? -1 : BEHIND(unlink)(path); }
int rename(const char *from, const char *to) { return fails_path("rename", to) ? -1 : BEHIND(rename)(from, to); }
