/*
 * A disk that keeps only what was synced. Writes under POWER_FOLDER go to their files as ever; what fsync and fdatasync
 * promise is copied to POWER_SHADOW, by inode: contents when a file is synced, names when its folder is. Whoever kills
 * the process then makes from the shadow what a power cut would have left. Real syncs are left out: the shadow is the disk.
 */
#include "calls.h"

struct piece { off_t from, to; struct piece *next; };
/* `again`: how often an inode of this number was given up; a new file may get the number of one that is gone */
struct file { ino_t inode; int again; int dead; struct piece *unsynced; struct file *next; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *files;
static char watched[MOST_FILES];
static const char *folder, *shadow;

static struct file *file_of(ino_t inode) {
  int again = 0;
  for (struct file *one = files; one; one = one->next) {
    if (one->inode != inode) continue;
    if (!one->dead) return one;
    again++;
  }
  struct file *made = calloc(1, sizeof *made);
  made->inode = inode;
  made->again = again;
  made->next = files;
  return files = made;
}

static void name_of(const struct file *file, char *path) {
  snprintf(path, PATH_MAX, "%s/file-%lu-%d", shadow, (unsigned long)file->inode, file->again);
}

static void note(int fd, off_t from, off_t to) {
  struct stat facts;
  if (fstat(fd, &facts) != 0) return;
  pthread_mutex_lock(&lock);
  struct file *file = file_of(facts.st_ino);
  if (file->unsynced && file->unsynced->to == from) file->unsynced->to = to;
  else {
    struct piece *piece = malloc(sizeof *piece);
    *piece = (struct piece){from, to, file->unsynced};
    file->unsynced = piece;
  }
  pthread_mutex_unlock(&lock);
}

static void copy(int from, int to, off_t at, off_t end) {
  static char bytes[1 << 16];
  while (at < end) {
    size_t most = (size_t)(end - at) < sizeof bytes ? (size_t)(end - at) : sizeof bytes;
    ssize_t got = pread(from, bytes, most, at);
    if (got <= 0) return;
    if (BEHIND(pwrite)(to, bytes, (size_t)got, at) != got) abort();
    at += got;
  }
}

/* What was written to the file is on the disk from now on. */
static void keep_file(int fd, const struct stat *facts) {
  char path[PATH_MAX], source[PATH_MAX];
  struct file *file = file_of(facts->st_ino);
  name_of(file, path);
  int to = BEHIND(open)(path, O_CREAT | O_WRONLY, 0600);
  path_of(fd, source);
  int from = BEHIND(open)(source, O_RDONLY);
  if (to < 0) abort();
  while (file->unsynced) {
    struct piece *piece = file->unsynced;
    off_t end = piece->to < facts->st_size ? piece->to : facts->st_size;
    if (from >= 0) copy(from, to, piece->from, end);
    file->unsynced = piece->next;
    free(piece);
  }
  if (BEHIND(ftruncate)(to, facts->st_size) != 0) abort();
  BEHIND(close)(to);
  if (from >= 0) BEHIND(close)(from);
}

/* The names that stand in the folder are on the disk from now on, and no others. */
static void keep_names(const char *path, ino_t inode) {
  char list[PATH_MAX], made[PATH_MAX];
  snprintf(list, sizeof list, "%s/names-%lu", shadow, (unsigned long)inode);
  snprintf(made, sizeof made, "%.3000s.new", list);
  FILE *out = fopen(made, "w");
  DIR *open_folder = opendir(path);
  for (struct dirent *one; open_folder && (one = readdir(open_folder));) {
    if (one->d_name[0] == '.') continue;
    int isFolder = one->d_type == DT_DIR;
    fprintf(out, "%c %lu %d %s\n", isFolder ? 'd' : 'f', (unsigned long)one->d_ino,
            isFolder ? 0 : file_of(one->d_ino)->again, one->d_name);
  }
  if (open_folder) closedir(open_folder);
  fclose(out);
  BEHIND(rename)(made, list);
}

/* What stood there before the process began is on the disk. */
static void keep_all(const char *path) {
  struct stat facts;
  DIR *open_folder = opendir(path);
  for (struct dirent *one; open_folder && (one = readdir(open_folder));) {
    char inner[PATH_MAX];
    if (one->d_name[0] == '.') continue;
    snprintf(inner, sizeof inner, "%.3000s/%s", path, one->d_name);
    if (stat(inner, &facts) != 0) continue;
    if (S_ISDIR(facts.st_mode)) keep_all(inner);
    else {
      int fd = BEHIND(open)(inner, O_RDONLY);
      note(fd, 0, facts.st_size);
      keep_file(fd, &facts);
      BEHIND(close)(fd);
    }
  }
  if (open_folder) closedir(open_folder);
  if (stat(path, &facts) == 0) keep_names(path, facts.st_ino);
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("POWER_FOLDER");
  shadow = getenv("POWER_SHADOW");
  if (folder) keep_all(folder);
}

static int opened(int fd) {
  char path[PATH_MAX];
  if (folder && fd >= 0 && fd < MOST_FILES && path_of(fd, path)) watched[fd] = (char)lies_in(folder, path);
  return fd;
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return opened(BEHIND(open)(path, flags, mode)); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return opened(BEHIND(open64)(path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return opened(BEHIND(openat)(at, path, flags, mode)); }

int close(int fd) {
  if (fd >= 0 && fd < MOST_FILES) watched[fd] = 0;
  return BEHIND(close)(fd);
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FILES && watched[fd]; }

static ssize_t wrote(int fd, ssize_t count, off_t at) {
  if (count > 0 && is_watched(fd)) {
    int kept = errno;
    off_t from = at >= 0 ? at : lseek(fd, 0, SEEK_CUR) - count;
    note(fd, from, from + count);
    errno = kept;
  }
  return count;
}

ssize_t write(int fd, const void *bytes, size_t count) { return wrote(fd, BEHIND(write)(fd, bytes, count), -1); }
ssize_t writev(int fd, const struct iovec *pieces, int count) { return wrote(fd, BEHIND(writev)(fd, pieces, count), -1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return wrote(fd, BEHIND(pwrite)(fd, bytes, count, at), at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { return wrote(fd, BEHIND(pwrite64)(fd, bytes, count, at), at); }
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t at) { return wrote(fd, BEHIND(pwritev)(fd, pieces, count, at), at); }

static void cut_to(int fd, off_t length) {
  struct stat facts;
  if (is_watched(fd) && fstat(fd, &facts) == 0) note(fd, length < facts.st_size ? length : facts.st_size, facts.st_size);
}
int ftruncate(int fd, off_t length) { cut_to(fd, length); return BEHIND(ftruncate)(fd, length); }
int ftruncate64(int fd, off_t length) { cut_to(fd, length); return BEHIND(ftruncate64)(fd, length); }

static int sync_now(int fd) {
  struct stat facts;
  char path[PATH_MAX];
  if (fstat(fd, &facts) != 0) return -1;
  pthread_mutex_lock(&lock);
  if (S_ISDIR(facts.st_mode)) { if (path_of(fd, path)) keep_names(path, facts.st_ino); }
  else keep_file(fd, &facts);
  pthread_mutex_unlock(&lock);
  return 0;
}
int fsync(int fd) { return is_watched(fd) ? sync_now(fd) : BEHIND(fsync)(fd); }
int fdatasync(int fd) { return is_watched(fd) ? sync_now(fd) : BEHIND(fdatasync)(fd); }

/* A file without a name is gone: a new one may get its inode. */
static void given_up(const char *given) {
  char path[PATH_MAX];
  struct stat facts;
  absolute(given, path);
  if (!lies_in(folder, path) || lstat(path, &facts) != 0 || S_ISDIR(facts.st_mode)) return;
  pthread_mutex_lock(&lock);
  file_of(facts.st_ino)->dead = 1;
  pthread_mutex_unlock(&lock);
}
int unlink(const char *path) { given_up(path); return BEHIND(unlink)(path); }
int rename(const char *from, const char *to) { given_up(to); return BEHIND(rename)(from, to); }
