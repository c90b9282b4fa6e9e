// The interchange format of Cozman (version 0.15, 1998), as the bnlearn repository and JavaBayes write it:
//
//	network NAME { ... }
//	variable A { type discrete [ 2 ] { a0, a1 }; property ...; }
//	probability ( A | B, C ) { (b0, c0) 0.1, 0.9; default 0.5, 0.5; }      a row for the parents' states
//	probability ( A | B, C ) { table 0.1, ...; }                           A slowest, the last parent fastest
//
// A variable may come behind a table that it stands in: the blocks of tables are passed over first.
#include "read/network_bif.h"

#include "base/limits.h"
#include "read/network_build.h"
#include "read/network_scan.h"

#include <string.h>

enum { END = 'e', WORD = 'w', QUOTED = 'q' }; // a token's kind; else it is the mark itself
#define UNSAID (-1.0)                         // in the first cell of a row that was not given yet

struct bif {
	struct network_build build;
	struct network_scan scan;
	char kind; // of the token in hand
	struct slice token;
	// Where the tables' blocks begin: first behind "probability", then behind "{".
	LIST_OWN(struct network_scan) tables;
	LIST_OWN(double) usual; // the row of `default`
	struct err *err;
};

static enum status unended(struct bif *b, const char *what)
{
	return network_scan_fail(&b->scan, b->err, "the %s that begins here has no end", what);
}

// Over a comment that begins here.
static enum status skip_comment(struct bif *b)
{
	struct network_scan *s = &b->scan;
	size_t left = (size_t)(s->end - s->at);
	bool line = s->at[1] == '/';
	const char *end = line ? memchr(s->at, '\n', left) : memmem(s->at + 2, left - 2, "*/", 2);
	if (!end && !line)
		return unended(b, "comment");
	for (end = end ? end + (line ? 0 : 2) : s->end; s->at < end; s->at++)
		s->line += *s->at == '\n';
	return STATUS_OK;
}

static bool is_comment(const struct network_scan *s)
{
	return s->end - s->at > 1 && s->at[0] == '/' && (s->at[1] == '/' || s->at[1] == '*');
}

static bool is_mark(char c)
{
	return c == '{' || c == '}' || c == '(' || c == ')' || c == '[' || c == ']' || c == ',' || c == ';' || c == '|';
}

static bool in_word(const struct network_scan *s)
{
	return s->at < s->end && (unsigned char)*s->at > ' ' && *s->at != '"' && !is_mark(*s->at) && !is_comment(s);
}

static enum status take_quoted(struct bif *b)
{
	struct network_scan *s = &b->scan;
	const char *from = s->at + 1, *end = memchr(from, '"', (size_t)(s->end - from));
	if (!end)
		return unended(b, "quoted name");
	b->token = (struct slice){ from, (size_t)(end - from) };
	b->kind = QUOTED;
	for (; s->at <= end; s->at++)
		s->line += *s->at == '\n';
	return STATUS_OK;
}

static enum status next(struct bif *b)
{
	struct network_scan *s = &b->scan;
	for (network_scan_space(s); is_comment(s); network_scan_space(s))
		if (skip_comment(b) != STATUS_OK)
			return b->err->status;
	const char *from = s->at;
	if (s->at == s->end) {
		b->kind = END;
		b->token = slice_of("the end of the file");
		return STATUS_OK;
	}
	if (*s->at == '"')
		return take_quoted(b);
	while (in_word(s))
		s->at++;
	b->kind = WORD;
	if (s->at == from)
		b->kind = *s->at++;
	b->token = (struct slice){ from, (size_t)(s->at - from) };
	if (b->kind == WORD || is_mark(b->kind))
		return STATUS_OK;
	return network_scan_fail(s, b->err, "'%s' cannot stand here", network_scan_show(b->token).text);
}

static enum status wanted(struct bif *b, const char *what)
{
	return network_scan_fail(&b->scan, b->err, "%s should stand here, not '%s'", what,
				 network_scan_show(b->token).text);
}

