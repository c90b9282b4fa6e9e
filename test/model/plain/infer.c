// The oracle of the engine: nothing is pruned but what is barren, nothing is shared, no finding is sliced out.
//
// Variable elimination as a straight-line program, and its reverse (Dechter, "Bucket elimination", 1999; Darwiche, "A
// differential approach to inference in Bayesian networks", 2003).
//
// Every table is ordered so that the variable eliminated first runs fastest. Then the program has three kinds of step:
// load a table, multiply two, sum out the fastest variable; every result is used once. The reverse sweep gives the
// derivative of the whole by a result; a target's marginal is the product of its bucket with the derivative of what was
// summed out of it. No division anywhere. Products are scaled by powers of two, which loses nothing; the exponents are
// added up for log P(e).
#include "test/model/plain/infer.h"

#include "base/limits.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "test/model/plain/order.h"

enum { SMALLEST_EXPONENT = -64, LARGEST_EXPONENT = 64 }; // of a product's largest number, before it is scaled
enum step_kind { STEP_LOAD, STEP_MULTIPLY, STEP_SUM };

#define NOWHERE SIZE_MAX

// A table on the way: its scope from the variable eliminated last to the one eliminated first.
struct slot {
	size_t n, *vars;
	size_t cells, at; // room.numbers[at ..)
	bool summed;      // a product that is summed out next: its derivative is its sum's, run by run
	bool wanted;      // its derivative is
	size_t slope;     // room.slopes[slope ..)
};

struct step {
	enum step_kind kind;
	size_t out, a, b; // slots; a of LOAD is an index into the values
	size_t run;       // states of the fastest variable, contiguous in a, b and out (in a only, of SUM)
	uint32_t *from_a; // LOAD: [cell] where it lies in the table; MULTIPLY: [run] where it begins in a
	uint32_t *from_b; // MULTIPLY: [run] where it begins in b
};

struct mark {
	size_t bucket, sum; // slots: what a target was summed out of, and the sum; NOWHERE: nothing mentions it
	size_t states;
};

struct plain {
	LIST(struct slot) slots;
	LIST(struct step) steps;
	LIST(size_t) roots; // slots of one cell whose product is P(e)
	struct mark *marks; // [target]
	size_t targets, cells, slopes;
};

struct plain_room {
	double *numbers, *slopes;
};

// Scratch of compiling.
struct making {
	struct arena *arena;
	const struct net *net;
	struct plain *f;
	size_t *order, n_order, *rank; // rank[variable] in the order of elimination
	LIST(size_t) * buckets;        // [rank] slots whose first variable to go is this one
	struct mark *marks;            // [rank]
	struct err *e;
};

// Leaves out what is barren: a variable that is no target and stands in its own chance table alone sums to one.
static void prune(struct arena *a, const struct net *n, const bool *target, bool *live_var, bool *live_table)
{
	size_t vars = n->states.n, *uses = arena_array(a, size_t, vars), *own = arena_array(a, size_t, vars);
	LIST(size_t) todo = { 0 };
	for (size_t v = 0; v < vars; v++) {
		live_var[v] = true;
		own[v] = NOWHERE;
	}
	for (size_t t = 0; t < n->tables.n; t++) {
		const struct net_table *table = &n->tables.at[t];
		live_table[t] = true;
		for (size_t i = 0; i < table->n; i++)
			uses[table->vars[i]]++;
		if (table->chance)
			own[table->vars[table->n - 1]] = t;
	}
	for (size_t v = 0; v < vars; v++)
		if (uses[v] <= 1)
			list_push(a, &todo, v);
	while (todo.n) {
		size_t v = todo.at[--todo.n];
		if (target[v] || !live_var[v] || (uses[v] && own[v] == NOWHERE))
			continue;
		live_var[v] = false;
		if (!uses[v])
			continue;
		const struct net_table *table = &n->tables.at[own[v]];
		live_table[own[v]] = false;
		for (size_t i = 0; i < table->n; i++)
			if (--uses[table->vars[i]] <= 1)
				list_push(a, &todo, table->vars[i]);
	}
}

// A new slot over `vars`, which it takes over; NOWHERE past the limit.
static size_t add_slot(struct making *m, size_t *vars, size_t n)
{
	size_t cells = 1;
	for (size_t i = 0; i < n; i++) {
		cells *= m->net->states.at[vars[i]];
		if (cells > LIMIT_TABLE - m->f->cells) {
			err_set(m->e, STATUS_LIMIT,
				"the network ties too much together: its tables exceed the limit TABLE of %lld cells; "
				"let facts depend on fewer questions, or merge sources",
				(long long)LIMIT_TABLE);
			return NOWHERE;
		}
	}
	struct slot s = { .n = n, .vars = vars, .cells = cells, .at = m->f->cells };
	list_push(m->arena, &m->f->slots, s);
	m->f->cells += cells;
	return m->f->slots.n - 1;
}

