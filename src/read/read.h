// Bytes -> text -> sentences -> statements. Runs inside the reader child (read/child.h); also what the fuzz targets
// call.
#ifndef READ_READ_H
#define READ_READ_H

#include "read/tables.h"
#include "case/document.h"
#include "case/envelope.h"

// As hearsay.h has it.
enum read_depth { READ_STATEMENTS, READ_ATTRIBUTIONS, READ_TEXT, READ_ORIGINS }; // the last: what tracing needs

struct read_options {
	struct envelope envelope; // what is known beside the bytes; all of it may be NULL
	bool verbatim;            // take the text as it is: no cleaning, offsets are those of the input
	enum read_depth depth;    // where to stop
	float least;              // attributions of at least this confidence; 0: the best compromise
	bool pdf;                 // the bytes are the words of a PDF (read/pdf.h)
	const struct said_watch *watch; // sees what might be a statement (read/said.h); or NULL
};

// Reads one document. What the envelope declares of the bytes (media, charset) is a hint; what it says of the document
// is the caller's to lay over (envelope_lay).
MUST_USE enum status read_page(struct arena *a, const struct tables *t, struct slice bytes,
			       const struct read_options *o, struct document *d, struct err *e);

#endif
