// Where a value enters the numbers of its table in proportion the crossing is a quotient, else it is looked for in
// steps and closed in on. What a report says decides at 0.5 whom it agrees with: beyond it the case is weighed again.
#include "weigh/threshold.h"

#include "weigh/curve.h"
#include "weigh/weight.h"

#include <math.h>
#include <string.h>

enum { GRID = 48, HALVINGS = 60, VALUES_TOGETHER = 64 };

// By how much the leader is ahead of h at t.
static double ahead(struct curve *k, size_t lead, size_t h, double t)
{
	curve_at(k, t, k->x);
	return k->x[lead] - k->x[h];
}

static double close_in(struct curve *k, size_t lead, size_t h, double near, double far)
{
	for (int i = 0; i < HALVINGS; i++) {
		double middle = near + (far - near) / 2;
		if (ahead(k, lead, h, middle) < 0)
			far = middle;
		else
			near = middle;
	}
	return far;
}

// Whether h may overtake the leader more than once: a line crosses once at the most, and so does the sum of two that
// rise or fall together.
static bool may_turn(const struct curve *k, size_t lead, size_t h)
{
	double b = k->along[lead] - k->along[h], c = k->recipe ? k->unrated[lead] - k->unrated[h] : 0;
	return !k->linear || b * c < 0;
}

// Whether the leader may fall behind h anywhere on the way from `from` to `to`, the middle from middles[0] to
// middles[1]: the line and the middle each at their worst.
static bool may_lose(const struct curve *k, size_t lead, size_t h, double from, double to, const double *middles)
{
	if (!k->linear)
		return true;
	double b = k->along[lead] - k->along[h], c = k->unrated[lead] - k->unrated[h];
	double line = fmin(b * (from - k->at), b * (to - k->at));
	double middle = fmin(c * (middles[0] - k->middle), c * (middles[1] - k->middle));
	return k->base[lead] - k->base[h] + line + middle <= 0;
}

// The first t from `from` to `to` at which one overtakes the leader that may do so more than once, in steps that grow
// from the value outwards, so that a crossing near it is not stepped over.
static double search(struct curve *k, size_t lead, double from, double to)
{
	double near = from;
	for (int i = 1; i <= GRID; i++) {
		double part = (double)i / GRID, t = from + (to - from) * part * part, first = NAN;
		curve_at(k, t, k->y);
		for (size_t h = 0; h < k->f->n; h++) {
			if (h == lead || k->y[lead] >= k->y[h] || !may_turn(k, lead, h))
				continue;
			double at = close_in(k, lead, h, near, t);
			if (isnan(first) || fabs(at - from) < fabs(first - from))
				first = at;
		}
		if (!isnan(first))
			return first;
		near = t;
	}
	return NAN;
}

// The first t at which h overtakes the leader, who is ahead by so much at either end; it does so once at the most.
static double overtakes(struct curve *k, size_t lead, size_t h, double from, double to, double before, double after)
{
	if (after >= 0)
		return NAN;
	if (before <= 0)
		return from;
	bool line = !k->recipe || k->unrated[lead] == k->unrated[h];
	return line ? from + (to - from) * (before / (before - after)) : close_in(k, lead, h, from, to);
}

static double cross(struct arena *a, struct curve *k, size_t lead, double from, double to)
{
	double first = NAN, *at_from = arena_array(a, double, 2 * k->f->n), *at_to = at_from + k->f->n;
	const double middles[2] = { k->recipe ? curve_middle(k, from) : 0, k->recipe ? curve_middle(k, to) : 0 };
	bool turns = false;
	curve_at(k, from, at_from);
	curve_at(k, to, at_to);
	for (size_t h = 0; h < k->f->n; h++) {
		if (h == lead)
			continue;
		if (may_turn(k, lead, h)) {
			turns |= may_lose(k, lead, h, from, to, middles);
			continue;
		}
		double t = overtakes(k, lead, h, from, to, at_from[lead] - at_from[h], at_to[lead] - at_to[h]);
		if (isnan(first) || fabs(t - from) < fabs(first - from))
			first = t;
	}
	double other = turns ? search(k, lead, from, to) : NAN;
	return isnan(first) || fabs(other - from) < fabs(first - from) ? other : first;
}

// The nearer of two crossings; inside (0, 1) only.
static double nearer(double at, double x, double y)
{
	bool no_x = !(x > 0 && x < 1), no_y = !(y > 0 && y < 1);
	if (no_x || no_y)
		return no_x && no_y ? NAN : no_x ? y : x;
	return fabs(x - at) <= fabs(y - at) ? x : y;
}

