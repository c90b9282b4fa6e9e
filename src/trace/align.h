// What two texts have in common: which words of one stand in the other, in runs that may come in any order.
#ifndef TRACE_ALIGN_H
#define TRACE_ALIGN_H

#include "base/list.h"
#include "trace/folded.h"

enum { ALIGN_BRIEF = 260 }; // words below which a text can be a form filled in: its names and numbers are compared

// A text to align. With `letters` words that differ by a slip match too, which is slower.
struct row {
	const token *at;
	size_t n;
	const struct folded *letters; // of the same words, or NULL
};

struct alignment {
	double a_in_b, b_in_a;         // shares of the words
	double a_own_in_b, b_own_in_a; // of those neither quoted nor cited
	size_t quoted;                 // of those matched, in quotation marks and not cited
	size_t words, own;             // words of `a` matched; of these neither quoted nor cited
	size_t run;                    // own words of the passage with most of them
	size_t names_same;             // names and numbers of `a` that match, in paragraphs that do (briefs)
	size_t values;                 // names and numbers where both have one and it is not the same (briefs)
	double b_first, b_last;        // where in `b` the matched part begins and ends, 0 to 1
	double a_first;                // where in `a` it begins
	double a_gap, b_gap;           // share of the text's unmatched words that stand before its last matched one
};

// Holds one text, a, ready to be aligned with many; and the memory for it.
struct aligner {
	struct arena mem;
	struct row a, b;
	uint32_t *to;          // [word of a] its word of b plus 1, or 0
	uint32_t *from;        // [word of b] its word of a plus 1, or 0
	uint32_t *head, *next; // words of a where a seed begins, plus 1, by hash and in a row
	unsigned char *sieve;  // [hash] what else of their hashes the seeds have, a bit for each of eight values
	size_t mask, room_a, room_b, room_heads;
};

void align_text(struct aligner *w, struct row a);

// Aligns it with `b`. Time is linear in the lengths, but for words that repeat (bounded).
void align_with(struct aligner *w, struct row b, struct alignment *out);

// Aligns two texts without letters, and counts no more than a_in_b, b_in_a, a_gap and b_gap: the rest of `out` is 0.
void align_shares(struct aligner *w, struct row b, struct alignment *out);

// The passages of a that the last alignment matched, in bytes of its text.
struct passages {
	span *at;
	size_t n, room;
};
void align_passages(const struct aligner *w, struct arena *a, const struct folded *text, struct passages *out);

// Which words of a the last alignment matched: [word of a].
void align_matched(const struct aligner *w, struct arena *a, bool **matched);

void align_free(struct aligner *w);

// The same alignment seen from b, but for b_last and what is counted in words of a.
struct alignment align_turned(const struct alignment *al);

#endif
