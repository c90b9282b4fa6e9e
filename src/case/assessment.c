// The assessment as JSON.
#include "case/assessment.h"

#include "case/scale.h"

#include <math.h>

static const char *const point_names[] = {
#define X_NAME(w) #w,
	POINT_TABLE(X_NAME)
#undef X_NAME
};

// {"ua-unit": 0.36, ...}
static struct node *write_p(struct arena *a, const struct question *q, const double *p)
{
	struct node *n = node_map(a);
	for (size_t h = 0; h < q->hyps.n; h++)
		node_put_number(a, n, q->hyps.at[h].id, p[h]);
	return n;
}

// A number that may be infinite (an exact 0 or 1 was entered): JSON has none, so it is null.
static void put_finite(struct arena *a, struct node *n, const char *key, double x)
{
	node_put(a, n, key, isfinite(x) ? node_number(a, x) : node_null(a));
}

// Where nine draws in ten, and half of them, fall.
static void write_interval(struct arena *a, const struct hypothesis_result *x, struct node *m)
{
	node_put_number(a, m, "lo", x->lo);
	node_put_number(a, m, "hi", x->hi);
	struct node *half = node_put_list(a, m, "half");
	node_add(half, node_number(a, x->half_lo));
	node_add(half, node_number(a, x->half_hi));
	node_put_number(a, m, "leads", x->leads);
}

// Without draws what they would tell is left out.
static void write_hypotheses(struct arena *a, const struct question *q, const struct question_result *r, bool drawn,
			     struct node *n)
{
	struct node *list = node_put_list(a, n, "hypotheses");
	for (size_t h = 0; h < r->n; h++) {
		const struct hypothesis_result *x = &r->hyps[h];
		const struct band *band = scale_of(x->p);
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "id", q->hyps.at[h].id);
		node_put_text(a, m, "say", q->hyps.at[h].say);
		node_put_number(a, m, "prior", x->prior);
		node_put_number(a, m, "p", x->p);
		if (drawn)
			write_interval(a, x, m);
		node_put_text(a, m, "word", x->word);
		struct node *b = node_put_list(a, m, "band");
		node_add(b, node_number(a, band->lo));
		node_add(b, node_number(a, band->hi));
		if (drawn)
			node_put_bool(a, m, "ruled_out", x->ruled_out);
	}
}

static void write_without(struct arena *a, const struct question *q, const struct question_result *r, struct node *n)
{
	static const char *const keys[REMOVAL_KINDS] = { "reports", "facts", "sources", "origins" };
	struct node *map = node_put_map(a, n, "without");
	for (int kind = 0; kind < REMOVAL_KINDS; kind++) {
		struct node *list = node_put_list(a, map, keys[kind]);
		for (each (x, &r->without[kind])) {
			struct node *m = node_add(list, node_map(a));
			node_put_text(a, m, "id", x->id);
			node_put(a, m, "p", write_p(a, q, x->p));
			put_finite(a, m, "decibans", x->decibans);
			node_put_bool(a, m, "changes_lead", x->changes_lead);
			node_put_bool(a, m, "changes_word", x->changes_word);
		}
	}
}

static void write_confidence(struct arena *a, const struct confidence *c, struct node *n)
{
	struct node *m = node_put_map(a, n, "confidence");
	node_put_text(a, m, "level", sureness_name(c->level));
	node_put_text(a, m, "because", c->because);
	node_put_bool(a, m, "overridden", c->overridden);
	struct node *points = node_put_map(a, m, "points");
	for (int p = 0; p < POINT_count; p++)
		node_put_number(a, points, point_names[p], c->points[p]);
	node_put_number(a, m, "sum", c->sum);
	struct node *caps = node_put_list(a, m, "caps");
	for (each (cap, &c->caps_low))
		node_add(caps, node_text(a, *cap));
	for (each (cap, &c->caps_moderate))
		node_add(caps, node_text(a, *cap));
	node_put_text(a, m, "raise", c->raise);
	const struct basis_inputs *b = &c->inputs;
	struct node *in = node_put_map(a, m, "inputs");
	node_put_number(a, in, "n_eff", b->n_eff);
	node_put_number(a, in, "g1", b->g1);
	node_put_number(a, in, "g2", b->g2);
	node_put_number(a, in, "types", b->types);
	node_put_number(a, in, "lo", b->lo);
	node_put_number(a, in, "hi", b->hi);
	node_put_bool(a, in, "loo_lead", b->loo_lead);
	node_put_bool(a, in, "loo_band", b->loo_band);
	node_put_number(a, in, "assumptions", b->assumptions);
	node_put_number(a, in, "deception", b->deception);
	node_put_number(a, in, "withheld", b->withheld);
	node_put_number(a, in, "alternatives", b->alternatives);
	node_put_bool(a, in, "dissent", b->dissent);
	node_put_number(a, in, "horizon", b->horizon);
}

