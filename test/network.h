// What any network that was read must be, checked one thing after another and slowly; and its way as bytes.
#ifndef TEST_NETWORK_H
#define TEST_NETWORK_H

#include "base/limits.h"
#include "case/network.h"

#include <math.h>
#include <string.h>

static inline const char *network_bad_table(const struct network *n, const struct net_table *t, size_t *children)
{
	size_t cells = 1;
	for (size_t i = 0; i < t->n; i++) {
		if (t->vars[i] >= n->net.states.n)
			return "a table over a variable that is none";
		for (size_t j = 0; j < i; j++)
			if (t->vars[i] == t->vars[j])
				return "a table over a variable twice";
		cells *= n->net.states.at[t->vars[i]];
	}
	if (cells != t->cells || t->at > n->net.cells || cells > n->net.cells - t->at)
		return "a table of another size";
	for (size_t i = 0; i < cells; i++)
		if (!isfinite(n->values[t->at + i]) || n->values[t->at + i] < 0)
			return "a number that is none";
	if (t->chance == n->markov || (t->chance && !t->n))
		return "a table of another kind";
	size_t states = t->chance ? n->net.states.at[t->vars[t->n - 1]] : 0;
	for (size_t row = 0; t->chance && row < cells; row += states) {
		double sum = 0;
		for (size_t s = 0; s < states; s++)
			sum += n->values[t->at + row + s];
		if (fabs(sum - 1) > 1e-6)
			return "a row that does not sum to one";
	}
	if (t->chance && children[t->vars[t->n - 1]]++)
		return "two tables of a child";
	return NULL;
}

// Takes away, again and again, what has no parents left.
static inline const char *network_bad_order(struct arena *a, const struct network *n)
{
	bool *gone = arena_array(a, bool, n->net.states.n);
	for (bool more = !n->markov; more;) {
		more = false;
		for (each (t, &n->net.tables)) {
			size_t left = 0;
			for (size_t i = 0; i + 1 < t->n; i++)
				left += !gone[t->vars[i]];
			more = more || (!left && !gone[t->vars[t->n - 1]]);
			if (!left)
				gone[t->vars[t->n - 1]] = true;
		}
	}
	for (size_t v = 0; !n->markov && v < n->net.states.n; v++)
		if (!gone[v])
			return "a cycle";
	return NULL;
}

static inline const char *network_bad_names(const struct network *n)
{
	for (size_t v = 0; v < n->net.states.n; v++) {
		if (!n->names[v] || !*n->names[v])
			return "no name of a variable";
		for (size_t s = 0; s < n->net.states.at[v]; s++)
			if (!n->states[v][s] || !*n->states[v][s])
				return "no name of a state";
	}
	return NULL;
}

// What is wrong with a network, or NULL.
static inline const char *network_bad(struct arena *a, const struct network *n)
{
	size_t *children = arena_array(a, size_t, n->net.states.n), cells = 0;
	if (!n->net.states.n || n->net.states.n > LIMIT_VARIABLES || n->net.cells > LIMIT_TABLE)
		return "too many variables or cells, or none";
	for (size_t v = 0; v < n->net.states.n; v++)
		if (!n->net.states.at[v] || n->net.states.at[v] > LIMIT_STATES)
			return "too many states, or none";
	for (each (t, &n->net.tables)) {
		const char *bad = network_bad_table(n, t, children);
		if (bad || t->at != cells)
			return bad ? bad : "a table at another place";
		cells += t->cells;
	}
	if (cells != n->net.cells || (!n->markov && n->net.tables.n != n->net.states.n))
		return "other cells or tables than there are";
	for (each (f, &n->findings)) {
		if (f->variable >= n->net.states.n || f->state >= n->net.states.at[f->variable])
			return "a finding of what is not there";
		for (each (g, &n->findings))
			if (g != f && g->variable == f->variable)
				return "two findings of a variable";
	}
	const char *bad = network_bad_order(a, n);
	return bad ? bad : network_bad_names(n);
}

static inline bool network_same_names(const struct network *n, const struct network *m)
{
	for (size_t v = 0; v < n->net.states.n; v++) {
		if (n->net.states.at[v] != m->net.states.at[v] || strcmp(n->names[v], m->names[v]) != 0)
			return false;
		for (size_t s = 0; s < n->net.states.at[v]; s++)
			if (strcmp(n->states[v][s], m->states[v][s]) != 0)
				return false;
	}
	return true;
}

static inline bool network_same(const struct network *n, const struct network *m)
{
	if (n->markov != m->markov || n->net.states.n != m->net.states.n || n->net.tables.n != m->net.tables.n ||
	    n->net.cells != m->net.cells || n->findings.n != m->findings.n || !network_same_names(n, m) ||
	    (n->net.cells && memcmp(n->values, m->values, n->net.cells * sizeof *n->values) != 0))
		return false;
	for (size_t t = 0; t < n->net.tables.n; t++) {
		const struct net_table *x = &n->net.tables.at[t], *y = &m->net.tables.at[t];
		if (x->n != y->n || x->at != y->at || x->cells != y->cells || x->chance != y->chance ||
		    (x->n && memcmp(x->vars, y->vars, x->n * sizeof *x->vars) != 0))
			return false;
	}
	for (size_t f = 0; f < n->findings.n; f++)
		if (n->findings.at[f].variable != m->findings.at[f].variable ||
		    n->findings.at[f].state != m->findings.at[f].state)
			return false;
	return true;
}

// Unpacks a copy of the bytes of its own size, so that a sanitizer sees a read behind the end.
static inline bool network_copied(struct arena *a, struct slice bytes, const double *values, size_t n_values,
				  struct network *out)
{
	char *at = arena_take(a, bytes.len);
	double *copy = arena_array(a, double, n_values);
	if (bytes.len)
		memcpy(at, bytes.at, bytes.len);
	if (n_values)
		memcpy(copy, values, n_values * sizeof *copy);
	return network_unpack(a, (struct slice){ at, bytes.len }, copy, n_values, out);
}

// Whether it comes back as it was.
static inline bool network_returns(struct arena *a, const struct network *n)
{
	struct network back;
	struct buf b = buf_in(a);
	network_pack(&b, n);
	return network_copied(a, (struct slice){ b.at, b.n }, n->values, n->net.cells, &back) && network_same(n, &back);
}

#endif
