// What weighing a case gives: the numbers of doc/method.md. Probabilities are arrays over a question's hypotheses in
// the case's order, an added none-of-these last.
#ifndef CASE_ASSESSMENT_H
#define CASE_ASSESSMENT_H

#include "case/case.h"

// The answer to one question with one thing taken away.
struct removal {
	const char *id;     // report, fact, source or origin
	double *p;          // [hypothesis]
	double decibans;    // change of the leader's log-odds against the field when it is taken away
	bool changes_lead, changes_word;
};

enum removal_kind { REMOVAL_REPORT, REMOVAL_FACT, REMOVAL_SOURCE, REMOVAL_ORIGIN, REMOVAL_KINDS };

// What one origin adds, at the place of its first counted report.
struct contribution {
	const char *origin; // a source, or "untraceable:" and a report
	struct date published;
	double decibans;    // for the leader against the field; they sum to the way from prior to posterior
};

#define POINT_TABLE(X) X(origins) X(grades) X(types) X(width) X(robustness) X(assumptions) X(deception)
#define X_POINT(w) POINT_##w,
enum point { POINT_TABLE(X_POINT) POINT_count };

#define CAP_LOW_TABLE(X)                                                                                   \
	X("single-origin") X("one-origin-decides-leader") X("fabrication") X("very-wide") X("no-fair-origin") \
	X("basis-withheld")
#define CAP_MODERATE_TABLE(X)                                                                              \
	X("few-origins") X("one-type") X("one-origin-decides-word") X("wide") X("deception") X("half-withheld") \
	X("no-alternative") X("many-assumptions") X("dissent") X("far-horizon")

// What the rubric looks at (doc/method.md, "Confidence").
struct basis_inputs {
	double n_eff;            // independent origins that support the leader
	int g1, g2;              // grades of the two best: A 5, B 4, C 3, D 2, E 1, F 2; 0 for none
	int types;               // kinds of origin with grade 3 or more
	double lo, hi;           // the leader's interval
	bool loo_lead, loo_band; // taking one origin away changes leader, word
	int assumptions, deception;
	double withheld;         // share of the leader's support that nobody outside can inspect
	int alternatives;        // hypotheses rated besides the leader
	bool dissent;
	double horizon;          // years
};

struct confidence {
	enum sureness level;          // printed
	bool overridden;              // by an analyst; `because` is theirs
	const char *because;
	struct basis_inputs inputs;
	int points[POINT_count], sum;
	LIST(const char *) caps_low, caps_moderate; // in the order of the tables
	const char *raise;            // the cheapest change that would raise it; NULL at high
};

struct hypothesis_result {
	double prior, p, lo, hi; // prior: before any report
	double half_lo, half_hi; // the middle half of the draws
	double leads;            // share of draws
	const char *word;        // scale_say(p)
	bool ruled_out;          // hi < 0.01
};

struct analyst_result {
	const char *id;
	size_t lead;
	double *p; // [hypothesis]
};

// The value that would bring the analysts closest if they agreed on it: took it as it is pooled.
struct agreement {
	const char *value; // its place; NULL: none would
	double gap, left;  // decibans of the leader between the two who are farthest apart, now and then
};

struct next_fact {
	size_t fact;  // one without a report
	double bits;  // expected fall in entropy of this question
};

// Where an entered value would have to lie for the leader to change, all else at its centre.
struct threshold {
	const char *value;   // its place in the case
	double at, flips_at; // the value as entered, a range or a term by its centre; NAN: nowhere in (0, 1)
};

// Origins whose loss changes the leader; no fewer do.
struct flip {
	size_t n;
	const char *origins[3];
};

struct question_result {
	size_t n;                          // hypotheses
	struct hypothesis_result *hyps;    // [n]
	size_t lead;                       // index of the most probable, the first of equals
	LIST(struct removal) without[REMOVAL_KINDS];
	LIST(struct contribution) contributions; // by date, then order
	LIST(struct next_fact) next;             // most bits first
	LIST(struct threshold) thresholds;       // in file order
	LIST(struct flip) flips;                 // all of the smallest size
	size_t flips_searched;                   // sets of up to so many were looked at
	struct confidence confidence;
	LIST(struct analyst_result) analysts;    // where there are several
	struct agreement agree;                  // then
	bool prior_alone;                        // no counted report reaches this question
};

struct moment {
	struct date as_of;
	double **p; // [question][hypothesis]
};

// Reports, origins, echoes, untraceable: of the case, not of its documents.
struct report_tally {
	size_t reports, origins, echoes, untraceable;
};

// How a report entered the product.
struct counted {
	bool live;           // not left out by as_of
	bool counted;        // false: an echo of `of`
	size_t of;           // the report it stands behind; itself where counted
	double echo;         // its echo probability
	bool changed_story;  // its origin said the opposite before
};

struct assessment {
	uint64_t seed;
	size_t draws;
	struct report_tally tally;
	double conflict;                    // bits; positive: the evidence quarrels with itself
	double log_p_e;                     // ln of the probability of all reports
	struct question_result *questions;  // [question]
	LIST(struct moment) timeline;
	struct counted *reports;            // [report]
};

// As `hearsay weigh --json` prints it.
struct node *assessment_write(struct arena *a, const struct the_case *c, const struct assessment *w);

// The most probable of p[n], the first of equals (within 1e-12).
size_t assessment_lead(const double *p, size_t n);

#endif
