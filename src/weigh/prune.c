// Barren variables (Shachter, "Evaluating influence diagrams", 1986).
#include "weigh/prune.h"

struct uses {
	uint32_t *of;         // [variable] live tables that hold it, but for its own
	uint32_t *own;        // [variable] its own table, or PLAN_NONE
	LIST(uint32_t) ready; // unused ones
};

static void count(struct arena *a, const struct net *n, struct uses *u)
{
	u->of = arena_array(a, uint32_t, n->states.n + 1);
	u->own = arena_array(a, uint32_t, n->states.n + 1);
	for (size_t v = 0; v < n->states.n; v++)
		u->own[v] = PLAN_NONE;
	for (size_t t = 0; t < n->tables.n; t++) {
		const struct net_table *table = &n->tables.at[t];
		for (size_t i = 0; i < table->n; i++)
			u->of[table->vars[i]]++;
		if (table->chance) {
			u->own[table->vars[table->n - 1]] = (uint32_t)t;
			u->of[table->vars[table->n - 1]]--;
		}
	}
}

static bool asked(const struct plan_ask *ask, size_t v)
{
	return v == ask->target || (ask->observed && ask->observed[v]) || (ask->marginals && ask->marginals[v]);
}

// Lets go of an unused variable's own table; its parents may be unused then.
static void let_go(struct arena *a, const struct net *n, struct uses *u, uint32_t v)
{
	if (u->own[v] == PLAN_NONE)
		return;
	const struct net_table *t = &n->tables.at[u->own[v]];
	for (size_t i = 0; i + 1 < t->n; i++)
		if (!--u->of[t->vars[i]])
			list_push(a, &u->ready, (uint32_t)t->vars[i]);
}

static void find_ready(struct arena *a, const struct net *n, struct uses *u, const bool *stays)
{
	u->ready.n = 0;
	for (size_t v = 0; v < n->states.n; v++)
		if (!u->of[v] && stays[v])
			list_push(a, &u->ready, (uint32_t)v);
}

void prune(struct arena *a, const struct net *n, const struct plan_ask *ask, struct pruned *out)
{
	struct uses u = { 0 };
	*out = (struct pruned){ .variables = arena_array(a, bool, n->states.n + 1),
				.tables = arena_array(a, bool, n->tables.n + 1),
				.barren = arena_array(a, uint32_t, n->states.n + 1) };
	count(a, n, &u);
	for (size_t v = 0; v < n->states.n; v++)
		out->variables[v] = true;
	for (size_t t = 0; t < n->tables.n; t++)
		out->tables[t] = true;
	find_ready(a, n, &u, out->variables);
	while (u.ready.n) {
		uint32_t v = u.ready.at[--u.ready.n];
		if (asked(ask, v))
			continue;
		out->variables[v] = false;
		if (u.own[v] != PLAN_NONE)
			out->tables[u.own[v]] = false;
		let_go(a, n, &u, v);
	}
	find_ready(a, n, &u, out->variables);
	while (u.ready.n) {
		uint32_t v = u.ready.at[--u.ready.n];
		if (v == ask->target || (ask->observed && ask->observed[v]) || u.own[v] == PLAN_NONE)
			continue;
		out->barren[out->n_barren++] = v;
		let_go(a, n, &u, v);
	}
}
