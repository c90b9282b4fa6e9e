// The files that a command is given: those that it names, and all below the folders that it names, in the order of
// their names. Below a folder, links are not followed, and hidden files and what is no regular file are left out.
#ifndef BASE_WALK_H
#define BASE_WALK_H

#include "base/arena.h"

#include <stdbool.h>

struct walk;

struct walk_file {
	const char *path; // valid until the next is asked for
	bool found;       // below a folder, where a link has no business
	struct err err;   // a folder that cannot be walked
};

struct walk *walk_start(struct arena *a, const char *const *paths, size_t n);
bool walk_next(struct walk *w, struct walk_file *out); // false at the end
void walk_end(struct walk *w);                         // also before the end

#endif
