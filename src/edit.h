// Changes to a case as a program asks for them, in JSON (include/hearsay.h, hearsay_edit): read, made, and of values
// alone also taken back.
#ifndef EDIT_H
#define EDIT_H

#include "case/place.h"

enum edit_what { EDIT_SET, EDIT_PUT, EDIT_MERGE, EDIT_DROP };

struct edit {
	enum edit_what what;
	const char *kind, *id;    // of the item that it touches: "questions", "who"; "case", "case" of the head
	const char *hypothesis;   // of that question; NULL: it is about the item itself
	const char *place, *as;   // EDIT_SET: what is set, as whose; as NULL: everybody's
	const struct node *value; // EDIT_SET: to what; EDIT_PUT, EDIT_MERGE: the item
};

struct edits {
	LIST(struct edit) list;
};

// The error tells which of them is wrong, from 1. What is read lives in the arena.
MUST_USE enum status edit_read(struct arena *a, struct slice json, struct edits *out, struct err *e);

// Makes them one after another, and settles the case. What a person touched is no longer a draft's. Where it fails,
// some are made. The case keeps parts of what was read.
MUST_USE enum status edit_make(struct arena *a, struct the_case *c, const struct edits *edits, struct err *e);

// Values of a case as they were before edits that change nothing but values.
struct edit_was {
	struct the_case lists;
	LIST(struct edit_value) values;
};

struct edit_value {
	struct value *at, value;
	struct source *source; // NULL: it is no grade
	const char *reliability, *why;
	bool *mark, drafted;
};

// Remembers what the edits change; false where that is more than values. edit_put_back puts it back after edit_make,
// whether that failed or not.
bool edit_remember(struct arena *a, struct the_case *c, const struct edits *edits, struct edit_was *out);
void edit_put_back(struct arena *a, struct the_case *c, const struct edit_was *was);

#endif
