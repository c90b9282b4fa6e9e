// Where a fact depends on the question alone, its chance under a hypothesis is what was entered. Else every state of
// the world above the fact that has the hypothesis is gone through, each with its prior chance.
#include "case/chance.h"

#include "case/fill.h"

enum { MOST_WORLDS = 1 << 16, MOST_ABOVE = 64 }; // states, and variables, above one fact

struct world {
	struct arena *arena;
	const struct the_case *c;
	size_t fact, q;
	const char *analyst;
	struct refs above; // variables on which the fact depends, directly or not, in the order of the case
	size_t *state;     // [variable]
	size_t hypothesis;
	double weight, yes, rated; // of all worlds, of those with the fact, of those that somebody rated
	double *row;               // room for priors
	double *middle;            // [fact] what its unrated cells take; 0: not known yet
};

static const struct refs *parents_of(const struct the_case *c, size_t variable)
{
	return variable < c->questions.n ? &c->questions.at[variable].given
					 : &c->facts.at[variable - c->questions.n].about;
}

// What a variable depends on, directly or not; false where that is more than `most`.
static bool collect(struct arena *a, const struct the_case *c, size_t variable, size_t most, bool *seen,
		    struct refs *out)
{
	LIST(size_t) open = { 0 };
	list_push(a, &open, variable);
	while (open.n) {
		size_t v = open.at[--open.n];
		for (each (p, parents_of(c, v))) {
			if (seen[p->at])
				continue;
			seen[p->at] = true;
			list_push(a, out, *p);
			list_push(a, &open, (size_t)p->at);
		}
		if (out->n > most)
			return false;
	}
	for (size_t i = 1; i < out->n; i++) // parents before children
		for (size_t k = i; k > 0 && out->at[k].at < out->at[k - 1].at; k--) {
			struct ref r = out->at[k];
			out->at[k] = out->at[k - 1];
			out->at[k - 1] = r;
		}
	return true;
}

bool chance_bears(const struct the_case *c, size_t fact, size_t q)
{
	struct arena scratch = { 0 };
	struct refs above = { 0 };
	bool *seen = arena_array(&scratch, bool, case_variables(c) + 1);
	collect(&scratch, c, c->questions.n + fact, SIZE_MAX - 1, seen, &above);
	bool bears = seen[q];
	arena_free(&scratch);
	return bears;
}

static double number_of(const struct world *w, const struct value *v)
{
	return value_belief(v, case_number_spread(w->c), w->analyst).p;
}

// What a cell that nobody rated takes.
static double middle_of(const struct world *w, size_t fact)
{
	const struct cells *cells = &w->c->facts.at[fact].cells;
	if (w->middle[fact] > 0)
		return w->middle[fact];
	double *p = arena_array(w->arena, double, cells->rows.n + 1);
	uint32_t *at = arena_array(w->arena, uint32_t, cells->rows.n + 1);
	for (size_t i = 0; i < cells->rows.n; i++) {
		p[i] = number_of(w, &cells->rows.at[i].is);
		at[i] = (uint32_t)i;
	}
	return w->middle[fact] = fill_middle(p, at, cells->rows.n);
}

static double fact_of(const struct world *w, size_t fact, bool *rated)
{
	const struct cells *cells = &w->c->facts.at[fact].cells;
	int i = case_pick(cells, w->state);
	*rated = i >= 0;
	return i >= 0 ? number_of(w, &cells->rows.at[i].is) : middle_of(w, fact);
}

static double prior_of(const struct world *w, size_t q, size_t state)
{
	const struct question *ask = &w->c->questions.at[q];
	size_t rest = FILL_NOBODY, added = FILL_NOBODY;
	for (size_t h = 0; h < ask->hyps.n; h++) {
		const struct hypothesis *x = &ask->hyps.at[h];
		int i = x->added ? -1 : case_pick(&x->prior, w->state);
		if (i < 0)
			added = h;
		else if (x->prior.rows.at[i].is.kind == VALUE_REST)
			rest = h;
		else
			w->row[h] = number_of(w, &x->prior.rows.at[i].is);
	}
	fill_priors(w->row, ask->hyps.n, rest, added);
	return w->row[state];
}

static void go_through(struct world *w, size_t i, double weight)
{
	if (i == w->above.n) {
		bool rated;
		double yes = fact_of(w, w->fact, &rated);
		w->weight += weight;
		w->yes += weight * yes;
		w->rated += rated ? weight : 0;
		return;
	}
	size_t v = (size_t)w->above.at[i].at, n = case_states(w->c, v);
	for (size_t state = 0; state < n; state++) {
		bool rated;
		if (v == w->q && state != w->hypothesis)
			continue;
		double p = v < w->c->questions.n ? prior_of(w, v, state) : fact_of(w, v - w->c->questions.n, &rated);
		if (v >= w->c->questions.n && state)
			p = 1 - p;
		w->state[v] = state;
		if (weight * p > 0)
			go_through(w, i + 1, weight * p);
	}
}

static bool alone(const struct fact *f, size_t q)
{
	for (each (r, &f->about))
		if ((size_t)r->at != q)
			return false;
	return true;
}

static bool too_much(const struct world *w)
{
	size_t worlds = 1;
	for (each (r, &w->above)) {
		worlds *= case_states(w->c, (size_t)r->at);
		if (worlds > MOST_WORLDS)
			return true;
	}
	return false;
}

static struct chance by_worlds(struct world *w)
{
	w->weight = w->yes = w->rated = 0;
	go_through(w, 0, 1);
	bool rated = w->rated > 0;
	return (struct chance){ .rated = rated, .p = rated ? w->yes / w->weight : 0 };
}

bool chance_of_fact(const struct the_case *c, size_t fact, size_t q, const char *analyst, struct chance *out)
{
	struct arena scratch = { 0 };
	const struct fact *f = &c->facts.at[fact];
	size_t n = c->questions.at[q].hyps.n, most = 1;
	struct world w = { .arena = &scratch, .c = c, .fact = fact, .q = q, .analyst = analyst };
	w.state = arena_array(&scratch, size_t, case_variables(c) + 1);
	for (each (ask, &c->questions))
		most = ask->hyps.n > most ? ask->hyps.n : most;
	w.middle = arena_array(&scratch, double, c->facts.n + 1);
	w.row = arena_array(&scratch, double, most);
	bool *seen = arena_array(&scratch, bool, case_variables(c) + 1), simple = alone(f, q);
	bool fits =
	    simple || (collect(&scratch, c, c->questions.n + fact, MOST_ABOVE, seen, &w.above) && !too_much(&w));
	for (size_t h = 0; fits && h < n; h++) {
		w.state[q] = w.hypothesis = h;
		int i = simple ? case_pick(&f->cells, w.state) : -1;
		if (!simple)
			out[h] = by_worlds(&w);
		else if (i < 0)
			out[h] = (struct chance){ .rated = false };
		else
			out[h] =
			    (struct chance){ true, number_of(&w, &f->cells.rows.at[i].is), &f->cells.rows.at[i].is };
	}
	arena_free(&scratch);
	return fits;
}
