// The text of pages, by our tree and by gumbo's, for test/model/html_gumbo.py. Paths as arguments; a line of JSON out
// for each: {"ours", "gumbo"}. A block is on lines of its own; scripts, styles and the like are left out.
#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "read/html_build.h"
#include "read/html_text.h"

#include <gumbo.h>
#include <stdio.h>

static bool is_left_out(enum html_tag tag)
{
	return tag == TAG_script || tag == TAG_style || tag == TAG_noscript || tag == TAG_iframe ||
	       tag == TAG_template || tag == TAG_noframes;
}

static bool is_block(enum html_tag tag)
{
	return html_is(tag, HTML_ENDS_P | HTML_TABLE_PART) || tag == TAG_body || tag == TAG_title || tag == TAG_br;
}

// Appends text with its white space folded; nothing where it goes on with white space.
static void put_folded(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		char before = out->n ? out->at[out->n - 1] : '\n';
		if (!html_space(s.at[i]))
			buf_char(out, s.at[i]);
		else if (before != ' ' && before != '\n')
			buf_char(out, ' ');
	}
}

static void put_break(struct buf *out)
{
	while (out->n && out->at[out->n - 1] == ' ')
		out->n--;
	if (out->n && out->at[out->n - 1] != '\n')
		buf_char(out, '\n');
}

static const char *ours(struct arena *a, const struct html_tree *t)
{
	struct buf out = buf_in(a);
	uint32_t open[600], depth = 0;
	for (uint32_t n = 1; n <= t->nodes.n;) {
		while (depth && t->nodes.at[open[depth - 1]].end <= n) {
			put_break(&out);
			depth--;
		}
		if (n == t->nodes.n)
			break;
		const struct html_node *node = &t->nodes.at[n];
		if (node->text)
			put_folded(&out, html_text_of(a, t, n));
		bool block = !node->foreign && is_block(node->tag);
		if (block) {
			put_break(&out);
			open[depth++] = n;
		}
		n = !node->foreign && is_left_out(node->tag) ? node->end : n + 1;
	}
	return buf_str(&out);
}

static enum html_tag tag_of(const GumboNode *n, const struct html_names *names)
{
	const GumboElement *e = &n->v.element;
	bool element = n->type == GUMBO_NODE_ELEMENT || n->type == GUMBO_NODE_TEMPLATE;
	if (!element || e->tag_namespace != GUMBO_NAMESPACE_HTML)
		return TAG_unknown;
	return html_names_tag(names, slice_of(gumbo_normalized_tagname(e->tag)), true);
}

static const GumboVector *children(const GumboNode *n)
{
	static const GumboVector none;
	if (n->type == GUMBO_NODE_DOCUMENT)
		return &n->v.document.children;
	return n->type == GUMBO_NODE_ELEMENT || n->type == GUMBO_NODE_TEMPLATE ? &n->v.element.children : &none;
}

static const char *gumbos(struct arena *a, const GumboOutput *parsed)
{
	struct buf out = buf_in(a);
	struct html_names names;
	html_names_set(&names);
	const GumboNode *n = parsed->document;
	bool down = true;
	while (n) {
		enum html_tag tag = tag_of(n, &names);
		if (down && n->type != GUMBO_NODE_COMMENT && n->type >= GUMBO_NODE_TEXT &&
		    n->type <= GUMBO_NODE_WHITESPACE)
			put_folded(&out, slice_of(n->v.text.text));
		if (is_block(tag))
			put_break(&out);
		if (down && children(n)->length && !is_left_out(tag)) {
			n = children(n)->data[0];
			continue;
		}
		if (down && is_block(tag))
			put_break(&out);
		const GumboNode *parent = n->parent;
		down = parent && n->index_within_parent + 1 < children(parent)->length;
		n = down ? children(parent)->data[n->index_within_parent + 1] : parent;
	}
	return buf_str(&out);
}

static enum status compare(struct arena *a, const char *path, struct err *e)
{
	struct slice bytes;
	struct decoded d;
	struct html_tree t;
	if (file_read(a, path, LIMIT_DOCUMENT, "DOCUMENT", &bytes, e) != STATUS_OK ||
	    bytes_decode(a, bytes, NULL, &d, e) != STATUS_OK || html_build(a, &d, false, &t, e) != STATUS_OK)
		return e->status;
	GumboOutput *parsed = gumbo_parse_with_options(&kGumboDefaultOptions, d.text, d.len);
	struct node *out = node_map(a);
	node_put_text(a, out, "ours", ours(a, &t));
	node_put_text(a, out, "gumbo", gumbos(a, parsed));
	gumbo_destroy_output(&kGumboDefaultOptions, parsed);
	struct buf b = buf_in(a);
	json_write(&b, out);
	puts(buf_str(&b));
	return STATUS_OK;
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	for (int i = 1; i < argc; i++) {
		struct arena a = { 0 };
		if (compare(&a, argv[i], &e) != STATUS_OK)
			printf("{\"error\":true}\n");
		fflush(stdout);
		arena_free(&a);
	}
	return 0;
}
