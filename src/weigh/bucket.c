// Two at a time, the pair with the smallest product first: a product of many then costs little more than its last
// multiplication, and going down again needs no products of all but one.
//
// A table of ones changes nothing upwards. It hangs on a factor whose scope covers its own, so that its slope can be
// read there: that of a message that is one everywhere since nothing below it was observed, and of a marginal that is
// asked for.
#include "weigh/bucket.h"

#include <stdlib.h>

enum { MOST_PAIRED = 24 };

static void hang(struct tensors *ts, uint32_t *on, uint32_t ones)
{
	ts->list.at[ones].next = *on;
	*on = ones;
}

// Hangs what it can of the ones on a factor.
static void attach(struct tensors *ts, struct bucket *b, uint32_t tensor)
{
	size_t left = 0;
	for (size_t i = 0; i < b->ones.n; i++)
		if (scope_within(ts->list.at[b->ones.at[i]].whole, ts->list.at[tensor].whole))
			hang(ts, &ts->list.at[tensor].hung, b->ones.at[i]);
		else
			b->ones.at[left++] = b->ones.at[i];
	b->ones.n = left;
}

static void attach_to_least(struct tensors *ts, struct bucket *b)
{
	size_t left = 0;
	for (size_t i = 0; i < b->ones.n; i++) {
		struct tensor *best = NULL;
		for (each (t, &b->real)) {
			struct tensor *x = &ts->list.at[*t];
			if (scope_within(ts->list.at[b->ones.at[i]].whole, x->whole) &&
			    (!best || x->cells < best->cells))
				best = x;
		}
		if (best)
			hang(ts, &best->hung, b->ones.at[i]);
		else
			b->ones.at[left++] = b->ones.at[i];
	}
	b->ones.n = left;
}

// y: PLAN_NONE is the number one.
static uint32_t multiply(struct tensors *ts, uint32_t x, uint32_t y, uint32_t summed)
{
	static const struct tensor one = { .table = PLAN_NONE };
	const struct tensor *s = &ts->list.at[x], *t = y == PLAN_NONE ? &one : &ts->list.at[y];
	uint32_t factors = s->factors + t->factors;
	struct tensor out = { .stored = scope_union(ts->scratch, s->stored, t->stored),
			      .whole = scope_union(ts->scratch, s->whole, t->whole),
			      .table = PLAN_NONE,
			      .marginal = PLAN_NONE };
	if (summed != PLAN_NONE) {
		out.stored = scope_without(ts->scratch, out.stored, summed);
		out.whole = scope_without(ts->scratch, out.whole, summed);
	}
	out.factors = factors > PLAN_FACTORS ? 1 : (uint8_t)factors;
	uint32_t at = tensor_add(ts, out);
	list_push_own(&ts->events, ((struct tensor_event){ .out = at, .a = x, .b = y, .hung = PLAN_NONE }));
	return at;
}

// The ones that no factor covers: the factor that needs the least more is asked for its slope over their scope too; a
// table of the net, whose slope is wanted as it is, by way of a copy.
static void widen(struct tensors *ts, struct bucket *b)
{
	while (b->ones.n) {
		struct scope needed = ts->list.at[b->ones.at[0]].whole;
		size_t best = 0;
		double least = -1;
		for (size_t i = 0; i < b->real.n; i++) {
			double cells = scope_cells_of_union(ts->list.at[b->real.at[i]].whole, needed, ts->plan->states);
			if (least < 0 || cells < least) {
				least = cells;
				best = i;
			}
		}
		if (ts->list.at[b->real.at[best]].table != PLAN_NONE)
			b->real.at[best] = multiply(ts, b->real.at[best], PLAN_NONE, PLAN_NONE);
		struct tensor *t = &ts->list.at[b->real.at[best]];
		t->whole = scope_union(ts->scratch, t->whole, needed);
		attach(ts, b, b->real.at[best]);
	}
}

struct sized {
	double cells;
	uint32_t tensor;
};

static int by_size(const void *a, const void *b)
{
	const struct sized *x = a, *y = b;
	if (x->cells != y->cells)
		return x->cells < y->cells ? -1 : 1;
	return (x->tensor > y->tensor) - (x->tensor < y->tensor);
}