// Walks the cells (or runs) of a scope in order and gives for each where it lies in a table with the given strides.
static uint32_t *map_of(struct making *m, const size_t *vars, size_t n, const size_t *stride)
{
	size_t total = 1;
	for (size_t i = 0; i < n; i++)
		total *= m->net->states.at[vars[i]];
	uint32_t *map = arena_array(m->arena, uint32_t, total);
	size_t *digit = arena_array(m->arena, size_t, n ? n : 1), at = 0;
	for (size_t cell = 0; cell < total; cell++) {
		map[cell] = (uint32_t)at;
		for (size_t i = n; i-- > 0;) {
			at += stride[i];
			if (++digit[i] < m->net->states.at[vars[i]])
				break;
			at -= stride[i] * digit[i];
			digit[i] = 0;
		}
	}
	return map;
}

// The strides of a table over `inner` (last fastest) for each variable of `vars`; 0 where it does not have it.
static size_t *strides(struct making *m, const size_t *vars, size_t n, const size_t *inner, size_t n_inner)
{
	size_t *stride = arena_array(m->arena, size_t, n ? n : 1), step = 1;
	for (size_t k = n_inner; k-- > 0; step *= m->net->states.at[inner[k]])
		for (size_t i = 0; i < n; i++)
			if (vars[i] == inner[k])
				stride[i] = step;
	return stride;
}

static void into_bucket(struct making *m, size_t slot)
{
	const struct slot *s = &m->f->slots.at[slot];
	if (s->n)
		list_push(m->arena, &m->buckets[m->rank[s->vars[s->n - 1]]], slot);
	else
		list_push(m->arena, &m->f->roots, slot);
}

static enum status load(struct making *m, const struct net_table *t)
{
	size_t *vars = arena_array(m->arena, size_t, t->n ? t->n : 1);
	for (size_t i = 0; i < t->n; i++) { // by insertion: last to go first
		size_t k = i;
		for (; k && m->rank[vars[k - 1]] < m->rank[t->vars[i]]; k--)
			vars[k] = vars[k - 1];
		vars[k] = t->vars[i];
	}
	size_t out = add_slot(m, vars, t->n);
	if (out == NOWHERE)
		return STATUS_LIMIT;
	struct step s = { .kind = STEP_LOAD, .out = out, .a = t->at };
	s.from_a = map_of(m, vars, t->n, strides(m, vars, t->n, t->vars, t->n));
	list_push(m->arena, &m->f->steps, s);
	into_bucket(m, out);
	return STATUS_OK;
}

// The product of two slots of one bucket; NOWHERE past the limit.
static size_t multiply(struct making *m, size_t a, size_t b)
{
	struct slot x = m->f->slots.at[a], y = m->f->slots.at[b];
	size_t *vars = arena_array(m->arena, size_t, x.n + y.n), n = 0;
	for (size_t i = 0, j = 0; i < x.n || j < y.n;) {
		bool left = j == y.n || (i < x.n && m->rank[x.vars[i]] >= m->rank[y.vars[j]]);
		size_t v = left ? x.vars[i] : y.vars[j];
		i += i < x.n && x.vars[i] == v;
		j += j < y.n && y.vars[j] == v;
		vars[n++] = v;
	}
	size_t out = add_slot(m, vars, n);
	if (out == NOWHERE)
		return NOWHERE;
	struct step s = { .kind = STEP_MULTIPLY, .out = out, .a = a, .b = b, .run = m->net->states.at[vars[n - 1]] };
	s.from_a = map_of(m, vars, n - 1, strides(m, vars, n, x.vars, x.n));
	s.from_b = map_of(m, vars, n - 1, strides(m, vars, n, y.vars, y.n));
	list_push(m->arena, &m->f->steps, s);
	return out;
}

struct sized {
	size_t cells, slot;
};

static int by_size(const void *a, const void *b)
{
	const struct sized *x = a, *y = b;
	if (x->cells != y->cells)
		return x->cells < y->cells ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

// The product of all slots of a bucket, small ones first; NOWHERE past the limit.
static size_t multiply_all(struct making *m, const size_t *slots, size_t n)
{
	struct sized *sorted = arena_array(m->arena, struct sized, n);
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct sized){ m->f->slots.at[slots[i]].cells, slots[i] };
	qsort(sorted, n, sizeof *sorted, by_size);
	size_t all = sorted[0].slot;
	for (size_t i = 1; i < n && all != NOWHERE; i++)
		all = multiply(m, all, sorted[i].slot);
	return all;
}

