#include "read/html_tree.h"

struct slice html_tree_name(const struct html_tree *t, uint32_t n)
{
	const struct html_node *node = &t->nodes.at[n];
	if (node->tag && !t->xml)
		return slice_of(html_names_of(node->tag));
	const char *text = t->from->text;
	uint32_t from = node->at.from + 1, to = from;
	while (to < node->inside && !html_space(text[to]) && text[to] != '/' && text[to] != '>')
		to++;
	return n ? slice_in(text, (span){ from, to }) : (struct slice){ "", 0 };
}

const struct html_attr *html_tree_attr(const struct html_tree *t, uint32_t n, enum html_attr_name name)
{
	const struct html_node *node = &t->nodes.at[n];
	for (uint32_t i = node->attrs; i < node->attrs + node->n_attrs; i++)
		if (t->attrs.at[i].known == name)
			return &t->attrs.at[i];
	return NULL;
}

const struct html_attr *html_tree_attr_named(const struct html_tree *t, uint32_t n, const char *name)
{
	const struct html_node *node = &t->nodes.at[n];
	for (uint32_t i = node->attrs; i < node->attrs + node->n_attrs; i++)
		if (slice_is_nocase(slice_in(t->from->text, t->attrs.at[i].name), name))
			return &t->attrs.at[i];
	return NULL;
}
