// The members of a cluster in the order in which they were written, and which each was taken from.
#ifndef TRACE_RANK_H
#define TRACE_RANK_H

#include "trace/copies.h"

struct rank {
	uint32_t text, parent; // the first of a cluster has itself for a parent
};

// The members of a cluster, the root first; cluster->n of them. `w` is scratch.
struct rank *rank_members(struct arena *a, const struct copies *c, const struct copies_cluster *cluster,
			  struct aligner *w);

#endif
