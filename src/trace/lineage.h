// Who copied whom inside a cluster of one text.
#ifndef TRACE_LINEAGE_H
#define TRACE_LINEAGE_H

#include "trace/copies.h"

// Adds an edge for every member of a cluster but its first text, to the earlier member it is most like; sets
// root[member].
void lineage_of(struct arena *a, const struct copies *c, const struct copies_cluster *cluster, struct tracing *t);

// Adds the edges between clusters: excerpts, items of digests, shared quotations, updates of one agency's story.
void lineage_parts(struct arena *a, const struct copies *c, struct tracing *t);

// A document's name in a sentence: its outlet, title, path or id.
const char *lineage_name(const struct document *d);

#endif
