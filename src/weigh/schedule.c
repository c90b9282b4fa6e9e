// By level: how many operations at least come before one, through what it needs.
#include "weigh/schedule.h"

#include <stdlib.h>
#include <string.h>

struct keyed {
	uint32_t level, at;
	uint64_t shape;
};

static int by_level(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	if (x->shape != y->shape)
		return x->shape < y->shape ? -1 : 1;
	return x->at < y->at ? -1 : 1;
}

// Equal for loops that take the same branches.
static uint64_t shape_of(const struct loops *l)
{
	return (uint64_t)l->code << 56 | (uint64_t)(l->summed & 0xffff) << 40 | (uint64_t)(l->low & 0xffff) << 24 |
	       (l->run & 0xffff) << 8 | (l->high & 0xff);
}

void schedule(struct plan_op *ops, size_t n, const struct loops *loops, uint32_t *level)
{
	struct arena a = { 0 };
	struct keyed *keys = arena_array(&a, struct keyed, n + 1);
	struct plan_op *copy = arena_array(&a, struct plan_op, n + 1);
	for (size_t i = 0; i < n; i++) {
		uint32_t x = level[ops[i].a], y = level[ops[i].b];
		level[ops[i].out] = 1 + (x > y ? x : y);
		keys[i] = (struct keyed){ level[ops[i].out], (uint32_t)i, shape_of(&loops[ops[i].loops]) };
	}
	if (n)
		memcpy(copy, ops, n * sizeof *ops);
	qsort(keys, n, sizeof *keys, by_level);
	for (size_t i = 0; i < n; i++)
		ops[i] = copy[keys[i].at];
	arena_free(&a);
}
