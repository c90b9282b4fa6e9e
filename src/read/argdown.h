// Argdown (argdown.org): statements and arguments, and which support or attack which.
#ifndef READ_ARGDOWN_H
#define READ_ARGDOWN_H

#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"

struct argdown_node {
	const char *title; // NULL where it has none
	const char *text;  // NULL where it is only named
	size_t heading;    // under which it comes first: an index and one; 0: none
	size_t line;       // of that place, from 1
};

struct argdown_edge {
	size_t from, to; // nodes
	bool attacks;    // else it supports
};

struct argdown {
	const char *title;
	LIST(const char *) headings;
	LIST(struct argdown_node) nodes; // in the order of the text
	LIST(struct argdown_edge) edges;
	size_t left; // lines that are of other things: premises, contradictions, undercuts, lists
};

// Linear in the bytes, but for the sorting of titles. Fails where they are no text.
MUST_USE enum status argdown_read(struct arena *a, struct slice bytes, struct argdown *out, struct err *e);

#endif
