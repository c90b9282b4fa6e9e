// WHATWG HTML, 13.2.4.2, "The stack of open elements". No search goes through more than 64 elements and the tree is no
// deeper than 512, as in browsers: what is open beyond that is a leaf, and its content follows it.
#include "read/html_open.h"

#include "base/limits.h"

#include <string.h>
#include <strings.h>

enum { SEARCH = 64, DEEPEST = 512 };

struct html_open html_open_start(struct arena *a, struct html_tree *tree)
{
	struct html_open o = { .arena = a, .tree = tree };
	struct html_node root = { .at = { 0, (uint32_t)tree->from->len } };
	list_push(a, &tree->nodes, root);
	list_push(a, &o.stack, ((struct html_opened){ 0 }));
	return o;
}

uint32_t html_open_add(struct html_open *o, struct html_node n)
{
	uint32_t number = (uint32_t)o->tree->nodes.n;
	if (number >= LIMIT_ELEMENTS) {
		o->crowded = true;
		return 0;
	}
	n.parent = o->stack.at[o->stack.n > DEEPEST ? DEEPEST - 1 : o->stack.n - 1].node;
	n.end = number + 1;
	list_push(o->arena, &o->tree->nodes, n);
	return number;
}

void html_open_push(struct html_open *o, struct html_node n)
{
	uint32_t number = html_open_add(o, n);
	list_push(o->arena, &o->stack, ((struct html_opened){ number, n.tag, n.foreign, false }));
	o->count[n.tag]++;
}

// In SVG and MathML, what holds HTML bars the way; elsewhere, each scope has its own.
static bool bars(const struct html_opened *e, enum html_scope scope)
{
	if (e->foreign)
		return scope < HTML_SCOPE_TABLE && html_is(e->tag, HTML_INTEGRATION);
	switch (scope) {
	case HTML_SCOPE_XML:
		return false;
	case HTML_SCOPE_TABLE:
		return e->tag == TAG_table || e->tag == TAG_template || e->tag == TAG_html;
	case HTML_SCOPE_PHRASE:
		return html_is(e->tag, HTML_SPECIAL);
	case HTML_SCOPE_ITEM:
		return html_is(e->tag, HTML_BARRIER) || e->tag == TAG_ol || e->tag == TAG_ul;
	case HTML_SCOPE_BUTTON:
		return html_is(e->tag, HTML_BARRIER) || e->tag == TAG_button;
	default:
		return html_is(e->tag, HTML_BARRIER);
	}
}

static bool same_name(const struct html_open *o, uint32_t node, struct slice name)
{
	struct slice s = html_tree_name(o->tree, node);
	return s.len == name.len && (o->tree->xml ? !memcmp(s.at, name.at, s.len) : !strncasecmp(s.at, name.at, s.len));
}

size_t html_open_find(const struct html_open *o, enum html_tag tag, struct slice name, enum html_scope scope)
{
	if (!o->count[tag])
		return 0;
	size_t last = o->stack.n > SEARCH ? o->stack.n - SEARCH : 1;
	for (size_t i = o->stack.n - 1; i >= last; i--) {
		const struct html_opened *e = &o->stack.at[i];
		if (e->tag == tag && !e->ended && (tag || same_name(o, e->node, name)))
			return i;
		if (bars(e, scope))
			return 0;
	}
	return 0;
}

static void end(struct html_open *o, size_t i, uint32_t at)
{
	struct html_opened *e = &o->stack.at[i];
	struct html_node *n = &o->tree->nodes.at[e->node];
	o->count[e->tag]--;
	if (i >= DEEPEST || !e->node)
		return;
	n->at.to = at;
	n->end = (uint32_t)o->tree->nodes.n;
}

void html_open_close(struct html_open *o, size_t i, uint32_t inner, uint32_t outer)
{
	while (o->stack.n > i) {
		end(o, o->stack.n - 1, o->stack.n - 1 > i ? inner : outer);
		o->stack.n--;
	}
	while (html_open_top(o)->ended) {
		end(o, o->stack.n - 1, outer);
		o->stack.n--;
	}
}

void html_open_finish(struct html_open *o)
{
	uint32_t at = (uint32_t)o->tree->from->len;
	if (o->stack.n > 1)
		html_open_close(o, 1, at, at);
	o->tree->nodes.at[0].end = (uint32_t)o->tree->nodes.n;
}

void html_open_split(struct html_open *o, size_t i, uint32_t inner, uint32_t outer)
{
	struct html_opened *e = o->stack.at;
	size_t block = i + 1;
	while (block < o->stack.n && (e[block].foreign || !html_is(e[block].tag, HTML_SPECIAL)))
		block++;
	if (block == o->stack.n || o->stack.n > DEEPEST || !e[block].node) {
		html_open_close(o, i, inner, outer);
		return;
	}
	struct html_node *nodes = o->tree->nodes.at, *moved = &nodes[e[block].node];
	moved->parent = nodes[e[i].node].parent;
	for (size_t k = i; k < block; k++) {
		nodes[e[k].node].at.to = moved->at.from;
		nodes[e[k].node].end = e[block].node;
		o->count[e[k].tag]--;
	}
	memmove(&e[i], &e[block], (o->stack.n - block) * sizeof *e);
	o->stack.n -= block - i;
}
