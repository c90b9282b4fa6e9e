// XDSL (https://support.bayesfusion.com/docs/, "XDSL file format"): below <smile><nodes>
//
//	<cpt id="A"><state id="a0"/>...<parents>B C</parents><probabilities>0.1 0.9 ...</probabilities></cpt>
//
// with the child fastest and the last parent next. <deterministic> has a state's name for each row of its parents in
// <resultingstates>; <noisymax> is written out as a table (read/network_noisy.h). Other nodes are refused.
#include "read/network_xdsl.h"

#include "base/limits.h"
#include "read/network_build.h"
#include "read/network_noisy.h"
#include "read/network_scan.h"
#include "read/xml.h"

#include <string.h>

enum kind { CPT, DETERMINISTIC, NOISYMAX, KINDS };
enum part { PARENTS, PROBABILITIES, RESULTS, STRENGTHS, PARAMETERS, PARTS };
enum { ROOT, NODES, NODE, PART }; // how deep each of them stands

static const struct {
	const char *name;
	enum kind kind;
} kinds[] = {
	{ "cpt", CPT }, { "deterministic", DETERMINISTIC }, { "truthtable", DETERMINISTIC }, { "noisymax", NOISYMAX }
};

static const char *const parts[PARTS] = { "parents", "probabilities", "resultingstates", "strengths", "parameters" };

// A stretch of the collected texts, and the line it begins at; 0: there is none.
struct stretch {
	size_t from, to, line;
};

struct xdsl_node {
	enum kind kind;
	size_t line;
	struct stretch parts[PARTS];
};

struct xdsl {
	struct network_build build;
	struct xml *xml;
	struct arena mem;                 // of text
	struct buf text;                  // of all parts of all nodes
	LIST_OWN(struct xdsl_node) nodes; // [variable]
	size_t depth, skip;               // skip: the depth of an element that is of no interest, 0: none
	int part;                         // that text is collected of, -1: none
	struct err *err;
};

static void open_node(struct xdsl *x, const char *name, const char *id)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(name, kinds[i].name))
			continue;
		list_push_own(&x->nodes, ((struct xdsl_node){ .kind = kinds[i].kind, .line = xml_line(x->xml) }));
		if (network_build_variable(&x->build, slice_of(id), x->err) != STATUS_OK)
			xml_stop(x->xml);
		return;
	}
	err_set(x->err, STATUS_BAD_INPUT,
		"node '%s' is a <%s>; only chance nodes are read (cpt, deterministic, noisymax), so take it out",
		network_scan_name(id).text, network_scan_name(name).text);
	xml_stop(x->xml);
}

static void open_part(struct xdsl *x, const char *name, const char *id)
{
	struct xdsl_node *n = &x->nodes.at[x->nodes.n - 1];
	if (!strcmp(name, "state")) {
		x->skip = x->depth;
		if (network_build_state(&x->build, slice_of(id), x->err) != STATUS_OK)
			xml_stop(x->xml);
		return;
	}
	for (int i = 0; i < PARTS; i++)
		if (!strcmp(name, parts[i]))
			x->part = i;
	if (x->part < 0) {
		x->skip = x->depth; // a property, a cost: nothing that changes the chances
	} else if (n->parts[x->part].line) {
		err_set(x->err, STATUS_BAD_INPUT, "node '%s' has two <%s>; take one out",
			network_scan_name(x->build.variables.list.at[x->nodes.n - 1].text).text, name);
		xml_stop(x->xml);
	} else {
		n->parts[x->part] = (struct stretch){ x->text.n, x->text.n, xml_line(x->xml) };
	}
}

// What is wrong with an element at this depth, or NULL.
static const char *check_element(size_t depth, const char *name)
{
	if (depth == ROOT && strcmp(name, "smile"))
		return "an XDSL file is one element <smile>, and not";
	if (depth == NODES && !strcmp(name, "dynamic"))
		return "a dynamic network is not read, unroll it in GeNIe first:";
	return depth > PART ? "between numbers or names there cannot be" : NULL;
}