static enum status take_mark(struct bif *b, char mark)
{
	if (next(b) != STATUS_OK)
		return b->err->status;
	return b->kind == mark ? STATUS_OK : wanted(b, (char[]){ '\'', mark, '\'', 0 });
}

static bool is_name(const struct bif *b)
{
	return b->kind == WORD || b->kind == QUOTED;
}

static bool is_word(const struct bif *b, const char *word)
{
	return b->kind == WORD && slice_is(b->token, word);
}

static enum status within(struct bif *b)
{
	return network_scan_within(&b->scan, b->err);
}

// Over what is left up to a mark, and over it; blocks inside too.
static enum status skip_to(struct bif *b, char mark)
{
	struct network_scan start = b->scan;
	size_t depth = 0;
	for (;;) {
		if (next(b) != STATUS_OK)
			return b->err->status;
		if (b->kind == mark && !depth)
			return STATUS_OK;
		if (b->kind == END || (b->kind == '}' && !depth))
			return network_scan_fail(&start, b->err, "what begins here has no '%c' at its end", mark);
		depth += b->kind == '{';
		depth -= b->kind == '}';
	}
}

// --- variables ---

// "type discrete [ 2 ] { yes, no };" but for its first word.
static enum status read_type(struct bif *b)
{
	struct network_build *w = &b->build;
	size_t said, given = 0;
	if (next(b) != STATUS_OK)
		return b->err->status;
	if (!is_word(b, "discrete"))
		return wanted(b, "'discrete', the only type that is read,");
	if (take_mark(b, '[') != STATUS_OK || next(b) != STATUS_OK)
		return b->err->status;
	if (b->kind != WORD || !network_scan_whole(b->token, &said))
		return wanted(b, "the number of states");
	if (take_mark(b, ']') != STATUS_OK || take_mark(b, '{') != STATUS_OK)
		return b->err->status;
	if (w->network->net.states.at[w->network->net.states.n - 1])
		return network_scan_fail(&b->scan, b->err, "the variable has two types; take one out");
	for (;;) {
		if (next(b) != STATUS_OK)
			return b->err->status;
		if (b->kind == '}')
			break;
		if (b->kind == ',')
			continue;
		if (!is_name(b))
			return wanted(b, "the name of a state");
		if (network_build_state(w, b->token, b->err) != STATUS_OK)
			return within(b);
		given++;
	}
	if (given != said)
		return network_scan_fail(&b->scan, b->err, "%zu states are named, but [ %zu ] are said", given, said);
	return take_mark(b, ';');
}

static enum status read_variable(struct bif *b)
{
	if (next(b) != STATUS_OK)
		return b->err->status;
	if (!is_name(b))
		return wanted(b, "the name of a variable");
	if (network_build_variable(&b->build, b->token, b->err) != STATUS_OK)
		return within(b);
	if (take_mark(b, '{') != STATUS_OK)
		return b->err->status;
	for (;;) {
		enum status s = next(b);
		if (s != STATUS_OK || b->kind == '}')
			return s;
		if (is_word(b, "type"))
			s = read_type(b);
		else if (is_word(b, "property"))
			s = skip_to(b, ';');
		else
			s = wanted(b, "'type', 'property' or '}'");
		if (s != STATUS_OK)
			return s;
	}
}

// Everything but the tables, which are passed over.
static enum status read_blocks(struct bif *b)
{
	for (;;) {
		enum status s = next(b);
		if (s != STATUS_OK || b->kind == END)
			return s;
		if (is_word(b, "variable")) {
			s = read_variable(b);
		} else if (is_word(b, "probability")) {
			list_push_own(&b->tables, b->scan);
			s = skip_to(b, '{');
			s = s == STATUS_OK ? skip_to(b, '}') : s;
		} else if (is_word(b, "network")) {
			s = skip_to(b, '{');
			s = s == STATUS_OK ? skip_to(b, '}') : s;
		} else {
			s = wanted(b, "'network', 'variable' or 'probability'");
		}
		if (s != STATUS_OK)
			return s;
	}
}

// --- tables ---

