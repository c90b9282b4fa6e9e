#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum status file_read_fd(struct arena *a, int fd, const char *name, size_t size, size_t most, const char *limit,
			 struct slice *bytes, struct err *e)
{
	if (size > most)
		return err_set(e, STATUS_LIMIT,
			       "%s: %zu bytes, more than the limit %s of %zu; split it or take out what is not needed",
			       name, size, limit, most);
	size_t room = size + 2, n = 0; // one byte more, to see its end, and the NUL
	char *at = arena_take(a, room);
	for (;;) {
		if (n + 1 >= room) {
			char *moved = arena_take(a, room *= 2);
			memcpy(moved, at, n);
			at = moved;
		}
		ssize_t got = read(fd, at + n, room - n - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_system(e, name, "cannot be read");
		if (!got)
			break;
		n += (size_t)got;
		if (n > most)
			return err_set(
			    e, STATUS_LIMIT,
			    "%s: more than the limit %s of %zu bytes; split it or take out what is not needed", name,
			    limit, most);
	}
	at[n] = 0;
	*bytes = (struct slice){ at, n };
	return STATUS_OK;
}

enum status file_open(const char *path, bool link, int *fd, size_t *size, struct err *e)
{
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (link ? 0 : O_NOFOLLOW));
	if (*fd < 0)
		return err_system(e, path, "cannot be opened");
	struct stat st;
	enum status s = STATUS_OK;
	if (fstat(*fd, &st) < 0)
		s = err_system(e, path, "cannot be looked at");
	else if (S_ISDIR(st.st_mode))
		s = err_set(e, STATUS_BAD_INPUT, "%s: is a directory; name a file", path);
	else if (!S_ISREG(st.st_mode))
		s = err_set(e, STATUS_BAD_INPUT, "%s: is not a regular file; to read a stream use '-'", path);
	*size = s == STATUS_OK ? (size_t)st.st_size : 0;
	if (s != STATUS_OK)
		close(*fd);
	return s;
}

enum status file_read(struct arena *a, const char *path, size_t most, const char *limit, struct slice *bytes,
		      struct err *e)
{
	int fd;
	size_t size;
	if (!strcmp(path, "-"))
		return file_read_fd(a, STDIN_FILENO, "standard input", 0, most, limit, bytes, e);
	enum status s = file_open(path, true, &fd, &size, e);
	if (s != STATUS_OK)
		return s;
	s = file_read_fd(a, fd, path, size, most, limit, bytes, e);
	close(fd);
	return s;
}

enum status file_write_fd(int fd, const char *at, size_t n, const char *name, struct err *e)
{
	while (n) {
		ssize_t put = write(fd, at, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return err_system(e, name, "cannot be written");
		at += put;
		n -= (size_t)put;
	}
	return STATUS_OK;
}

static enum status write_open(int fd, const char *path, struct slice bytes, struct err *e)
{
	enum status s = file_write_fd(fd, bytes.at, bytes.len, path, e);
	// What cannot be synchronized (a pipe, some file systems) says so by other errors.
	if (s == STATUS_OK && fsync(fd) < 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT))
		s = err_system(e, path, "cannot be written");
	if (close(fd) < 0 && s == STATUS_OK)
		s = err_system(e, path, "cannot be written");
	return s;
}

// Makes the file anew under another name beside it, and puts it in its place. `old` is what stands there, or NULL.
static enum status replace(const char *path, const struct stat *old, struct slice bytes, struct err *e)
{
	struct arena scratch = { 0 };
	const char *beside = arena_printf(&scratch, "%s.%ld.part", path, (long)getpid());
	enum status s = STATUS_OK;
	unlink(beside);
	int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0) {
		s = err_system(e, path, "cannot be written");
	} else {
		if (old)
			fchmod(fd, old->st_mode & 0777); // where the file system has modes
		s = write_open(fd, path, bytes, e);
		if (s == STATUS_OK && rename(beside, path) < 0)
			s = err_system(e, path, "cannot be written");
		if (s != STATUS_OK)
			unlink(beside);
	}
	arena_free(&scratch);
	return s;
}

enum status file_write(const char *path, struct slice bytes, struct err *e)
{
	struct stat old;
	char real[PATH_MAX];
	if (!strcmp(path, "-"))
		return file_write_fd(STDOUT_FILENO, bytes.at, bytes.len, "standard output", e);
	if (stat(path, &old) < 0)
		return replace(path, NULL, bytes, e);
	int fd = open(path, O_WRONLY | O_CLOEXEC); // which a directory, or a file that may not be written, refuses
	if (fd < 0)
		return err_system(e, path, "cannot be written");
	if (!S_ISREG(old.st_mode) || !realpath(path, real))
		return write_open(fd, path, bytes, e);
	close(fd);
	return replace(real, &old, bytes, e);
}

enum status file_of_bytes(struct slice bytes, int *fd, struct err *e)
{
	*fd = memfd_create("hearsay", MFD_CLOEXEC);
	if (*fd < 0)
		return err_system(e, "memory", "cannot hold a file");
	enum status s = file_write_fd(*fd, bytes.at, bytes.len, "a file in memory", e);
	if (s == STATUS_OK && lseek(*fd, 0, SEEK_SET) < 0)
		s = err_system(e, "a file in memory", "cannot be read");
	if (s != STATUS_OK)
		close(*fd);
	return s;
}
