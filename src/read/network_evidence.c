// Two forms. UAI: how many findings, then of each its variable and its state, by number; files of 2014 have a number
// of samples in front, which is 1. Their counts of words differ: one is odd, the other even. And lines, which the first
// '=' tells: "name=state" with comments behind '#', the state by its name or, where none has that name, by its number.
#include "read/network_evidence.h"

#include "base/limits.h"
#include "read/network_names.h"
#include "read/network_scan.h"

#include <stdio.h>
#include <string.h>

struct evidence {
	struct arena *arena;
	struct network *network;
	struct network_names variables;
	struct arena scratch;
	bool *seen; // [variable]
	struct network_scan scan;
	struct err *err;
};

static enum status add(struct evidence *v, size_t variable, size_t state)
{
	struct network *n = v->network;
	if (v->seen[variable])
		return network_scan_fail(&v->scan, v->err, "variable %s is observed twice; take one out",
					 network_scan_name(n->names[variable]).text);
	v->seen[variable] = true;
	list_push(v->arena, &n->findings, ((struct network_finding){ variable, state }));
	return STATUS_OK;
}

// --- numbers ---

static size_t count_words(struct network_scan s)
{
	size_t n = 0;
	while (network_scan_word(&s).len)
		n++;
	return n;
}

static enum status read_number(struct evidence *v, const char *what, size_t most, size_t *n)
{
	return network_scan_count(&v->scan, what, 0, most, NULL, n, v->err);
}

static enum status read_pairs(struct evidence *v, size_t n)
{
	const struct net *net = &v->network->net;
	size_t variable, state;
	char what[100];
	for (size_t i = 0; i < n; i++) {
		if (read_number(v, "an observed variable", net->states.n - 1, &variable) != STATUS_OK)
			return v->err->status;
		snprintf(what, sizeof what, "the state of %s", network_scan_name(v->network->names[variable]).text);
		if (read_number(v, what, net->states.at[variable] - 1, &state) != STATUS_OK ||
		    add(v, variable, state) != STATUS_OK)
			return v->err->status;
	}
	return STATUS_OK;
}

static enum status read_numbers(struct evidence *v)
{
	size_t words = count_words(v->scan), samples = 1, said;
	if (words % 2 == 0 && read_number(v, "the number of samples", LIMIT_NETWORK, &samples) != STATUS_OK)
		return v->err->status;
	if (samples != 1)
		return network_scan_fail(&v->scan, v->err, "%zu samples, or a number too many; evidence is one sample",
					 samples);
	if (read_number(v, "the number of findings", LIMIT_NETWORK, &said) != STATUS_OK)
		return v->err->status;
	size_t given = (words - 1) / 2;
	if (said != given)
		return network_scan_fail(&v->scan, v->err, "%zu findings are said, but there are numbers for %zu", said,
					 given);
	return read_pairs(v, given);
}

// --- lines ---

// A line without its comment: a '#' at its beginning, or behind white space.
static struct slice without_comment(struct slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.at[i] == '#' && (!i || line.at[i - 1] == ' ' || line.at[i - 1] == '\t'))
			line.len = i;
	return slice_trim(line);
}

static enum status find_state(struct evidence *v, size_t variable, struct slice word, size_t *state)
{
	const struct network *n = v->network;
	size_t states = n->net.states.at[variable], number;
	for (*state = 0; *state < states; ++*state)
		if (slice_is(word, n->states[variable][*state]))
			return STATUS_OK;
	if (network_scan_whole(word, &number) && number < states) {
		*state = number;
		return STATUS_OK;
	}
	struct buf known = buf_in(&v->scratch);
	for (size_t s = 0; s < states && known.n < 200; s++)
		buf_printf(&known, "%s%s", s ? ", " : "", network_scan_name(n->states[variable][s]).text);
	return network_scan_fail(&v->scan, v->err, "variable %s has no state '%s'; its states are %s",
				 network_scan_name(n->names[variable]).text, network_scan_show(word).text,
				 buf_str(&known));
}

static enum status read_line(struct evidence *v, struct slice line)
{
	size_t state;
	const char *sign = memchr(line.at, '=', line.len);
	if (!sign)
		return network_scan_fail(&v->scan, v->err, "a line is NAME=STATE, not '%s'",
					 network_scan_show(line).text);
	struct slice name = slice_trim((struct slice){ line.at, (size_t)(sign - line.at) });
	struct slice word = slice_trim((struct slice){ sign + 1, line.len - (size_t)(sign + 1 - line.at) });
	size_t variable = network_names_find(&v->variables, 0, name);
	if (variable == SIZE_MAX)
		return network_scan_fail(&v->scan, v->err, "the network has no variable '%s'",
					 network_scan_show(name).text);
	if (v->seen[variable])
		return add(v, variable, 0);
	return find_state(v, variable, word, &state) == STATUS_OK ? add(v, variable, state) : v->err->status;
}

static enum status read_lines(struct evidence *v)
{
	struct slice rest = { v->scan.at, (size_t)(v->scan.end - v->scan.at) }, line;
	for (size_t i = 0; i < v->network->net.states.n; i++)
		network_names_put(&v->variables, 0, v->network->names[i]);
	for (v->scan.line = 1; slice_line(&rest, &line); v->scan.line++) {
		line = without_comment(line);
		if (line.len && read_line(v, line) != STATUS_OK)
			return v->err->status;
	}
	return STATUS_OK;
}

// Whether anything stands outside of comments.
static bool is_empty(const struct network_scan *s)
{
	struct slice rest = { s->at, (size_t)(s->end - s->at) }, line;
	while (slice_line(&rest, &line))
		if (without_comment(line).len)
			return false;
	return true;
}

enum status network_evidence(struct arena *a, struct slice bytes, struct network *n, struct err *e)
{
	struct evidence v = { .arena = a, .network = n, .scan = network_scan_start(bytes), .err = e };
	v.seen = arena_array(&v.scratch, bool, n->net.states.n);
	n->findings.n = 0;
	enum status s = STATUS_OK;
	if (!is_empty(&v.scan))
		s = memchr(bytes.at, '=', bytes.len) ? read_lines(&v) : read_numbers(&v);
	network_names_free(&v.variables);
	arena_free(&v.scratch);
	return s;
}
