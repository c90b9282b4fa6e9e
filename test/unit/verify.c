// The checker of answers: it finds nothing wrong with right ones, and sees each that is changed.
#include "weigh/verify.h"

#include "test/engine.h"
#include "test/tap.h"

enum { NETWORKS = 150 };

static struct arena arena;
static struct err err;
static size_t changed, seen, right, small;

static void spoil(double *x, const char *(*check)(const struct query *), const struct query *q)
{
	double was = *x;
	*x = isnan(was) ? 0.5 : was + 1e-6;
	changed++;
	seen += check(q) != NULL;
	*x = was;
}

static const char *posteriors(const struct query *q)
{
	return verify_posteriors(q, true);
}

static void trial(uint64_t seed)
{
	struct engine_kind kind = engine_kind(seed);
	struct network n;
	struct query *q;
	size_t target = 0;
	kind.vars = 1 + kind.vars % 7;
	kind.states = 3;
	engine_network(&arena, seed, &kind, &n);
	for (each (f, &n.findings))
		target += f->variable == target; // they are in rising order
	if (target == n.net.states.n)
		return;
	if (query_make(&arena, &n, target, &q, &err))
		abort();
	bool possible = query_everything(q);
	small++;
	right += !verify_posteriors(q, possible) && !verify_leaves(q);
	changed++;
	seen += verify_posteriors(q, !possible) != NULL;
	for (size_t i = 0; i < n.findings.n; i++)
		if (q->items[i].leaf) {
			spoil(&q->items[i].without[0], verify_leaves, q);
			spoil(&q->items[i].flip[q->items[i].states * q->k - 1], verify_leaves, q);
		}
	if (!possible)
		return;
	spoil(&q->log_p, posteriors, q);
	for (size_t v = 0; v < n.net.states.n; v++)
		if (q->posterior[v])
			spoil(&q->posterior[v][n.net.states.at[v] - 1], posteriors, q);
}

int main(void)
{
	for (uint64_t seed = 0; seed < NETWORKS; seed++) {
		trial(seed);
		arena_reset(&arena);
	}
	is_int(right, small, "right answers pass");
	ok(changed > 500, "%zu answers are changed", changed);
	is_int(seen, changed, "wrong ones do not");
	arena_free(&arena);
	return done();
}
