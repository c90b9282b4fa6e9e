// Two at a time, the pair with the smallest product first: a product of many then costs little more than its last
// multiplication, and going down again needs no products of all but one.
//
// A table of ones changes nothing upwards. It hangs on a factor whose scope covers its own, so that its slope can be
// read there: that of a message that is one everywhere since nothing below it was observed, and of a marginal that is
// asked for.
#include "weigh/bucket.h"

#include <stdlib.h>

enum { MOST_PAIRED = 24 };

uint32_t bucket_tensor(struct plan *p, struct plan_tensor t)
{
	t.cells = (uint32_t)scope_cells(t.stored, p->states);
	t.hung = t.next = PLAN_NONE;
	list_push_own(&p->tensors, t);
	return (uint32_t)(p->tensors.n - 1);
}

static void hang(struct plan *p, uint32_t *on, uint32_t ones)
{
	p->tensors.at[ones].next = *on;
	*on = ones;
}

// Hangs what it can of the ones on a factor.
static void attach(struct plan *p, struct bucket *b, uint32_t tensor)
{
	size_t left = 0;
	for (size_t i = 0; i < b->ones.n; i++)
		if (scope_within(p->tensors.at[b->ones.at[i]].whole, p->tensors.at[tensor].whole))
			hang(p, &p->tensors.at[tensor].hung, b->ones.at[i]);
		else
			b->ones.at[left++] = b->ones.at[i];
	b->ones.n = left;
}

static void attach_to_least(struct plan *p, struct bucket *b)
{
	size_t left = 0;
	for (size_t i = 0; i < b->ones.n; i++) {
		struct plan_tensor *best = NULL;
		for (each (t, &b->real)) {
			struct plan_tensor *x = &p->tensors.at[*t];
			if (scope_within(p->tensors.at[b->ones.at[i]].whole, x->whole) &&
			    (!best || x->cells < best->cells))
				best = x;
		}
		if (best)
			hang(p, &best->hung, b->ones.at[i]);
		else
			b->ones.at[left++] = b->ones.at[i];
	}
	b->ones.n = left;
}

// y: PLAN_NONE is the number one.
static uint32_t multiply(struct arena *a, struct plan *p, uint32_t x, uint32_t y, uint32_t summed)
{
	static const struct plan_tensor one = { .table = PLAN_NONE };
	const struct plan_tensor *s = &p->tensors.at[x], *t = y == PLAN_NONE ? &one : &p->tensors.at[y];
	uint32_t factors = s->factors + t->factors;
	struct plan_tensor out = { .stored = scope_union(a, s->stored, t->stored),
				   .whole = scope_union(a, s->whole, t->whole),
				   .table = PLAN_NONE,
				   .marginal = PLAN_NONE };
	if (summed != PLAN_NONE) {
		out.stored = scope_without(a, out.stored, summed);
		out.whole = scope_without(a, out.whole, summed);
	}
	out.factors = factors > PLAN_FACTORS ? 1 : factors;
	uint32_t at = bucket_tensor(p, out);
	list_push_own(&p->events, ((struct plan_event){ .out = at, .a = x, .b = y, .hung = PLAN_NONE }));
	return at;
}

