// The names of a text, which are held against each other again and again: each is cut into its words once.
#ifndef CASE_ROSTER_H
#define CASE_ROSTER_H

#include "case/names.h"

enum { ROSTER_LISTS = 1 << 10 };

struct roster {
	struct arena *arena;
	struct roster_entry *list[ROSTER_LISTS]; // [of the lower bits of its hash] the latest first
};

// A name as it was cut when it first came; it lives as long as the arena.
const struct name *roster_name(struct roster *r, const char *text);

// Whether a name is an outlet's (case/outlets.h), looked up once.
bool roster_outlet(struct roster *r, const char *text);

#endif
