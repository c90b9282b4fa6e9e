// Copies and partial re-use: which texts share words, gathered into clusters of one text each.
#ifndef TRACE_COPIES_H
#define TRACE_COPIES_H

#include "case/origin.h"
#include "trace/likeness.h"
#include "trace/prints.h"

struct copies_text {
	const struct document *doc;
	struct folded folded;
	struct prints prints;
	size_t cluster;
};

struct copies_cluster {
	LIST(size_t) members; // in the order they came
};

// A passage, an item of a digest or quotations that two texts share; `later` came after `earlier` in time.
struct copies_part {
	size_t later, earlier;
	enum likeness likeness;
	struct alignment alignment; // of the later with the earlier
};

struct copies {
	size_t n;
	struct copies_text *text;             // [document]
	LIST(struct copies_cluster) clusters; // emptied ones, whose members moved, stay
	LIST(struct copies_part) parts;
};

void copies_find(struct arena *a, const struct document *const *docs, size_t n, struct copies *out);

#endif
