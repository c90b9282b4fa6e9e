// Two assessments side by side: what moved, by how much, and because of what.
#ifndef CASE_COMPARISON_H
#define CASE_COMPARISON_H

#include "case/case.h"

struct comparison_hypothesis {
	const char *id, *say;
	double was, is; // below 0: it was not there, or is not there any more
	double was_lo, was_hi, is_lo, is_hi;
	const char *was_word, *is_word;
};

struct comparison_confidence {
	const char *level, *because;
	double sum; // points
	LIST(const char *) caps;
};

// What the rubric gives points for, where it gives others now.
struct comparison_points {
	const char *name; // "origins"
	double was, is;
};

// One change, and what it did to the estimate of the hypothesis that leads now. The causes of a question sum to its
// way.
struct comparison_cause {
	const char *place; // "reports.r4"; of several changes that only stand together, all of them; "" for the rest
	const char *say;   // "added: fact seen, from x"
	double points;     // of probability, 0 to 1; NAN: not known
	double decibans;   // NAN where one side is certain, or knows no such hypothesis
};

struct comparison_question {
	const char *id, *ask;
	bool there_before, there_now;
	const char *was_lead, *is_lead;
	LIST(struct comparison_hypothesis) hyps; // as they stand now, then those that went
	struct comparison_confidence was, is;
	LIST(struct comparison_points) points;
	LIST(struct comparison_cause) causes;
	double decibans; // of the hypothesis that leads now, altogether; NAN as above
};

// From what the causes are known.
enum comparison_basis {
	COMPARISON_WEIGHED, // both are cases: weighed again after each change
	COMPARISON_ORIGINS, // one is an assessment alone: by what each says of its origins
};

struct comparison {
	const char *was, *is; // the files
	enum comparison_basis basis;
	LIST(struct comparison_question) questions; // as they stand now, then those that went
};

// Fills all but the causes from two assessments, as `hearsay weigh --json` prints them.
void comparison_fill(struct arena *a, const struct node *was, const struct node *is, struct comparison *out);

// The causes from the assessments alone, where both lead with the same hypothesis: prior and origins.
void comparison_origins(struct arena *a, const struct node *was, const struct node *is, struct comparison *out);

// Whether a node is an assessment, or a report that holds one: then that. NULL where it is none.
const struct node *comparison_assessment(const struct node *n);

// The hypothesis that leads now; NULL where there is none.
const struct comparison_hypothesis *comparison_lead(const struct comparison_question *q);

// Whether a cause moved more than rounding shows.
bool comparison_moves(const struct comparison_cause *c);

double comparison_decibans(double p); // NAN where p is none, 0 or 1

struct node *comparison_write(struct arena *a, const struct comparison *c);

#endif
