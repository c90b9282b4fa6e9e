// The scores that count what speaks against a hypothesis, and the orders that they give.
#include "weigh/ach.h"

#include <math.h>
#include <stdlib.h>

static const double equal_within = 1e-9;

bool ach_against(enum matrix_rating r)
{
	return r == MATRIX_I || r == MATRIX_II;
}

double ach_parc_weight(enum matrix_level l)
{
	return l == MATRIX_LOW ? M_SQRT1_2 : l == MATRIX_HIGH ? M_SQRT2 : 1;
}

double ach_burton_weight(enum matrix_level l)
{
	return l == MATRIX_LOW ? 0.5 : l == MATRIX_HIGH ? 2 : 1;
}

static double points(enum matrix_rating r)
{
	return r == MATRIX_II ? 2 : r == MATRIX_I ? 1 : 0;
}

static double weight_of(const struct matrix_item *i)
{
	return ach_parc_weight(i->credibility) * ach_parc_weight(i->relevance);
}

double ach_parc(const enum matrix_rating *cells, const struct matrix_item *items, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += points(cells[i]) * weight_of(&items[i]);
	return sum > 0 ? -sum : 0;
}

double ach_burton(const enum matrix_rating *cells, const double *weights, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += points(cells[i]) * weights[i];
	return sum;
}

double ach_shattered(const enum matrix_rating *cells, const struct matrix_item *items, size_t n)
{
	double sum = 0, weights = 0;
	for (size_t i = 0; i < n; i++) {
		if (cells[i] < MATRIX_II)
			continue;
		sum += ((double)cells[i] - MATRIX_N) * weight_of(&items[i]);
		weights += weight_of(&items[i]);
	}
	return weights > 0 ? sum / weights : 0;
}

// Its numbers are not evenly spaced: -2, -1.5, 0, 1.5, 2.
double ach_burton_spread(struct ach_cell cell, enum ranking_agreement *a)
{
	static const double numbers[] = { 0, 0, -2, -1.5, 0, 1.5, 2 }; // [rating]
	double sum = 0, squares = 0, n = 0;
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.votes[i] == MATRIX_BLANK)
			continue;
		sum += numbers[cell.votes[i]];
		squares += numbers[cell.votes[i]] * numbers[cell.votes[i]];
		n++;
	}
	double spread = n > 0 ? sqrt(fmax(squares / n - sum / n * (sum / n), 0)) : 0;
	spread = round(spread * 1e4) / 1e4;
	*a = spread <= 0.25   ? SCORES_CONSENSUS
	     : spread <= 1    ? SCORES_MILD
	     : spread <= 1.74 ? SCORES_STRONG
			      : SCORES_EXTREME;
	return spread;
}

int ach_compare(const struct score *x, const struct score *y)
{
	if (!x->rated || !y->rated)
		return !y->rated ? -(x->rated > 0) : 1;
	for (int k = 0; k < SCORES_KEYS; k++)
		if (fabs(x->keys[k] - y->keys[k]) > equal_within)
			return x->keys[k] < y->keys[k] ? -1 : 1;
	return 0;
}

// --- a whole matrix ---

struct scoring {
	struct arena *arena;
	struct ranking *s;
	const struct matrix *voters;
	size_t n;
};

static struct ach_cell cell_of(const struct scoring *g, size_t item, size_t h)
{
	enum matrix_rating *votes = arena_array(g->arena, enum matrix_rating, g->n + 1);
	for (size_t v = 0; v < g->n; v++)
		votes[v] = g->voters[v].items.at[item].cells[h].rating;
	return (struct ach_cell){ votes, g->n };
}

// The share of the cells whose votes are all blank, or of the votes that are N/A.
static double share(const struct ach_cell *cells, size_t n, enum matrix_rating what)
{
	double found = 0, all = 0;
	for (size_t i = 0; i < n; i++) {
		size_t blank = 0, na = 0;
		for (size_t v = 0; v < cells[i].n; v++) {
			blank += cells[i].votes[v] == MATRIX_BLANK;
			na += cells[i].votes[v] == MATRIX_NA;
		}
		all += what == MATRIX_NA ? (double)(cells[i].n - blank) : 1;
		found += what == MATRIX_NA ? (double)na : blank == cells[i].n;
	}
	return all > 0 ? found / all : 0;
}

