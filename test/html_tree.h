// What holds for any tree of any page: html_tree_wrong(bytes, tree) says what does not, or NULL.
#ifndef TEST_HTML_TREE_H
#define TEST_HTML_TREE_H

#include "base/utf8.h"
#include "read/html_text.h"

#include <string.h>

enum { HTML_TREE_DEEPEST = 512 };

// The node, its place between its parent and the sibling before it, which ends at `before`.
static inline const char *html_node_wrong(const struct html_tree *t, uint32_t n, uint32_t before)
{
	const struct html_node *node = &t->nodes.at[n], *parent = &t->nodes.at[node->parent];
	if (node->end <= n || node->end > parent->end)
		return "a subtree is inside its parent's";
	if (node->at.from > node->at.to || !span_holds(parent->at, node->at))
		return "a parent's span holds its child's";
	if (node->at.from < before)
		return "siblings are in order";
	if (node->text && (node->end != n + 1 || span_empty(node->at)))
		return "a text holds bytes and no nodes";
	if (!node->text && (node->inside < node->at.from || node->inside > node->at.to))
		return "an element's content begins inside it";
	if (node->attrs + node->n_attrs > t->attrs.n)
		return "an element's attributes are there";
	for (uint32_t i = node->attrs; i < node->attrs + node->n_attrs; i++) {
		const struct html_attr *at = &t->attrs.at[i];
		if (!span_holds(node->at, at->name) || !span_holds(node->at, at->value) || span_empty(at->name))
			return "an element's span holds its attributes";
	}
	return NULL;
}

// Every character leads back, in order, to bytes of the page that are its own.
static inline const char *html_text_wrong(const struct html_tree *t, size_t bytes, const struct buf *text,
					  const struct runs *map)
{
	uint32_t code, page = 0, original = 0;
	for (size_t i = 0, len; i < text->n; i += len) {
		len = utf8_decode(text->at + i, text->n - i, &code);
		if (!len || !code)
			return "decoded text is UTF-8 without NUL";
		span at = runs_original(map, (span){ (uint32_t)i, (uint32_t)(i + len) });
		if (span_empty(at) || at.from < page || at.to > t->from->len)
			return "a character leads back to the page";
		bool same = span_len(at) == len && !memcmp(t->from->text + at.from, text->at + i, len);
		if (!same && t->from->text[at.from] != '&' && t->from->text[at.from] != '\r')
			return "to itself or a reference";
		span from = bytes_original(t->from, at);
		if (span_empty(from) || from.from < original || from.to > bytes)
			return "and to the original";
		page = at.from;
		original = from.from;
	}
	return NULL;
}

// Texts and values of the node.
static inline const char *html_decoded_wrong(const struct html_tree *t, size_t bytes, uint32_t n)
{
	const struct html_node *node = &t->nodes.at[n];
	struct arena a = { 0 };
	struct buf out = buf_in(&a);
	struct runs map = { 0 };
	const char *wrong = NULL;
	if (node->text)
		html_text_add(t, n, &out, &map);
	wrong = html_text_wrong(t, bytes, &out, &map);
	for (uint32_t i = node->attrs; !wrong && i < node->attrs + node->n_attrs; i++) {
		out.n = map.n = 0;
		html_text_add_value(t, &t->attrs.at[i], &out, &map);
		wrong = html_text_wrong(t, bytes, &out, &map);
	}
	arena_free(&a);
	return wrong;
}

static inline const char *html_tree_wrong(size_t bytes, const struct html_tree *t)
{
	static uint32_t open[HTML_TREE_DEEPEST + 1], before[HTML_TREE_DEEPEST + 1];
	uint32_t depth = 0;
	const char *wrong = NULL;
	if (t->nodes.at[0].end != t->nodes.n || t->nodes.at[0].at.to != t->from->len)
		return "the document is all";
	open[0] = before[0] = 0;
	for (uint32_t n = 1; !wrong && n < t->nodes.n; n++) {
		while (t->nodes.at[open[depth]].end <= n)
			depth--;
		if (t->nodes.at[n].parent != open[depth])
			return "nodes are in the order of the document";
		wrong = html_node_wrong(t, n, before[depth]);
		before[depth] = t->nodes.at[n].at.to;
		if (depth++ == HTML_TREE_DEEPEST)
			return "the tree is no deeper than that";
		open[depth] = n;
		before[depth] = t->nodes.at[n].at.from;
		if (!wrong)
			wrong = html_decoded_wrong(t, bytes, n);
	}
	return wrong;
}

#endif
