// What two documents have in common, sentence by sentence, to be read side by side.
#ifndef TRACE_SHARED_H
#define TRACE_SHARED_H

#include "base/list.h"
#include "case/document.h"

struct shared_side {
	span sentence;       // empty: the other document says it alone
	struct spans common; // of the sentence: what stands in the other's, too
};

struct shared_row {
	struct shared_side a, b;
	const char *label; // one to three words that tell it from the other rows
};

struct shared {
	size_t words_a, words_b; // of the texts
	size_t run;              // words of the longest run that stands in both, and where
	span run_a, run_b;
	size_t both, only_a, only_b;  // rows
	LIST(struct shared_row) rows; // in the order of a; then what only b has, in its order
};

// A row for each sentence with words in common, and for each that carries a statement or a finding and has none.
void shared_of(struct arena *a, const struct document *x, const struct document *y, struct shared *out);

#endif
