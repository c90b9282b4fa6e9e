// A network by numbers, and as bytes and back. The bytes are numbers of four bytes, least first, and then texts:
//
//	flags, variables, tables, variables over all scopes, findings, bytes of text
//	of each variable its states; of each table its scope's length; all scopes; of each finding its two numbers
//	of each variable its name and its states' names, each with a NUL (nothing where they are numbers); padding
#include "case/network.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MARKOV = 1, NUMBERED = 2, FLAGS = 3 };
enum { HEAD = 6, WIDTH = 8 }; // numbers in front; bytes of a name that is a number, at most
#define ROW 1e-6              // the reader has made rows sum to one; what is further away is not its work

_Static_assert(LIMIT_VARIABLES <= 1000000 && LIMIT_STATES <= 1000000, "X999999 and a NUL are WIDTH bytes");

static size_t most_states(const struct net *n)
{
	size_t most = 0;
	for (size_t v = 0; v < n->states.n; v++)
		most = n->states.at[v] > most ? n->states.at[v] : most;
	return most;
}

// n texts: prefix and number.
static const char **numbers(struct arena *a, const char *prefix, size_t n)
{
	const char **names = arena_array(a, const char *, n);
	char *at = arena_take_array(a, n, WIDTH);
	for (size_t i = 0; i < n; i++) {
		names[i] = at;
		at += snprintf(at, WIDTH, "%s%u", prefix, (unsigned)i) + 1;
	}
	return names;
}

void network_number(struct arena *a, struct network *n)
{
	size_t n_vars = n->net.states.n;
	const char **shared = numbers(a, "", most_states(&n->net));
	n->numbered = true;
	n->names = numbers(a, "X", n_vars);
	n->states = arena_array(a, const char **, n_vars);
	for (size_t v = 0; v < n_vars; v++)
		n->states[v] = shared;
}

// A walk up from every variable through its parents; who is met again while its own walk is open is on a cycle.
size_t network_on_cycle(const struct net *n)
{
	struct arena scratch = { 0 };
	size_t n_vars = n->states.n, found = SIZE_MAX, depth = 0;
	const struct net_table **own = arena_array(&scratch, const struct net_table *, n_vars);
	struct step {
		size_t var, next; // the next of its parents to go to
	} *path = arena_array(&scratch, struct step, n_vars);
	enum { NEW, OPEN, DONE } *mark = arena_take_array(&scratch, n_vars, sizeof *mark);
	for (each (t, &n->tables))
		own[t->vars[t->n - 1]] = t;
	for (size_t start = 0; start < n_vars && found == SIZE_MAX; start++) {
		if (mark[start] == NEW) {
			mark[start] = OPEN;
			path[depth++] = (struct step){ .var = start };
		}
		while (depth && found == SIZE_MAX) {
			struct step *s = &path[depth - 1];
			if (s->next + 1 >= own[s->var]->n) {
				mark[s->var] = DONE;
				depth--;
				continue;
			}
			size_t parent = own[s->var]->vars[s->next++];
			if (mark[parent] == OPEN)
				found = parent;
			if (mark[parent] == NEW) {
				mark[parent] = OPEN;
				path[depth++] = (struct step){ .var = parent };
			}
		}
	}
	arena_free(&scratch);
	return found;
}

static void add_text(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text) + 1);
}

