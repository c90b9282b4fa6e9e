// Evidence against hypotheses, as spreadsheets and the programs for the analysis of competing hypotheses keep it: what
// such a file held before it becomes a case, and what a case looks like in that form.
#ifndef CASE_MATRIX_H
#define CASE_MATRIX_H

#include "base/list.h"
#include "case/date.h"
#include "case/remarks.h"
#include "case/value.h"

// How an item of evidence goes with a hypothesis. Blank: nobody rated it; not applicable: somebody said that it cannot
// be.
enum matrix_rating { MATRIX_BLANK, MATRIX_NA, MATRIX_II, MATRIX_I, MATRIX_N, MATRIX_C, MATRIX_CC };

// A weight that an item was given, by its credibility or its relevance.
enum matrix_level { MATRIX_UNSAID, MATRIX_LOW, MATRIX_MEDIUM, MATRIX_HIGH };

struct matrix_cell {
	enum matrix_rating rating;
	const char *value; // the likelihood that stands there ("likely", "0.7"); NULL: a rating alone
};

struct matrix_hypothesis {
	const char *id; // NULL: the file has none
	const char *say;
};

struct matrix_item {
	const char *id, *say, *notes, *source, *type, *code, *link; // NULL where the file has none; source: "" where
								    // it is said to be untraceable
	struct date date;
	enum matrix_level credibility, relevance;
	bool flagged;
	struct matrix_cell *cells; // [hypothesis]
	size_t line;               // of the file, from 1; 0: not from a file
};

struct matrix {
	const char *title, *question; // NULL where the file has none
	const char *classification;
	LIST(struct matrix_hypothesis) hypotheses;
	LIST(struct matrix_item) items;
	struct remarks remarks; // what its reader has to say of the file
};

// --- the one table between ratings and likelihoods (doc/formats.md) ---

// "CC", "NA"; "" where nobody rated it. Back: false where it is none of them.
const char *matrix_rating_name(enum matrix_rating r);
bool matrix_rating_read(struct slice text, enum matrix_rating *r);

// The word of the scale that a rating stands for; NULL for those that say nothing.
const char *matrix_rating_word(enum matrix_rating r);
// The rating of a fact that is so likely: CC from 0.80 on, C from 0.55, N from 0.45, I from 0.20, II below.
enum matrix_rating matrix_rating_of(double p);

// What stands in a cell: a word of the scale, or a number from 0 to 1. False where it is neither.
bool matrix_value(struct arena *a, const char *text, struct value *v);

// "HIGH"; "" where nothing was said. Back: false where it is none of them.
const char *matrix_level_name(enum matrix_level l);
bool matrix_level_read(struct slice text, enum matrix_level *l);

// The grade of a source whose word has such a credibility, HIGH B, MEDIUM C, LOW E, NULL where nothing was said; and
// back: A and B are HIGH, C is MEDIUM, D and E are LOW, any other says nothing.
const char *matrix_grade(enum matrix_level credibility);
enum matrix_level matrix_level_of(const char *grade);

#endif
