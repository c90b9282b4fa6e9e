// A case: what is asked, what bears on it, who said so. The same model has two spellings, YAML and JSON
// (case/format.h).
//
// Ids are text, unique over questions and facts; references are kept as written and resolved to an index by
// case_settle. A variable is a question or a fact: questions come first, in file order, then facts.
#ifndef CASE_CASE_H
#define CASE_CASE_H

#include "case/between.h"
#include "case/date.h"
#include "case/document.h"
#include "case/value.h"

#define CASE_NONE_OF_THESE "none-of-these"

struct ref {
	const char *id;
	int at; // index into what it refers to, from case_settle; -1 before
};

struct refs { // a LIST(struct ref) with a name
	struct ref *at;
	size_t n, room;
};

// One condition of a row: variable `of` is in state `state`.
struct condition {
	struct ref of;    // at: variable
	struct ref state; // at: state of that variable
};

// A row of a table: the first row whose every condition holds wins.
struct row {
	LIST(struct condition) when;
	struct value is;
	int line;
};

enum cells_form {
	CELLS_ONE,  // prior: 0.3         one row, no condition
	CELLS_MAP,  // if: {staged: 0.3}  rows with one condition each, on the only parent
	CELLS_ROWS, // [{when: {...}, is: 0.3}, ...]
};

struct cells {
	enum cells_form form;
	LIST(struct row) rows;
};

struct hypothesis {
	const char *id, *say;
	struct cells prior;
	const char *role, *actor; // of casedraft/1, where it was drafted or said so; role NULL where not
	bool drafted;             // proposed by the program, not yet touched by a person
	bool added;               // the none-of-these that an open question gets; not in the file
	int line;
};

struct question {
	const char *id, *ask;
	bool open; // gets none-of-these unless it lists it
	struct refs given;       // at: question
	LIST(struct hypothesis) hyps; // after case_settle the added one is last
	int deception;          // 0 to 3; -1 not entered
	double horizon;         // years ahead; 0 not a forecast
	const char *confidence_level, *confidence_because; // an analyst's override, or NULL
	const char *changed;    // what moved the answer since the judgement before, in words
	const char *outcome;    // the hypothesis that turned out true, once that is known; never weighed
	bool drafted;
	int line;
};

struct fact {
	const char *id, *say;
	struct refs about;      // at: variable
	struct cells cells;     // `if`: the chance of yes
	const char *kind, *why; // kind of finding (casedraft/1); reason of the ratings
	const char *truth;      // "yes" or "no", once that is known, else NULL; never weighed
	bool drafted;
	int line;
};

struct interest {
	struct ref fact; // at: fact
	bool wants;      // the source wants it believed that the fact holds
};

struct source {
	const char *id, *name;
	const char *kind;             // outlet, anonymous, intercept, party, official, witness, document, imagery, ...
	const char *reliability;      // a grade of the case; NULL counts as F
	const char *access, *record, *why; // in words
	int inspectable;              // 1 yes, 0 no, -1 not entered: no for anonymous and intercept, else yes
	LIST(struct interest) interests;
	bool drafted;
	int line;
};

struct report {
	const char *id;
	struct ref fact;        // at: fact (index into facts, not a variable)
	struct value holds;
	struct ref from;        // at: source; id NULL: untraceable
	struct refs via;        // at: source; nearest the reader first
	struct date published;
	struct value echo;      // VALUE_NONE: the default
	const char *echo_why, *echo_statement;
	const char *statement, *why, *document; // ids of what carries it
	bool drafted;
	int line;
};

struct assumption {
	const char *id, *say, *why;
	struct refs supports;      // at: fact
	bool drafted;
	int line;
};

// What somebody else concluded: kept beside our answer, never weighed.
struct judgement {
	const char *id, *who, *question, *hypothesis, *word, *confidence, *statement, *say;
	bool drafted;
	int line;
};

struct analyst {
	const char *id, *name;
};

// What came with an import from another program's format and is no item of ours: kept, so that an export gives it back
// as it was.
struct foreign {
	const char *id;            // what it is called there, once each
	const char *format, *list; // "stix" or "misp"; list: where it stood, of those that have several; or NULL
	const struct node *object; // a map
	int line;
};

// What a person settled of two documents: whether they have one origin.
struct pair {
	const char *id;
	struct refs documents; // two; at: document
	enum between is;
	const char *why;
	int line;
};

struct grade {
	const char *letter;
	struct value value; // a range or another value
};

struct the_case {
	const char *title, *scale; // scale: "icd203"
	struct date as_of;         // ignore reports published later; unknown: all
	bool numbers_exact;
	double imprecision;        // spread of a bare number in log-odds; -1 not entered: 0.35
	LIST(struct grade) grades; // entered ones only; they replace the defaults
	LIST(struct analyst) analysts;
	LIST(struct assumption) assumptions;
	LIST(struct question) questions;
	LIST(struct fact) facts;
	LIST(struct source) sources;
	LIST(struct report) reports;
	LIST(struct document) documents;
	LIST(struct statement) statements;
	LIST(struct judgement) judgements;
	LIST(struct pair) pairs;
	LIST(struct foreign) foreign;
};

// Resolves every reference, adds none-of-these, and checks the rules of the model: an unknown or later id, a
// hypothesis without a prior, a fact without a cell, a table without a row for some state, a rest below 0, ... The
// error names place and line. A case that has not been settled cannot be weighed.
MUST_USE enum status case_settle(struct arena *a, struct the_case *c, struct err *e);

// The number of states of a variable and their ids ("yes" is state 0 of a fact).
size_t case_variables(const struct the_case *c);
size_t case_states(const struct the_case *c, size_t variable);
const char *case_state_name(const struct the_case *c, size_t variable, size_t state);
const char *case_variable_id(const struct the_case *c, size_t variable);

// Index of the item with an id, or -1.
int case_find_question(const struct the_case *c, const char *id);
int case_find_fact(const struct the_case *c, const char *id);
int case_find_source(const struct the_case *c, const char *id);
int case_find_report(const struct the_case *c, const char *id);
int case_find_statement(const struct the_case *c, const char *id);
int case_find_document(const struct the_case *c, const char *id);

// The first row that holds when each variable v is in state[v], or -1. Only variables that the rows name are looked at.
int case_pick(const struct cells *t, const size_t *state);

// The documents that have their text at hand; *n of them.
const struct document **case_documents(struct arena *a, const struct the_case *c, size_t *n);

double case_number_spread(const struct the_case *c); // 0.35, imprecision, or 0
bool case_inspectable(const struct source *s);
// VALUE_NONE where there is no such grade; NULL is F.
struct value case_grade_value(const struct the_case *c, const char *letter);

// "[a-z0-9][a-z0-9_-]*"
bool case_is_id(const char *id);
// An id made of words: "Ukrainian group" -> "ukrainian-group", at most 40 bytes; "x" where nothing is left.
char *case_make_id(struct arena *a, const char *words);

#endif