void network_pack(struct buf *b, const struct network *n)
{
	struct arena scratch = { 0 };
	struct buf text = buf_in(&scratch);
	size_t scopes = 0;
	for (each (t, &n->net.tables))
		scopes += t->n;
	for (size_t v = 0; !n->numbered && v < n->net.states.n; v++) {
		add_text(&text, n->names[v]);
		for (size_t s = 0; s < n->net.states.at[v]; s++)
			add_text(&text, n->states[v][s]);
	}
	buf_u32(b, (n->markov ? MARKOV : 0u) | (n->numbered ? NUMBERED : 0u));
	buf_u32(b, (uint32_t)n->net.states.n);
	buf_u32(b, (uint32_t)n->net.tables.n);
	buf_u32(b, (uint32_t)scopes);
	buf_u32(b, (uint32_t)n->findings.n);
	buf_u32(b, (uint32_t)text.n);
	for (size_t v = 0; v < n->net.states.n; v++)
		buf_u32(b, (uint32_t)n->net.states.at[v]);
	for (each (t, &n->net.tables))
		buf_u32(b, (uint32_t)t->n);
	for (each (t, &n->net.tables))
		for (size_t i = 0; i < t->n; i++)
			buf_u32(b, (uint32_t)t->vars[i]);
	for (each (f, &n->findings)) {
		buf_u32(b, (uint32_t)f->variable);
		buf_u32(b, (uint32_t)f->state);
	}
	buf_add(b, text.at, text.n);
	while (b->n % sizeof(double))
		buf_char(b, 0);
	arena_free(&scratch);
}

// --- the way back ---

// Numbers of four bytes, n of them at hand.
struct words {
	const unsigned char *at;
	size_t n;
};

static size_t next(struct words *w)
{
	const unsigned char *b = w->at;
	w->at += 4;
	w->n--;
	return b[0] | (size_t)b[1] << 8 | (size_t)b[2] << 16 | (size_t)b[3] << 24;
}

// n words off the bytes; false where there are fewer.
static bool cut(struct slice *bytes, size_t n, struct words *w)
{
	if (bytes->len / 4 < n)
		return false;
	*w = (struct words){ (const unsigned char *)bytes->at, n };
	*bytes = (struct slice){ bytes->at + 4 * n, bytes->len - 4 * n };
	return true;
}

static bool get_states(struct arena *a, struct words w, struct net *n)
{
	n->states.n = n->states.room = w.n;
	n->states.at = arena_array(a, size_t, w.n);
	for (size_t v = 0; w.n; v++) {
		n->states.at[v] = next(&w);
		if (!n->states.at[v] || n->states.at[v] > LIMIT_STATES)
			return false;
	}
	return true;
}

// One table over the next `len` words. *last: of each variable, one more than the last table it stood in.
static bool get_table(struct net *n, struct words *scopes, size_t len, size_t *vars, size_t *last)
{
	size_t t = n->tables.n, cells = 1;
	if (len > scopes->n)
		return false;
	for (size_t i = 0; i < len; i++) {
		vars[i] = next(scopes);
		if (vars[i] >= n->states.n || last[vars[i]] == t + 1)
			return false;
		last[vars[i]] = t + 1;
		cells *= n->states.at[vars[i]];
		if (cells > LIMIT_TABLE - n->cells)
			return false;
	}
	n->tables.at[n->tables.n++] = (struct net_table){ .n = len, .vars = vars, .at = n->cells, .cells = cells };
	n->cells += cells;
	return n->cells <= LIMIT_TABLE;
}

static bool get_tables(struct arena *a, struct words lengths, struct words scopes, struct net *n)
{
	struct arena scratch = { 0 };
	size_t *last = arena_array(&scratch, size_t, n->states.n), *vars = arena_array(a, size_t, scopes.n);
	bool good = true;
	n->tables.room = lengths.n;
	n->tables.at = arena_array(a, struct net_table, lengths.n);
	while (good && lengths.n) {
		size_t len = next(&lengths);
		good = get_table(n, &scopes, len, vars, last);
		vars += len;
	}
	arena_free(&scratch);
	return good && !scopes.n;
}

static bool are_numbers(const double *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!(values[i] >= 0 && values[i] <= DBL_MAX))
			return false;
	return true;
}

static bool sums_to_one(const struct net *n, const struct net_table *t, const double *values)
{
	size_t states = n->states.at[t->vars[t->n - 1]];
	for (size_t row = t->at; row < t->at + t->cells; row += states) {
		double sum = 0;
		for (size_t s = 0; s < states; s++)
			sum += values[row + s];
		if (!(fabs(sum - 1) <= ROW))
			return false;
	}
	return true;
}

