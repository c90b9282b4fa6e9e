// Words between white space, all of them numbers but the first
// (https://uaicompetition.github.io/uci-2022/file-formats):
//
//	BAYES or MARKOV; how many variables; of each, its states
//	how many tables; of each, how many variables it has, and which
//	of each table, how many numbers it has, and these, the last variable running fastest
//
// The last variable of a table of BAYES is the child.
#include "read/network_uai.h"

#include "base/limits.h"
#include "read/network_build.h"
#include "read/network_scan.h"

enum { TABLE = 5 }; // bytes that a table takes at least: "0 1 1", and white space before it or behind

static enum status read_variables(struct network_build *b, struct network_scan *s, struct err *e)
{
	struct network *n = b->network;
	size_t n_vars, states;
	struct slice kind = network_scan_word(s);
	n->markov = slice_is_nocase(kind, "MARKOV");
	if (!n->markov && !slice_is_nocase(kind, "BAYES"))
		return network_scan_fail(s, e, "a UAI file begins with BAYES or MARKOV, not '%s'",
					 network_scan_show(kind).text);
	if (network_scan_count(s, "the number of variables", 1, LIMIT_VARIABLES, "VARIABLES", &n_vars, e) != STATUS_OK)
		return e->status;
	for (size_t v = 0; v < n_vars; v++) {
		if (network_scan_count(s, "the number of states of a variable", 1, LIMIT_STATES, "STATES", &states,
				       e) != STATUS_OK)
			return e->status;
		net_variable(b->arena, &n->net, states);
	}
	network_number(b->arena, n);
	return network_build_variables(b, e);
}

static enum status read_scope(struct network_build *b, struct network_scan *s, struct err *e)
{
	size_t n_vars = b->network->net.states.n, len, v;
	b->scope.n = 0;
	if (network_scan_count(s, "the number of variables of a table", b->network->markov ? 0 : 1, n_vars, NULL, &len,
			       e) != STATUS_OK)
		return e->status;
	for (size_t i = 0; i < len; i++) {
		if (network_scan_count(s, "a variable of a table", 0, n_vars - 1, NULL, &v, e) != STATUS_OK)
			return e->status;
		list_push_own(&b->scope, v);
	}
	return network_build_table(b, e) == STATUS_OK ? STATUS_OK : network_scan_within(s, e);
}

static enum status read_scopes(struct network_build *b, struct network_scan *s, struct err *e)
{
	const struct network *n = b->network;
	size_t n_tables;
	if (network_scan_count(s, "the number of tables", 0, LIMIT_NETWORK, "NETWORK", &n_tables, e) != STATUS_OK)
		return e->status;
	if (!n->markov && n_tables != n->net.states.n)
		return network_scan_fail(s, e, "%zu variables, but %zu tables; BAYES has one a variable",
					 n->net.states.n, n_tables);
	if (n_tables > (size_t)(s->end - s->at) / TABLE)
		return network_scan_fail(s, e, "the file ends before its %zu tables do", n_tables);
	b->network->net.tables.at = arena_array(b->arena, struct net_table, n_tables);
	b->network->net.tables.room = n_tables;
	for (size_t t = 0; t < n_tables; t++)
		if (read_scope(b, s, e) != STATUS_OK)
			return e->status;
	if (n->net.cells > (size_t)(s->end - s->at)) // each number takes a byte at least
		return network_scan_fail(s, e, "the tables have %zu numbers, but the file ends before", n->net.cells);
	return network_build_tables(b, e);
}

static enum status read_table(struct network_build *b, struct network_scan *s, const struct net_table *t, size_t index,
			      struct err *e)
{
	size_t cells;
	if (network_scan_count(s, "how many numbers a table has", 0, LIMIT_TABLE, "TABLE", &cells, e) != STATUS_OK)
		return e->status;
	if (cells != t->cells)
		return network_scan_fail(s, e, "table %zu has %zu numbers by the states of its variables, not %zu",
					 index, t->cells, cells);
	for (size_t i = 0; i < cells; i++) {
		struct slice word = network_scan_word(s);
		if (!word.len)
			return network_scan_fail(s, e, "the file ends within table %zu, which has %zu numbers", index,
						 cells);
		if (network_scan_value(s, word, &b->network->values[t->at + i], e) != STATUS_OK)
			return e->status;
	}
	if (t->chance && network_build_rows(b, t, e) != STATUS_OK)
		return network_scan_within(s, e);
	return STATUS_OK;
}

static enum status read_all(struct network_build *b, struct network_scan *s, struct err *e)
{
	const struct net *n = &b->network->net;
	if (read_variables(b, s, e) != STATUS_OK || read_scopes(b, s, e) != STATUS_OK)
		return e->status;
	for (size_t t = 0; t < n->tables.n; t++)
		if (read_table(b, s, &n->tables.at[t], t, e) != STATUS_OK)
			return e->status;
	struct slice more = network_scan_word(s);
	return more.len ? network_scan_fail(s, e, "the last table is complete, but '%s' follows; take it out",
					    network_scan_show(more).text)
			: STATUS_OK;
}

enum status network_uai(struct arena *a, struct slice bytes, struct network *n, struct err *e)
{
	*n = (struct network){ 0 };
	struct network_build b = { .arena = a, .network = n };
	struct network_scan s = network_scan_start(bytes);
	enum status done = read_all(&b, &s, e);
	network_build_free(&b);
	return done;
}
