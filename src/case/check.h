// A linter for analysis: what a careful reviewer would say of a case and its answer, after the nine analytic tradecraft
// standards of ICD 203 (ODNI, 2015) and the rules for the text that the program writes. A rule is a row of a table, and
// the tables are a file each: check_sources.c, check_uncertainty.c, ...
#ifndef CASE_CHECK_H
#define CASE_CHECK_H

#include "case/assessment.h"

enum check_severity { CHECK_NOTE, CHECK_WARNING, CHECK_ERROR };

// What a rule looks at: the case once, each item of a list, or each text that a person wrote.
enum check_of {
	CHECK_CASE,
	CHECK_ASSUMPTION,
	CHECK_QUESTION,
	CHECK_FACT,
	CHECK_GRADE,
	CHECK_SOURCE,
	CHECK_REPORT,
	CHECK_JUDGEMENT,
	CHECK_TEXT,
};

struct checking; // case/check_rule.h

struct check_rule {
	const char *id; // "single-origin"; NULL ends a table
	int standard;   // of ICD 203, 1 to 9
	int writing;    // the rule for texts behind it, 1 to 6; 0: none
	enum check_severity severity;
	enum check_of of;
	void (*look)(struct checking *k, size_t item);
	const char *title; // what it finds
	const char *mend;  // a sentence: what to do
};

struct check_finding {
	const struct check_rule *rule;
	const char *place; // "questions.who", "facts.chatter.if.staged"
	const char *text;  // a sentence: what is wrong there
	const char *words; // the words it is about, NULL where it is about none
	uint32_t at;       // where they stand in the text of the place, in code points
	int line;          // of the item in its file; 0: unknown
	int statement;     // that carries the item, by its index; -1: none
};

struct check_findings {
	LIST(struct check_finding) list;
};

// Findings in the order of the case. `w` may be NULL: then only those that need no weighing.
void check_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct check_findings *out);

// The tables, in the order in which their rules look; NULL ends them.
extern const struct check_rule *const check_tables[];

const char *check_standard(int number); // "ICD 203, 1: quality and credibility of sources, data, methods"
const char *check_writing(int number);  // "rule 2: never a confidence level and a likelihood in one sentence"
const char *check_severity_name(enum check_severity s);
bool check_severity_read(const char *name, enum check_severity *s);
// How many are as severe as that or more.
size_t check_count(const struct check_findings *found, enum check_severity least);

// Where in a document the words are that the finding's item rests on, in code points; false where it knows none.
bool check_passage(struct arena *a, const struct the_case *c, const struct check_finding *f, const char **document,
		   span *at);

// As `hearsay check --json` prints them.
struct node *check_write(struct arena *a, const struct the_case *c, const struct check_findings *found);

// As they stand in `hearsay weigh --json`: the list "findings", a sentence each.
void check_put(struct arena *a, const struct check_findings *found, struct node *map);

#endif
