// Two documents of a case side by side: what they share, and what each way to settle them would come to; and which
// pairs are worth it.
#ifndef ORIGINS_H
#define ORIGINS_H

#include "base/buf.h"
#include "case/case.h"
#include "trace/trace.h"
#include "weigh/product.h"

// A case that is settled, and its documents that have a text.
struct origins {
	const struct the_case *c;
	const struct document *const *docs;
	size_t n;
	struct trace_kept *kept;     // as trace_options has it
	struct product_cache *cache; // as weigh_options has it
};

// As hearsay_pair: doc/json-schema/pair.json.
MUST_USE enum status origins_pair(struct buf *out, const struct origins *o, const char *a, const char *b,
				  struct err *e);

// As hearsay_unsettled: doc/json-schema/unsettled.json.
void origins_unsettled(struct buf *out, const struct origins *o);

#endif
