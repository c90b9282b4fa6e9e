// Evidence is sliced out of every table: the tables that are left are small, and a finding that nothing else hangs on
// is a likelihood over its parents, whose slope answers what would be without it or with another state of it (Darwiche
// 2003). The rest of the findings are taken back in retract.c.
#include "weigh/query.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "weigh/retract.h"
#include "weigh/verify.h"

#ifdef WEIGH_VERIFY
#define VERIFY(wrong) assert(!(wrong))
#else
#define VERIFY(wrong) ((void)0)
#endif

enum {
	PIECE = 4096, // numbers whose logarithms are taken at once
	LARGE = 4096, // tensors of a plan whose making has taken much
};

static const double least_bits = 1e-12; // less is rounding

static void mark_findings(struct query *q)
{
	const struct net *n = &q->network->net;
	q->observed = arena_array(q->arena, bool, n->states.n + 1);
	q->state = arena_array(q->arena, uint32_t, n->states.n + 1);
	for (each (f, &q->network->findings)) {
		q->observed[f->variable] = true;
		q->state[f->variable] = (uint32_t)f->state;
	}
}

static void make_room(struct query *q)
{
	const struct net *n = &q->network->net;
	q->room = PIECE;
	q->posterior = arena_array(q->arena, double *, n->states.n + 1);
	for (size_t v = 0; v < n->states.n; v++)
		if (!q->observed[v]) {
			q->posterior[v] = arena_array(q->arena, double, n->states.at[v]);
			size_t cells = n->states.at[v] * (q->k + 1);
			q->room = cells > q->room ? cells : q->room;
		}
	if (q->target == PLAN_NONE)
		return;
	q->bits = arena_array(q->arena, double, n->states.n + 1);
	q->scale = arena_array(q->arena, double, n->tables.n + 1);
	q->joint = arena_array(q->arena, double, q->room + KERNEL_SPARE);
	q->logs = arena_array(q->arena, double, q->room + KERNEL_SPARE);
	retract_prepare(q);
}

static void find_marginals(struct query *q)
{
	const struct net *n = &q->network->net;
	q->marginals.room = n->states.n - q->network->findings.n;
	q->marginals.at = arena_array(q->arena, struct query_marginal, q->marginals.room);
	for (uint32_t v = 0; v < n->states.n; v++) {
		struct query_marginal m = { .variable = v, .states = (uint32_t)n->states.at[v] };
		if (q->observed[v])
			continue;
		m.at = sweep_marginal(q->sweep, v, &m.apart);
		list_push(q->arena, &q->marginals, m);
	}
}

enum status query_make(struct arena *a, const struct network *n, size_t target, struct query **out, struct err *e)
{
	struct query *q = *out = arena_new(a, struct query);
	bool *marginals = arena_array(a, bool, n->net.states.n + 1),
	     *tables = arena_array(a, bool, n->net.tables.n + 1);
	*q = (struct query){ .arena = a, .network = n, .target = target };
	mark_findings(q);
	if (target != PLAN_NONE && q->observed[target])
		return err_set(e, STATUS_BAD_INPUT,
			       "the target %s is observed: ask for another, or leave its finding out",
			       n->names[target]);
	q->k = target == PLAN_NONE ? 1 : n->net.states.at[target];
	for (size_t v = 0; v < n->net.states.n; v++)
		marginals[v] = true;
	memset(tables, true, n->net.tables.n * sizeof *tables);
	struct plan_ask ask = { .observed = q->observed,
				.marginals = marginals,
				.tables = target == PLAN_NONE ? NULL : tables,
				.target = target };
	if (plan_make(a, &n->net, &ask, &q->plan, e))
		return e->status;
	if (q->plan->tensors.n > LARGE)
		arena_trim();
	q->sweep = sweep_new(a, q->plan);
	sweep_load_all(q->sweep, n->values);
	make_room(q);
	find_marginals(q);
	return STATUS_OK;
}

static bool go_up(struct query *q)
{
	sweep_observe(q->sweep, q->state);
	sweep_up(q->sweep);
	q->log_p = sweep_log_p(q->sweep, 0);
	return isfinite(q->log_p);
}

bool query_posteriors(struct query *q)
{
	if (!go_up(q)) {
		VERIFY(verify_posteriors(q, false));
		return false;
	}
	sweep_down(q->sweep);
	for (each (m, &q->marginals))
		q->sweep->kernel->marginal(q->posterior[m->variable], NULL, m->at, m->states, m->apart ? q->k : 1);
	VERIFY(verify_posteriors(q, true));
	return true;
}

// I(H; X | e) = sum of p(x, h) log p(x, h) - p(x) log p(x) - p(h) log p(h), in bits: all but the last, of the marginals
// from `first` up to `end`, whose n numbers are in q->joint.
static void read_piece(struct query *q, const struct query_marginal *first, const struct query_marginal *end, size_t n)
{
	q->sweep->kernel->log2_of(q->joint, q->logs, n);
	n = 0;
	for (const struct query_marginal *m = first; m < end; m++) {
		if (!m->apart)
			continue;
		q->bits[m->variable] = q->sweep->kernel->information(q->joint + n, q->logs + n, m->states, q->k);
		n += m->states * (q->k + 1);
	}
}

// Posteriors; and p(x, h), then p(x), of each variable that the target may depend on, as many as there is room for.
static void read_marginals(struct query *q)
{
	const struct query_marginal *first = q->marginals.at;
	size_t n = 0;
	for (each (m, &q->marginals)) {
		size_t more = m->apart ? m->states * (q->k + 1) : 0;
		if (n + more > q->room) {
			read_piece(q, first, m, n);
			first = m;
			n = 0;
		}
		q->sweep->kernel->marginal(q->posterior[m->variable], m->apart ? q->joint + n : NULL, m->at, m->states,
					   m->apart ? q->k : 1);
		n += more;
	}
	read_piece(q, first, q->marginals.at + q->marginals.n, n);
}

static void read_bits(struct query *q)
{
	const double *target = q->posterior[q->target];
	double entropy = 0;
	for (size_t h = 0; h < q->k; h++)
		entropy -= target[h] > 0 ? target[h] * log2(target[h]) : 0;
	for (each (m, &q->marginals)) {
		double bits = entropy + q->bits[m->variable];
		if (m->apart)
			q->bits[m->variable] = bits > least_bits && m->variable != q->target ? bits : 0;
	}
}

bool query_everything(struct query *q)
{
	bool possible = go_up(q);
	memset(q->scale, 0, q->network->net.tables.n * sizeof *q->scale);
	sweep_down(q->sweep);
	if (possible) {
		read_marginals(q);
		read_bits(q);
	}
	retract_leaves(q, possible);
	VERIFY(verify_posteriors(q, possible));
	VERIFY(verify_leaves(q));
	return possible;
}

enum status query_with_findings(struct arena *a, const struct network *n, const bool *told, struct net *out,
				struct err *e)
{
	size_t room = n->net.tables.n + n->findings.n + 1;
	*out = n->net;
	out->tables.at = arena_array(a, struct net_table, room);
	out->tables.room = room;
	if (n->net.tables.n)
		memcpy(out->tables.at, n->net.tables.at, n->net.tables.n * sizeof *out->tables.at);
	for (size_t i = 0; i < n->findings.n; i++)
		if ((!told || told[i]) && net_evidence(a, out, &n->findings.at[i].variable, 1, e))
			return e->status;
	return STATUS_OK;
}
