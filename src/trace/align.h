// What two texts have in common: which words of one stand in the other, in runs that may come in any order.
#ifndef TRACE_ALIGN_H
#define TRACE_ALIGN_H

#include "base/list.h"
#include "trace/folded.h"

struct alignment {
	double a_in_b, b_in_a;         // shares of the words
	double a_own_in_b, b_own_in_a; // of those outside quotation marks
	size_t words, own;             // words of `a` matched; of these outside quotation marks
	size_t run;                    // longest run of own words matched, in words of `a`
	size_t names, names_same;      // names and numbers of `a` in paragraphs that match; those that match too
	double b_first, b_last;        // where in `b` the matched part begins and ends, 0 to 1
	double a_gap, b_gap;           // share of the text's unmatched words that stand before its last matched one
	LIST(span) spans;              // of `a`, in bytes
};

// Aligns `a` with `b`. Time is linear in the lengths, but for words that repeat (bounded).
void align_texts(struct arena *a, const struct folded *x, const struct folded *y, struct alignment *out);

#endif
