// Random networks for the tests of the engine, and slow answers about them: by the plain engine (model/plain), and
// where they are small by summing over all states.
#ifndef TEST_ENGINE_H
#define TEST_ENGINE_H

#include "base/rng.h"
#include "case/network.h"
#include "test/model/plain/infer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ENGINE_STATES = 5 }; // the most of a variable

// What is drawn.
struct dice {
	uint64_t seed, at;
};

static inline size_t dice_below(struct dice *d, size_t n)
{
	return (size_t)(rng_bits(d->seed, 0, d->at++) % n);
}

static inline double dice_chance(struct dice *d)
{
	return rng_uniform(d->seed, 0, d->at++);
}

struct engine_kind {
	size_t vars, states; // how many at most
	size_t parents, parts;
	size_t evidence; // tables beside the chances
	double zeros;    // share of the numbers, and of the rows with a single one
	double found;    // share of the variables
	double alone;    // of those that no chance table is of
	bool bushy;      // many have the same parent
	bool stray;      // findings need not be possible
};

// Of a network: which kind follows from the seed.
static inline struct engine_kind engine_kind(uint64_t seed)
{
	static const double zeros[] = { 0, 0, 0.15, 0.35 }, found[] = { 0, 0.15, 0.3, 0.6 };
	struct dice d = { .seed = seed + (1u << 20) };
	bool large = dice_below(&d, 4) == 0;
	struct engine_kind k = { .vars = large ? 40 : 1 + dice_below(&d, 14),
				 .states = large ? 3 : ENGINE_STATES,
				 .parents = large ? 2 : 3,
				 .parts = 1 + (dice_below(&d, 3) == 0) * (1 + dice_below(&d, 2)),
				 .evidence = dice_below(&d, 5),
				 .zeros = zeros[dice_below(&d, 4)],
				 .found = found[dice_below(&d, 4)],
				 .alone = dice_below(&d, 3) ? 0 : 0.15,
				 .bushy = dice_below(&d, 2),
				 .stray = dice_below(&d, 5) == 0 };
	return k;
}

static inline void engine_check(enum status s)
{
	if (s)
		abort();
}

static inline void engine_tables(struct arena *a, struct dice *d, const struct engine_kind *k, struct network *n)
{
	for (size_t v = 0; v < n->net.states.n; v++) {
		size_t parents[8], m = 0;
		if (dice_chance(d) < k->alone)
			continue;
		for (size_t try = 0; try < k->parents && v >= k->parts; try++) {
			size_t u = k->bushy && try == 0 ? v % k->parts : dice_below(d, v), i = 0;
			while (i < m && parents[i] != u)
				i++;
			if (i == m && u % k->parts == v % k->parts && dice_below(d, 4))
				parents[m++] = u;
		}
		struct err e = { 0 };
		engine_check(net_chance(a, &n->net, v, parents, m, &e));
	}
	for (size_t i = 0; i < k->evidence; i++) { // one of no variable
		struct err e = { 0 };
		size_t u = dice_below(d, n->net.states.n), v = dice_below(d, n->net.states.n);
		bool one = u % k->parts != v % k->parts || u == v;
		engine_check(net_evidence(a, &n->net, (size_t[]){ u, v }, i == 3 ? 0 : one ? 1 : 2, &e));
	}
}

static inline void engine_row(struct dice *d, const struct engine_kind *k, double *row, size_t states)
{
	double sum = 0;
	if (dice_chance(d) < k->zeros) {
		row[dice_below(d, states)] = 1;
		return;
	}
	for (size_t i = 0; i < states; i++)
		sum += row[i] = dice_chance(d) < k->zeros ? 0 : dice_chance(d);
	for (size_t i = 0; i < states; i++)
		row[i] = sum > 0 ? row[i] / sum : 1 / (double)states;
}

static inline void engine_values(struct arena *a, struct dice *d, const struct engine_kind *k, struct network *n)
{
	n->values = arena_array(a, double, n->net.cells + 1);
	for (each (t, &n->net.tables)) {
		size_t states = t->chance ? n->net.states.at[t->vars[t->n - 1]] : t->cells;
		for (size_t i = 0; i < t->cells; i += states)
			if (t->chance)
				engine_row(d, k, n->values + t->at + i, states);
		double by = ldexp(1, (int)dice_below(d, 121) - 60);
		for (size_t i = 0; !t->chance && i < t->cells; i++)
			n->values[t->at + i] = dice_chance(d) < k->zeros ? 0 : dice_chance(d) * by;
	}
}

