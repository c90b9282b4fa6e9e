// Corners of weighing that random cases do not reach: answers on an edge, certainties, draws that cannot be.
#include "case/check.h"
#include "case/format.h"
#include "case/place.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "test/tap.h"

#include <math.h>

static struct arena arena;
static struct the_case c;
static struct assessment w;
static struct err e;

static enum status weigh(const char *yaml)
{
	struct node *n;
	struct weigh_options o = { .draws = 200, .seed = 1 };
	e = (struct err){ 0 };
	c = (struct the_case){ 0 };
	enum status s = yaml_read(&arena, slice_of(yaml), &n, &e);
	s = s ? s : format_read_case(&arena, n, NULL, &c, &e);
	s = s ? s : weigh_case(&arena, &c, &o, &w, &e);
	if (s)
		tap_show("said", e.text);
	return s;
}

#define EVEN(more) "  - {id: q, ask: Q?, open: no, hypotheses: [{id: a, prior: 0.5}, {id: b, prior: 0.5}]" more "}\n"

// 1 - 0.8 is a hair below 0.2.
static void edges(void)
{
	is_int(weigh("questions:\n"
		     "  - {id: q, open: no, hypotheses: [{id: a, prior: 0.8}, {id: b, prior: rest}]}\n"),
	       STATUS_OK, "a rest of 0.2 is weighed");
	is_text(w.questions[0].hyps[0].word, "very likely", "80 %% takes the upper word");
	is_text(w.questions[0].hyps[1].word, "unlikely", "and so does 20 %%, whatever the last bit says");
}

// 0.33 + 0.56 + 0.11 is a hair above 1.
static void nothing_left(void)
{
	is_int(weigh("questions:\n"
		     "  - {id: q, open: no, hypotheses: [{id: a, prior: 0.33}, {id: b, prior: 0.56}, {id: d, prior: "
		     "0.11}, {id: e, prior: rest}]}\n"),
	       STATUS_OK, "priors that sum to one leave a rest of nothing");
	is_near(w.questions[0].hyps[3].p, 0, 0, "which has no chance");
}

// s is certain of f, which b excludes; then t speaks for a and u against it, and neither can change anything.
static void certainty(void)
{
	is_int(weigh("grades: {A: {exact: 1}}\n"
		     "questions:\n" EVEN("") "facts:\n"
					     "  - {id: f, about: q, if: {a: likely, b: 0}}\n"
					     "  - {id: g, about: q, if: {a: likely, b: unlikely}}\n"
					     "  - {id: h, about: q, if: {a: unlikely, b: likely}}\n"
					     "sources:\n"
					     "  - {id: s, reliability: A}\n"
					     "  - {id: t, reliability: B}\n"
					     "  - {id: u, reliability: B}\n"
					     "reports:\n"
					     "  - {id: r1, fact: f, holds: {exact: 1}, from: s, published: 2020}\n"
					     "  - {id: r2, fact: g, from: t, published: 2021}\n"
					     "  - {id: r3, fact: h, from: u, published: 2021}\n"),
	       STATUS_OK, "a certainty is weighed");
	const struct question_result *r = w.questions;
	ok(r->contributions.n == 3 && isinf(r->contributions.at[0].decibans),
	   "what makes it certain weighs infinitely");
	is_near(r->contributions.at[1].decibans, 0, 0, "after it nothing adds");
	is_near(r->contributions.at[2].decibans, 0, 0, "or takes");
	is_near(r->confidence.inputs.n_eff, 1, 0, "one origin supports the answer");
}

// Twenty origins each say something certain and then something even, which may turn their story: at the centres none
// does, in a draw nearly always one does, and then it contradicts the rest.
static void no_draw_possible(void)
{
	struct buf b = buf_in(&arena);
	buf_text(&b, "grades: {A: {exact: 1}}\nquestions:\n" EVEN("") "facts:\n");
	buf_text(&b, "  - {id: f, about: q, if: [{is: 1}]}\nsources:\n");
	for (int i = 0; i < 20; i++)
		buf_printf(&b, "  - {id: s%d, reliability: A}\n", i);
	buf_text(&b, "reports:\n");
	for (int i = 0; i < 20; i++)
		buf_printf(&b,
			   "  - {id: a%d, fact: f, holds: {exact: 1}, from: s%d, published: 2020}\n"
			   "  - {id: b%d, fact: f, holds: 0.5, from: s%d, published: 2021}\n"
			   "  - {id: c%d, fact: f, holds: {exact: 0}, from: s%d, published: 2019}\n",
			   i, i, i, i, i, i);
	is_int(weigh(buf_str(&b)), STATUS_IMPOSSIBLE, "draws that are all impossible are no interval");
	ok(strstr(e.text, "draw"), "and the sentence says so");
}

// A case weighed again with another rating is not compiled again, and says what it would say if it were.
static void again(void)
{
	static const char *const text = "questions:\n" EVEN("") "facts:\n"
								"  - {id: f, about: q, if: {a: likely, b: unlikely}}\n"
								"reports:\n"
								"  - {id: r, fact: f, holds: yes}\n";
	struct product_cache cache = { 0 };
	struct weigh_options o = { .draws = 200, .seed = 1, .cache = &cache };
	is_int(weigh(text), STATUS_OK, "a case");
	is_int(weigh_case(&arena, &c, &o, &w, &e), STATUS_OK, "is weighed with a cache");
	size_t made = cache.made.n;
	is_int(place_set(&arena, &c, "facts.f.if.b", "likely", &e) || case_settle(&arena, &c, &e) ||
		   weigh_case(&arena, &c, &o, &w, &e),
	       false, "and again with another rating");
	is_int((int)cache.made.n, (int)made, "for which nothing is compiled");
	double p = w.questions[0].hyps[0].p, lo = w.questions[0].hyps[0].lo;
	o.cache = NULL;
	is_int(weigh_case(&arena, &c, &o, &w, &e), STATUS_OK, "and without a cache");
	ok(w.questions[0].hyps[0].p == p && w.questions[0].hyps[0].lo == lo, "the answer is the same to the last bit");
	product_forget(&cache);
}

int main(void)
{
	edges();
	nothing_left();
	certainty();
	no_draw_possible();
	arena_free(&arena);
	again();
	return done();
}