static void on_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct xdsl *x = context;
	size_t depth = x->depth++;
	x->xml = xml;
	if (x->skip)
		return;
	const char *wrong = check_element(depth, name);
	if (wrong) {
		err_set(x->err, STATUS_BAD_INPUT, "%s <%s>", wrong, network_scan_name(name).text);
		xml_stop(x->xml);
	} else if (depth == NODES && strcmp(name, "nodes")) {
		x->skip = x->depth; // how GeNIe draws it, and such
	} else if (depth == NODE) {
		open_node(x, name, xml_attribute(attributes, "id"));
	} else if (depth == PART) {
		open_part(x, name, xml_attribute(attributes, "id"));
	}
}

static void on_end(void *context, struct xml *xml, const char *name)
{
	struct xdsl *x = context;
	(void)xml, (void)name;
	if (x->skip == x->depth)
		x->skip = 0;
	else if (!x->skip && x->part >= 0 && x->depth == PART + 1)
		x->part = -1;
	x->depth--;
}

static void on_text(void *context, struct xml *xml, const char *text, size_t n)
{
	struct xdsl *x = context;
	(void)xml;
	if (x->skip || x->part < 0)
		return;
	buf_add(&x->text, text, n);
	x->nodes.at[x->nodes.n - 1].parts[x->part].to = x->text.n;
}

static const struct xml_handler handler = { on_start, on_end, on_text };

// --- from the parts, tables ---

// The words of a part; none where it is not there.
static struct network_scan words_of(const struct xdsl *x, const struct xdsl_node *n, enum part part)
{
	const struct stretch *s = &n->parts[part];
	const char *text = x->text.at ? x->text.at : "";
	return (struct network_scan){ text + s->from, text + s->to, s->line ? s->line : n->line };
}

static const char *id_of(const struct xdsl *x, size_t v)
{
	return x->build.network->names[v];
}

static enum status read_scope(struct xdsl *x, size_t v)
{
	struct network_build *w = &x->build;
	struct network_scan s = words_of(x, &x->nodes.at[v], PARENTS);
	w->scope.n = 0;
	for (struct slice word; (word = network_scan_word(&s)).len;) {
		size_t parent = network_build_find(w, word);
		if (parent == SIZE_MAX)
			return network_scan_fail(&s, x->err, "node '%s': there is no node '%s' to be its parent",
						 network_scan_name(id_of(x, v)).text, network_scan_show(word).text);
		list_push_own(&w->scope, parent);
	}
	list_push_own(&w->scope, v);
	return network_build_table(w, x->err) == STATUS_OK ? STATUS_OK : network_scan_within(&s, x->err);
}

// n numbers of a part, and nothing else.
static enum status read_numbers(struct xdsl *x, size_t v, enum part part, double *at, size_t n)
{
	struct network_scan s = words_of(x, &x->nodes.at[v], part);
	size_t seen = 0;
	for (struct slice word; (word = network_scan_word(&s)).len; seen++)
		if (seen < n && network_scan_value(&s, word, &at[seen], x->err) != STATUS_OK)
			return x->err->status;
	if (seen == n)
		return STATUS_OK;
	return network_scan_fail(&s, x->err, "node '%s': its <%s> should have %zu numbers, not %zu",
				 network_scan_name(id_of(x, v)).text, parts[part], n, seen);
}

