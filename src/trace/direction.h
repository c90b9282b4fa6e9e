// Which of two texts was there first.
#ifndef TRACE_DIRECTION_H
#define TRACE_DIRECTION_H

#include "case/document.h"
#include "trace/align.h"

// What a document says of where and when it comes from.
struct provenance {
	uint64_t outlet,
	    credit; // keys of outlets (outlets_key), 0 for none; credit: the first that is not the outlet's own
	struct date published;
	bool agency; // its outlet is a news agency
};

struct provenance direction_provenance(const struct document *d);

enum direction_ground { DIRECTION_UNKNOWN, DIRECTION_CREDIT, DIRECTION_AGENCY, DIRECTION_CUT, DIRECTION_TIME };

struct direction {
	double odds;                  // natural log-odds that the first came before the second
	enum direction_ground ground; // the strongest one for it
};

// `al` is of x with y.
struct direction direction_of(const struct provenance *x, const struct provenance *y, const struct alignment *al);

// The ground as a clause about the later document: "it credits Harbour Wire"; NULL where there is none.
const char *direction_why(struct arena *a, enum direction_ground ground, const struct document *later);

// The outlet whose copy a document says it is, or NULL.
const char *direction_credit(const struct document *d);

#endif
