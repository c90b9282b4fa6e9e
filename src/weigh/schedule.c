// By level: how many operations at least come before one, through what it needs. What nothing else needs can wait, so
// it comes last of all, in one piece.
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

void schedule(struct plan_op *ops, size_t n, const struct loops *loops, size_t places)
{
	struct arena a = { 0 };
	uint32_t *level = arena_array(&a, uint32_t, places + 1);
	bool *needed = arena_array(&a, bool, places + 1);
	struct keyed *keys = arena_array(&a, struct keyed, n + 1);
	struct plan_op *copy = arena_array(&a, struct plan_op, n + 1);
	for (size_t i = 0; i < n; i++) {
		uint32_t x = level[ops[i].a], y = level[ops[i].b];
		level[ops[i].out] = 1 + (x > y ? x : y);
		needed[ops[i].a] = needed[ops[i].b] = true;
		keys[i] = (struct keyed){ level[ops[i].out], (uint32_t)i, shape_of(&loops[ops[i].loops]) };
	}
	for (size_t i = 0; i < n; i++)
		if (!needed[ops[i].out])
			keys[i].level = UINT32_MAX;
	if (n)
		memcpy(copy, ops, n * sizeof *ops);
	qsort(keys, n, sizeof *keys, by_level);
	for (size_t i = 0; i < n; i++)
		ops[i] = copy[keys[i].at];
	arena_free(&a);
}
