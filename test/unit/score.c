// Scores against an example worked by hand, and what is said where an answer gave what came true no chance.
#include "case/format.h"
#include "case/score.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "test/tap.h"

// No reports: an answer is its prior. ana says 0.8 and 0.2 of who, ben 0.3 and 0.7; pooled in log-odds, the mean of
// logit 0.8 and logit 0.3, that is 0.2695: 0.5670. how is certain, and wrong.
#define CASE                                                                                                           \
	"hearsay: 1\n"                                                                                                 \
	"numbers: exact\n"                                                                                             \
	"questions:\n"                                                                                                 \
	"  - {id: who, open: no, outcome: a, hypotheses: [{id: a, prior: {by: {ana: 0.8, ben: 0.3}}}, {id: b, "        \
	"prior: rest}]}\n"                                                                                             \
	"  - {id: how, open: no, outcome: y, hypotheses: [{id: x, prior: 1}, {id: y, prior: 0}]}\n"                    \
	"  - {id: why, hypotheses: [{id: x, prior: 0.5}, {id: y, prior: 0.5}]}\n"                                      \
	"facts:\n"                                                                                                     \
	"  - {id: f, about: why, if: {x: 0.5, y: 0.5}, truth: yes}\n"                                                  \
	"  - {id: g, about: why, if: {x: 0.5, y: 0.5}, truth: no}\n"                                                   \
	"  - {id: open, about: why, if: {x: 0.5, y: 0.5}}\n"                                                           \
	"sources: [{id: s, name: The source, reliability: B}, {id: t}]\n"                                              \
	"reports:\n"                                                                                                   \
	"  - {id: r1, fact: f, holds: 0.9, from: s, published: 2031}\n"                                                \
	"  - {id: r2, fact: g, holds: 0.8, from: s, published: 2031}\n"                                                \
	"  - {id: r3, fact: open, holds: 0.9, from: s, published: 2031}\n"                                             \
	"  - {id: r4, fact: g, holds: no, from: t, published: 2031}\n"                                                 \
	"  - {id: r5, fact: f, holds: no, from: s, via: t, published: 2030, echo: {exact: 1}}\n"

static bool scored(struct arena *a, struct scores *out)
{
	struct node *n;
	struct the_case c;
	struct assessment w;
	struct weigh_options o = { .seed = 1 };
	struct err e = { 0 };
	if (yaml_read(a, slice_of(CASE), &n, &e) || format_read_case(a, n, NULL, &c, &e) ||
	    weigh_case(a, &c, &o, &w, &e)) {
		tap_show("error", e.text);
		return ok(false, "the case is weighed");
	}
	score_add(a, "case", &c, &w, out);
	return true;
}

static void check_rules(void)
{
	const double p[] = { 0.7, 0.2, 0.1 };
	is_near(score_brier(p, 3, 0), 0.09 + 0.04 + 0.01, 1e-15, "Brier: the squares of 0.3, 0.2 and 0.1");
	is_near(score_brier(p, 3, 2), 0.49 + 0.04 + 0.81, 1e-15, "and of 0.7, 0.2 and 0.9 where the third came true");
	const double sure[] = { 1, 0 };
	is_near(score_brier(sure, 2, 0), 0, 0, "0 at best");
	is_near(score_brier(sure, 2, 1), 2, 0, "2 at worst");
	is_near(score_bits(0.25), 2, 0, "bits: 2 where it had a quarter");
	is_near(score_bits(1), 0, 0, "0 where it was certain");
	ok(isinf(score_bits(0)), "infinite where it had no chance");
}

static void check_answerer(const struct scores *s, size_t at, const char *who, double p, size_t right)
{
	const struct score_answerer *x = &s->answerers.at[at];
	is_text(score_who(x), who, "%s answers", who);
	is_int(x->questions, 2, "%s: two questions have an outcome", who);
	is_int(x->right, right, "%s: how often right", who);
	is_near(x->brier, 2 * (1 - p) * (1 - p) + 2, 1e-9, "%s: Brier, 2 (1 - p)^2 and 2", who);
	is_near(x->bits, -log2(p), 1e-9, "%s: bits of the question that has some", who);
	is_int(x->impossible, 1, "%s: the other was impossible", who);
}

int main(void)
{
	struct arena a = { 0 };
	struct scores s = { 0 };
	check_rules();
	if (scored(&a, &s)) {
		double pooled = 1 / (1 + exp(-(log(0.8 / 0.2) + log(0.3 / 0.7)) / 2));
		is_int(s.answerers.n, 4, "four answer");
		check_answerer(&s, 0, "hearsay", pooled, 1);
		check_answerer(&s, 1, "before any report", pooled, 1);
		check_answerer(&s, 2, "ana", 0.8, 1);
		check_answerer(&s, 3, "ben", 0.3, 0);
		const struct score_bin *bins = s.answerers.at[0].bins;
		is_int(bins[4].n, 1, "one answer was likely");
		is_int(bins[4].came, 1, "and came true");
		is_near(bins[4].said, pooled, 1e-9, "with its chance");
		is_int(bins[0].n + bins[6].n, 2, "the certain ones stand in the outer bands");
		is_int(bins[0].came, 1, "and what had no chance came true");
		is_int(s.sources.n, 2, "two sources spoke of what is known");
		is_text(s.sources.at[0].name, "The source", "one has a name");
		is_int(s.sources.at[0].facts, 2, "it spoke of two such facts; what is open and its echo do not count");
		is_int(s.sources.at[0].right, 1, "and was right of one");
		is_near(s.sources.at[0].brier, 0.01 + 0.64, 1e-9, "Brier: the squares of 0.1 and 0.8");
		is_text(s.sources.at[1].name, "t", "the other has an id alone");
		is_int(s.sources.at[1].right, 1, "and was right");
	}
	arena_free(&a);
	return done();
}