// States that may come together, by drawing children after their parents; tables beside the chances are not looked at.
static inline size_t *engine_draw(struct arena *a, struct dice *d, const struct network *n)
{
	size_t *state = arena_array(a, size_t, n->net.states.n + 1);
	for (size_t v = 0; v < n->net.states.n; v++)
		state[v] = dice_below(d, n->net.states.at[v]);
	for (each (t, &n->net.tables)) {
		if (!t->chance)
			continue;
		size_t row = 0, s = 0, v = t->vars[t->n - 1], states = n->net.states.at[v];
		for (size_t i = 0; i + 1 < t->n; i++)
			row = row * n->net.states.at[t->vars[i]] + state[t->vars[i]];
		double left = dice_chance(d);
		while (s + 1 < states && (left -= n->values[t->at + row * states + s]) >= 0)
			s++;
		state[v] = s;
	}
	return state;
}

static inline void engine_network(struct arena *a, uint64_t seed, const struct engine_kind *k, struct network *n)
{
	struct dice d = { .seed = seed };
	*n = (struct network){ 0 };
	for (size_t v = 0; v < k->vars; v++)
		net_variable(a, &n->net, 1 + dice_below(&d, k->states));
	engine_tables(a, &d, k, n);
	engine_values(a, &d, k, n);
	network_number(a, n);
	size_t *state = engine_draw(a, &d, n);
	for (size_t v = 0; v < k->vars; v++)
		if (dice_chance(&d) < k->found)
			list_push(
			    a, &n->findings,
			    ((struct network_finding){ v, k->stray ? dice_below(&d, n->net.states.at[v]) : state[v] }));
}

// The plain engine about a network: every variable has a table of evidence, of ones where nothing is found.
struct slow {
	const struct network *network;
	struct net net;
	double *values;
	size_t *given; // [variable] where its evidence lies among the values
	struct plain *plain;
	struct plain_work *work; // belief[variable], log_p
	bool possible;           // of the last answer
};

static inline bool slow_run(struct slow *s)
{
	s->possible = plain_run(s->plain, s->values, s->work);
	return s->possible;
}

// SIZE_MAX: any state.
static inline void slow_set(struct slow *s, size_t variable, size_t state)
{
	for (size_t i = 0; i < s->net.states.at[variable]; i++)
		s->values[s->given[variable] + i] = state == SIZE_MAX || i == state;
}

static inline void slow_make(struct arena *a, const struct network *n, struct slow *s)
{
	struct err e = { 0 };
	size_t vars = n->net.states.n, *all = arena_array(a, size_t, vars + 1);
	*s = (struct slow){ .network = n };
	for (each (x, &n->net.states))
		list_push(a, &s->net.states, *x);
	for (each (t, &n->net.tables))
		list_push(a, &s->net.tables, *t);
	s->net.cells = n->net.cells;
	s->given = arena_array(a, size_t, vars + 1);
	for (size_t v = 0; v < vars; v++) {
		s->given[v] = s->net.cells;
		all[v] = v;
		engine_check(net_evidence(a, &s->net, &v, 1, &e));
	}
	s->values = arena_array(a, double, s->net.cells + 1);
	if (n->net.cells)
		memcpy(s->values, n->values, n->net.cells * sizeof *n->values);
	for (size_t v = 0; v < vars; v++)
		slow_set(s, v, SIZE_MAX);
	for (each (f, &n->findings))
		slow_set(s, f->variable, f->state);
	engine_check(plain_compile(a, &s->net, all, vars, &s->plain, &e));
	s->work = plain_work(a, s->plain);
}

// log P(e) and posteriors by summing over all states: out[variable][state]. False where there are too many, or where
// the findings are impossible.
static inline bool slow_enumerate(const struct slow *s, double (*out)[ENGINE_STATES], double *log_p)
{
	size_t vars = s->net.states.n, state[64] = { 0 }, v;
	double all = 0, cells = 1;
	for (v = 0; v < vars; v++)
		cells *= (double)s->net.states.at[v];
	if (cells > 20000 || vars > 64)
		return false;
	memset(out, 0, vars * sizeof *out);
	do {
		double p = 1;
		for (each (t, &s->net.tables)) {
			size_t at = 0;
			for (size_t i = 0; i < t->n; i++)
				at = at * s->net.states.at[t->vars[i]] + state[t->vars[i]];
			p *= s->values[t->at + at];
		}
		all += p;
		for (v = 0; v < vars; v++)
			out[v][state[v]] += p;
		for (v = 0; v < vars && ++state[v] == s->net.states.at[v]; v++)
			state[v] = 0;
	} while (v < vars);
	for (v = 0; all > 0 && v < vars; v++)
		for (size_t i = 0; i < s->net.states.at[v]; i++)
			out[v][i] /= all;
	*log_p = log(all);
	return all > 0;
}

#endif
