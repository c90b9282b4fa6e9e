// Every set of kernels that the processor has gives the same to the last bit: in whole sweeps, with and without lanes,
// on long tables, and alone. And what they promise of numbers at the ends of their range.
#include "weigh/kernel.h"

#include <float.h>

#include "test/engine.h"
#include "test/tap.h"
#include "weigh/query.h"

enum { NETWORKS = 150, LONG = 40 };

static struct arena arena;
static struct err err;
static const struct kernel *plain;

static bool same(const double *x, const double *y, size_t n)
{
	return !n || !memcmp(x, y, n * sizeof *x);
}

// Tables of eight numbers a cell, each lane its own multiple.
static double *lanes_of(const struct net_table *t, const double *values)
{
	double *out = arena_array(&arena, double, t->cells *KERNEL_LANES + 1);
	for (size_t i = 0; i < t->cells; i++)
		for (size_t l = 0; l < KERNEL_LANES; l++)
			out[i * KERNEL_LANES + l] = values[t->at + i] * ldexp(1 + (double)l / 16, 9 * (int)(l % 4));
	return out;
}

static struct sweep *swept(const struct network *n, const struct plan *p, const bool *varies, const uint32_t *state,
			   const struct kernel *k)
{
	struct sweep *s = sweep_new(&arena, p);
	s->kernel = k;
	for (uint32_t t = 0; t < n->net.tables.n; t++) {
		const struct net_table *table = &n->net.tables.at[t];
		sweep_load(s, t, varies && varies[t] ? lanes_of(table, n->values) : n->values + table->at);
	}
	sweep_observe(s, state);
	sweep_up(s);
	sweep_down(s);
	return s;
}

static bool same_sweeps(const struct sweep *x, const struct sweep *y)
{
	const struct plan *p = x->plan;
	return same(x->numbers, y->numbers, p->numbers) && same(x->slopes, y->slopes, p->slopes) &&
	       same(x->tables, y->tables, p->table_cells) && !memcmp(x->exponents, y->exponents, sizeof x->exponents);
}

static bool sweeps(const struct kernel *k, const struct network *n, bool lanes, size_t target)
{
	size_t vars = n->net.states.n;
	bool *observed = arena_array(&arena, bool, vars), *all = arena_array(&arena, bool, vars + n->net.tables.n);
	bool *varies = arena_array(&arena, bool, n->net.tables.n + 1);
	uint32_t *state = arena_array(&arena, uint32_t, vars);
	struct plan *p;
	for (each (f, &n->findings)) {
		observed[f->variable] = true;
		state[f->variable] = (uint32_t)f->state;
	}
	memset(all, true, vars + n->net.tables.n);
	for (size_t t = 0; t < n->net.tables.n; t++)
		varies[t] = t % 3 != 1;
	struct plan_ask ask = { .observed = observed,
				.marginals = all,
				.tables = all,
				.target = observed[target] ? PLAN_NONE : target,
				.varies = lanes ? varies : NULL };
	if (plan_make(&arena, &n->net, &ask, &p, &err))
		abort();
	return same_sweeps(swept(n, p, ask.varies, state, plain), swept(n, p, ask.varies, state, k));
}

static void networks(const struct kernel *k)
{
	size_t one = 0, eight = 0, large = 0;
	for (uint64_t seed = 0; seed < NETWORKS; seed++) {
		struct engine_kind kind = engine_kind(seed), wide = kind;
		struct network n;
		wide.vars = 2 + kind.vars % 4;
		wide.states = LONG;
		wide.parents = 2;
		engine_network(&arena, seed, &kind, &n);
		one += sweeps(k, &n, false, seed % n.net.states.n);
		eight += sweeps(k, &n, true, seed % n.net.states.n);
		engine_network(&arena, seed, &wide, &n);
		large += sweeps(k, &n, false, seed % n.net.states.n);
		arena_reset(&arena);
	}
	is_int(one, NETWORKS, "%s: sweeps of random networks", k->name);
	is_int(eight, NETWORKS, "%s: with lanes", k->name);
	is_int(large, NETWORKS, "%s: with long runs", k->name);
}

// Numbers of all sizes, some zero.
static void draw(struct dice *d, double *x, size_t n, int exponents)
{
	for (size_t i = 0; i < n; i++) {
		int e = exponents ? (int)dice_below(d, 2 * (size_t)exponents) - exponents : 0;
		x[i] = dice_below(d, 7) ? ldexp(dice_chance(d), e) : 0;
	}
}