// Beyond 0.5 a report counts otherwise: the case weighed with it there.
static enum status cross_beyond(const struct curve *near, size_t lead, double *out, struct err *e)
{
	const struct whole *w = near->f->w;
	double at = w->p[near->value], from = at >= 0.5 ? nextafter(0.5, 0) : 0.5;
	struct arena a = { 0 };
	struct whole other = { 0 };
	struct facet f;
	bool possible;
	double *p = arena_array(&a, double, w->m->n_values + 1);
	memcpy(p, w->p, w->m->n_values * sizeof *p);
	p[near->value] = from;
	*out = NAN;
	enum status s = lane_whole(&a, w->m, p, NULL, &other, &possible, e);
	if (!s && possible && assessment_lead(other.posterior[near->f->question], near->f->n) != lead) {
		*out = 0.5;
	} else if (!s && possible && !(s = facet_make(&a, &other, near->f->question, &f, e))) {
		struct curve k;
		if (curve_make(&a, &k, &f, near->value, p))
			*out = cross(&a, &k, lead, from, at >= 0.5 ? 0 : 1);
	}
	lane_done(&other);
	arena_free(&a);
	return s;
}

static enum status find(struct arena *a, const struct facet *f, size_t value, double *p, size_t lead, double *flips_at,
			struct err *e)
{
	struct curve k;
	double at = f->w->p[value], low = 0, high = 1, down = NAN, up = NAN, beyond = NAN;
	bool depends = curve_make(a, &k, f, value, p), holds = k.place->kind == PLACE_HOLDS, above = at >= 0.5;
	if (holds)
		*(above ? &low : &high) = above ? 0.5 : nextafter(0.5, 0);
	if (depends) {
		down = cross(a, &k, lead, at, low);
		up = cross(a, &k, lead, at, high);
	}
	p[value] = at;
	enum status s = STATUS_OK;
	if (holds && isnan(above ? down : up))
		s = cross_beyond(&k, lead, &beyond, e);
	if (!isnan(beyond))
		*(above ? &down : &up) = beyond;
	*flips_at = nearer(at, down, up);
	return s;
}

static bool is_entered(const struct place *p)
{
	if (p->kind == PLACE_GRADE)
		return true;
	return p->value && p->value->kind != VALUE_NONE && p->value->kind != VALUE_REST &&
	       p->value->kind != VALUE_YES && p->value->kind != VALUE_NO;
}

// Some values of one question.
static void find_some(void *context, size_t piece, size_t thread)
{
	struct threshold_job *j = context;
	const struct facet *f = &j->w->facets[piece % j->questions];
	struct question_result *r = &j->out->questions[f->question];
	size_t from = piece / j->questions * VALUES_TOGETHER, to = from + VALUES_TOGETHER;
	struct arena kept = { 0 }, scratch = { 0 };
	double *p = arena_array(&kept, double, f->w->m->n_values + 1);
	(void)thread;
	memcpy(p, f->w->p, f->w->m->n_values * sizeof *p);
	for (size_t i = from; i < to && i < r->thresholds.n && !j->status[piece]; i++) {
		struct threshold *t = &r->thresholds.at[i];
		arena_reset(&scratch);
		j->status[piece] = find(&scratch, f, j->entered.at[i], p, r->lead, &t->flips_at, &j->errs[piece]);
	}
	arena_free(&scratch);
	arena_free(&kept);
}

struct par_work threshold_work(struct arena *a, const struct whole *w, struct assessment *out, struct threshold_job *j)
{
	*j = (struct threshold_job){ .w = w, .out = out, .questions = w->m->c->questions.n };
	for (size_t i = 0; i < w->m->n_places; i++)
		if (is_entered(&w->m->places[i]))
			list_push(a, &j->entered, i);
	for (size_t q = 0; q < j->questions; q++)
		for (each (i, &j->entered))
			list_push(a, &out->questions[q].thresholds,
				  ((struct threshold){ w->m->places[*i].name, w->p[*i], NAN }));
	j->pieces = (j->entered.n + VALUES_TOGETHER - 1) / VALUES_TOGETHER * j->questions;
	j->status = arena_array(a, enum status, j->pieces + 1);
	j->errs = arena_array(a, struct err, j->pieces + 1);
	return (struct par_work){ j->pieces, find_some, j };
}

enum status threshold_status(const struct threshold_job *j, struct err *e)
{
	for (size_t i = 0; i < j->pieces; i++)
		if (j->status[i]) {
			*e = j->errs[i];
			return err_within(e, "what bears on %s", j->w->m->c->questions.at[i % j->questions].id);
		}
	return STATUS_OK;
}
