// Documents -> copies, chains and origins.
#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H

#include "case/origin.h"

struct trace_options {
	enum trace_level level;
};

// Traces n documents (each with text). The answer does not depend on their order, but for ties that only order can
// break.
void trace_documents(struct arena *a, const struct document *const *docs, size_t n, const struct trace_options *o,
		     struct tracing *out);

#endif
