// What can be asked, as one table: what answers it, in which crew, and what it is for. doc/desk-api.md is compared with
// it by a test.
#ifndef DESK_ROUTES_H
#define DESK_ROUTES_H

#include "desk/crew.h"
#include "hearsay.h"

struct route {
	const char *method, *path; // "/api/documents/*": '*' is one part, or the end of one
	enum crew_kind crew;
	bool kept; // the answer holds until the case changes
	void (*answer)(struct request *r, struct hearsay *h);
};

extern const struct route routes_table[]; // ends with a row whose method is NULL

// Finds the route of a request, with its `rest`. NULL, and a reply that says so, where there is none.
const struct route *routes_find(struct request *r);

#endif
