// All that a network with findings answers, on random networks: posteriors, every finding taken back and changed, bits,
// and the target as a function of every number, against the plain engine that is asked each of it anew.
#include "weigh/query.h"

#include "test/engine.h"
#include "test/tap.h"
#include "weigh/oneway.h"
#include "weigh/retract.h"

enum { FIRST = 1000, NETWORKS = 300, CELLS = 60 }; // cells: whose function is checked, of one network
#define NEAR 1e-10

static struct arena arena;
static struct err err;

struct trial {
	uint64_t seed;
	struct network network;
	struct slow slow;
	size_t target;
	struct query *query;
	size_t wrong, checked;
	double worst;
};

static double worst_of_all[8];

__attribute__((format(printf, 5, 6))) static void compare(struct trial *t, unsigned what, double got, double want,
							  const char *fmt, ...)
{
	double by = isnan(want) && isnan(got) ? 0 : got == want ? 0 : fabs(got - want);
	va_list ap;
	t->checked++;
	if (by <= NEAR) {
		worst_of_all[what] = fmax(worst_of_all[what], by);
		return;
	}
	if (t->wrong++ > 5)
		return;
	printf("# ");
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	printf(": %.17g instead of %.17g\n", got, want);
}

enum { POSTERIOR, WITHOUT, FLIP, BITS, ONEWAY, SUM };

// What the plain engine says now of a variable; NAN where its evidence is impossible.
static double slow_says(const struct slow *s, size_t variable, size_t state)
{
	return s->possible ? s->work->belief[variable][state] : NAN;
}

static void posteriors(struct trial *t, const struct query *q, bool possible, const char *how)
{
	const struct network *n = &t->network;
	if (possible != t->slow.possible) {
		t->wrong++;
		printf("# %s: possible is %d\n", how, possible);
		return;
	}
	if (!possible)
		return;
	compare(t, POSTERIOR, q->log_p, t->slow.work->log_p, "%s: log P(e)", how);
	for (size_t v = 0; v < n->net.states.n; v++)
		for (size_t i = 0; !q->observed[v] && i < n->net.states.at[v]; i++)
			compare(t, POSTERIOR, q->posterior[v][i], t->slow.work->belief[v][i], "%s: %zu is %zu", how, v,
				i);
}

static void enumeration(struct trial *t)
{
	double truth[64][ENGINE_STATES], log_p;
	if (!slow_enumerate(&t->slow, truth, &log_p))
		return;
	compare(t, SUM, t->slow.work->log_p, log_p, "sum over all states: log P(e)");
	for (size_t v = 0; v < t->network.net.states.n; v++)
		for (size_t i = 0; i < t->network.net.states.at[v]; i++)
			compare(t, SUM, t->slow.work->belief[v][i], truth[v][i], "sum over all states: %zu is %zu", v,
				i);
}

static void items(struct trial *t)
{
	const struct network *n = &t->network;
	for (size_t i = 0; i < n->findings.n; i++) {
		const struct query_item *x = &t->query->items[i];
		size_t v = n->findings.at[i].variable, k = t->query->k;
		const char *kind = x->leaf ? "leaf" : "interior";
		for (size_t s = 0; s <= n->net.states.at[v]; s++) {
			bool without = s == n->net.states.at[v];
			slow_set(&t->slow, v, without ? SIZE_MAX : s);
			slow_run(&t->slow);
			const double *got = without ? x->without : x->flip + s * k;
			for (size_t h = 0; h < k; h++)
				compare(t, without ? WITHOUT : FLIP, got[h], slow_says(&t->slow, t->target, h),
					"%zu is %zu, %s %zu %s %zu", t->target, h, kind, v, without ? "not of" : "as",
					s);
		}
		slow_set(&t->slow, v, t->query->state[v]);
	}
	slow_run(&t->slow);
}

// I(H; X | e) by what is left of H for each state of X.
static void bits(struct trial *t)
{
	const struct network *n = &t->network;
	double before[ENGINE_STATES], share[ENGINE_STATES];
	size_t k = t->query->k;
	if (!t->slow.possible)
		return;
	memcpy(before, t->slow.work->belief[t->target], k * sizeof *before);
	for (size_t v = 0; v < n->net.states.n; v++) {
		double sum = 0;
		if (t->query->observed[v])
			continue;
		memcpy(share, t->slow.work->belief[v], n->net.states.at[v] * sizeof *share);
		for (size_t s = 0; s < n->net.states.at[v] && v != t->target; s++) {
			slow_set(&t->slow, v, s);
			slow_run(&t->slow);
			for (size_t h = 0; h < k && t->slow.possible; h++) {
				double p = t->slow.work->belief[t->target][h];
				sum += p > 0 ? share[s] * p * log2(p / before[h]) : 0;
			}
		}
		slow_set(&t->slow, v, SIZE_MAX);
		slow_run(&t->slow);
		compare(t, BITS, t->query->bits[v], sum, "bits of %zu", v);
	}
}

