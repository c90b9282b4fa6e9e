// Answers against what became known: Brier and log scores, calibration, and how the sources did (doc/method.md).
#ifndef CASE_SCORE_H
#define CASE_SCORE_H

#include "case/assessment.h"

enum { SCORE_BINS = 7 }; // the words of the scale

// Every answer that somebody gave a chance in the band of a word.
struct score_bin {
	size_t n, came; // how many, and how many of them came true
	double said;    // sum of the chances
};

enum score_kind { SCORE_PROGRAM, SCORE_PRIOR, SCORE_ANALYST };

// How one who answers did, over all questions.
struct score_answerer {
	enum score_kind kind;
	const char *id;     // of the analyst; NULL for others
	size_t questions;   // answered, of those whose outcome is known
	size_t right;       // whose leader came true
	size_t impossible;  // whose outcome was given no chance at all: infinite bits, each
	double brier, bits; // sums; bits over those that are possible
	struct score_bin bins[SCORE_BINS];
};

// One answer to one question.
struct score_answer {
	const char *case_name, *question, *outcome;
	size_t answerer;
	double p;           // of what came true
	double brier, bits; // bits infinite where p is 0
	bool right;
};

// The counted reports of one origin on facts of which the truth is known.
struct score_source {
	const char *name, *grade; // grade: in the last case that has it; NULL: none
	size_t facts, right;
	double brier; // sum over facts: 0 is right and sure, 1 wrong and sure
};

struct scores {
	size_t cases;
	LIST(struct score_answerer) answerers; // the program, the prior, then analysts as they come
	LIST(struct score_answer) answers;     // by question; of one in the order of the answerers
	LIST(struct score_source) sources;
};

// The multi-category score of Brier (1950): the squared distance of p from what came true, 0 to 2.
double score_brier(const double *p, size_t n, size_t outcome);
// -log2 of the chance that was given to what came true: 0 at best; infinite where that was none.
double score_bits(double p);

// Adds what a case and its assessment have to score. Names must live as long as `out`.
void score_add(struct arena *a, const char *name, const struct the_case *c, const struct assessment *w,
	       struct scores *out);

const char *score_who(const struct score_answerer *x); // "hearsay", "before any report", "analyst ana"
struct node *score_write(struct arena *a, const struct scores *s);

#endif
