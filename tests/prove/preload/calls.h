/* The calls of the C library by which Node and SQLite write to a disk, and the ones that stand behind ours. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096

/* The library's own call of this name. */
#define BEHIND(name) ((__typeof__(&name))behind(#name))

static void *behind(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}


static int lies_in(const char *folder, const char *path) {
  size_t length = folder ? strlen(folder) : 0;
  return folder && strncmp(folder, path, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* Where an open file stands; 0 when it stands nowhere. */
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return 1;
}

/* A path as the call names it, made absolute. */
static void absolute(const char *given, char *path) {
  char here[PATH_MAX];
  if (given[0] == '/' || !getcwd(here, sizeof here)) snprintf(path, PATH_MAX, "%s", given);
  else snprintf(path, PATH_MAX, "%.2000s/%.2000s", here, given);
}
