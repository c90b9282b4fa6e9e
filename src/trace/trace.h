// Documents -> copies, chains and origins.
#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H

#include "case/origin.h"

// An index of texts that a case file keeps, and what is to be kept of it now.
struct trace_kept {
	const struct segments *segments; // as they were kept
	size_t valid;                    // how many of them, from the first, still hold
	struct slice fresh;              // the segment to be kept behind these; empty where nothing is new
};

struct trace_options {
	enum trace_level level;
	struct trace_kept *kept; // or NULL; the answer is the same with and without it
	struct settlements settled; // of the documents as they are given
};

// Traces n documents (each with text). The answer does not depend on their order, but for ties that only order can
// break.
void trace_documents(struct arena *a, const struct document *const *docs, size_t n, const struct trace_options *o,
		     struct tracing *out);

// The same in two steps, so that it can be counted several times, each with other things settled (of the documents as
// they are given). What a trace came to lives in its arena; it is closed when nothing more is counted.
struct trace;
struct trace *trace_open(struct arena *a, const struct document *const *docs, size_t n, const struct trace_options *o);
void trace_count(struct arena *a, const struct trace *x, const struct settlements *settled, struct tracing *out);
void trace_close(struct trace *x);

#endif
