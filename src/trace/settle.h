// What a person settled of documents, two and two, laid over the groups that tracing found. Documents are told by their
// places in the order of time.
#ifndef TRACE_SETTLE_H
#define TRACE_SETTLE_H

#include "trace/chains.h"

struct settle {
	const struct tracing *t; // its edges, and root[document] by text
	const struct chains *chains;
	const bool *joins; // [link of chains] whether it makes its document a mere relay
	const struct settlements *of;
};

// group[document] is the origin that it counts for: a document, or t->n and the place of a story that is not at hand.
// Ties between two that are settled to be independent, or not established, are cut, and what then hangs on nothing else
// is an origin of its own. Two with one origin come together with all that hangs on them: that of the earlier one is
// the origin of both.
void settle_groups(const struct settle *s, size_t *group);

// Of a family, by what was settled of its origin and an earlier document of another: SETTLE_SHOWN where the two are
// independent, SETTLE_OPEN where that is not established, which goes before.
enum settle_standing { SETTLE_NOTHING, SETTLE_SHOWN, SETTLE_OPEN };
void settle_standing(const struct settlements *of, const struct tracing *t, unsigned char *standing);

// Takes away the edges between two that are apart, and adds one between two that have one origin and have none.
void settle_edges(struct arena *a, const struct settlements *of, const struct copies *c, struct tracing *t);

#endif
