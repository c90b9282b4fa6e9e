// The table of outlets (models/outlets.tsv, and a file of the user's in the same form): who is an agency, who owns
// whom, under which names and domains they are met.
#ifndef CASE_OUTLET_TABLE_H
#define CASE_OUTLET_TABLE_H

#include "base/list.h"
#include "base/slice.h"

#include <stdint.h>

enum { OUTLET_NAME = 64 }; // bytes of a folded name, with its NUL

enum outlet_kind { OUTLET_OUTLET, OUTLET_AGENCY, OUTLET_NONE }; // none: only sounds like an outlet

struct outlet {
	const char *name;
	enum outlet_kind kind;
	const char *owner, *country; // NULL where the table does not say
	uint64_t key;                // of its name
};

// What a folded name stands for.
struct outlet_entry {
	const char *folded;
	const struct outlet *outlet; // NULL where the name is only ever weak
	const char *written;         // as the table writes it
	bool article;                // it is met with "the" before it only
	LIST(const struct outlet *) weak; // whose it may be where the text has named them in full
};

struct outlet_table {
	struct arena arena;
	struct outlet_entry **slot; // NULL: free
	size_t slots, n;
	struct outlet_table *before; // what it took the place of
};

// The name in small letters and digits only, without a leading article or "www."; returns its length.
size_t outlet_table_fold(struct slice name, char out[OUTLET_NAME]);

// Adds the rows of a file; what it names takes the place of what was there. `path` is for errors.
MUST_USE enum status outlet_table_read(struct outlet_table *t, struct slice text, const char *path, struct err *e);

const struct outlet_entry *outlet_table_find(const struct outlet_table *t, struct slice folded);

#endif