// Makes chance tables of all: one a variable, in rows, and nobody its own ancestor.
static bool get_chances(struct net *n, const double *values)
{
	struct arena scratch = { 0 };
	bool good = n->tables.n == n->states.n, *child = arena_array(&scratch, bool, n->states.n);
	for (size_t t = 0; good && t < n->tables.n; t++) {
		struct net_table *table = &n->tables.at[t];
		table->chance = true;
		good = table->n && !child[table->vars[table->n - 1]] && sums_to_one(n, table, values);
		if (good)
			child[table->vars[table->n - 1]] = true;
	}
	arena_free(&scratch);
	return good && network_on_cycle(n) == SIZE_MAX;
}

static bool get_findings(struct arena *a, struct words w, struct network *n)
{
	struct arena scratch = { 0 };
	bool good = true, *seen = arena_array(&scratch, bool, n->net.states.n);
	n->findings.room = w.n / 2;
	n->findings.at = arena_array(a, struct network_finding, w.n / 2);
	while (good && w.n) {
		size_t variable = next(&w), state = next(&w);
		good = variable < n->net.states.n && state < n->net.states.at[variable] && !seen[variable];
		if (good)
			seen[variable] = true;
		n->findings.at[n->findings.n++] = (struct network_finding){ variable, state };
	}
	arena_free(&scratch);
	return good;
}

// The next text, which ends before the end; NULL where there is none.
static const char *get_text(struct slice *text)
{
	struct slice piece;
	return slice_cut(text, 0, &piece) && piece.len ? piece.at : NULL;
}

// Texts that end with a NUL, and that can be shown on a terminal.
static bool are_clean(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((text.at[i] > 0 && text.at[i] < ' ') || text.at[i] == 0x7f)
			return false;
	return text.len && !text.at[text.len - 1] && utf8_valid(text.at, text.len) == text.len;
}

static bool get_names(struct arena *a, struct slice text, struct network *n)
{
	size_t n_vars = n->net.states.n, all = 0;
	for (size_t v = 0; v < n_vars; v++)
		all += n->net.states.at[v];
	if (all + n_vars > text.len / 2 || !are_clean(text))
		return false; // each has a byte and a NUL
	n->names = arena_array(a, const char *, n_vars);
	n->states = arena_array(a, const char **, n_vars);
	const char **next_state = arena_array(a, const char *, all);
	for (size_t v = 0; v < n_vars; v++) {
		n->states[v] = next_state;
		if (!(n->names[v] = get_text(&text)))
			return false;
		for (size_t s = 0; s < n->net.states.at[v]; s++)
			if (!(*next_state++ = get_text(&text)))
				return false;
	}
	return !text.len;
}

bool network_unpack(struct arena *a, struct slice bytes, double *values, size_t n_values, struct network *n)
{
	struct words head, states, lengths, scopes, findings;
	*n = (struct network){ .values = values };
	if (bytes.len % sizeof(double) || !cut(&bytes, HEAD, &head))
		return false;
	size_t flags = next(&head), n_vars = next(&head), n_tables = next(&head), n_scopes = next(&head),
	       n_findings = next(&head), n_text = next(&head);
	n->markov = flags & MARKOV;
	if (flags > FLAGS || !n_vars || n_vars > LIMIT_VARIABLES || !cut(&bytes, n_vars, &states) ||
	    !cut(&bytes, n_tables, &lengths) || !cut(&bytes, n_scopes, &scopes) ||
	    !cut(&bytes, 2 * n_findings, &findings) || n_text > bytes.len || bytes.len - n_text >= sizeof(double))
		return false;
	if (!get_states(a, states, &n->net) || !get_tables(a, lengths, scopes, &n->net) || n->net.cells != n_values ||
	    !are_numbers(values, n_values) || (!n->markov && !get_chances(&n->net, values)) ||
	    !get_findings(a, findings, n))
		return false;
	if (!(flags & NUMBERED))
		return get_names(a, (struct slice){ bytes.at, n_text }, n);
	network_number(a, n);
	return !n_text;
}