// Multiplies what a variable stands in and sums it out.
static enum status clear_bucket(struct making *m, size_t rank)
{
	m->marks[rank] = (struct mark){ NOWHERE, NOWHERE, m->net->states.at[m->order[rank]] };
	if (!m->buckets[rank].n)
		return STATUS_OK;
	size_t all = multiply_all(m, m->buckets[rank].at, m->buckets[rank].n);
	if (all == NOWHERE)
		return STATUS_LIMIT;
	m->f->slots.at[all].summed = m->buckets[rank].n > 1;
	struct slot s = m->f->slots.at[all];
	size_t out = add_slot(m, s.vars, s.n - 1);
	if (out == NOWHERE)
		return STATUS_LIMIT;
	struct step sum = { .kind = STEP_SUM, .out = out, .a = all, .run = m->marks[rank].states };
	list_push(m->arena, &m->f->steps, sum);
	m->marks[rank].bucket = all;
	m->marks[rank].sum = out;
	into_bucket(m, out);
	return STATUS_OK;
}

// Room for the derivatives that the targets ask for: of their sums, and of all that uses them.
static void want_slopes(struct plain *f)
{
	for (size_t t = 0; t < f->targets; t++)
		if (f->marks[t].sum != NOWHERE)
			f->slots.at[f->marks[t].sum].wanted = true;
	for (size_t i = 0; i < f->steps.n; i++) {
		const struct step *s = &f->steps.at[i];
		if (s->kind == STEP_LOAD)
			continue;
		struct slot *out = &f->slots.at[s->out];
		out->wanted |= f->slots.at[s->a].wanted || (s->kind == STEP_MULTIPLY && f->slots.at[s->b].wanted);
	}
	for (size_t i = f->steps.n; i-- > 0;) {
		const struct step *s = &f->steps.at[i];
		struct slot *out = &f->slots.at[s->out];
		if (out->wanted && !out->summed) {
			out->slope = f->slopes;
			f->slopes += out->cells;
		}
		if (s->kind == STEP_SUM && f->slots.at[s->a].summed)
			f->slots.at[s->a].slope = out->slope;
	}
}

static void make_ready(struct making *m, const bool *live_var, const bool *live_table, const bool *target)
{
	size_t vars = m->net->states.n;
	m->f = arena_new(m->arena, struct plain);
	m->order = arena_array(m->arena, size_t, vars + 1);
	m->rank = arena_array(m->arena, size_t, vars + 1);
	m->n_order = plain_order(m->arena, m->net, live_var, live_table, target, m->order);
	m->buckets = arena_take_array(m->arena, m->n_order + 1, sizeof *m->buckets);
	m->marks = arena_array(m->arena, struct mark, m->n_order + 1);
	for (size_t i = 0; i < m->n_order; i++)
		m->rank[m->order[i]] = i;
}

enum status plain_compile(struct arena *a, const struct net *n, const size_t *targets, size_t n_targets,
			  struct plain **out, struct err *e)
{
	bool *target = arena_array(a, bool, n->states.n + 1), *live_var = arena_array(a, bool, n->states.n + 1);
	bool *live_table = arena_array(a, bool, n->tables.n + 1);
	for (size_t t = 0; t < n_targets; t++)
		target[targets[t]] = true;
	prune(a, n, target, live_var, live_table);
	struct making m = { .arena = a, .net = n, .e = e };
	make_ready(&m, live_var, live_table, target);
	for (size_t t = 0; t < n->tables.n; t++)
		if (live_table[t] && load(&m, &n->tables.at[t]))
			return e->status;
	for (size_t i = 0; i < m.n_order; i++)
		if (clear_bucket(&m, i))
			return e->status;
	m.f->targets = n_targets;
	m.f->marks = arena_array(a, struct mark, n_targets + 1);
	for (size_t t = 0; t < n_targets; t++)
		m.f->marks[t] = m.marks[m.rank[targets[t]]];
	want_slopes(m.f);
	*out = m.f;
	return STATUS_OK;
}

struct plain_work *plain_work(struct arena *a, const struct plain *f)
{
	struct plain_work *w = arena_new(a, struct plain_work);
	w->room = arena_new(a, struct plain_room);
	w->room->numbers = arena_array(a, double, f->cells + 1);
	w->room->slopes = arena_array(a, double, f->slopes + 1);
	w->belief = arena_array(a, double *, f->targets + 1);
	for (size_t t = 0; t < f->targets; t++)
		w->belief[t] = arena_array(a, double, f->marks[t].states);
	return w;
}

// Brings the largest number near one, if it is far from it; returns the exponent taken out.
static int scale(double *x, size_t n)
{
	double most = 0;
	int exponent;
	for (size_t i = 0; i < n; i++)
		most = x[i] > most ? x[i] : most;
	if (most == 0)
		return 0;
	frexp(most, &exponent);
	if (exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT)
		return 0;
	for (size_t i = 0; i < n; i++)
		x[i] = ldexp(x[i], -exponent);
	return exponent;
}

