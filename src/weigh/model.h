// A case ready to be weighed: which number of which table comes from which value of the file. Made once per case; the
// numbers themselves are an array over the values, so that centres, analysts and draws are the same to all that
// follows.
#ifndef WEIGH_MODEL_H
#define WEIGH_MODEL_H

#include "case/place.h"
#include "weigh/count.h"

#define MODEL_NOWHERE SIZE_MAX
#define MODEL_CLIP 0.001 // no pooled or averaged value counts as more certain than this

// How the table of a question or a fact is filled, row by row: its parents' states in turn, the last fastest.
struct recipe {
	size_t n_parents, *parents; // variables
	size_t rows, states;
	bool question;
	uint32_t *cells;  // question: [row][state], fact: [row]; a value or one of the codes below
	uint32_t *listed; // fact: the values of its rows as entered, for cells that nobody rated
	size_t n_listed;
};

enum { CELL_REST = UINT32_MAX - 2, CELL_ADDED, CELL_MISSING };

struct model {
	const struct the_case *c;
	struct place *places;
	size_t n_places;
	size_t n_values; // the places, then for every report the grade of its origin if that is untraceable
	size_t *grade, *holds, *echo; // [source], [report], [report]: values; echo MODEL_NOWHERE where not entered
	struct recipe *recipes;       // [variable]
	struct count_base count;
	size_t *hyps_at, n_hyps; // [question] where its hypotheses begin in an array over all of them
};

MUST_USE enum status model_make(struct arena *a, const struct the_case *c, struct model *m, struct err *e);

// What every value stands for; with an analyst, what it stands for in their eyes.
struct belief *model_beliefs(struct arena *a, const struct model *m, const char *analyst);
double *model_centres(struct arena *a, const struct model *m, const struct belief *beliefs); // [value]

// Fills the table of a variable from the numbers of the values.
void model_fill(const struct recipe *r, const double *p, double *out);

// Log-odds, of a probability that is kept off 0 and 1. An unrated cell of a fact takes the mean of the rated ones'.
double model_logit(double p);

#endif
