#include "case/comparison.h"

#include "base/stats.h"

#include <math.h>
#include <string.h>

// The item of a list that has an id; NULL where none has.
static const struct node *find(const struct node *list, const char *id)
{
	for (node_each (n, list)) {
		const char *other = node_get_text(n, "id");
		if (id && other && !strcmp(other, id))
			return n;
	}
	return NULL;
}

enum { MOST = 10000 }; // of one list in another's file: what the program writes has fewer

static bool is_share(const struct node *map, const char *key)
{
	double p = node_get_number(map, key, -1);
	return p >= 0 && p <= 1;
}

static bool is_question(const struct node *q)
{
	const struct node *hyps = node_get(q, "hypotheses"), *parts = node_get(q, "contributions");
	if (!node_get_text(q, "id") || !node_get_text(q, "lead") || !hyps || hyps->n > MOST ||
	    (parts && parts->n > MOST) || !find(hyps, node_get_text(q, "lead")))
		return false;
	for (node_each (h, hyps))
		if (!node_get_text(h, "id") || !node_get_text(h, "word") || !is_share(h, "p") || !is_share(h, "lo") ||
		    !is_share(h, "hi") || !is_share(h, "prior"))
			return false;
	return true;
}

const struct node *comparison_assessment(const struct node *n)
{
	const struct node *inside = node_get(n, "assessment");
	n = inside ? inside : n;
	const struct node *questions = node_get(n, "questions");
	if (!node_get(n, "tally") || !questions || questions->n > MOST)
		return NULL;
	for (node_each (q, questions))
		if (!is_question(q))
			return NULL;
	return n;
}

double comparison_decibans(double p)
{
	return p > 0 && p < 1 ? stats_decibans(p) : NAN;
}

bool comparison_moves(const struct comparison_cause *c)
{
	return isnan(c->points) ? !(fabs(c->decibans) < 0.005) : fabs(c->points) >= 0.0005;
}

const struct comparison_hypothesis *comparison_lead(const struct comparison_question *q)
{
	for (each (h, &q->hyps))
		if (q->is_lead && !strcmp(h->id, q->is_lead))
			return h;
	return NULL;
}

// --- both sides ---

static void add_hypothesis(struct arena *a, const struct node *was, const struct node *is,
			   struct comparison_question *q)
{
	const struct node *any = is ? is : was;
	struct comparison_hypothesis h = { .id = node_get_text(any, "id"), .say = node_get_text(any, "say") };
	h.was = node_get_number(was, "p", -1);
	h.was_lo = node_get_number(was, "lo", -1);
	h.was_hi = node_get_number(was, "hi", -1);
	h.was_word = node_get_text(was, "word");
	h.is = node_get_number(is, "p", -1);
	h.is_lo = node_get_number(is, "lo", -1);
	h.is_hi = node_get_number(is, "hi", -1);
	h.is_word = node_get_text(is, "word");
	if (h.id)
		list_push(a, &q->hyps, h);
}

static struct comparison_confidence confidence_of(struct arena *a, const struct node *question)
{
	const struct node *n = node_get(question, "confidence");
	struct comparison_confidence out = { .level = node_get_text(n, "level"),
					     .because = node_get_text(n, "because"),
					     .sum = node_get_number(n, "sum", NAN) };
	for (node_each (cap, node_get(n, "caps")))
		if (cap->kind == NODE_TEXT)
			list_push(a, &out.caps, cap->text);
	return out;
}

static void add_points(struct arena *a, const struct node *was, const struct node *is, struct comparison_question *q)
{
	const struct node *before = node_get(node_get(was, "confidence"), "points"),
			  *now = node_get(node_get(is, "confidence"), "points");
	for (node_each (n, now)) {
		double x = n->key ? node_get_number(before, n->key, NAN) : NAN;
		if (n->kind == NODE_NUMBER && isfinite(x) && x != n->number)
			list_push(a, &q->points, ((struct comparison_points){ n->key, x, n->number }));
	}
}

