// The hedge that a claim is said with, in what is told or in the clause that it hangs on.
#ifndef READ_HEDGED_H
#define READ_HEDGED_H

#include "read/stance.h"

// Sets how a verdict is hedged; its claims are known. Where the only "not" is the hedge's own, they are affirmed.
void hedged_set(struct verdict *r, struct arena *a, const struct tokens *s, const struct hits *h,
		const struct frame *f);

#endif
