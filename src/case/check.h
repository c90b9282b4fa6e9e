// A linter for analysis: what a careful reviewer would say of a case and its answer.
#ifndef CASE_CHECK_H
#define CASE_CHECK_H

#include "case/assessment.h"

struct check_finding {
	const char *rule;     // "single-origin"
	const char *place;    // "questions.who", "facts.chatter.if.staged"
	const char *text;     // a sentence with what to do
	const char *standard; // what it follows from, or NULL
	bool grave;           // an error of reasoning, not a hint
};

struct check_findings {
	LIST(struct check_finding) list;
};

// Findings in the order of the case. `w` may be NULL: then only those that need no weighing.
void check_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct check_findings *out);

// As `hearsay check --json` prints them.
struct node *check_write(struct arena *a, const struct check_findings *found);

// As they stand in `hearsay weigh --json`: the list "findings", a sentence each.
void check_put(struct arena *a, const struct check_findings *found, struct node *map);

#endif
