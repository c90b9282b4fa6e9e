// Evidence against hypotheses, as spreadsheets and the programs for the analysis of competing hypotheses keep it: what
// such a file held before it becomes a case, and what a case looks like in that form.
#ifndef CASE_MATRIX_H
#define CASE_MATRIX_H

#include "base/list.h"
#include "case/date.h"

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
	const char *id, *say, *notes, *source, *type, *code, *link; // NULL where the file has none
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
};

#endif
