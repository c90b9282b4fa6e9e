// Two tables multiplied and summed by the loops that are found for them, against doing it cell by cell; every kind of
// loop, by every set of kernels.
#include "weigh/loops.h"

#include "test/engine.h"
#include "test/tap.h"
#include "weigh/kernel.h"

enum { RANKS = 7, TRIALS = 2000, MOST = 1 << 16, KINDS = LOOPS_DOT_A + 1 };

static struct arena arena;

static struct scope some(struct dice *d, size_t of)
{
	uint32_t *at = arena_array(&arena, uint32_t, RANKS), n = 0;
	for (uint32_t r = 0; r < RANKS; r++)
		if (dice_below(d, 8) < of)
			at[n++] = r;
	return (struct scope){ at, n };
}

static size_t place_in(struct scope s, const uint32_t *states, const uint32_t *digit)
{
	size_t at = 0;
	for (uint32_t i = 0; i < s.n; i++)
		at = at * states[s.at[i]] + digit[s.at[i]];
	return at;
}

// Over all states of what stands in any of the three.
static void by_cells(const uint32_t *states, struct scope out, struct scope a, struct scope b, const double *x,
		     const double *y, double *z)
{
	uint32_t digit[RANKS] = { 0 }, r;
	memset(z, 0, (size_t)scope_cells(out, states) * sizeof *z);
	do {
		z[place_in(out, states, digit)] += x[place_in(a, states, digit)] * y[place_in(b, states, digit)];
		for (r = 0; r < RANKS; r++) {
			if (!scope_has(out, r) && !scope_has(a, r) && !scope_has(b, r))
				continue;
			if (++digit[r] < states[r])
				break;
			digit[r] = 0;
		}
	} while (r < RANKS);
}

// One operation, as in a sweep.
static void by_loops(const struct kernel *k, const struct loops_pool *pool, uint32_t at, double *x, double *y,
		     double *out)
{
	struct plan p = { .lanes = 1, .pool = *pool };
	struct plan_op op = { .out = 0, .a = 1, .b = 2, .loops = at };
	int64_t exponents[KERNEL_LANES] = { 0 };
	double *place[] = { out, x, y };
	k->run(&p, &op, 1, place, exponents);
}

static bool near(const double *x, const double *y, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!(fabs(x[i] - y[i]) <= 1e-13 * fabs(y[i])))
			return false;
	return true;
}

struct tally {
	size_t trials, right, kinds[KINDS], own[KINDS], high, swapped, again;
};

static double *room(struct dice *d, size_t n, bool fill)
{
	double *x = arena_array(&arena, double, n + KERNEL_SPARE);
	for (size_t i = 0; fill && i < n; i++)
		x[i] = dice_chance(d);
	return x;
}

static void trial(struct dice *d, const struct kernel *k, struct tally *t)
{
	static const uint32_t sizes[] = { 1, 2, 2, 3, 4, 5, 8, 11, 30 };
	uint32_t states[RANKS];
	struct loops_pool pool = { .arena = &arena };
	for (size_t r = 0; r < RANKS; r++)
		states[r] = sizes[dice_below(d, 9)];
	struct scope a = some(d, 4), b = some(d, 3), out = some(d, 4), all = scope_union(&arena, a, b);
	if (scope_cells(scope_union(&arena, all, out), states) > MOST)
		return;
	size_t cells = (size_t)scope_cells(out, states);
	double *x = room(d, (size_t)scope_cells(a, states), true), *y = room(d, (size_t)scope_cells(b, states), true);
	double *got = room(d, cells, false), *want = room(d, cells, false);
	bool swap, again;
	uint32_t first = loops_find(&pool, states, out, a, b, &swap), at = first;
	const struct loops *l = &pool.loops.at[at];
	by_cells(states, out, a, b, x, y, want);
	by_loops(k, &pool, at, swap ? y : x, swap ? x : y, got);
	t->trials++;
	t->right += near(got, want, cells);
	t->kinds[l->kind]++;
	t->own[l->kind] += l->code != LOOPS_CODES * l->kind;
	t->high += l->high > 1;
	t->swapped += swap;
	t->again += loops_find(&pool, states, out, a, b, &again) == first && again == swap && pool.loops.n == 1;
	arena_free(&pool.loops.mem);
	arena_free(&pool.pairs.mem);
	arena_free(&pool.keys.mem);
}

static void by(const struct kernel *k)
{
	static const char *kinds[] = { "runs of both", "runs of one", "dots of both", "dots of one" };
	struct dice d = { .seed = 11 };
	struct tally t = { 0 };
	for (size_t i = 0; i < TRIALS; i++) {
		trial(&d, k, &t);
		arena_reset(&arena);
	}
	ok(t.trials > TRIALS / 3 && t.right == t.trials, "%s: %zu of %zu are right", k->name, t.right, t.trials);
	is_int(t.again, t.trials, "%s: equal loops are kept once", k->name);
	for (size_t i = 0; i < KINDS; i++)
		ok(t.own[i] > 20 && t.kinds[i] - t.own[i] > 20, "%s: %s, %zu with code of their own, %zu without",
		   k->name, kinds[i], t.own[i], t.kinds[i] - t.own[i]);
	ok(t.high > 20 && t.swapped > 20, "%s: %zu in two lists, %zu the other way round", k->name, t.high, t.swapped);
}

static void list_is(struct scope s, const uint32_t *want, uint32_t n, const char *what)
{
	ok(s.n == n && (!n || !memcmp(s.at, want, n * sizeof *want)), "%s", what);
}

static void scopes(void)
{
	struct scope x = { (uint32_t[]){ 1, 3, 5 }, 3 }, y = { (uint32_t[]){ 0, 3, 6 }, 3 }, none = { 0 };
	const uint32_t states[] = { 2, 3, 5, 7, 11, 13, 17 };
	list_is(scope_union(&arena, x, y), (uint32_t[]){ 0, 1, 3, 5, 6 }, 5, "a union");
	list_is(scope_union(&arena, none, y), y.at, 3, "with nothing");
	list_is(scope_without(&arena, x, 3), (uint32_t[]){ 1, 5 }, 2, "without one");
	list_is(scope_without(&arena, x, 1), (uint32_t[]){ 3, 5 }, 2, "without the first");
	list_is(scope_without(&arena, x, 4), x.at, 3, "without one that it has not");
	list_is(scope_with(&arena, x, 4), (uint32_t[]){ 1, 3, 4, 5 }, 4, "with one more");
	ok(scope_within(none, x) && scope_within(x, x) && !scope_within(x, y) && !scope_within(y, none), "within");
	is_near(scope_cells(x, states), 3 * 7 * 13, 0, "cells");
	is_near(scope_cells(none, states), 1, 0, "of nothing, one");
	is_near(scope_cells_of_union(x, y, states), 2 * 3 * 7 * 13 * 17, 0, "of a union");
}

int main(void)
{
	static const char *names[] = { "plain", "avx2", "avx512" };
	scopes();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (kernel_named(names[i]))
			by(kernel_named(names[i]));
	arena_free(&arena);
	return done();
}
