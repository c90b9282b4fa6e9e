// Bytes -> text -> sentences -> statements. Runs inside the reader child (read/child.h); also what the fuzz targets
// call.
#ifndef READ_READ_H
#define READ_READ_H

#include "read/tables.h"
#include "case/document.h"

struct read_options {
	const char *path; // for `path` of the document; may be NULL
	bool verbatim;    // take the text as it is: no cleaning, offsets are those of the input
	bool text_only;   // no statements
};

// Reads one plain-text page.
MUST_USE enum status read_page(struct arena *a, const struct tables *t, struct slice bytes,
			       const struct read_options *o, struct document *d, struct err *e);

#endif