// So many factors that not every pair is looked at: neighbours by size are multiplied first.
static void thin(struct tensors *ts, struct bucket *b)
{
	struct arena scratch = { 0 };
	struct sized *sorted = arena_array(&scratch, struct sized, b->real.n);
	while (b->real.n > MOST_PAIRED) {
		size_t n = b->real.n, left = 0;
		for (size_t i = 0; i < n; i++)
			sorted[i] = (struct sized){ scope_cells(ts->list.at[b->real.at[i]].stored, ts->plan->states),
						    b->real.at[i] };
		qsort(sorted, n, sizeof *sorted, by_size);
		b->real.n = 0;
		for (; left + 1 < n && b->real.n + (n - left) > MOST_PAIRED; left += 2) {
			uint32_t at = multiply(ts, sorted[left].tensor, sorted[left + 1].tensor, PLAN_NONE);
			attach(ts, b, at);
			list_push(ts->scratch, &b->real, at);
		}
		for (; left < n; left++)
			list_push(ts->scratch, &b->real, sorted[left].tensor);
	}
	arena_free(&scratch);
}

static void take_pair(struct bucket *b, size_t i, size_t k, uint32_t product)
{
	b->real.at[i] = product;
	b->real.at[k] = b->real.at[--b->real.n];
}

// Multiplies pairs until `left` factors are left.
static void pair_up(struct tensors *ts, struct bucket *b, size_t left)
{
	while (b->real.n > left) {
		double least = -1;
		size_t best_i = 0, best_k = 1;
		for (size_t i = 0; i < b->real.n; i++)
			for (size_t k = i + 1; k < b->real.n; k++) {
				double cells =
				    scope_cells_of_union(ts->list.at[b->real.at[i]].stored,
							 ts->list.at[b->real.at[k]].stored, ts->plan->states);
				if (least < 0 || cells < least) {
					least = cells;
					best_i = i;
					best_k = k;
				}
			}
		uint32_t at = multiply(ts, b->real.at[best_i], b->real.at[best_k], PLAN_NONE);
		attach(ts, b, at);
		take_pair(b, best_i, best_k, at);
	}
}

// The chances of a variable, summed over it, are one whatever its parents are.
static uint32_t clear_ones(struct tensors *ts, struct bucket *b, uint32_t rank)
{
	uint32_t table = b->real.at[0];
	struct scope whole = ts->list.at[table].whole;
	for (each (t, &b->ones))
		whole = scope_union(ts->scratch, whole, ts->list.at[*t].whole);
	struct tensor_event e = { .a = table, .b = PLAN_NONE, .hung = PLAN_NONE };
	struct tensor out = { .whole = scope_without(ts->scratch, whole, rank),
			      .table = PLAN_NONE,
			      .marginal = PLAN_NONE,
			      .ones = true };
	e.out = tensor_add(ts, out);
	for (each (t, &b->ones))
		hang(ts, &e.hung, *t);
	list_push_own(&ts->events, e);
	return e.out;
}

static bool sums_to_one(const struct tensors *ts, const struct bucket *b, uint32_t rank)
{
	if (b->real.n != 1)
		return false;
	const struct tensor *t = &ts->list.at[b->real.at[0]];
	if (t->table == PLAN_NONE || !ts->plan->net->tables.at[t->table].chance)
		return false;
	const struct net_table *n = &ts->plan->net->tables.at[t->table];
	return ts->plan->rank[n->vars[n->n - 1]] == rank;
}

static bool any_depends(const struct tensors *ts, const struct bucket *b, uint32_t rank)
{
	for (each (t, &b->real))
		if (scope_has(ts->list.at[*t].stored, rank))
			return true;
	return false;
}

// For a variable that no number depends on: each of its states counts all the same.
static uint32_t all_ones(struct tensors *ts, uint32_t rank)
{
	struct scope alone = scope_with(ts->scratch, (struct scope){ 0 }, rank);
	struct tensor t = { .stored = alone, .whole = alone, .table = PLAN_NONE, .marginal = PLAN_NONE, .unit = true };
	return tensor_add(ts, t);
}

uint32_t bucket_clear(struct tensors *ts, struct bucket *b, uint32_t rank, bool keep)
{
	if (!keep && sums_to_one(ts, b, rank))
		return clear_ones(ts, b, rank);
	if (!any_depends(ts, b, rank))
		list_push(ts->scratch, &b->real, all_ones(ts, rank));
	attach_to_least(ts, b);
	thin(ts, b);
	pair_up(ts, b, 2);
	widen(ts, b);
	return multiply(ts, b->real.at[0], b->real.n > 1 ? b->real.at[1] : PLAN_NONE, keep ? PLAN_NONE : rank);
}