// "( A | B, C ) {": the scope, the child last.
static enum status read_scope(struct bif *b)
{
	struct network_build *w = &b->build;
	w->scope.n = 0;
	if (take_mark(b, '(') != STATUS_OK)
		return b->err->status;
	for (;;) {
		if (next(b) != STATUS_OK)
			return b->err->status;
		if (b->kind == ')')
			break;
		if (b->kind == ',' || (b->kind == '|' && w->scope.n == 1))
			continue;
		if (!is_name(b))
			return wanted(b, "the name of a variable");
		size_t v = network_build_find(w, b->token);
		if (v == SIZE_MAX)
			return network_scan_fail(&b->scan, b->err,
						 "there is no variable '%s'; declare it, or mend the name",
						 network_scan_show(b->token).text);
		list_push_own(&w->scope, v);
	}
	if (!w->scope.n)
		return wanted(b, "the name of a variable");
	size_t child = w->scope.at[0];
	memmove(w->scope.at, w->scope.at + 1, --w->scope.n * sizeof *w->scope.at);
	list_push_own(&w->scope, child);
	if (network_build_table(w, b->err) != STATUS_OK)
		return within(b);
	return take_mark(b, '{');
}

// The next number of a row of `n`; *more: there is one, else the row is over.
static enum status next_number(struct bif *b, size_t seen, size_t n, double *x, bool *more)
{
	do
		if (next(b) != STATUS_OK)
			return b->err->status;
	while (b->kind == ',');
	*more = b->kind != ';';
	if ((*more && seen == n) || (!*more && seen < n))
		return network_scan_fail(&b->scan, b->err, "there should be %zu numbers here, not %s", n,
					 *more ? "more" : "fewer");
	if (!*more)
		return STATUS_OK;
	if (b->kind != WORD)
		return wanted(b, "a number");
	return network_scan_value(&b->scan, b->token, x, b->err);
}

// n numbers to at[0], at[step], ..., and the ';' behind them.
static enum status read_numbers(struct bif *b, double *at, size_t n)
{
	double x;
	bool more = true;
	for (size_t i = 0; more; i++) {
		if (next_number(b, i, n, &x, &more) != STATUS_OK)
			return b->err->status;
		if (more)
			at[i] = x;
	}
	return STATUS_OK;
}

// What is written with the child slowest.
static enum status read_table(struct bif *b, const struct net_table *t, size_t states)
{
	double x, *values = b->build.network->values + t->at;
	size_t rows = t->cells / states, row = 0, state = 0;
	bool more = true;
	for (size_t i = 0; more; i++) {
		if (next_number(b, i, t->cells, &x, &more) != STATUS_OK)
			return b->err->status;
		if (!more)
			break;
		values[row * states + state] = x;
		if (++row == rows) {
			row = 0;
			state++;
		}
	}
	return network_build_rows(&b->build, t, b->err) == STATUS_OK ? STATUS_OK : within(b);
}

// "(yes, no)" but for its first mark: a state of each parent.
static enum status read_states(struct bif *b, const struct net_table *t, size_t *row)
{
	const struct network *n = b->build.network;
	size_t i = 0;
	*row = 0;
	for (;;) {
		if (next(b) != STATUS_OK)
			return b->err->status;
		if (b->kind == ',')
			continue;
		if (b->kind == ')')
			break;
		if (!is_name(b))
			return wanted(b, "the name of a state");
		if (i + 1 == t->n)
			return network_scan_fail(&b->scan, b->err, "more states than the %zu parents", t->n - 1);
		size_t v = t->vars[i++], state = network_build_find_state(&b->build, v, b->token);
		if (state == SIZE_MAX)
			return network_scan_fail(&b->scan, b->err, "'%s' is no state of %s",
						 network_scan_show(b->token).text, network_scan_name(n->names[v]).text);
		*row = *row * n->net.states.at[v] + state;
	}
	if (i + 1 < t->n)
		return network_scan_fail(&b->scan, b->err, "%zu states for %zu parents; name one of each", i, t->n - 1);
	return STATUS_OK;
}

