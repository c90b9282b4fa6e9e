#include "read/network_build.h"

#include "base/limits.h"
#include "read/network_scan.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const char *name_of(const struct network_build *b, size_t variable)
{
	return b->network->names[variable];
}

static enum status check_name(struct slice name, const char *what, struct err *e)
{
	if (network_scan_is_name(name))
		return STATUS_OK;
	return err_set(e, STATUS_BAD_INPUT, "the name of a %s is %s", what,
		       name.len ? "no text; save the file as UTF-8, without control characters"
				: "missing; give it one");
}

enum status network_build_variable(struct network_build *b, struct slice name, struct err *e)
{
	if (check_name(name, "variable", e) != STATUS_OK)
		return e->status;
	if (b->network->net.states.n == LIMIT_VARIABLES)
		return err_set(e, STATUS_LIMIT, "more variables than the limit VARIABLES of %d", LIMIT_VARIABLES);
	if (network_names_add(b->arena, &b->variables, 0, name) == SIZE_MAX)
		return err_set(e, STATUS_BAD_INPUT, "there are two variables '%s'; rename one",
			       network_scan_show(name).text);
	net_variable(b->arena, &b->network->net, 0);
	list_push(&b->scratch, &b->first, b->states.list.n);
	return STATUS_OK;
}

enum status network_build_state(struct network_build *b, struct slice name, struct err *e)
{
	struct net *n = &b->network->net;
	size_t v = n->states.n - 1;
	if (check_name(name, "state", e) != STATUS_OK)
		return e->status;
	if (n->states.at[v] == LIMIT_STATES)
		return err_set(e, STATUS_LIMIT, "variable %s has more states than the limit STATES of %d",
			       network_scan_name(b->variables.list.at[v].text).text, LIMIT_STATES);
	if (network_names_add(b->arena, &b->states, v, name) == SIZE_MAX)
		return err_set(e, STATUS_BAD_INPUT, "variable %s has two states '%s'; rename one",
			       network_scan_name(b->variables.list.at[v].text).text, network_scan_show(name).text);
	n->states.at[v]++;
	return STATUS_OK;
}

size_t network_build_find(const struct network_build *b, struct slice name)
{
	return network_names_find(&b->variables, 0, name);
}

size_t network_build_find_state(const struct network_build *b, size_t variable, struct slice name)
{
	size_t i = network_names_find(&b->states, variable, name);
	return i == SIZE_MAX ? i : i - b->first.at[variable];
}

// The texts of names, one behind the other.
static const char **texts_of(struct arena *a, const struct network_names *names)
{
	const char **texts = arena_array(a, const char *, names->list.n);
	for (size_t i = 0; i < names->list.n; i++)
		texts[i] = names->list.at[i].text;
	return texts;
}

enum status network_build_variables(struct network_build *b, struct err *e)
{
	struct network *n = b->network;
	size_t n_vars = n->net.states.n;
	if (!n_vars)
		return err_set(e, STATUS_BAD_INPUT, "the network has no variables");
	b->table = arena_array(&b->scratch, size_t, n_vars);
	b->last = arena_array(&b->scratch, size_t, n_vars);
	if (n->numbered)
		return STATUS_OK;
	n->names = texts_of(b->arena, &b->variables);
	n->states = arena_array(b->arena, const char **, n_vars);
	const char **states = texts_of(b->arena, &b->states);
	for (size_t v = 0; v < n_vars; v++) {
		n->states[v] = states + b->first.at[v];
		if (!n->net.states.at[v])
			return err_set(e, STATUS_BAD_INPUT, "variable %s has no states; it needs at least one",
				       network_scan_name(n->names[v]).text);
	}
	return STATUS_OK;
}

