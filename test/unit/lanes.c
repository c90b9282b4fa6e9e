// Lanes: eight sets of numbers answered side by side say what each says alone, wherever what varies stands.
#include "test/engine.h"
#include "test/tap.h"
#include "weigh/sweep.h"

enum { NETWORKS = 200 };

static struct arena arena;
static struct err err;
static double worst;

// One set of numbers for each lane: the network's, and others that are drawn anew in the tables that vary.
static double **numbers(struct dice *d, const struct engine_kind *k, const struct network *n, const bool *varies)
{
	double **out = arena_array(&arena, double *, KERNEL_LANES);
	for (size_t l = 0; l < KERNEL_LANES; l++) {
		struct network other = *n;
		engine_values(&arena, d, k, &other);
		out[l] = other.values;
		for (size_t t = 0; t < n->net.tables.n; t++)
			if (!varies[t])
				memcpy(out[l] + n->net.tables.at[t].at, n->values + n->net.tables.at[t].at,
				       n->net.tables.at[t].cells * sizeof(double));
	}
	return out;
}

static void load(struct sweep *s, const struct network *n, double *const *values, const bool *varies)
{
	for (uint32_t t = 0; t < n->net.tables.n; t++) {
		const struct net_table *table = &n->net.tables.at[t];
		double *wide = arena_array(&arena, double, table->cells *KERNEL_LANES + 1);
		for (size_t c = 0; c < table->cells; c++)
			for (size_t l = 0; l < KERNEL_LANES; l++)
				wide[c * KERNEL_LANES + l] = values[l][table->at + c];
		sweep_load(s, t, varies[t] ? wide : n->values + table->at);
	}
}

// Whether x[n][step] from its lane on and y[n], both in proportion, say the same.
static bool same_shares(const double *x, const double *y, size_t n, size_t step)
{
	double sx = 0, sy = 0;
	bool good = true;
	for (size_t i = 0; i < n; i++) {
		sx += x[i * step];
		sy += y[i];
	}
	for (size_t i = 0; i < n; i++) {
		double by = fabs(x[i * step] / sx - y[i] / sy);
		good &= by <= 1e-13;
		worst = by > worst ? by : worst;
	}
	return good;
}

static bool same_lane(const struct sweep *eight, const struct sweep *one, size_t lane, size_t target)
{
	const struct net *n = one->plan->net;
	double got = sweep_log_p(eight, (unsigned)lane), want = sweep_log_p(one, 0);
	bool good = true, apart, apart_one;
	if (!isfinite(want))
		return got == want;
	if (fabs(got - want) > 1e-13 * fmax(1, fabs(want))) {
		printf("# lane %zu: log P(e) %.17g instead of %.17g\n", lane, got, want);
		return false;
	}
	if (target != PLAN_NONE) {
		size_t step, only;
		const double *x = sweep_target(eight, &step), *y = sweep_target(one, &only);
		if (only != 1 || (step != 1 && step != KERNEL_LANES) ||
		    !same_shares(x + (step > 1 ? lane : 0), y, n->states.at[target], step)) {
			printf("# lane %zu: the target\n", lane);
			good = false;
		}
	}
	for (uint32_t v = 0; v < n->states.n; v++) {
		const double *x = sweep_marginal(eight, v, &apart), *y = sweep_marginal(one, v, &apart_one);
		if (!y)
			continue;
		size_t cells = n->states.at[v] * (apart_one ? n->states.at[target] : 1);
		if (apart != apart_one || !same_shares(x + lane, y, cells, KERNEL_LANES)) {
			printf("# lane %zu: variable %u\n", lane, v);
			good = false;
		}
	}
	return good;
}

static bool trial(uint64_t seed)
{
	struct engine_kind kind = engine_kind(seed);
	struct dice d = { .seed = seed, .at = 1u << 29 };
	struct network n;
	struct plan *eight, *one;
	kind.evidence += seed % 3 == 0 ? 40 : 0; // many factors of one variable
	engine_network(&arena, seed, &kind, &n);
	size_t vars = n.net.states.n, target = dice_below(&d, vars), share = 1 + dice_below(&d, 4);
	bool *observed = arena_array(&arena, bool, vars), *all = arena_array(&arena, bool, vars + n.net.tables.n);
	bool *varies = arena_array(&arena, bool, n.net.tables.n + 1), good = true;
	uint32_t *state = arena_array(&arena, uint32_t, vars);
	for (each (f, &n.findings)) {
		observed[f->variable] = true;
		state[f->variable] = (uint32_t)f->state;
	}
	target = observed[target] ? PLAN_NONE : target;
	memset(all, true, vars + n.net.tables.n);
	for (size_t t = 0; t < n.net.tables.n; t++)
		varies[t] = dice_below(&d, share) == 0;
	struct plan_ask ask = { .observed = observed, .marginals = all, .tables = all, .target = target };
	if (plan_make(&arena, &n.net, &ask, &one, &err))
		abort();
	ask.varies = varies;
	if (plan_make(&arena, &n.net, &ask, &eight, &err))
		abort();
	double **values = numbers(&d, &kind, &n, varies);
	struct sweep *s = sweep_new(&arena, eight), *alone = sweep_new(&arena, one);
	load(s, &n, values, varies);
	sweep_observe(s, state);
	sweep_up(s);
	sweep_down(s);
	for (size_t l = 0; l < KERNEL_LANES; l++) {
		sweep_load_all(alone, values[l]);
		sweep_observe(alone, state);
		sweep_up(alone);
		sweep_down(alone);
		good &= same_lane(s, alone, l, target);
	}
	return good;
}

int main(void)
{
	for (uint64_t seed = 0; seed < NETWORKS; seed++) {
		ok(trial(seed), "network %d", (int)seed);
		arena_reset(&arena);
	}
	printf("# largest difference: %g\n", worst);
	arena_free(&arena);
	return done();
}
