// How likely a fact is under each hypothesis of a question, all else as it stood before any report.
#ifndef CASE_CHANCE_H
#define CASE_CHANCE_H

#include "case/case.h"

struct chance {
	bool rated;                  // false: nobody rated it under this hypothesis
	double p;                    // rated
	const struct value *entered; // the one value that it is; NULL where it comes from several
};

// Made once for a question, in the eyes of an analyst (NULL: pooled).
struct chances *chance_prepare(struct arena *a, const struct the_case *c, size_t q, const char *analyst);

// Whether a fact bears on the question: it is about it, or about what depends on it.
bool chance_bears(const struct chances *x, size_t fact);

// Fills out[hypothesis] for a fact that bears on it. Where the fact depends on more, it is the mean over that, by the
// priors under the hypothesis. False where that is too much to go through.
bool chance_of_fact(struct chances *x, size_t fact, struct chance *out);

#endif
