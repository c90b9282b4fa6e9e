// The parent's side of a splitter: the members of a container, one after another, each as it is asked for.
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include "read/member.h"
#include "read/process.h"

struct archive {
	struct process splitter;
	bool ended;
};

// Starts a splitter on an open file (a container or anything else), which is its own from then on; `name` tells what it
// may be.
MUST_USE enum status archive_open(struct archive *x, const char *name, int fd, struct err *e);

// Whether a member, or the end, is there within so many milliseconds.
bool archive_is_ready(const struct archive *x, int milliseconds);

// The next member, in the arena; false at the end. A splitter that dies is a last member with an error.
bool archive_next(struct arena *a, struct archive *x, struct member *m);

void archive_close(struct archive *x); // also before the end

#endif
