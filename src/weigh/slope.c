// The slope of a factor is that of the product times the other factor, summed over what the factor lacks: the product
// rule, once an event, in reverse (Darwiche, "A differential approach to inference in Bayesian networks", 2003). With a
// target every slope has the states of the target too: the slope of P(h, e) for each h.
#include "weigh/slope.h"

#include "base/limits.h"
#include "weigh/kernel.h"
#include "weigh/schedule.h"

#include <string.h>

struct emission {
	struct arena scopes; // of one operation
	struct tensors *tensors;
	struct plan *p;
	bool *apart;      // [tensor] its slope keeps the target's states apart
	uint8_t *factors; // [tensor] of its slope since it was scaled
	bool *root;       // [tensor]
	double cells;     // of all slopes; past the limit nothing more is emitted
};

struct operand {
	uint32_t place;
	struct scope scope;
};

static struct operand numbers(const struct tensors *x, uint32_t tensor)
{
	if (tensor == PLAN_NONE || x->list.at[tensor].ones)
		return (struct operand){ 0 };
	return (struct operand){ plan_place(tensor), x->list.at[tensor].stored };
}

static struct operand slope(struct emission *m, uint32_t tensor)
{
	struct plan *p = m->p;
	struct scope scope = m->tensors->list.at[tensor].whole;
	if (m->root[tensor])
		return (struct operand){ 0 };
	if (m->apart[tensor])
		scope = scope_with(&m->scopes, scope, p->target_rank);
	if (p->lanes > 1)
		scope = scope_with(&m->scopes, scope, p->n_ranks);
	return (struct operand){ plan_slope_place(p, tensor), scope };
}

static struct plan_op operation(struct plan *p, struct operand out, struct operand a, struct operand b)
{
	bool swap;
	struct plan_op op = { .out = out.place, .a = a.place, .b = b.place };
	op.loops = loops_find(&p->pool, p->states, out.scope, a.scope, b.scope, &swap);
	op.lanes = p->lanes > 1 && scope_has(out.scope, p->n_ranks);
	if (swap) {
		op.a = b.place;
		op.b = a.place;
	}
	return op;
}

static void go_up(struct tensors *x)
{
	struct plan *p = x->plan;
	for (each (e, &x->events)) {
		if (x->list.at[e->out].ones)
			continue;
		struct plan_op op = operation(p, numbers(x, e->out), numbers(x, e->a), numbers(x, e->b));
		uint32_t factors = x->list.at[e->a].factors + (e->b == PLAN_NONE ? 0u : x->list.at[e->b].factors);
		op.scale = factors > PLAN_FACTORS;
		list_push_own(&p->up, op);
	}
}

// The slope of `to` from that of `from`, which is `above`.
static void hand_down(struct emission *m, uint32_t to, uint32_t from, struct operand above, struct operand by,
		      uint32_t by_factors)
{
	struct plan *p = m->p;
	m->apart[to] = m->apart[from];
	m->factors[to] = (uint8_t)(m->factors[from] + by_factors);
	struct operand out = slope(m, to);
	double cells = scope_cells(out.scope, p->states);
	m->cells += cells;
	if (m->cells > LIMIT_TABLE)
		return;
	struct plan_op op = operation(p, out, above, by);
	op.scale = m->factors[to] > PLAN_FACTORS;
	if (op.scale)
		m->factors[to] = 1;
	p->tensors.at[to].slope_cells = (uint32_t)cells;
	list_push_own(&p->down, op);
	arena_reset(&m->scopes);
}

static void hand_to_attached(struct emission *m, uint32_t tensor)
{
	const struct tensor *list = m->tensors->list.at;
	for (uint32_t t = list[tensor].hung; t != PLAN_NONE; t = list[t].next)
		if (list[t].wanted)
			hand_down(m, t, tensor, slope(m, tensor), numbers(m->tensors, tensor), list[tensor].factors);
}

static void hand_to_factor(struct emission *m, const struct tensor_event *e, uint32_t to, uint32_t other)
{
	const struct tensor *list = m->tensors->list.at;
	if (to == PLAN_NONE || !list[to].wanted)
		return;
	hand_down(m, to, e->out, slope(m, e->out), numbers(m->tensors, other),
		  other == PLAN_NONE ? 0 : list[other].factors);
	hand_to_attached(m, to);
}

static bool any_wanted(const struct tensors *x, uint32_t hung)
{
	for (; hung != PLAN_NONE; hung = x->list.at[hung].next)
		if (x->list.at[hung].wanted)
			return true;
	return false;
}

// What is asked for below a tensor asks for the tensor's own slope.
static void want(struct tensors *x, const bool *tables)
{
	for (each (t, &x->list))
		t->wanted = t->marginal != PLAN_NONE || (tables && t->table != PLAN_NONE && tables[t->table]);
	for (each (t, &x->list)) // factors that were there before the first event
		t->wanted |= any_wanted(x, t->hung);
	for (each (e, &x->events)) {
		struct tensor *out = &x->list.at[e->out], *a = &x->list.at[e->a];
		if (out->ones) {
			out->wanted |= any_wanted(x, e->hung);
			continue;
		}
		a->wanted |= any_wanted(x, a->hung);
		out->wanted |= a->wanted;
		if (e->b != PLAN_NONE) {
			struct tensor *b = &x->list.at[e->b];
			b->wanted |= any_wanted(x, b->hung);
			out->wanted |= b->wanted;
		}
	}
}

