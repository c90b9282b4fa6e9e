// The structure of a network: nothing is computed here.
#include "case/net.h"

#include "base/limits.h"

#include <string.h>

size_t net_variable(struct arena *a, struct net *n, size_t states)
{
	list_push(a, &n->states, states);
	return n->states.n - 1;
}

// Takes over vars.
static enum status add(struct arena *a, struct net *n, const size_t *vars, size_t n_vars, bool chance, struct err *e)
{
	size_t cells = 1;
	if (n_vars > LIMIT_SCOPE)
		return err_set(e, STATUS_LIMIT, "a table has %zu variables; the limit SCOPE allows %lld", n_vars,
			       (long long)LIMIT_SCOPE);
	for (size_t i = 0; i < n_vars; i++) {
		cells *= n->states.at[vars[i]];
		if (cells > LIMIT_TABLE - n->cells)
			return err_set(e, STATUS_LIMIT,
				       "a table over %zu variables is larger than the limit TABLE allows", n_vars);
	}
	struct net_table t = { .chance = chance, .n = n_vars, .vars = vars, .at = n->cells, .cells = cells };
	list_push(a, &n->tables, t);
	n->cells += cells;
	return STATUS_OK;
}

enum status net_chance(struct arena *a, struct net *n, size_t child, const size_t *parents, size_t n_parents,
		       struct err *e)
{
	size_t *vars = arena_array(a, size_t, n_parents + 1);
	if (n_parents)
		memcpy(vars, parents, n_parents * sizeof *vars);
	vars[n_parents] = child;
	return add(a, n, vars, n_parents + 1, true, e);
}

enum status net_evidence(struct arena *a, struct net *n, const size_t *vars, size_t n_vars, struct err *e)
{
	size_t *copy = arena_array(a, size_t, n_vars);
	if (n_vars)
		memcpy(copy, vars, n_vars * sizeof *copy);
	return add(a, n, copy, n_vars, false, e);
}