// A state's name for every row.
static enum status read_results(struct xdsl *x, size_t v, const struct net_table *t)
{
	struct network_build *w = &x->build;
	struct network_scan s = words_of(x, &x->nodes.at[v], RESULTS);
	size_t states = w->network->net.states.at[v], rows = t->cells / states, row = 0;
	for (struct slice word; (word = network_scan_word(&s)).len; row++) {
		size_t state = network_build_find_state(w, v, word);
		if (state == SIZE_MAX)
			return network_scan_fail(&s, x->err, "node '%s' has no state '%s'",
						 network_scan_name(id_of(x, v)).text, network_scan_show(word).text);
		if (row < rows)
			w->network->values[t->at + row * states + state] = 1;
	}
	if (row == rows)
		return STATUS_OK;
	return network_scan_fail(&s, x->err, "node '%s': its <resultingstates> should be %zu, not %zu",
				 network_scan_name(id_of(x, v)).text, rows, row);
}

// The order of the parents' states by their strength: only the one that they stand in is read.
static enum status check_strengths(struct xdsl *x, size_t v, const struct net_table *t)
{
	const struct net *n = &x->build.network->net;
	struct network_scan s = words_of(x, &x->nodes.at[v], STRENGTHS);
	size_t number;
	for (size_t i = 0; i + 1 < t->n && x->nodes.at[v].parts[STRENGTHS].line; i++)
		for (size_t state = 0; state < n->states.at[t->vars[i]]; state++)
			if (!network_scan_whole(network_scan_word(&s), &number) || number != state)
				return network_scan_fail(
				    &s, x->err,
				    "node '%s': its parents' states are ordered by strength in another way than they "
				    "stand, which is not read; change its type to General (cpt) in GeNIe",
				    network_scan_name(id_of(x, v)).text);
	return STATUS_OK;
}

static enum status read_noisy(struct xdsl *x, size_t v, const struct net_table *t)
{
	struct network *n = x->build.network;
	struct arena scratch = { 0 };
	size_t size = network_noisy_size(&n->net, t);
	double *parameters = arena_array(&scratch, double, size);
	enum status s = check_strengths(x, v, t);
	if (s == STATUS_OK)
		s = read_numbers(x, v, PARAMETERS, parameters, size);
	if (s == STATUS_OK && network_noisy_expand(&n->net, t, parameters, n->values + t->at, x->err) != STATUS_OK)
		s = err_within(x->err, "line %zu: node '%s'", x->nodes.at[v].line, network_scan_name(id_of(x, v)).text);
	arena_free(&scratch);
	return s;
}

static enum status read_table(struct xdsl *x, size_t v, const struct net_table *t)
{
	double *values = x->build.network->values + t->at;
	switch (x->nodes.at[v].kind) {
	case DETERMINISTIC:
		return read_results(x, v, t);
	case NOISYMAX:
		return read_noisy(x, v, t);
	default:
		return read_numbers(x, v, PROBABILITIES, values, t->cells);
	}
}

static enum status read_all(struct xdsl *x, struct slice bytes)
{
	struct network_build *w = &x->build;
	const struct net *n = &w->network->net;
	if (xml_read(bytes, "XDSL", &handler, x, x->err) != STATUS_OK ||
	    network_build_variables(w, x->err) != STATUS_OK)
		return x->err->status;
	for (size_t v = 0; v < n->states.n; v++)
		if (read_scope(x, v) != STATUS_OK)
			return x->err->status;
	if (network_build_tables(w, x->err) != STATUS_OK)
		return x->err->status;
	for (size_t v = 0; v < n->states.n; v++) {
		const struct net_table *t = &n->tables.at[v];
		if (read_table(x, v, t) != STATUS_OK)
			return x->err->status;
		if (network_build_rows(w, t, x->err) != STATUS_OK)
			return err_within(x->err, "line %zu", x->nodes.at[v].line);
	}
	return STATUS_OK;
}

enum status network_xdsl(struct arena *a, struct slice bytes, struct network *n, struct err *e)
{
	*n = (struct network){ 0 };
	struct xdsl x = { .build = { .arena = a, .network = n }, .part = -1, .err = e };
	x.text = buf_in(&x.mem);
	enum status s = read_all(&x, bytes);
	arena_free(&x.mem);
	arena_free(&x.nodes.mem);
	network_build_free(&x.build);
	return s;
}
