// The targets of a statement: hypotheses that it bears on.
#ifndef READ_TARGET_H
#define READ_TARGET_H

#include "read/aim.h"

// Fills them from what the statement may be aimed at. One that accuses nobody then reports.
void target_set(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		const struct verdict *in, const struct aims *all, struct statement *st);

// A headline calls somebody what the text then names: "Tannery denies", "Kestrel Leather said".
void target_headline(struct document *d);

#endif
