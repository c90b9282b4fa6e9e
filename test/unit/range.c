// Numbers far from one: thousands of findings that are each next to impossible, factors that are all very large or all
// very small, with and without lanes. What they say together neither underflows nor overflows.
#include "test/engine.h"
#include "test/tap.h"
#include "weigh/query.h"
#include "weigh/retract.h"

static struct arena arena;
static struct err err;

// Factors of some variables in a row, many of each, all near 2^exponent.
static void factors(struct network *n, size_t vars, size_t each_of, int exponent, uint64_t seed)
{
	*n = (struct network){ .markov = true };
	for (size_t v = 0; v < vars; v++)
		net_variable(&arena, &n->net, 2);
	for (size_t v = 0; v < vars; v++)
		for (size_t i = 0; i < each_of; i++)
			engine_check(net_evidence(&arena, &n->net, (size_t[]){ v, v + 1 }, v + 1 < vars ? 2 : 1, &err));
	n->values = arena_array(&arena, double, n->net.cells);
	for (size_t i = 0; i < n->net.cells; i++)
		n->values[i] = ldexp(1 + rng_uniform(seed, 0, i), exponent);
	network_number(&arena, n);
}

static double worst_of(const struct query *q, const struct slow *s, double log_p)
{
	double worst = fabs(q->log_p / log_p - 1);
	for (size_t v = 0; v < s->net.states.n; v++)
		for (size_t i = 0; q->posterior[v] && i < s->net.states.at[v]; i++) {
			double by = fabs(q->posterior[v][i] - s->work->belief[v][i]);
			worst = by <= worst ? worst : by;
		}
	return worst;
}

// `mild`: the same but for powers of two, whose exponents make `more`; the plain engine is asked about it.
static void check(const struct network *n, const struct network *mild, double more, size_t target, const char *what)
{
	struct query *q;
	struct slow s;
	slow_make(&arena, mild, &s);
	slow_run(&s);
	if (query_make(&arena, n, target, &q, &err))
		abort();
	bool possible = query_everything(q);
	double log_p = s.work->log_p + more * M_LN2;
	if (!ok(possible && s.possible && worst_of(q, &s, log_p) < 1e-12, "%s", what))
		printf("# possible %d, off by %g, log P(e) %g instead of %g\n", possible,
		       possible ? worst_of(q, &s, log_p) : NAN, q->log_p, log_p);
}

static void scales(void)
{
	static const int exponents[] = { 32, 31, 20, -31, -32, -33, -34, 100, -100, 900, -900, 1022, -1021 };
	for (size_t i = 0; i < sizeof exponents / sizeof *exponents; i++)
		for (size_t many = 1; many <= 100; many += 33) {
			struct network n, mild;
			factors(&n, 5, many, exponents[i], i);
			factors(&mild, 5, many, 0, i);
			check(&n, &mild, (double)many * 5 * exponents[i], i % 5,
			      arena_printf(&arena, "%zu factors near 2^%d a variable", many, exponents[i]));
			arena_reset(&arena);
		}
}

// Reports of something, whose chance is all but nothing whatever is so.
static void reports(double chance, size_t many)
{
	struct network n = { 0 };
	size_t fact = net_variable(&arena, &n.net, 2);
	engine_check(net_chance(&arena, &n.net, fact, NULL, 0, &err));
	for (size_t i = 0; i < many; i++) {
		size_t v = net_variable(&arena, &n.net, 2);
		engine_check(net_chance(&arena, &n.net, v, &fact, 1, &err));
		list_push(&arena, &n.findings, ((struct network_finding){ v, 1 }));
	}
	n.values = arena_array(&arena, double, n.net.cells);
	n.values[0] = n.values[1] = 0.5;
	for (size_t i = 0; i < many; i++) {
		double p = chance * (1 + rng_uniform(1, 1, i) / 64), q = chance * (1 + rng_uniform(1, 2, i) / 64);
		memcpy(n.values + 2 + 4 * i, (double[]){ 1 - p, p, 1 - q, q }, 4 * sizeof p);
	}
	network_number(&arena, &n);
	check(&n, &n, 0, fact, arena_printf(&arena, "%zu reports of chance %g", many, chance));
	arena_reset(&arena);
}

// Slopes for each state of the target, whose count of cells is no 32-bit number.
static void large_target(void)
{
	struct network n = { .markov = true };
	struct query *q;
	size_t target = net_variable(&arena, &n.net, 60000), a = net_variable(&arena, &n.net, 2),
	       b = net_variable(&arena, &n.net, 35792); // 2 * 35792 * 60000 is 2^32 and a few
	engine_check(net_evidence(&arena, &n.net, (size_t[]){ target, a }, 2, &err));
	engine_check(net_evidence(&arena, &n.net, (size_t[]){ a, b }, 2, &err));
	n.values = arena_array(&arena, double, n.net.cells);
	network_number(&arena, &n);
	ok(query_make(&arena, &n, target, &q, &err) == STATUS_LIMIT && strstr(err.text, "TABLE"),
	   "a target of too many states is refused");
	arena_reset(&arena);
}

int main(void)
{
	large_target();
	scales();
	for (int e = 3; e <= 18; e += 5)
		for (size_t many = 10; many <= 1000; many *= 10)
			reports(pow(10, -e), many);
	reports(1e-12, 17);
	reports(1e-12, 32);
	reports(1e-12, 33);
	arena_free(&arena);
	return done();
}
