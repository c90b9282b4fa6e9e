#include "case/value.h"

#include "base/stats.h"
#include "case/scale.h"

#include <math.h>

// How far the 5 % and 95 % points of a standard normal lie apart.
static const double BAND_WIDTH = 2 * 1.6448536269514722;

static bool is_probability(double p)
{
	return p >= 0 && p <= 1;
}

static enum status read_number(const struct node *n, enum value_kind kind, struct value *v, struct err *e)
{
	if (!is_probability(n->number))
		return err_set(e, STATUS_BAD_INPUT, "%g is not a probability; it must lie between 0 and 1", n->number);
	*v = (struct value){ .kind = kind, .lo = n->number, .hi = n->number };
	return STATUS_OK;
}

static enum status read_word(struct arena *a, const struct node *n, enum value_place where, struct value *v,
			     struct err *e)
{
	struct slice word = slice_of(n->text);
	if (where == VALUE_OF_PRIOR && slice_is(word, "rest")) {
		*v = (struct value){ .kind = VALUE_REST };
		return STATUS_OK;
	}
	if (where == VALUE_OF_HOLDS && (slice_is(word, "yes") || slice_is(word, "no"))) {
		*v = (struct value){ .kind = slice_is(word, "yes") ? VALUE_YES : VALUE_NO };
		return STATUS_OK;
	}
	const struct band *band = scale_find(word);
	if (!band)
		return err_set(
		    e, STATUS_BAD_INPUT,
		    "no such word: '%.80s'; write one of the scale (almost no chance, very unlikely, unlikely, "
		    "roughly even chance, likely, very likely, almost certain), a number, or a range [lo, hi]",
		    n->text);
	*v = (struct value){ .kind = VALUE_TERM, .lo = band->lo, .hi = band->hi, .term = arena_text(a, n->text) };
	return STATUS_OK;
}

static enum status read_range(const struct node *n, struct value *v, struct err *e)
{
	if (n->n != 2 || n->first->kind != NODE_NUMBER || n->last->kind != NODE_NUMBER)
		return err_set(e, STATUS_BAD_INPUT, "a range is two numbers, [lo, hi]");
	double lo = n->first->number, hi = n->last->number;
	if (!(lo > 0 && lo < hi && hi < 1))
		return err_set(e, STATUS_BAD_INPUT, "[%g, %g] is not a range; it needs 0 < lo < hi < 1", lo, hi);
	*v = (struct value){ .kind = VALUE_RANGE, .lo = lo, .hi = hi };
	return STATUS_OK;
}

static enum status read_by(struct arena *a, const struct node *n, struct value *v, struct err *e)
{
	if (n->kind != NODE_MAP || !n->n)
		return err_set(e, STATUS_BAD_INPUT,
			       "by: needs a value for each analyst, {by: {ana: likely, ben: 0.2}}");
	*v = (struct value){ .kind = VALUE_BY };
	for (node_each (child, n)) {
		struct opinion *o = list_add(a, &v->by);
		o->analyst = arena_text(a, child->key);
		enum status s = value_read(a, child, VALUE_OF_CELL, &o->value, e);
		if (s == STATUS_OK && o->value.kind == VALUE_BY)
			s = err_set(e, STATUS_BAD_INPUT, "one analyst's value cannot be a by: itself");
		if (s != STATUS_OK)
			return err_within(e, "by %s", child->key);
	}
	return STATUS_OK;
}

enum status value_read(struct arena *a, const struct node *n, enum value_place where, struct value *v, struct err *e)
{
	switch (n->kind) {
	case NODE_NUMBER:
		return read_number(n, VALUE_NUMBER, v, e);
	case NODE_TEXT:
		return read_word(a, n, where, v, e);
	case NODE_BOOL:
		if (where != VALUE_OF_HOLDS)
			break;
		*v = (struct value){ .kind = n->truth ? VALUE_YES : VALUE_NO };
		return STATUS_OK;
	case NODE_LIST:
		return read_range(n, v, e);
	case NODE_MAP:
		if (n->n == 1 && node_get(n, "exact") && n->first->kind == NODE_NUMBER)
			return read_number(n->first, VALUE_EXACT, v, e);
		if (n->n == 1 && node_get(n, "by"))
			return read_by(a, n->first, v, e);
		break;
	case NODE_NULL:
		break;
	}
	return err_set(
	    e, STATUS_BAD_INPUT,
	    "not a value; write a word of the scale, a number, a range [lo, hi], {exact: 0.3} or {by: {ana: likely}}");
}

struct node *value_write(struct arena *a, const struct value *v)
{
	struct node *n, *by;
	switch (v->kind) {
	case VALUE_NUMBER:
		return node_number(a, v->lo);
	case VALUE_EXACT:
		n = node_map(a);
		node_put_number(a, n, "exact", v->lo);
		return n;
	case VALUE_TERM:
		return node_text(a, v->term);
	case VALUE_RANGE:
		n = node_list(a);
		node_add(n, node_number(a, v->lo));
		node_add(n, node_number(a, v->hi));
		return n;
	case VALUE_BY:
		n = node_map(a);
		by = node_put_map(a, n, "by");
		for (each (o, &v->by))
			node_put(a, by, o->analyst, value_write(a, &o->value));
		return n;
	case VALUE_REST:
		return node_text(a, "rest");
	case VALUE_YES:
		return node_text(a, "yes");
	case VALUE_NO:
		return node_text(a, "no");
	case VALUE_NONE:
		break;
	}
	return node_null(a);
}

static double clipped_logit(double p)
{
	return stats_logit(fmin(fmax(p, 0.001), 0.999));
}

static struct belief of_number(double p, double spread)
{
	bool certain = p <= 0 || p >= 1;
	return (struct belief){ p, stats_logit(p), certain ? 0 : spread };
}

static struct belief of_band(double lo, double hi)
{
	double centre = (stats_logit(lo) + stats_logit(hi)) / 2;
	return (struct belief){ stats_logistic(centre), centre, (stats_logit(hi) - stats_logit(lo)) / BAND_WIDTH };
}

// The mean of the centres; the mean of the variances plus the variance of the centres.
static struct belief pooled(const struct value *v, double number_spread)
{
	double sum = 0, squares = 0, variance = 0, n = (double)v->by.n;
	for (each (o, &v->by)) {
		struct belief b = value_belief(&o->value, number_spread, NULL);
		double centre = clipped_logit(b.p);
		sum += centre;
		squares += centre * centre;
		variance += b.spread * b.spread;
	}
	double mean = sum / n, between = fmax(squares / n - mean * mean, 0);
	return (struct belief){ stats_logistic(mean), mean, sqrt(variance / n + between) };
}

struct belief value_belief(const struct value *v, double number_spread, const char *analyst)
{
	switch (v->kind) {
	case VALUE_NUMBER:
		return of_number(v->lo, number_spread);
	case VALUE_EXACT:
		return of_number(v->lo, 0);
	case VALUE_TERM:
	case VALUE_RANGE:
		return of_band(v->lo, v->hi);
	case VALUE_BY:
		if (analyst)
			for (each (o, &v->by))
				if (slice_is(slice_of(o->analyst), analyst))
					return value_belief(&o->value, number_spread, NULL);
		return pooled(v, number_spread);
	case VALUE_YES:
		return of_number(0.97, 0);
	case VALUE_NO:
		return of_number(0.03, 0);
	case VALUE_REST:
	case VALUE_NONE:
		break;
	}
	return (struct belief){ 0.5, 0, 0 };
}