static void score_hypothesis(const struct scoring *g, size_t h)
{
	const struct matrix *m = &g->s->m;
	struct score *x = &g->s->hyps[h];
	size_t n = m->items.n;
	enum matrix_rating *r = arena_array(g->arena, enum matrix_rating, n + 1);
	double *weights = arena_array(g->arena, double, n + 1);
	struct ach_cell *cells = arena_array(g->arena, struct ach_cell, n + 1);
	for (size_t i = 0; i < n; i++) {
		r[i] = m->items.at[i].cells[h].rating;
		weights[i] = ach_burton_weight(m->items.at[i].credibility);
		cells[i] = cell_of(g, i, h);
		x->inconsistent += ach_against(r[i]);
		x->rated += r[i] >= MATRIX_II;
	}
	switch (g->s->method) {
	case SCORES_parc:
		x->keys[0] = -ach_parc(r, m->items.at, n);
		break;
	case SCORES_burton:
		x->keys[0] = ach_burton(r, weights, n);
		break;
	case SCORES_open_synthesis:
		x->keys[0] = ach_open_inconsistency(cells, n);
		x->keys[1] = -ach_open_consistency(cells, n);
		x->keys[2] = share(cells, n, MATRIX_NA);
		x->keys[3] = share(cells, n, MATRIX_BLANK);
		break;
	case SCORES_shattered:
		x->keys[0] = (double)x->inconsistent;
		x->keys[1] = -ach_shattered(r, m->items.at, n);
		break;
	default:
		x->keys[0] = (double)x->inconsistent;
	}
}

// An item as it is ordered: by diagnosticity, then by how little of it is not applicable, then not rated.
struct standing_of {
	size_t item;
	double keys[3];
};

static int by_diagnosticity(const void *a, const void *b)
{
	const struct standing_of *x = a, *y = b;
	for (int k = 0; k < 3; k++)
		if (fabs(x->keys[k] - y->keys[k]) > equal_within)
			return x->keys[k] < y->keys[k] ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static bool differ(struct ach_cell cell)
{
	for (size_t v = 1; v < cell.n; v++)
		if (cell.votes[v] != cell.votes[0])
			return true;
	return false;
}

static void score_item(const struct scoring *g, size_t item, struct standing_of *of)
{
	size_t n = g->s->m.hypotheses.n;
	struct ach_cell *cells = arena_array(g->arena, struct ach_cell, n + 1);
	for (size_t h = 0; h < n; h++) {
		struct score_votes x = { .item = item, .hypothesis = h };
		cells[h] = cell_of(g, item, h);
		if (!differ(cells[h]))
			continue;
		x.votes = arena_array(g->arena, enum matrix_rating, g->n);
		for (size_t v = 0; v < g->n; v++)
			x.votes[v] = cells[h].votes[v];
		x.consensus = ach_open_consensus(cells[h]);
		x.disagreement = ach_open_disagreement(cells[h]);
		ach_burton_spread(cells[h], &x.agreement);
		list_push(g->arena, &g->s->votes, x);
	}
	g->s->diagnosticity[item] = ach_open_diagnosticity(cells, n);
	*of = (struct standing_of){
		item, { -g->s->diagnosticity[item], share(cells, n, MATRIX_NA), share(cells, n, MATRIX_BLANK) }
	};
}

void ach_score(struct arena *a, struct ranking *s, const struct matrix *voters, size_t n)
{
	struct scoring g = { a, s, voters, n };
	size_t hyps = s->m.hypotheses.n, items = s->m.items.n;
	struct standing_of *of = arena_array(a, struct standing_of, items + 1);
	s->hyps = arena_array(a, struct score, hyps + 1);
	s->diagnosticity = arena_array(a, double, items + 1);
	s->order = arena_array(a, size_t, items + 1);
	for (size_t h = 0; h < hyps; h++)
		score_hypothesis(&g, h);
	for (size_t h = 0; h < hyps; h++) {
		s->hyps[h].rank = s->hyps[h].rated > 0;
		for (size_t k = 0; s->hyps[h].rated && k < hyps; k++)
			s->hyps[h].rank += ach_compare(&s->hyps[k], &s->hyps[h]) < 0;
	}
	for (size_t i = 0; i < items; i++)
		score_item(&g, i, &of[i]);
	qsort(of, items, sizeof *of, by_diagnosticity);
	for (size_t i = 0; i < items; i++)
		s->order[i] = of[i].item;
}
