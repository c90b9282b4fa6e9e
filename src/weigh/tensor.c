#include "weigh/tensor.h"

uint32_t tensor_add(struct tensors *x, struct tensor t)
{
	t.cells = (uint32_t)scope_cells(t.stored, x->plan->states);
	t.hung = t.next = PLAN_NONE;
	list_push_own(&x->list, t);
	return (uint32_t)(x->list.n - 1);
}

static void link_hung(const struct tensors *x, uint32_t hung, uint32_t on, uint32_t *into)
{
	for (; hung != PLAN_NONE; hung = x->list.at[hung].next)
		into[hung] = on;
}

// What each tensor went into: another, or PLAN_NONE of a root.
static uint32_t *link_up(struct arena *a, const struct tensors *x)
{
	uint32_t *into = arena_array(a, uint32_t, x->list.n + 1);
	for (size_t t = 0; t < x->list.n; t++)
		into[t] = PLAN_NONE;
	for (uint32_t t = 0; t < x->list.n; t++)
		link_hung(x, x->list.at[t].hung, t, into);
	for (each (e, &x->events)) {
		into[e->a] = e->out;
		if (e->b != PLAN_NONE)
			into[e->b] = e->out;
		link_hung(x, e->hung, e->out, into);
	}
	return into;
}

// Each walk ends where one before it has been.
static void find_roots(const struct tensors *x)
{
	struct arena a = { 0 };
	struct plan *p = x->plan;
	const uint32_t *into = link_up(&a, x);
	for (each (t, &p->tensors))
		t->root = PLAN_NONE;
	for (uint32_t i = 0; i < p->roots.n; i++)
		p->tensors.at[p->roots.at[i]].root = i;
	for (uint32_t t = 0; t < x->list.n; t++) {
		uint32_t end = t;
		while (p->tensors.at[end].root == PLAN_NONE)
			end = into[end];
		for (uint32_t u = t; u != end; u = into[u])
			p->tensors.at[u].root = p->tensors.at[end].root;
	}
	arena_free(&a);
}

void tensor_settle(struct arena *a, const struct tensors *x)
{
	struct plan *p = x->plan;
	p->tensors.n = p->tensors.room = x->list.n;
	p->tensors.at = arena_array(a, struct plan_tensor, x->list.n + 1);
	for (size_t i = 0; i < x->list.n; i++) {
		const struct tensor *t = &x->list.at[i];
		p->tensors.at[i] = (struct plan_tensor){ .cells = t->cells,
							 .ones = t->ones,
							 .unit = t->unit,
							 .along = scope_has(t->stored, p->target_rank),
							 .varies = scope_has(t->stored, p->n_ranks) };
	}
	find_roots(x);
}

void tensor_forget(struct tensors *x)
{
	arena_free(&x->list.mem);
	arena_free(&x->events.mem);
}
