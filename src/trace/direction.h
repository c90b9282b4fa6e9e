// Which of two texts was there first.
#ifndef TRACE_DIRECTION_H
#define TRACE_DIRECTION_H

#include "case/document.h"
#include "trace/align.h"

struct direction {
	double odds;     // natural log-odds that the first came before the second
	const char *why; // the strongest ground, as a clause about the later one: "it credits Harbour Wire"; or NULL
};

// `al` is of x with y.
struct direction direction_of(struct arena *a, const struct document *x, const struct document *y,
			      const struct alignment *al);

// The outlet whose copy a document says it is, or NULL.
const char *direction_credit(const struct document *d);

#endif
