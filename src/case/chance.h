// How likely a fact is under each hypothesis of a question, all else as it stood before any report.
#ifndef CASE_CHANCE_H
#define CASE_CHANCE_H

#include "case/case.h"

struct chance {
	bool rated;                  // false: nobody rated it under this hypothesis
	double p;                    // rated
	const struct value *entered; // the one value that it is; NULL where it comes from several
};

// Whether a fact bears on a question: it is about it, or about what depends on it.
bool chance_bears(const struct the_case *c, size_t fact, size_t q);

// Fills out[hypothesis] for a fact that bears on the question, in the eyes of an analyst (NULL: pooled). Where the fact
// depends on more, it is the mean over that, by the priors under the hypothesis. False where that is too much to go
// through.
bool chance_of_fact(const struct the_case *c, size_t fact, size_t q, const char *analyst, struct chance *out);

#endif