// One cell as `to`, the rest of its row in proportion.
static void vary(struct trial *t, const struct net_table *table, size_t cell, double to)
{
	const struct network *n = &t->network;
	size_t states = table->chance ? n->net.states.at[table->vars[table->n - 1]] : 1, row = cell / states * states;
	const double *from = n->values + table->at;
	double rest = 1 - from[cell];
	for (size_t i = row; i < row + states; i++)
		t->slow.values[table->at + i] = i == cell  ? to
						: rest > 0 ? from[i] * (1 - to) / rest
							   : (1 - to) / (double)(states - 1);
	if (states == 1)
		t->slow.values[table->at + cell] = to;
	slow_run(&t->slow);
	memcpy(t->slow.values + table->at, from, table->cells * sizeof *from);
}

static void oneway(struct trial *t)
{
	static const double points[] = { 0.1, 0.6, 0, 1 };
	const struct network *n = &t->network;
	struct dice d = { .seed = t->seed, .at = 1u << 20 };
	double a[ENGINE_STATES], b[ENGINE_STATES];
	size_t k = t->query->k;
	for (size_t i = 0; i < n->net.tables.n && t->slow.possible; i++) {
		const struct net_table *table = &n->net.tables.at[i];
		size_t states = table->chance ? n->net.states.at[table->vars[table->n - 1]] : 2;
		for (size_t c = 0; c < table->cells && states > 1; c++) {
			if (n->net.cells > CELLS && dice_below(&d, n->net.cells) >= CELLS)
				continue;
			bool depends = oneway_function(t->query, (uint32_t)i, c, a, b);
			for (size_t p = 0; p < 4; p++) {
				double all = 0;
				vary(t, table, c, points[p]);
				for (size_t h = 0; h < k; h++)
					all += a[h] + b[h] * points[p];
				if (all < 1e-6 || !t->slow.possible) // near nothing: differences of equal numbers
					continue;
				for (size_t h = 0; h < k; h++)
					compare(t, ONEWAY, (a[h] + b[h] * points[p]) / all,
						slow_says(&t->slow, t->target, h), "table %zu cell %zu at %g, %s: %zu",
						i, c, points[p], depends ? "depends" : "does not", h);
			}
		}
	}
	slow_run(&t->slow);
}

static size_t a_target(const struct network *n, struct dice *d)
{
	bool observed[64] = { 0 };
	size_t v = dice_below(d, n->net.states.n);
	for (each (f, &n->findings))
		observed[f->variable] = true;
	for (size_t i = 0; i < n->net.states.n; i++, v = (v + 1) % n->net.states.n)
		if (!observed[v])
			return v;
	return SIZE_MAX;
}

// Other states are found of the same variables.
static void restate(struct trial *t)
{
	struct dice d = { .seed = t->seed, .at = 1u << 25 };
	for (each (f, &t->network.findings)) {
		t->query->state[f->variable] = (uint32_t)dice_below(&d, t->network.net.states.at[f->variable]);
		slow_set(&t->slow, f->variable, t->query->state[f->variable]);
	}
	slow_run(&t->slow);
}

static void with_target(struct trial *t, size_t target)
{
	bool possible;
	t->target = target;
	if (query_make(&arena, &t->network, target, &t->query, &err))
		abort();
	possible = query_everything(t->query);
	if (retract_interior(t->query, &err))
		abort();
	posteriors(t, t->query, possible, "everything");
	items(t);
	bits(t);
	oneway(t);
	possible = query_posteriors(t->query);
	posteriors(t, t->query, possible, "posteriors, with a target");
	if (!t->network.findings.n)
		return;
	restate(t);
	possible = query_everything(t->query);
	if (retract_interior(t->query, &err))
		abort();
	posteriors(t, t->query, possible, "everything, of other findings");
	items(t);
}

static bool trial(struct trial *t, uint64_t seed)
{
	struct engine_kind kind = engine_kind(seed);
	struct dice d = { .seed = seed, .at = 1u << 30 };
	struct query *q;
	*t = (struct trial){ .seed = seed };
	engine_network(&arena, seed, &kind, &t->network);
	slow_make(&arena, &t->network, &t->slow);
	if (slow_run(&t->slow))
		enumeration(t);
	if (query_make(&arena, &t->network, PLAN_NONE, &q, &err))
		abort();
	bool possible = query_posteriors(q);
	posteriors(t, q, possible, "posteriors");
	size_t target = a_target(&t->network, &d);
	if (target != SIZE_MAX)
		with_target(t, target);
	return !t->wrong;
}

int main(void)
{
	static const char *what[] = { "posteriors", "without", "flips", "bits", "one-way", "the plain engine's" };
	size_t impossible = 0, checked = 0;
	for (uint64_t seed = FIRST; seed < FIRST + NETWORKS; seed++) {
		struct trial t;
		bool good = trial(&t, seed);
		ok(good, "network %d: %zu variables, %zu findings%s", (int)seed, t.network.net.states.n,
		   t.network.findings.n, t.slow.possible ? "" : ", impossible");
		impossible += !t.slow.possible;
		checked += t.checked;
		arena_reset(&arena);
	}
	printf("# %zu numbers, %zu networks with impossible findings\n", checked, impossible);
	for (size_t i = 0; i < sizeof what / sizeof *what; i++)
		printf("# largest difference that passed, of %s: %g\n", what[i], worst_of_all[i]);
	ok(impossible > 10 && impossible < NETWORKS / 2, "findings are impossible in some");
	arena_free(&arena);
	return done();
}