static void add_question(struct arena *a, const struct node *was, const struct node *is, struct comparison *out)
{
	const struct node *any = is ? is : was;
	const struct node *before = node_get(was, "hypotheses"), *now = node_get(is, "hypotheses");
	struct comparison_question *q = list_add(a, &out->questions);
	*q = (struct comparison_question){ .id = node_get_text(any, "id"),
					   .ask = node_get_text(any, "ask"),
					   .there_before = was != NULL,
					   .there_now = is != NULL,
					   .was_lead = node_get_text(was, "lead"),
					   .is_lead = node_get_text(is, "lead"),
					   .was = confidence_of(a, was),
					   .is = confidence_of(a, is),
					   .decibans = NAN };
	add_points(a, was, is, q);
	for (node_each (h, now))
		add_hypothesis(a, find(before, node_get_text(h, "id")), h, q);
	for (node_each (h, before))
		if (!find(now, node_get_text(h, "id")))
			add_hypothesis(a, h, NULL, q);
	const struct comparison_hypothesis *lead = comparison_lead(q);
	if (lead)
		q->decibans = comparison_decibans(lead->is) - comparison_decibans(lead->was);
}

void comparison_fill(struct arena *a, const struct node *was, const struct node *is, struct comparison *out)
{
	const struct node *before = node_get(was, "questions"), *now = node_get(is, "questions");
	for (node_each (q, now))
		add_question(a, find(before, node_get_text(q, "id")), q, out);
	for (node_each (q, before))
		if (!find(now, node_get_text(q, "id")))
			add_question(a, q, NULL, out);
}

// --- from the assessments alone ---

// What an origin adds in one of them; 0 where it does not know it.
static double added(const struct node *question, const char *origin)
{
	double sum = 0;
	for (node_each (n, node_get(question, "contributions"))) {
		const char *id = node_get_text(n, "origin");
		if (id && !strcmp(id, origin))
			sum += node_get_number(n, "decibans", NAN);
	}
	return sum;
}

static bool knows(const struct node *question, const char *origin)
{
	for (node_each (n, node_get(question, "contributions"))) {
		const char *id = node_get_text(n, "origin");
		if (id && !strcmp(id, origin))
			return true;
	}
	return false;
}

static void add_origin(struct arena *a, const struct node *was, const struct node *is, const char *origin,
		       struct comparison_question *q)
{
	double x = added(was, origin), y = added(is, origin);
	const char *say = !knows(was, origin) ? "came" : !knows(is, origin) ? "went" : "weighs otherwise";
	if (x != y)
		list_push(a, &q->causes,
			  ((struct comparison_cause){ arena_printf(a, "origins.%s", origin), say, NAN, y - x }));
}

static void add_origins(struct arena *a, const struct node *was, const struct node *is, struct comparison_question *q)
{
	const struct node *before = find(node_get(was, "hypotheses"), q->is_lead),
			  *now = find(node_get(is, "hypotheses"), q->is_lead);
	double prior = comparison_decibans(node_get_number(now, "prior", NAN)) -
		       comparison_decibans(node_get_number(before, "prior", NAN));
	if (prior != 0)
		list_push(
		    a, &q->causes,
		    ((struct comparison_cause){ arena_printf(a, "questions.%s", q->id), "the prior", NAN, prior }));
	for (node_each (n, node_get(was, "contributions")))
		if (node_get_text(n, "origin") && !knows(is, node_get_text(n, "origin")))
			add_origin(a, was, is, node_get_text(n, "origin"), q);
	for (node_each (n, node_get(is, "contributions")))
		if (node_get_text(n, "origin"))
			add_origin(a, was, is, node_get_text(n, "origin"), q);
	double rest = q->decibans;
	for (each (cause, &q->causes))
		rest -= cause->decibans;
	list_push(a, &q->causes, ((struct comparison_cause){ "", "the rest", NAN, rest }));
}