static enum status read_row(struct bif *b, const struct net_table *t, size_t states)
{
	size_t row;
	if (read_states(b, t, &row) != STATUS_OK)
		return b->err->status;
	double *at = b->build.network->values + t->at + row * states;
	if (*at != UNSAID)
		return network_scan_fail(&b->scan, b->err, "%s is given twice; take one out",
					 network_build_row_name(&b->build, t, row));
	if (read_numbers(b, at, states) != STATUS_OK)
		return b->err->status;
	return network_build_row(&b->build, t, row, b->err) == STATUS_OK ? STATUS_OK : within(b);
}

// The rows that were not given are the usual one, where there is one.
static enum status fill(struct bif *b, const struct net_table *t, size_t states)
{
	double *values = b->build.network->values + t->at;
	for (size_t row = 0; row < t->cells / states; row++) {
		double *at = values + row * states;
		if (*at != UNSAID)
			continue;
		if (!b->usual.n)
			return network_scan_fail(
			    &b->scan, b->err, "variable %s: %s is missing; add it, or a 'default'",
			    network_scan_name(b->build.network->names[network_build_child(t)]).text,
			    network_build_row_name(&b->build, t, row));
		memcpy(at, b->usual.at, states * sizeof *at);
		if (network_build_row(&b->build, t, row, b->err) != STATUS_OK)
			return within(b);
	}
	return STATUS_OK;
}

static enum status read_default(struct bif *b, size_t states)
{
	if (b->usual.n)
		return network_scan_fail(&b->scan, b->err, "there are two 'default' rows; take one out");
	while (b->usual.n < states)
		list_push_own(&b->usual, 0.0);
	return read_numbers(b, b->usual.at, states);
}

static enum status read_body(struct bif *b, const struct net_table *t)
{
	const struct network *n = b->build.network;
	size_t states = n->net.states.at[network_build_child(t)];
	bool whole = false, rows = false; // given at once, or one by one
	b->usual.n = 0;
	for (size_t i = t->at; i < t->at + t->cells; i += states)
		n->values[i] = UNSAID;
	for (;;) {
		enum status s = next(b);
		if (s != STATUS_OK)
			return s;
		if (b->kind == '}')
			return fill(b, t, states);
		if (is_word(b, "property")) {
			s = skip_to(b, ';');
		} else if (whole) {
			s = wanted(b, "'}' or 'property' (the table is complete)");
		} else if (is_word(b, "table") && !rows) {
			s = read_table(b, t, states);
			whole = true;
		} else if (is_word(b, "default")) {
			s = read_default(b, states);
			rows = true;
		} else if (b->kind == '(') {
			s = read_row(b, t, states);
			rows = true;
		} else {
			s = wanted(b, rows ? "'default', a row '(...)' or '}'"
					   : "'table', 'default', a row '(...)' or '}'");
		}
		if (s != STATUS_OK)
			return s;
	}
}

static enum status read_all(struct bif *b)
{
	const struct network *n = b->build.network;
	if (read_blocks(b) != STATUS_OK || network_build_variables(&b->build, b->err) != STATUS_OK)
		return b->err->status;
	for (size_t i = 0; i < b->tables.n; i++) {
		b->scan = b->tables.at[i];
		if (read_scope(b) != STATUS_OK)
			return b->err->status;
		b->tables.at[i] = b->scan;
	}
	if (network_build_tables(&b->build, b->err) != STATUS_OK)
		return b->err->status;
	for (size_t i = 0; i < b->tables.n; i++) {
		b->scan = b->tables.at[i];
		if (read_body(b, &n->net.tables.at[i]) != STATUS_OK)
			return b->err->status;
	}
	return STATUS_OK;
}

enum status network_bif(struct arena *a, struct slice bytes, struct network *n, struct err *e)
{
	*n = (struct network){ 0 };
	struct bif b = { .build = { .arena = a, .network = n }, .scan = network_scan_start(bytes), .err = e };
	enum status s = read_all(&b);
	arena_free(&b.tables.mem);
	arena_free(&b.usual.mem);
	network_build_free(&b.build);
	return s;
}
