// A value stands in one table only, and P(h, e) is linear in the numbers of a table taken together, for a state of the
// world reads one of them: P(h, e) with the value at t is P(h, e) + sum over the table's cells of (theta(t) - theta) g,
// exactly, whatever theta(t) is: a prior is renormalised with its row, an unrated cell follows the rated ones.
#include "weigh/curve.h"

#include "base/search.h"
#include "base/stats.h"

#include <string.h>

static void fill(struct curve *k, double t, double *out)
{
	const struct product *x = &k->f->w->product;
	k->p[k->value] = t;
	if (k->place->kind == PLACE_PRIOR || k->place->kind == PLACE_CELL) {
		model_fill(&x->m->recipes[k->variable], k->p, out);
	} else if (k->place->kind == PLACE_GRADE) {
		for (each (s, &x->standings))
			if (s->grade == k->value)
				product_fill_standing(s, k->p, out);
	} else {
		product_fill_says(x, k->says, k->f->w->count.fate, k->p, out);
	}
}

double curve_middle(const struct curve *k, double t)
{
	return stats_logistic((k->others + k->times * model_logit(t)) / (double)k->recipe->n_listed);
}

void curve_at(struct curve *k, double t, double *out)
{
	size_t n = k->f->n;
	if (k->linear) {
		double m = k->recipe ? curve_middle(k, t) - k->middle : 0;
		for (size_t h = 0; h < n; h++)
			out[h] = k->base[h] + k->along[h] * (t - k->at) + k->unrated[h] * m;
		return;
	}
	fill(k, t, k->moved);
	memcpy(out, k->base, n * sizeof *out);
	for (size_t c = 0; c < k->cells; c++) {
		double by = k->moved[c] - k->theta[c];
		for (size_t h = 0; by != 0 && h < n; h++)
			out[h] += by * k->slope[c * n + h];
	}
}

// Which table of the net the value stands in; false where it stands in none.
static bool find_table(struct curve *k)
{
	const struct product *x = &k->f->w->product;
	const struct the_case *c = x->m->c;
	size_t at = MODEL_NOWHERE;
	k->variable = k->place->item + (k->place->kind == PLACE_CELL ? c->questions.n : 0);
	if (k->place->kind == PLACE_PRIOR || k->place->kind == PLACE_CELL) {
		at = x->net.tables.at[k->variable].at;
	} else if (k->place->kind == PLACE_GRADE) {
		for (each (s, &x->standings))
			at = s->grade == k->value ? s->at : at;
	} else {
		k->says = x->says_of[k->place->item];
		at = k->says == MODEL_NOWHERE ? MODEL_NOWHERE : x->says.at[k->says].at;
	}
	if (at == MODEL_NOWHERE)
		return false;
	// Tables lie one after another.
	k->table = (uint32_t)search_first(x->net.tables.n, t, x->net.tables.at[t].at < at);
	k->cells = x->net.tables.at[k->table].cells;
	return true;
}

// A row of a fact is yes, no: what is gained by the one is lost by the other.
static void add_row(const struct curve *k, size_t row, double *out)
{
	size_t n = k->f->n;
	for (size_t h = 0; h < n; h++)
		out[h] += k->slope[2 * row * n + h] - k->slope[(2 * row + 1) * n + h];
}

static void make_linear(struct curve *k)
{
	const struct recipe *r = &k->f->w->m->recipes[k->variable];
	size_t n = k->f->n;
	k->linear = true;
	if (k->place->kind == PLACE_CELL) {
		for (size_t row = 0; row < r->rows; row++) {
			if (r->cells[row] == k->value)
				add_row(k, row, k->along);
			if (r->cells[row] == CELL_MISSING)
				add_row(k, row, k->unrated);
			k->recipe = r->cells[row] == CELL_MISSING ? r : k->recipe;
		}
		for (size_t i = 0; k->recipe && i < r->n_listed; i++)
			if (r->listed[i] == k->value)
				k->times++;
			else
				k->others += model_logit(k->p[r->listed[i]]);
		k->middle = k->recipe ? curve_middle(k, k->at) : 0;
		return;
	}
	bool low = k->at < 0.25 || (k->at >= 0.5 && k->at < 0.75);
	double t = low ? k->at + 0.2 : k->at - 0.2; // on the same side of 0.5
	fill(k, t, k->moved);
	for (size_t c = 0; c < k->cells; c++)
		for (size_t h = 0; h < n; h++)
			k->along[h] += (k->moved[c] - k->theta[c]) / (t - k->at) * k->slope[c * n + h];
}

bool curve_make(struct arena *a, struct curve *k, const struct facet *f, size_t value, double *p)
{
	const struct whole *w = f->w;
	*k = (struct curve){ .f = f, .place = &w->m->places[value], .value = value, .p = p };
	size_t n = k->f->n;
	if (!find_table(k))
		return false;
	double *room = arena_array(a, double, (k->cells + 4) * n + 2 * k->cells);
	k->at = w->p[k->value];
	k->base = w->posterior[k->f->question];
	k->slope = room;
	k->x = room + k->cells * n;
	k->y = k->x + n;
	k->along = k->y + n;
	k->unrated = k->along + n;
	k->theta = k->unrated + n;
	k->moved = k->theta + k->cells;
	if (!facet_slopes(k->f, k->table, k->slope))
		return false;
	fill(k, k->at, k->theta);
	if (k->place->kind != PLACE_PRIOR)
		make_linear(k);
	return true;
}
