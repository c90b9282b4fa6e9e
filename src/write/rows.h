// The origins of a set of documents as rows of a picture, one below the other: which are drawn, and what each hangs on.
#ifndef WRITE_ROWS_H
#define WRITE_ROWS_H

#include "case/origin.h"

enum row_kind {
	ROW_GHOST, // the origin of its family, which is not at hand
	ROW_DOCUMENT,
	ROW_FOLD, // more documents of its family
	ROW_REST, // more families
};

struct rows_row {
	enum row_kind kind;
	size_t family;           // SIZE_MAX for ROW_REST
	size_t doc;              // of ROW_DOCUMENT, else SIZE_MAX
	size_t on;               // the row it hangs on, above it; SIZE_MAX for the first of a family
	const struct edge *edge; // how; NULL where nothing says so
	size_t from, to;         // of ROW_FOLD and ROW_REST: their documents in `folded`
	size_t families;         // of ROW_REST: how many
};

struct rows {
	LIST(struct rows_row) list; // by family, in the order of the tracing; each after what it hangs on
	LIST(size_t) folded;        // documents without a row
	size_t *of;                 // [document] its row; SIZE_MAX: folded
};

// No more than some hundred rows, however many documents there are: large families are folded, and where there are
// too many families, the smallest are.
struct rows rows_of(struct arena *a, const struct tracing *t, const struct document *const *docs);

#endif
