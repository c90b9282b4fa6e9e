// The items of a case as rows: kind (the key of their list, "facts"), id, place in the list, and their JSON.
//
// What is not in a list (title, scale, as_of, grades, ...) is one item of kind "case". The rows are what the journal
// adds up to: the same function applies a change when it is made and when the journal is replayed.
#ifndef KEEP_ITEMS_H
#define KEEP_ITEMS_H

#include "keep/handle.h"

struct item {
	const char *kind, *id;
	struct slice body;
	long long position;
	bool wanted; // for items_save
};

struct items {
	LIST(struct item) list;
};

// All rows: by kind and place, or by kind and id.
MUST_USE enum status items_read(struct arena *a, struct sqlite *db, bool by_id, struct items *out, struct err *e);

// Applies what a row of the journal says.
MUST_USE enum status items_apply(struct sqlite *db, const char *name, const struct entry *row, struct err *e);

// Applies all rows of `from`'s journal to the empty item table of `to` (which may be the same).
MUST_USE enum status items_replay(struct sqlite *from, struct sqlite *to, const char *name, struct err *e);

// Applies those of `from`'s rows that come after *done, up to the row `last`, to the item table of `to`.
MUST_USE enum status items_replay_to(struct sqlite *from, struct sqlite *to, const char *name, long long *done,
				     long long last, struct err *e);

// Journals and applies one change. `body` NULL: null.
MUST_USE enum status items_change(struct keep *k, const char *op, const char *kind, const char *id, const char *body,
				  const char *why, struct err *e);

// The JSON of an item; the error names the item.
MUST_USE enum status items_parse(struct arena *a, const char *name, const struct item *it, struct node **out,
				 struct err *e);

#endif