void comparison_origins(struct arena *a, const struct node *was, const struct node *is, struct comparison *out)
{
	out->basis = COMPARISON_ORIGINS;
	for (each (q, &out->questions))
		if (q->there_before && q->there_now && !strcmp(q->was_lead, q->is_lead))
			add_origins(a, find(node_get(was, "questions"), q->id), find(node_get(is, "questions"), q->id),
				    q);
}

// --- as JSON ---

// A number that may be none: null.
static void put_known(struct arena *a, struct node *n, const char *key, double x)
{
	node_put(a, n, key, isfinite(x) ? node_number(a, x) : node_null(a));
}

static void write_side(struct arena *a, struct node *map, const char *key, double p, double lo, double hi,
		       const char *word)
{
	if (p < 0) {
		node_put(a, map, key, node_null(a));
		return;
	}
	struct node *n = node_put_map(a, map, key);
	node_put_number(a, n, "p", p);
	node_put_number(a, n, "lo", lo);
	node_put_number(a, n, "hi", hi);
	node_put_text(a, n, "word", word);
}

static void write_confidence(struct arena *a, struct node *map, const char *key, const struct comparison_confidence *c)
{
	if (!c->level) {
		node_put(a, map, key, node_null(a));
		return;
	}
	struct node *n = node_put_map(a, map, key);
	node_put_text(a, n, "level", c->level);
	node_put_text(a, n, "because", c->because);
	put_known(a, n, "sum", c->sum);
	struct node *caps = node_put_list(a, n, "caps");
	for (each (cap, &c->caps))
		node_add(caps, node_text(a, *cap));
}

static void write_question(struct arena *a, const struct comparison_question *q, struct node *n)
{
	const struct comparison_hypothesis *lead = comparison_lead(q);
	node_put_text(a, n, "id", q->id);
	node_put_text(a, n, "ask", q->ask);
	node_put(a, n, "was_lead", q->was_lead ? node_text(a, q->was_lead) : node_null(a));
	node_put(a, n, "lead", q->is_lead ? node_text(a, q->is_lead) : node_null(a));
	struct node *list = node_put_list(a, n, "hypotheses");
	for (each (h, &q->hyps)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "id", h->id);
		node_put_text(a, m, "say", h->say);
		write_side(a, m, "was", h->was, h->was_lo, h->was_hi, h->was_word);
		write_side(a, m, "is", h->is, h->is_lo, h->is_hi, h->is_word);
	}
	struct node *confidence = node_put_map(a, n, "confidence");
	write_confidence(a, confidence, "was", &q->was);
	write_confidence(a, confidence, "is", &q->is);
	struct node *points = node_put_list(a, confidence, "points");
	for (each (p, &q->points)) {
		struct node *m = node_add(points, node_map(a));
		node_put_text(a, m, "for", p->name);
		node_put_number(a, m, "was", p->was);
		node_put_number(a, m, "is", p->is);
	}
	put_known(a, n, "points", lead && lead->was >= 0 ? lead->is - lead->was : NAN);
	put_known(a, n, "decibans", q->decibans);
	list = node_put_list(a, n, "because");
	for (each (c, &q->causes)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "place", c->place);
		node_put_text(a, m, "say", c->say);
		put_known(a, m, "points", c->points);
		put_known(a, m, "decibans", c->decibans);
	}
}

struct node *comparison_write(struct arena *a, const struct comparison *c)
{
	struct node *top = node_map(a);
	node_put_number(a, top, "hearsay", 1);
	node_put_text(a, top, "was", c->was);
	node_put_text(a, top, "is", c->is);
	node_put_text(a, top, "basis", c->basis == COMPARISON_WEIGHED ? "weighed" : "origins");
	struct node *list = node_put_list(a, top, "questions");
	for (each (q, &c->questions))
		write_question(a, q, node_add(list, node_map(a)));
	return top;
}
