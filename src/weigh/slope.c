// The slope of a factor is that of the product times the other factor, summed over what the factor lacks: the product
// rule, once an event, in reverse (Darwiche, "A differential approach to inference in Bayesian networks", 2003). With a
// target every slope has the states of the target too: the slope of P(h, e) for each h.
#include "weigh/slope.h"

#include "base/limits.h"
#include "weigh/kernel.h"
#include "weigh/schedule.h"

struct emission {
	struct arena *scratch;
	struct plan *p;
	bool *apart;       // [tensor] its slope keeps the target's states apart
	uint32_t *factors; // [tensor] of its slope since it was scaled
	bool *root;        // [tensor]
	double cells;      // of all slopes; past the limit nothing more is emitted
};

struct operand {
	uint32_t place;
	struct scope scope;
};

static struct operand numbers(const struct plan *p, uint32_t tensor)
{
	if (tensor == PLAN_NONE || p->tensors.at[tensor].ones)
		return (struct operand){ 0 };
	return (struct operand){ plan_place(tensor), p->tensors.at[tensor].stored };
}

static struct operand slope(struct emission *m, uint32_t tensor)
{
	struct plan *p = m->p;
	struct scope scope = p->tensors.at[tensor].whole;
	if (m->root[tensor])
		return (struct operand){ 0 };
	if (m->apart[tensor])
		scope = scope_with(m->scratch, scope, p->target_rank);
	if (p->lanes > 1)
		scope = scope_with(m->scratch, scope, p->n_ranks);
	return (struct operand){ plan_slope_place(p, tensor), scope };
}

static struct plan_op operation(struct plan *p, struct operand out, struct operand a, struct operand b)
{
	bool swap;
	struct plan_op op = { .out = out.place, .a = a.place, .b = b.place };
	op.loops = loops_find(&p->pool, p->states, out.scope, a.scope, b.scope, &swap);
	op.out_cells = (uint32_t)scope_cells(out.scope, p->states);
	op.lanes = p->lanes > 1 && scope_has(out.scope, p->n_ranks);
	if (swap) {
		op.a = b.place;
		op.b = a.place;
	}
	return op;
}

static void go_up(struct plan *p)
{
	for (each (e, &p->events)) {
		const struct plan_tensor *t = &p->tensors.at[e->out];
		if (t->ones)
			continue;
		struct plan_op op = operation(p, numbers(p, e->out), numbers(p, e->a), numbers(p, e->b));
		uint32_t factors = p->tensors.at[e->a].factors + (e->b == PLAN_NONE ? 0 : p->tensors.at[e->b].factors);
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
	m->factors[to] = m->factors[from] + by_factors;
	struct operand out = slope(m, to);
	m->cells += scope_cells(out.scope, p->states);
	if (m->cells > LIMIT_TABLE)
		return;
	struct plan_op op = operation(p, out, above, by);
	op.scale = m->factors[to] > PLAN_FACTORS;
	if (op.scale)
		m->factors[to] = 1;
	p->tensors.at[to].slope_cells = op.out_cells;
	list_push_own(&p->down, op);
}

static void hand_to_attached(struct emission *m, uint32_t tensor)
{
	const struct plan *p = m->p;
	for (uint32_t t = p->tensors.at[tensor].hung; t != PLAN_NONE; t = p->tensors.at[t].next)
		if (p->tensors.at[t].wanted)
			hand_down(m, t, tensor, slope(m, tensor), numbers(p, tensor), p->tensors.at[tensor].factors);
}

static void hand_to_factor(struct emission *m, const struct plan_event *e, uint32_t to, uint32_t other)
{
	const struct plan *p = m->p;
	if (to == PLAN_NONE || !p->tensors.at[to].wanted)
		return;
	hand_down(m, to, e->out, slope(m, e->out), numbers(p, other),
		  other == PLAN_NONE ? 0 : p->tensors.at[other].factors);
	hand_to_attached(m, to);
}

static bool any_wanted(const struct plan *p, uint32_t hung)
{
	for (; hung != PLAN_NONE; hung = p->tensors.at[hung].next)
		if (p->tensors.at[hung].wanted)
			return true;
	return false;
}

// What is asked for below a tensor asks for the tensor's own slope.
static void want(struct plan *p, const bool *tables)
{
	for (each (t, &p->tensors))
		t->wanted = t->marginal != PLAN_NONE || (tables && t->table != PLAN_NONE && tables[t->table]);
	for (each (t, &p->tensors)) // factors that were there before the first event
		t->wanted |= any_wanted(p, t->hung);
	for (each (e, &p->events)) {
		struct plan_tensor *out = &p->tensors.at[e->out], *a = &p->tensors.at[e->a];
		if (out->ones) {
			out->wanted |= any_wanted(p, e->hung);
			continue;
		}
		a->wanted |= any_wanted(p, a->hung);
		out->wanted |= a->wanted;
		if (e->b != PLAN_NONE) {
			struct plan_tensor *b = &p->tensors.at[e->b];
			b->wanted |= any_wanted(p, b->hung);
			out->wanted |= b->wanted;
		}
	}
}

// False where the slopes exceed the limit.
static bool go_down(struct plan *p, const bool *tables)
{
	struct arena scratch = { 0 };
	struct emission m = { .scratch = &scratch,
			      .p = p,
			      .apart = arena_array(&scratch, bool, p->tensors.n + 1),
			      .factors = arena_array(&scratch, uint32_t, p->tensors.n + 1),
			      .root = arena_array(&scratch, bool, p->tensors.n + 1) };
	want(p, tables);
	for (size_t i = 0; i < p->roots.n; i++) {
		m.root[p->roots.at[i]] = true;
		m.apart[p->roots.at[i]] = i == p->target_root;
	}
	for (each (r, &p->roots))
		hand_to_attached(&m, *r);
	for (size_t i = p->events.n; i-- > 0;) {
		const struct plan_event *e = &p->events.at[i];
		if (!p->tensors.at[e->out].ones) {
			hand_to_factor(&m, e, e->a, e->b);
			hand_to_factor(&m, e, e->b, e->a);
			continue;
		}
		for (uint32_t t = e->hung; t != PLAN_NONE; t = p->tensors.at[t].next)
			if (p->tensors.at[t].wanted)
				hand_down(&m, t, e->out, slope(&m, e->out), numbers(p, e->a), 1);
	}
	bool fits = m.cells <= LIMIT_TABLE;
	arena_free(&scratch);
	return fits;
}

// Tables begin where a vector may be loaded in one piece.
static size_t aligned(size_t at)
{
	return (at + KERNEL_LANES - 1) / KERNEL_LANES * KERNEL_LANES;
}

static void lay_out(struct plan *p)
{
	for (each (t, &p->tensors)) {
		if (!t->ones && t->table == PLAN_NONE) {
			t->at = p->numbers;
			p->numbers = aligned(p->numbers + t->cells);
		}
		t->slope = p->slopes;
		p->slopes = aligned(p->slopes + t->slope_cells);
	}
}

enum status slope_operations(struct plan *p, const bool *tables, struct err *e)
{
	go_up(p);
	bool fits = go_down(p, tables);
	lay_out(p);
	if (!fits || p->numbers > LIMIT_TABLE)
		return err_set(e, STATUS_LIMIT, "the tables of the answer exceed the limit TABLE of %lld cells",
			       (long long)LIMIT_TABLE);
	schedule(p->up.at, p->up.n, p->pool.loops.at, plan_places(p));
	schedule(p->down.at, p->down.n, p->pool.loops.at, plan_places(p));
	return STATUS_OK;
}
