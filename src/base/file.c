#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
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

// Whether something stands at the path that a rename would do away with: a device, a pipe, a socket.
static bool stands_special(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

enum status file_write(const char *path, struct slice bytes, struct err *e)
{
	if (!strcmp(path, "-"))
		return file_write_fd(STDOUT_FILENO, bytes.at, bytes.len, "standard output", e);
	struct arena scratch = { 0 };
	bool special = stands_special(path);
	const char *beside = special ? path : arena_printf(&scratch, "%s.%ld.part", path, (long)getpid());
	enum status s = STATUS_OK;
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0) {
		s = err_system(e, path, "cannot be written");
	} else {
		s = file_write_fd(fd, bytes.at, bytes.len, path, e);
		if (close(fd) < 0 && s == STATUS_OK)
			s = err_system(e, path, "cannot be written");
		if (s == STATUS_OK && !special && rename(beside, path) < 0)
			s = err_system(e, path, "cannot be written");
		if (s != STATUS_OK && !special)
			unlink(beside);
	}
	arena_free(&scratch);
	return s;
}