static void write_turns(struct arena *a, const struct question_result *r, struct node *n)
{
	struct node *list = node_put_list(a, n, "flips");
	for (each (f, &r->flips)) {
		struct node *set = node_add(list, node_list(a));
		for (size_t i = 0; i < f->n; i++)
			node_add(set, node_text(a, f->origins[i]));
	}
	node_put_number(a, n, "flips_searched", (double)r->flips_searched);
	list = node_put_list(a, n, "thresholds");
	for (each (t, &r->thresholds)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "value", t->value);
		node_put_number(a, m, "at", t->at);
		put_finite(a, m, "flips_at", t->flips_at);
	}
}

static void write_rest(struct arena *a, const struct the_case *c, const struct question *q,
		       const struct question_result *r, bool drawn, struct node *n)
{
	struct node *list = node_put_list(a, n, "next");
	for (each (x, &r->next)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "fact", c->facts.at[x->fact].id);
		node_put_number(a, m, "bits", x->bits);
	}
	list = node_put_list(a, n, "contributions");
	for (each (x, &r->contributions)) {
		struct node *m = node_add(list, node_map(a));
		char day[DATE_TEXT];
		date_print(x->published, day);
		node_put_text(a, m, "origin", x->origin);
		node_put(a, m, "published", *day ? node_text(a, day) : node_null(a));
		put_finite(a, m, "decibans", x->decibans);
	}
	if (drawn)
		write_confidence(a, &r->confidence, n);
	if (!r->analysts.n)
		return;
	list = node_put_list(a, n, "analysts");
	for (each (x, &r->analysts)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "id", x->id);
		node_put_text(a, m, "lead", q->hyps.at[x->lead].id);
		node_put(a, m, "p", write_p(a, q, x->p));
	}
	struct node *agree = node_put_map(a, n, "agree");
	node_put_text(a, agree, "value", r->agree.value);
	put_finite(a, agree, "gap", r->agree.gap);
	put_finite(a, agree, "left", r->agree.left);
}

static void write_timeline(struct arena *a, const struct the_case *c, const struct assessment *w, struct node *n)
{
	struct node *list = node_put_list(a, n, "timeline");
	for (each (x, &w->timeline)) {
		struct node *m = node_add(list, node_map(a));
		char day[DATE_TEXT];
		date_print(x->as_of, day);
		node_put_text(a, m, "as_of", day);
		struct node *questions = node_put_map(a, m, "questions");
		for (size_t q = 0; q < c->questions.n; q++)
			node_put(a, questions, c->questions.at[q].id, write_p(a, &c->questions.at[q], x->p[q]));
	}
}

struct node *assessment_write(struct arena *a, const struct the_case *c, const struct assessment *w)
{
	struct node *n = node_map(a);
	node_put_number(a, n, "hearsay", 1);
	node_put_text(a, n, "case", c->title ? c->title : "");
	node_put_number(a, n, "seed", (double)w->seed);
	node_put_number(a, n, "draws", (double)w->draws);
	struct node *tally = node_put_map(a, n, "tally");
	node_put_number(a, tally, "reports", (double)w->tally.reports);
	node_put_number(a, tally, "origins", (double)w->tally.origins);
	node_put_number(a, tally, "echoes", (double)w->tally.echoes);
	node_put_number(a, tally, "untraceable", (double)w->tally.untraceable);
	put_finite(a, n, "conflict", w->conflict);
	put_finite(a, n, "log_p_e", w->log_p_e);
	struct node *list = node_put_list(a, n, "questions");
	for (size_t q = 0; q < c->questions.n; q++) {
		const struct question *x = &c->questions.at[q];
		const struct question_result *r = &w->questions[q];
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "id", x->id);
		node_put_text(a, m, "ask", x->ask);
		node_put_text(a, m, "lead", x->hyps.at[r->lead].id);
		write_hypotheses(a, x, r, w->draws > 0, m);
		write_without(a, x, r, m);
		write_turns(a, r, m);
		write_rest(a, c, x, r, w->draws > 0, m);
		node_put_bool(a, m, "prior_alone", r->prior_alone);
	}
	write_timeline(a, c, w, n);
	return n;
}

size_t assessment_lead(const double *p, size_t n)
{
	size_t best = 0;
	for (size_t h = 1; h < n; h++)
		if (p[h] > p[best] + 1e-12)
			best = h;
	return best;
}
