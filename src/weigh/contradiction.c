// The network once more, its findings as likelihoods that can be let go of. Where that network is too large, one is
// compiled for every set that is asked for. When one contradiction is found its findings are let go of; what is still
// impossible then holds another.
#include "weigh/contradiction.h"

#include <math.h>
#include <string.h>

#include "weigh/conflict.h"

enum { MOST_ANSWERS = 400, MOST_TOLD = 8 };

struct search {
	struct arena arena;
	const struct query *q;
	struct net net; // with a table for each finding
	struct sweep *sweep; // NULL: it is too large
	uint32_t first;      // table of the first finding
	bool *let_go;        // [finding] for good
};

static void add_findings(struct search *s)
{
	const struct network *n = s->q->network;
	struct err e;
	s->first = (uint32_t)n->net.tables.n;
	if (query_with_findings(&s->arena, n, NULL, &s->net, &e))
		return;
	struct plan *p;
	struct plan_ask ask = { .target = PLAN_NONE };
	if (plan_make(&s->arena, &s->net, &ask, &p, &e))
		return;
	s->sweep = sweep_new(&s->arena, p);
	for (uint32_t t = 0; t < s->first; t++)
		sweep_load(s->sweep, t, n->values + n->net.tables.at[t].at);
}

static bool possible_at_once(struct search *s, const bool *in)
{
	const struct network *n = s->q->network;
	struct arena a = { 0 };
	for (uint32_t i = 0; i < n->findings.n; i++) {
		size_t states = n->net.states.at[n->findings.at[i].variable];
		double *x = arena_array(&a, double, states);
		for (size_t k = 0; k < states; k++)
			x[k] = !in[i] || k == n->findings.at[i].state;
		sweep_load(s->sweep, s->first + i, x);
	}
	sweep_up(s->sweep);
	arena_free(&a);
	return isfinite(sweep_log_p(s->sweep, 0));
}

static bool possible(void *context, const bool *in)
{
	struct search *s = context;
	const struct network *n = s->q->network;
	if (s->sweep)
		return possible_at_once(s, in);
	struct arena a = { 0 };
	struct plan *p;
	struct err e;
	bool *observed = arena_array(&a, bool, n->net.states.n + 1);
	for (size_t i = 0; i < n->findings.n; i++)
		observed[n->findings.at[i].variable] = in[i];
	struct plan_ask ask = { .observed = observed, .target = PLAN_NONE };
	bool yes = true; // what is too large to tell does not count as contradictory
	if (!plan_make(&a, &n->net, &ask, &p, &e)) {
		struct sweep *w = sweep_new(&a, p);
		sweep_load_all(w, n->values);
		sweep_observe(w, s->q->state);
		sweep_up(w);
		yes = isfinite(sweep_log_p(w, 0));
	}
	arena_free(&a);
	return yes;
}

// One more contradiction, among what was not let go of; its findings are.
static size_t tell_next(struct search *s, struct buf *out)
{
	const struct network *n = s->q->network;
	bool *in = arena_array(&s->arena, bool, n->findings.n + 1);
	struct conflict c = { n->findings.n, possible, s, MOST_ANSWERS, 0 };
	for (size_t i = 0; i < n->findings.n; i++)
		in[i] = !s->let_go[i];
	if (possible(s, in))
		return 0;
	size_t size = conflict_find(&c, in), told = 0;
	if (size && out->n)
		buf_text(out, "; and not ");
	for (size_t i = 0; i < n->findings.n; i++) {
		if (!in[i])
			continue;
		const struct network_finding *f = &n->findings.at[i];
		buf_printf(out, "%s%s=%s",
			   !told              ? ""
			   : told + 1 == size ? " and "
					      : ", ",
			   n->names[f->variable], n->states[f->variable][f->state]);
		told++;
		s->let_go[i] = true;
	}
	return size;
}

enum status contradiction_explain(const struct query *q, struct err *e)
{
	struct search s = { .q = q };
	struct buf out = buf_in(&s.arena);
	size_t found = 0;
	s.let_go = arena_array(&s.arena, bool, q->network->findings.n + 1);
	add_findings(&s);
	while (found < MOST_TOLD && tell_next(&s, &out))
		found++;
	if (!out.n)
		err_set(e, STATUS_IMPOSSIBLE,
			"the network gives nothing any probability, whatever is found; look for rows of zeros in it");
	else
		err_set(
		    e, STATUS_IMPOSSIBLE,
		    "what was found cannot all be true: not %s; the network gives that probability zero; take %s back",
		    buf_str(&out), found > 1 ? "one of each" : "one of them");
	arena_free(&s.arena);
	return STATUS_IMPOSSIBLE;
}
