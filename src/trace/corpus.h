// The documents of a tracing in the order of time, and their texts compared.
#ifndef TRACE_CORPUS_H
#define TRACE_CORPUS_H

#include "trace/copies.h"
#include "trace/trace.h"

struct corpus {
	struct arena mem;
	size_t n;
	const struct document **docs; // [text], in the order of time, then of ids
	size_t *given;                // [text] its place among the documents given
	struct copies copies;
};

// `kept` may be NULL. The answer is the same with and without it.
void corpus_open(struct corpus *c, const struct document *const *docs, size_t n, struct trace_kept *kept,
		 struct arena *a);
void corpus_close(struct corpus *c);

#endif