// False where the slopes exceed the limit.
static bool go_down(struct tensors *x, const bool *tables)
{
	struct arena scratch = { 0 };
	struct plan *p = x->plan;
	const struct tensor *list = x->list.at;
	struct emission m = { .tensors = x,
			      .p = p,
			      .apart = arena_array(&scratch, bool, x->list.n + 1),
			      .factors = arena_array(&scratch, uint8_t, x->list.n + 1),
			      .root = arena_array(&scratch, bool, x->list.n + 1) };
	want(x, tables);
	for (size_t i = 0; i < p->roots.n; i++) {
		m.root[p->roots.at[i]] = true;
		m.apart[p->roots.at[i]] = i == p->target_root;
	}
	for (each (r, &p->roots))
		hand_to_attached(&m, *r);
	for (size_t i = x->events.n; i-- > 0;) {
		const struct tensor_event *e = &x->events.at[i];
		if (!list[e->out].ones) {
			hand_to_factor(&m, e, e->a, e->b);
			hand_to_factor(&m, e, e->b, e->a);
			continue;
		}
		for (uint32_t t = e->hung; t != PLAN_NONE; t = list[t].next)
			if (list[t].wanted)
				hand_down(&m, t, e->out, slope(&m, e->out), numbers(x, e->a), 1);
	}
	bool fits = m.cells <= LIMIT_TABLE;
	arena_free(&m.scopes);
	arena_free(&scratch);
	return fits;
}

static size_t lay(size_t *end, size_t cells)
{
	size_t at = plan_aligned(*end, cells);
	*end = at + cells;
	return at;
}

static void lay_out_numbers(const struct tensors *x)
{
	struct plan *p = x->plan;
	for (size_t i = 0; i < x->list.n; i++)
		if (!x->list.at[i].ones && x->list.at[i].table == PLAN_NONE)
			p->tensors.at[i].at = (uint32_t)lay(&p->numbers, x->list.at[i].cells);
}

// Whether nothing reads the slope but the operations that come next.
static bool passes(const struct tensors *x, size_t tensor)
{
	const struct tensor *t = &x->list.at[tensor];
	return x->plan->lanes == 1 && t->table == PLAN_NONE && t->marginal == PLAN_NONE;
}

// A slope that only passes is read by operations of the next level and of no other: those of even levels lie in one
// place, those of odd ones in another, each level over the last but one.
static void lay_out_slopes(const struct tensors *x, const uint32_t *level)
{
	struct arena scratch = { 0 };
	struct plan *p = x->plan;
	uint32_t levels = 0;
	for (size_t i = 0; i < p->tensors.n; i++) {
		uint32_t l = level[plan_slope_place(p, (uint32_t)i)];
		levels = l >= levels ? l + 1 : levels;
	}
	size_t *end = arena_array(&scratch, size_t, levels + 1), most[2] = { 0 };
	for (size_t i = 0; i < p->tensors.n; i++) {
		struct plan_tensor *t = &p->tensors.at[i];
		uint32_t l = level[plan_slope_place(p, (uint32_t)i)];
		size_t *at = passes(x, i) ? &end[l] : &p->slopes;
		t->slope = (uint32_t)lay(at, t->slope_cells);
	}
	for (uint32_t l = 0; l < levels; l++)
		most[l % 2] = end[l] > most[l % 2] ? end[l] : most[l % 2];
	size_t even = plan_aligned(p->slopes, KERNEL_LANES), odd = plan_aligned(even + most[0], KERNEL_LANES);
	for (size_t i = 0; i < p->tensors.n; i++)
		if (passes(x, i))
			p->tensors.at[i].slope += (uint32_t)(level[plan_slope_place(p, (uint32_t)i)] % 2 ? odd : even);
	p->slopes = odd + most[1];
	arena_free(&scratch);
}

enum status slope_operations(struct tensors *x, const bool *tables, struct err *e)
{
	struct arena scratch = { 0 };
	struct plan *p = x->plan;
	go_up(x);
	bool fits = go_down(x, tables);
	lay_out_numbers(x);
	if (!fits || p->numbers > LIMIT_TABLE)
		return err_set(e, STATUS_LIMIT, "the tables of the answer exceed the limit TABLE of %lld cells",
			       (long long)LIMIT_TABLE);
	uint32_t *level = arena_array(&scratch, uint32_t, plan_places(p));
	schedule(p->up.at, p->up.n, p->pool.loops.at, level);
	memset(level, 0, plan_places(p) * sizeof *level);
	schedule(p->down.at, p->down.n, p->pool.loops.at, level);
	lay_out_slopes(x, level);
	arena_free(&scratch);
	return STATUS_OK;
}