static void sweep_up(const struct step *s, const struct slot *slots, const double *values, double *numbers)
{
	double *out = numbers + slots[s->out].at;
	size_t cells = slots[s->out].cells;
	if (s->kind == STEP_LOAD) {
		for (size_t i = 0; i < cells; i++)
			out[i] = values[s->a + s->from_a[i]];
	} else if (s->kind == STEP_MULTIPLY) {
		for (size_t r = 0; r < cells / s->run; r++, out += s->run) {
			const double *x = numbers + slots[s->a].at + s->from_a[r];
			const double *y = numbers + slots[s->b].at + s->from_b[r];
			for (size_t i = 0; i < s->run; i++)
				out[i] = x[i] * y[i];
		}
	} else {
		const double *x = numbers + slots[s->a].at;
		for (size_t r = 0; r < cells; r++, x += s->run) {
			double sum = 0;
			for (size_t i = 0; i < s->run; i++)
				sum += x[i];
			out[r] = sum;
		}
	}
}

// The derivative by one factor of a product: that of the product times the other factor, summed over what it lacks.
static void pass_down(const struct plain *f, struct plain_room *room, const struct step *s, bool to_a)
{
	const struct slot *out = &f->slots.at[s->out];
	const struct slot *into = &f->slots.at[to_a ? s->a : s->b], *other = &f->slots.at[to_a ? s->b : s->a];
	const uint32_t *into_at = to_a ? s->from_a : s->from_b, *other_at = to_a ? s->from_b : s->from_a;
	const double *g = room->slopes + out->slope;
	if (!into->wanted)
		return;
	for (size_t r = 0; r < out->cells / s->run; r++) {
		double *x = room->slopes + into->slope + into_at[r];
		const double *y = room->numbers + other->at + other_at[r];
		if (out->summed)
			for (size_t i = 0; i < s->run; i++)
				x[i] += g[r] * y[i];
		else
			for (size_t i = 0; i < s->run; i++)
				x[i] += g[r * s->run + i] * y[i];
	}
	scale(room->slopes + into->slope, into->cells);
}

static void sweep_down(const struct plain *f, struct plain_room *room)
{
	const struct slot *slots = f->slots.at;
	memset(room->slopes, 0, f->slopes * sizeof *room->slopes);
	for (size_t i = 0; i < f->roots.n; i++)
		if (slots[f->roots.at[i]].wanted)
			room->slopes[slots[f->roots.at[i]].slope] = 1;
	for (size_t i = f->steps.n; i-- > 0;) {
		const struct step *s = &f->steps.at[i];
		if (s->kind == STEP_LOAD || !slots[s->out].wanted)
			continue;
		if (s->kind == STEP_MULTIPLY) {
			pass_down(f, room, s, true);
			pass_down(f, room, s, false);
		} else if (slots[s->a].wanted && !slots[s->a].summed) {
			for (size_t k = 0; k < slots[s->a].cells; k++)
				room->slopes[slots[s->a].slope + k] = room->slopes[slots[s->out].slope + k / s->run];
		}
	}
}

static void read_belief(const struct plain *f, const struct plain_room *room, const struct mark *t, double *belief)
{
	double sum = 0;
	for (size_t i = 0; i < t->states; i++)
		belief[i] = t->sum == NOWHERE;
	if (t->sum != NOWHERE) {
		const double *x = room->numbers + f->slots.at[t->bucket].at;
		const double *g = room->slopes + f->slots.at[t->sum].slope;
		for (size_t r = 0; r < f->slots.at[t->sum].cells; r++, x += t->states)
			for (size_t i = 0; i < t->states; i++)
				belief[i] += x[i] * g[r];
	}
	for (size_t i = 0; i < t->states; i++)
		sum += belief[i];
	for (size_t i = 0; i < t->states; i++)
		belief[i] /= sum;
}

bool plain_run(const struct plain *f, const double *values, struct plain_work *w)
{
	int64_t exponents = 0;
	for (size_t i = 0; i < f->steps.n; i++) {
		const struct step *s = &f->steps.at[i];
		const struct slot *out = &f->slots.at[s->out];
		sweep_up(s, f->slots.at, values, w->room->numbers);
		if (s->kind == STEP_MULTIPLY)
			exponents += scale(w->room->numbers + out->at, out->cells);
	}
	w->log_p = (double)exponents * M_LN2;
	for (size_t i = 0; i < f->roots.n; i++)
		w->log_p += log(w->room->numbers[f->slots.at[f->roots.at[i]].at]);
	if (!isfinite(w->log_p))
		return false;
	sweep_down(f, w->room);
	for (size_t t = 0; t < f->targets; t++)
		read_belief(f, w->room, &f->marks[t], w->belief[t]);
	return true;
}
