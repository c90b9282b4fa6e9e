// Stated chains: who says that this comes from another outlet, and which document of that outlet it is.
#ifndef TRACE_CHAINS_H
#define TRACE_CHAINS_H

#include "trace/copies.h"

// A story of an outlet that is not at hand, the same for all that cite it.
struct chains_ghost {
	uint64_t outlet; // outlets_key
	const char *name;
	LIST(uint64_t) claim; // keys of its names, numbers and long words, rising
};

struct chains_link {
	size_t doc;
	size_t to;    // the document cited, or SIZE_MAX
	size_t ghost; // the ghost cited, or SIZE_MAX
	double share; // of the document's words, in sentences that cite it
};

struct chains {
	LIST(struct chains_ghost) ghosts;
	LIST(struct chains_link) links; // by document; one for each story that it cites
};

// Resolves the citations of all documents; adds an edge for each link.
void chains_find(struct arena *a, const struct copies *c, struct chains *out, struct tracing *t);

// The sentence around a place, or the paragraph where sentences were not found.
span chains_sentence(const struct document *d, span at);

// Whether a citation says of its sentence that it comes from elsewhere: it names another outlet than the document's
// own, and not as whose words follow ("the Courier wrote:"), which are a passage of that outlet's story.
bool chains_names_other(const struct document *d, const struct citation *c);

#endif
