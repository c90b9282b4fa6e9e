// A case on the desk, with a handle for each crew. What one of them changes the others read again.
#ifndef DESK_ROOM_H
#define DESK_ROOM_H

#include "desk/crew.h"
#include "hearsay.h"

// Answers that hold until the case changes.
struct room_kept {
	char *key;
	const char *type;
	struct slice body;
};

enum { ROOM_KEPT = 32 };

struct room_cache {
	long long version;
	struct arena arena;
	struct room_kept kept[ROOM_KEPT];
	size_t n;
};

struct room {
	const char *path, *name; // name: "" of the case, "example" of the built-in one
	struct hearsay *handle[CREW_KINDS];
	struct room_cache cache[CREW_KINDS];
	long long version[CREW_KINDS]; // of the case as the handle has it
	_Atomic long long told;        // that the pages know of
};

// Opens the case file for each crew.
MUST_USE enum status room_open(struct room *r, const char *path, const char *name, struct err *e);
void room_close(struct room *r);

// The handle of a crew, up to date with the case file, working in the name of `who`.
MUST_USE enum status room_enter(struct room *r, enum crew_kind crew, const char *who, struct err *e);

// An answer kept since the case changed last, or NULL; and one to be kept.
const struct room_kept *room_known(struct room *r, enum crew_kind crew, const char *key);
void room_keep(struct room *r, enum crew_kind crew, const char *key, const char *type, struct slice body);

#endif