static void alone(const struct kernel *k)
{
	enum { MOST = 400, TIMES = 400 };
	struct dice d = { .seed = 3 };
	double x[MOST], y[MOST], logs[2 * MOST], got[2][2 * MOST], more[2][2 * MOST];
	size_t scale = 0, marginal = 0, information = 0, logarithm = 0, retract = 0;
	const struct kernel *both[] = { plain, k };
	for (size_t i = 0; i < TIMES; i++) {
		size_t n = 1 + dice_below(&d, 12), states = 1 + dice_below(&d, 9), rows = 1 + dice_below(&d, 4);
		int64_t e[2];
		double bits[2];
		bool along = dice_below(&d, 2);
		memset(got, 0, sizeof got);
		memset(more, 0, sizeof more);
		draw(&d, x, MOST, i % 2 ? 200 : 0);
		draw(&d, y, MOST, 0);
		for (int b = 0; b < 2; b++) {
			memcpy(got[b], x, sizeof x);
			e[b] = both[b]->scale(got[b], n * states);
		}
		scale += e[0] == e[1] && same(got[0], got[1], MOST);
		for (int b = 0; b < 2; b++)
			both[b]->marginal(got[b], more[b], x, n, states);
		marginal += same(got[0], got[1], n) && same(more[0], more[1], n * (states + 1));
		plain->log2_of(more[0], logs, n * (states + 1));
		for (int b = 0; b < 2; b++) {
			both[b]->log2_of(more[0], got[b], n * (states + 1));
			bits[b] = both[b]->information(more[0], logs, n, states);
		}
		logarithm += same(got[0], got[1], n * (states + 1));
		information += same(&bits[0], &bits[1], 1);
		for (int b = 0; b < 2; b++)
			both[b]->retract(more[b], got[b], x, y, n, rows * (along ? states : 1), rows, states, along);
		retract += same(got[0], got[1], n * states) && same(more[0], more[1], states);
	}
	is_int(scale, TIMES, "%s: scale", k->name);
	is_int(marginal, TIMES, "%s: marginal", k->name);
	is_int(information, TIMES, "%s: information", k->name);
	is_int(logarithm, TIMES, "%s: log2_of", k->name);
	is_int(retract, TIMES, "%s: retract", k->name);
}

static void logarithms(const struct kernel *k)
{
	enum { N = 100000 };
	struct dice d = { .seed = 5 };
	double *x = arena_array(&arena, double, N), *y = arena_array(&arena, double, N), worst = 0, at = 0;
	for (size_t i = 0; i < N; i++)
		x[i] = i % 3 == 0   ? ldexp(1 + dice_chance(&d), (int)dice_below(&d, 2045) - 1022)
		       : i % 3 == 1 ? 0.5 + dice_chance(&d)
				    : 1 + (dice_chance(&d) - 0.5) * ldexp(1, -(int)dice_below(&d, 50));
	x[0] = DBL_MIN, x[1] = DBL_MAX, x[2] = 1, x[3] = nextafter(1, 0), x[4] = nextafter(1, 2), x[5] = M_SQRT1_2,
	x[6] = M_SQRT2;
	k->log2_of(x, y, N);
	for (size_t i = 0; i < N; i++) {
		double want = log2(x[i]), by = want != 0 ? fabs(y[i] / want - 1) : fabs(y[i]);
		if (by > worst) {
			worst = by;
			at = x[i];
		}
	}
	if (!ok(worst < 1e-15, "%s: logarithms are right", k->name))
		printf("# off by %g of it at %.17g\n", worst, at);
	printf("# largest relative error of a logarithm: %g\n", worst);
	k->log2_of((double[]){ 0, -0.0, 1, 2, 0.5, 0, 0, 0, 0 }, y, 9);
	ok(y[0] == -1023 && y[2] == 0 && y[3] == 1 && y[4] == -1 && y[8] == -1023,
	   "%s: those of zero and of powers of two", k->name);
	k->log2_of((double[]){ DBL_TRUE_MIN, DBL_MIN / 2 }, y, 2);
	ok(y[0] >= -1075 && y[0] <= -1022 && y[1] >= -1075 && y[1] <= -1022,
	   "%s: those of subnormal numbers are finite", k->name);
	printf("# of 2^-1074 %g, of 2^-1023 %g\n", y[0], y[1]);
}

// Scaled, a number is near one, and nothing is lost of it.
static void scaling(const struct kernel *k)
{
	static const double ends[] = {
		DBL_MAX, DBL_MAX / 2, DBL_MAX / 4, 0x1p1023, 0x1p1022, 0x1p33,      0x1p31,
		1,       0x1p-31,     0x1p-34,     0x1p-500, DBL_MIN,  DBL_MIN / 8, DBL_TRUE_MIN
	};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		for (size_t n = 1; n < 20; n += 9) {
			double x[20] = { 0 };
			x[n - 1] = ends[i];
			int64_t e = k->scale(x, n);
			bool good = x[n - 1] > 0 && ldexp(x[n - 1], (int)e) == ends[i] && x[n - 1] < 0x1p34 &&
				    x[n - 1] > (ends[i] < 0x1p-1000 ? 0x1p-80 : 0x1p-34);
			if (!ok(good, "%s: %g among %zu is scaled", k->name, ends[i], n))
				printf("# to %g, exponent %d\n", x[n - 1], (int)e);
		}
	double zero[9] = { 0 };
	is_int(k->scale(zero, 9), 0, "%s: zeros stay as they are", k->name);
}

// What is very small by itself is divided by its sum all the same.
static void small_sums(const struct kernel *k)
{
	double without[2], flip[4];
	k->retract(without, flip, (double[]){ 1, 3 }, (double[]){ 0x1p-1060, 1 }, 2, 1, 1, 2, false);
	ok(flip[0] == 0.25 && flip[1] == 0.75 && flip[2] == 0.25, "%s: a state that is next to impossible", k->name);
}

int main(void)
{
	static const char *names[] = { "plain", "avx2", "avx512" };
	plain = kernel_named("plain");
	ok(plain != NULL, "the plain kernels are everywhere");
	ok(kernel_named("abacus") == NULL, "others are not");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct kernel *k = kernel_named(names[i]);
		if (!k) {
			skip("the processor has not got it", names[i]);
			continue;
		}
		is_text(k->name, names[i], "%s", names[i]);
		networks(k);
		alone(k);
		logarithms(k);
		scaling(k);
		small_sums(k);
	}
	arena_free(&arena);
	return done();
}
