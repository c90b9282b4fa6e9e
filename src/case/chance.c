// Where a fact depends on the question alone, its chance under a hypothesis is what was entered. Else every state of
// the world above the fact that has the hypothesis is gone through, each with its prior chance.
#include "case/chance.h"

#include "case/fill.h"

enum { MOST_WORLDS = 1 << 16, MOST_ABOVE = 64 }; // states, and variables, above one fact

struct chances {
	const struct the_case *c;
	size_t q;
	const char *analyst;
	bool *bears;    // [variable]
	size_t *state;  // [variable]
	size_t *seen;   // [variable] the last fact, and one, that was found to depend on it
	double *middle; // [fact] what its unrated cells take; 0: not known yet
	double *row;    // room for priors
	// Of the fact in hand:
	size_t fact, hypothesis;
	size_t above[MOST_ABOVE], n; // variables on which it depends, directly or not, parents first
	double weight, yes, rated;   // of all worlds, of those with the fact, of those that somebody rated
};

static const struct refs *parents_of(const struct the_case *c, size_t variable)
{
	return variable < c->questions.n ? &c->questions.at[variable].given
					 : &c->facts.at[variable - c->questions.n].about;
}

struct chances *chance_prepare(struct arena *a, const struct the_case *c, size_t q, const char *analyst)
{
	struct chances *x = arena_new(a, struct chances);
	size_t n = case_variables(c), most = 0;
	*x = (struct chances){ .c = c, .q = q, .analyst = analyst };
	x->bears = arena_array(a, bool, n + 1);
	x->state = arena_array(a, size_t, n + 1);
	x->seen = arena_array(a, size_t, n + 1);
	x->middle = arena_array(a, double, c->facts.n + 1);
	for (each (ask, &c->questions))
		most = ask->hyps.n > most ? ask->hyps.n : most;
	x->row = arena_array(a, double, most + 1);
	for (size_t v = q + 1; v < n; v++) // what a variable depends on stands before it
		for (each (p, parents_of(c, v)))
			x->bears[v] |= (size_t)p->at == q || x->bears[p->at];
	return x;
}

bool chance_bears(const struct chances *x, size_t fact)
{
	return x->bears[x->c->questions.n + fact];
}

// Adds what a variable depends on and is not there yet; false where it is more than there is room for.
static bool add_parents(struct chances *x, size_t variable)
{
	for (each (p, parents_of(x->c, variable))) {
		if (x->seen[p->at] == x->fact + 1)
			continue;
		if (x->n == MOST_ABOVE)
			return false;
		x->seen[p->at] = x->fact + 1;
		x->above[x->n++] = (size_t)p->at;
	}
	return true;
}

// Finds what the fact depends on; false where its states are too many.
static bool find_above(struct chances *x)
{
	size_t worlds = 1;
	x->n = 0;
	if (!add_parents(x, x->c->questions.n + x->fact))
		return false;
	for (size_t i = 0; i < x->n; i++) {
		worlds *= case_states(x->c, x->above[i]);
		if (worlds > MOST_WORLDS || !add_parents(x, x->above[i]))
			return false;
	}
	for (size_t i = 1; i < x->n; i++)
		for (size_t k = i; k > 0 && x->above[k] < x->above[k - 1]; k--) {
			size_t v = x->above[k];
			x->above[k] = x->above[k - 1];
			x->above[k - 1] = v;
		}
	return true;
}

static double number_of(const struct chances *x, const struct value *v)
{
	return value_belief(v, case_number_spread(x->c), x->analyst).p;
}

// What a cell that nobody rated takes.
static double middle_of(const struct chances *x, size_t fact)
{
	const struct cells *cells = &x->c->facts.at[fact].cells;
	if (x->middle[fact] > 0)
		return x->middle[fact];
	struct arena scratch = { 0 };
	double *p = arena_array(&scratch, double, cells->rows.n + 1);
	uint32_t *at = arena_array(&scratch, uint32_t, cells->rows.n + 1);
	for (size_t i = 0; i < cells->rows.n; i++) {
		p[i] = number_of(x, &cells->rows.at[i].is);
		at[i] = (uint32_t)i;
	}
	x->middle[fact] = fill_middle(p, at, cells->rows.n);
	arena_free(&scratch);
	return x->middle[fact];
}

static double fact_of(const struct chances *x, size_t fact, bool *rated)
{
	const struct cells *cells = &x->c->facts.at[fact].cells;
	int i = case_pick(cells, x->state);
	*rated = i >= 0;
	return i >= 0 ? number_of(x, &cells->rows.at[i].is) : middle_of(x, fact);
}

static double prior_of(const struct chances *x, size_t q, size_t state)
{
	const struct question *ask = &x->c->questions.at[q];
	size_t rest = FILL_NOBODY, added = FILL_NOBODY;
	for (size_t h = 0; h < ask->hyps.n; h++) {
		const struct hypothesis *hyp = &ask->hyps.at[h];
		int i = hyp->added ? -1 : case_pick(&hyp->prior, x->state);
		if (i < 0)
			added = h;
		else if (hyp->prior.rows.at[i].is.kind == VALUE_REST)
			rest = h;
		else
			x->row[h] = number_of(x, &hyp->prior.rows.at[i].is);
	}
	fill_priors(x->row, ask->hyps.n, rest, added);
	return x->row[state];
}

static double chance_of_state(const struct chances *x, size_t v, size_t state)
{
	bool rated;
	if (v < x->c->questions.n)
		return prior_of(x, v, state);
	double yes = fact_of(x, v - x->c->questions.n, &rated);
	return state ? 1 - yes : yes;
}

static void go_through(struct chances *x, size_t i, double weight)
{
	if (i == x->n) {
		bool rated;
		x->yes += weight * fact_of(x, x->fact, &rated);
		x->weight += weight;
		x->rated += rated ? weight : 0;
		return;
	}
	size_t v = x->above[i], n = case_states(x->c, v);
	for (size_t state = v == x->q ? x->hypothesis : 0; state < n; state++) {
		double p = weight * chance_of_state(x, v, state);
		x->state[v] = state;
		if (p > 0)
			go_through(x, i + 1, p);
		if (v == x->q)
			break;
	}
}

static struct chance by_worlds(struct chances *x)
{
	x->weight = x->yes = x->rated = 0;
	go_through(x, 0, 1);
	bool rated = x->rated > 0;
	return (struct chance){ .rated = rated, .p = rated ? x->yes / x->weight : 0 };
}

static struct chance as_entered(const struct chances *x, const struct cells *cells)
{
	int i = case_pick(cells, x->state);
	if (i < 0)
		return (struct chance){ .rated = false };
	return (struct chance){ true, number_of(x, &cells->rows.at[i].is), &cells->rows.at[i].is };
}

static bool about_only(const struct fact *f, size_t q)
{
	for (each (r, &f->about))
		if ((size_t)r->at != q)
			return false;
	return true;
}

bool chance_of_fact(struct chances *x, size_t fact, struct chance *out)
{
	const struct fact *f = &x->c->facts.at[fact];
	bool simple = about_only(f, x->q);
	x->fact = fact;
	if (!simple && !find_above(x))
		return false;
	for (size_t h = 0; h < x->c->questions.at[x->q].hyps.n; h++) {
		x->state[x->q] = x->hypothesis = h;
		out[h] = simple ? as_entered(x, &f->cells) : by_worlds(x);
	}
	return true;
}
