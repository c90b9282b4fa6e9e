// What the rules of the linter share: the case in their hands, and how they say what they found.
#ifndef CASE_CHECK_RULE_H
#define CASE_CHECK_RULE_H

#include "case/check.h"

// The texts of a case by what they are for.
#define CHECK_TEXT_ASK 1u        // a question
#define CHECK_TEXT_REASON 2u     // of a confidence
#define CHECK_TEXT_HYPOTHESIS 4u
#define CHECK_TEXT_FACT 8u
#define CHECK_TEXT_ASSUMPTION 16u
#define CHECK_TEXT_NOTE 32u      // a why, a record, a remark
#define CHECK_TEXT_CLAIM (CHECK_TEXT_REASON | CHECK_TEXT_HYPOTHESIS | CHECK_TEXT_FACT | CHECK_TEXT_ASSUMPTION)

struct check_text {
	unsigned kind;
	const char *place, *text;
	size_t item; // the question or fact it belongs to, of those kinds
	int line, statement;
};

// What the reports say of a fact.
struct check_told {
	bool reported;
	size_t origins; // that report it, of live reports
	int first;      // such an origin; -1: none yet
};

struct checking {
	struct arena *arena;
	const struct the_case *c;
	const struct assessment *w; // may be NULL
	struct check_findings *out;
	const struct check_rule *rule; // that looks
	const struct check_text *text; // where it is one of CHECK_TEXT
	struct check_told *told;       // [fact]
	size_t *through;               // [source] live reports that came through it
	size_t *from;                  // [source] live reports that come from it
	size_t live;                   // reports
};

extern const struct check_rule check_sources[];      // standard 1
extern const struct check_rule check_uncertainty[];  // 2
extern const struct check_rule check_assumptions[];  // 3
extern const struct check_rule check_alternatives[]; // 4
extern const struct check_rule check_argument[];     // 5, 6, 8, 9
extern const struct check_rule check_change[];       // 7
extern const struct check_rule check_words[];        // the rules for texts

// The rule that looks found something, at an item of the case.
void check_found(struct checking *k, const char *place, int line, const char *text);
void check_found_report(struct checking *k, size_t report, const char *below, const char *text);

// "questions.who"; `below` is "" or ".prior.staged".
const char *check_place(struct checking *k, const char *list, const char *id, const char *below);

// The answer to a question; NULL where nothing was weighed.
const struct question_result *check_result(const struct checking *k, size_t question);
bool check_live(const struct checking *k, size_t report);

#endif
