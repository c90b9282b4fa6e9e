// What the classic programs for the analysis of competing hypotheses make of a matrix, beside what weighing makes of
// the case (doc/method.md, "The classic scores").
#ifndef CASE_RANKING_H
#define CASE_RANKING_H

#include "case/case.h"
#include "case/matrix.h"

#define SCORES_TABLE(X) X(heuer) X(parc) X(burton) X(open_synthesis) X(shattered)
#define X_METHOD(w) SCORES_##w,
enum ranking_method { SCORES_TABLE(X_METHOD) SCORES_METHODS };

enum { SCORES_KEYS = 4 };

// The numbers that a method orders hypotheses by, the first that differs deciding; the lesser leads.
struct score {
	double keys[SCORES_KEYS];
	size_t inconsistent; // cells I and II
	size_t rated;        // cells with a letter
	size_t rank;         // from 1, equals share one; 0: nobody rated it, so it has none
};

// How far those who rated a cell agree, as Burton's program calls it.
enum ranking_agreement { SCORES_CONSENSUS = 1, SCORES_MILD, SCORES_STRONG, SCORES_EXTREME };

// A cell that several people rated.
struct score_votes {
	size_t item, hypothesis;
	enum matrix_rating *votes; // [analyst]
	enum matrix_rating consensus;
	double disagreement; // as Open Synthesis has it
	enum ranking_agreement agreement;
};

// How far down the way from the posterior to the score one has to go, for a pair of hypotheses, until they stand as the
// score has them. Each includes those before it.
enum ranking_level {
	SCORES_ASIS,    // the priors alone are enough
	SCORES_APART,   // no two reports share a source, which would stand and fall together
	SCORES_SOUND,   // every source is sound
	SCORES_CERTAIN, // every item is certain, and told apart from the others
	SCORES_LETTERS, // every letter is one likelihood
	SCORES_COUNTED, // the score leaves out what it does not count
};

struct score_difference {
	size_t ahead, behind; // by the score; by the posterior it is the other way
	bool equal;           // the priors have to be taken for equal
	enum ranking_level level;
	double share;    // of `ahead` against `behind` as it is then
	const char *say; // why, in a sentence
};

struct ranking {
	enum ranking_method method;
	size_t question;
	struct matrix m;
	struct score *hyps;      // [hypothesis of the matrix]
	double *diagnosticity;   // [item]
	size_t *order;           // items, the most diagnostic first
	size_t *ranks;           // [hypothesis of the matrix] by the posterior, from 1
	const double *prior, *p; // [hypothesis of the case] none-of-these last
	double weight;           // 1 - the entropy of p over the most it could be
	const char **analysts;   // those who rated cells of their own
	size_t n_analysts;
	LIST(struct score_votes) votes;       // where they do not agree
	LIST(struct score_difference) differ; // by the order of the posterior
};

const char *ranking_name(struct arena *a, enum ranking_method m); // "open-synthesis"
bool ranking_find(const char *name, enum ranking_method *m);
const char *ranking_agreement_name(enum ranking_agreement a);
const char *ranking_print(struct arena *a, enum ranking_method m, const struct score *x); // "2", "-1.41", "4 (2.5 for)"

// As `hearsay ach --json` prints it.
struct node *ranking_write(struct arena *a, const struct the_case *c, const struct ranking *s);

#endif
