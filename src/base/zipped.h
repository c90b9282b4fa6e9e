// ZIP archives in memory (libzip), in and out: what office files are.
#ifndef BASE_ZIPPED_H
#define BASE_ZIPPED_H

#include "base/buf.h"

#include <stdbool.h>

struct zipped;

// Loads libzip, if it is not there yet; to be called before a process locks itself in.
MUST_USE enum status zipped_load(struct err *e);

// Opens an archive whose bytes stay where they are. To be closed.
MUST_USE enum status zipped_open(struct arena *a, struct slice bytes, struct zipped **z, struct err *e);
void zipped_close(struct zipped *z);

// A member by its name, unpacked, at most `most` bytes of it, the limit that limits.h names `limit`. *there: false
// where the archive has none of that name.
MUST_USE enum status zipped_read(struct arena *a, struct zipped *z, const char *name, size_t most, const char *limit,
				 struct slice *bytes, bool *there, struct err *e);

struct zipped_member {
	const char *name;
	struct slice bytes;
};

// Writes an archive of members as they are: not packed, since how that comes out hangs on the version of zlib, and all
// of one date, so that the same members give the same bytes.
MUST_USE enum status zipped_write(struct buf *out, const struct zipped_member *members, size_t n, struct err *e);

#endif