static enum status add_chance(struct network_build *b, struct err *e)
{
	struct net *n = &b->network->net;
	size_t parents = b->scope.n - 1, child = b->scope.at[parents];
	if (b->table[child])
		return err_set(e, STATUS_BAD_INPUT, "variable %s has two tables; take one out",
			       network_scan_name(name_of(b, child)).text);
	if (net_chance(b->arena, n, child, b->scope.at, parents, e) != STATUS_OK)
		return err_within(e, "variable %s", network_scan_name(name_of(b, child)).text);
	b->table[child] = n->tables.n;
	return STATUS_OK;
}

enum status network_build_table(struct network_build *b, struct err *e)
{
	struct net *n = &b->network->net;
	for (size_t i = 0; i < b->scope.n; i++) {
		size_t v = b->scope.at[i];
		if (b->last[v] == n->tables.n + 1)
			return err_set(e, STATUS_BAD_INPUT, "variable %s stands twice in one table; take one out",
				       network_scan_name(name_of(b, v)).text);
		b->last[v] = n->tables.n + 1;
	}
	return b->network->markov ? net_evidence(b->arena, n, b->scope.at, b->scope.n, e) : add_chance(b, e);
}

enum status network_build_tables(struct network_build *b, struct err *e)
{
	struct network *n = b->network;
	for (size_t v = 0; !n->markov && v < n->net.states.n; v++)
		if (!b->table[v])
			return err_set(e, STATUS_BAD_INPUT, "variable %s has no table of its chances; add one",
				       network_scan_name(name_of(b, v)).text);
	size_t circular = n->markov ? SIZE_MAX : network_on_cycle(&n->net);
	if (circular != SIZE_MAX)
		return err_set(e, STATUS_BAD_INPUT,
			       "variable %s is its own ancestor; parents must not lead back to their child",
			       network_scan_name(name_of(b, circular)).text);
	n->values = arena_array(b->arena, double, n->net.cells);
	return STATUS_OK;
}

size_t network_build_child(const struct net_table *t)
{
	return t->vars[t->n - 1];
}

const char *network_build_row_name(struct network_build *b, const struct net_table *t, size_t row)
{
	const struct network *n = b->network;
	struct buf name = buf_in(&b->scratch);
	size_t left = t->cells / n->net.states.at[network_build_child(t)];
	if (t->n == 1)
		return "its row";
	for (size_t i = 0; i + 1 < t->n; i++) {
		size_t v = t->vars[i];
		left /= n->net.states.at[v];
		buf_printf(&name, "%s%s=%s", i ? ", " : "row (", network_scan_name(n->names[v]).text,
			   network_scan_name(n->states[v][row / left]).text);
		row %= left;
	}
	buf_char(&name, ')');
	return buf_str(&name);
}

enum status network_build_row(struct network_build *b, const struct net_table *t, size_t row, struct err *e)
{
	size_t states = b->network->net.states.at[network_build_child(t)];
	double *values = b->network->values + t->at + row * states, sum = 0;
	for (size_t s = 0; s < states; s++)
		sum += values[s];
	if (!(fabs(sum - 1) <= NETWORK_ROW))
		return err_set(e, STATUS_BAD_INPUT, "variable %s: the chances of %s sum to %.6g; a row must sum to 1",
			       network_scan_name(name_of(b, network_build_child(t))).text,
			       network_build_row_name(b, t, row), sum);
	if (fabs(sum - 1) <= (double)states * DBL_EPSILON)
		return STATUS_OK; // as near as sums come: the numbers are the file's
	for (size_t s = 0; s < states; s++)
		values[s] /= sum;
	return STATUS_OK;
}

enum status network_build_rows(struct network_build *b, const struct net_table *t, struct err *e)
{
	size_t rows = t->cells / b->network->net.states.at[network_build_child(t)];
	for (size_t row = 0; row < rows; row++)
		if (network_build_row(b, t, row, e) != STATUS_OK)
			return e->status;
	return STATUS_OK;
}

void network_build_free(struct network_build *b)
{
	network_names_free(&b->variables);
	network_names_free(&b->states);
	arena_free(&b->scope.mem);
	arena_free(&b->scratch);
}