// The ones that no factor covers: the factor that needs the least more is asked for its slope over their scope too; a
// table of the net, whose slope is wanted as it is, by way of a copy.
static void widen(struct arena *a, struct plan *p, struct bucket *b)
{
	while (b->ones.n) {
		struct scope needed = p->tensors.at[b->ones.at[0]].whole;
		size_t best = 0;
		double least = -1;
		for (size_t i = 0; i < b->real.n; i++) {
			double cells = scope_cells_of_union(p->tensors.at[b->real.at[i]].whole, needed, p->states);
			if (least < 0 || cells < least) {
				least = cells;
				best = i;
			}
		}
		if (p->tensors.at[b->real.at[best]].table != PLAN_NONE)
			b->real.at[best] = multiply(a, p, b->real.at[best], PLAN_NONE, PLAN_NONE);
		struct plan_tensor *t = &p->tensors.at[b->real.at[best]];
		t->whole = scope_union(a, t->whole, needed);
		attach(p, b, b->real.at[best]);
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
static void thin(struct arena *a, struct plan *p, struct bucket *b)
{
	struct arena scratch = { 0 };
	struct sized *sorted = arena_array(&scratch, struct sized, b->real.n);
	while (b->real.n > MOST_PAIRED) {
		size_t n = b->real.n, left = 0;
		for (size_t i = 0; i < n; i++)
			sorted[i] = (struct sized){ scope_cells(p->tensors.at[b->real.at[i]].stored, p->states),
						    b->real.at[i] };
		qsort(sorted, n, sizeof *sorted, by_size);
		b->real.n = 0;
		for (; left + 1 < n && b->real.n + (n - left) > MOST_PAIRED; left += 2) {
			uint32_t at = multiply(a, p, sorted[left].tensor, sorted[left + 1].tensor, PLAN_NONE);
			attach(p, b, at);
			list_push(a, &b->real, at);
		}
		for (; left < n; left++)
			list_push(a, &b->real, sorted[left].tensor);
	}
	arena_free(&scratch);
}

static void take_pair(struct bucket *b, size_t i, size_t k, uint32_t product)
{
	b->real.at[i] = product;
	b->real.at[k] = b->real.at[--b->real.n];
}

// Multiplies pairs until `left` factors are left.
static void pair_up(struct arena *a, struct plan *p, struct bucket *b, size_t left)
{
	while (b->real.n > left) {
		double least = -1;
		size_t best_i = 0, best_k = 1;
		for (size_t i = 0; i < b->real.n; i++)
			for (size_t k = i + 1; k < b->real.n; k++) {
				double cells = scope_cells_of_union(p->tensors.at[b->real.at[i]].stored,
								    p->tensors.at[b->real.at[k]].stored, p->states);
				if (least < 0 || cells < least) {
					least = cells;
					best_i = i;
					best_k = k;
				}
			}
		uint32_t at = multiply(a, p, b->real.at[best_i], b->real.at[best_k], PLAN_NONE);
		attach(p, b, at);
		take_pair(b, best_i, best_k, at);
	}
}

// The chances of a variable, summed over it, are one whatever its parents are.
static uint32_t clear_ones(struct arena *a, struct plan *p, struct bucket *b, uint32_t rank)
{
	uint32_t table = b->real.at[0];
	struct scope whole = p->tensors.at[table].whole;
	for (each (t, &b->ones))
		whole = scope_union(a, whole, p->tensors.at[*t].whole);
	struct plan_event e = { .a = table, .b = PLAN_NONE, .hung = PLAN_NONE };
	struct plan_tensor out = {
		.whole = scope_without(a, whole, rank), .table = PLAN_NONE, .marginal = PLAN_NONE, .ones = true
	};
	e.out = bucket_tensor(p, out);
	for (each (t, &b->ones))
		hang(p, &e.hung, *t);
	list_push_own(&p->events, e);
	return e.out;
}

static bool sums_to_one(const struct plan *p, const struct bucket *b, uint32_t rank)
{
	if (b->real.n != 1)
		return false;
	const struct plan_tensor *t = &p->tensors.at[b->real.at[0]];
	if (t->table == PLAN_NONE || !p->net->tables.at[t->table].chance)
		return false;
	const struct net_table *n = &p->net->tables.at[t->table];
	return p->rank[n->vars[n->n - 1]] == rank;
}

static bool any_depends(const struct plan *p, const struct bucket *b, uint32_t rank)
{
	for (each (t, &b->real))
		if (scope_has(p->tensors.at[*t].stored, rank))
			return true;
	return false;
}

// For a variable that no number depends on: each of its states counts all the same.
static uint32_t all_ones(struct arena *a, struct plan *p, uint32_t rank)
{
	struct scope alone = scope_with(a, (struct scope){ 0 }, rank);
	struct plan_tensor t = {
		.stored = alone, .whole = alone, .table = PLAN_NONE, .marginal = PLAN_NONE, .unit = true
	};
	return bucket_tensor(p, t);
}

uint32_t bucket_clear(struct arena *a, struct plan *p, struct bucket *b, uint32_t rank, bool keep)
{
	if (!keep && sums_to_one(p, b, rank))
		return clear_ones(a, p, b, rank);
	if (!any_depends(p, b, rank))
		list_push(a, &b->real, all_ones(a, p, rank));
	attach_to_least(p, b);
	thin(a, p, b);
	pair_up(a, p, b, 2);
	widen(a, p, b);
	return multiply(a, p, b->real.at[0], b->real.n > 1 ? b->real.at[1] : PLAN_NONE, keep ? PLAN_NONE : rank);
}
