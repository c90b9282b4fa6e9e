// Whole files in and out.
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/span.h"

// All bytes of a file ("-" is standard input), at most `most` of them, the limit that limits.h names `limit`: more is
// STATUS_LIMIT, a directory or a device a clear error. The bytes are followed by a NUL.
MUST_USE enum status file_read(struct arena *a, const char *path, size_t most, const char *limit, struct slice *bytes,
			       struct err *e);

// Opens a regular file to read it; anything else is a clear error. Where `link` is false, a link is none.
MUST_USE enum status file_open(const char *path, bool link, int *fd, size_t *size, struct err *e);

// As file_read, from an open file of about `size` bytes that errors call `name`.
MUST_USE enum status file_read_fd(struct arena *a, int fd, const char *name, size_t size, size_t most,
				  const char *limit, struct slice *bytes, struct err *e);

// Writes beside the path, then renames: the file is whole or as before, and keeps its mode; a link is followed. A
// device or a pipe is written to. "-" is standard output.
MUST_USE enum status file_write(const char *path, struct slice bytes, struct err *e);

// All n bytes, through signals and short writes.
MUST_USE enum status file_write_fd(int fd, const char *at, size_t n, const char *name, struct err *e);

// A file that is in memory alone, with these bytes, to be read from its beginning; it is gone when it is closed.
MUST_USE enum status file_of_bytes(struct slice bytes, int *fd, struct err *e);

#endif
