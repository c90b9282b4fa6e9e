#include "case/node.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct node *new_node(struct arena *a, enum node_kind kind)
{
	struct node *n = arena_new(a, struct node);
	n->kind = kind;
	return n;
}

struct node *node_map(struct arena *a)
{
	return new_node(a, NODE_MAP);
}

struct node *node_list(struct arena *a)
{
	return new_node(a, NODE_LIST);
}

struct node *node_null(struct arena *a)
{
	return new_node(a, NODE_NULL);
}

struct node *node_text(struct arena *a, const char *text)
{
	struct node *n = new_node(a, NODE_TEXT);
	n->text = arena_text(a, text ? text : "");
	return n;
}

struct node *node_number(struct arena *a, double x)
{
	struct node *n = new_node(a, NODE_NUMBER);
	n->number = x;
	return n;
}

struct node *node_bool(struct arena *a, bool truth)
{
	struct node *n = new_node(a, NODE_BOOL);
	n->truth = truth;
	return n;
}

struct node *node_add(struct node *list, struct node *child)
{
	if (list->last)
		list->last->next = child;
	else
		list->first = child;
	list->last = child;
	list->n++;
	return child;
}

struct node *node_put(struct arena *a, struct node *map, const char *key, struct node *child)
{
	child->key = arena_text(a, key);
	return node_add(map, child);
}

struct node *node_copy(struct arena *a, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = (struct node){ .kind = n->kind, .line = n->line, .truth = n->truth, .number = n->number };
	copy->text = arena_text(a, n->text);
	for (node_each (child, n)) {
		struct node *below = node_add(copy, node_copy(a, child));
		below->key = arena_text(a, child->key);
	}
	return copy;
}

void node_put_text(struct arena *a, struct node *map, const char *key, const char *text)
{
	if (text)
		node_put(a, map, key, node_text(a, text));
}

void node_put_number(struct arena *a, struct node *map, const char *key, double x)
{
	node_put(a, map, key, node_number(a, x));
}

void node_put_bool(struct arena *a, struct node *map, const char *key, bool truth)
{
	node_put(a, map, key, node_bool(a, truth));
}

struct node *node_put_map(struct arena *a, struct node *map, const char *key)
{
	return node_put(a, map, key, node_map(a));
}

struct node *node_put_list(struct arena *a, struct node *map, const char *key)
{
	return node_put(a, map, key, node_list(a));
}

const struct node *node_get(const struct node *map, const char *key)
{
	if (map && map->kind == NODE_MAP)
		for (node_each (child, map))
			if (!strcmp(child->key, key))
				return child;
	return NULL;
}

const char *node_get_text(const struct node *map, const char *key)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_TEXT ? n->text : NULL;
}

double node_get_number(const struct node *map, const char *key, double otherwise)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_NUMBER ? n->number : otherwise;
}

bool node_get_bool(const struct node *map, const char *key, bool otherwise)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_BOOL ? n->truth : otherwise;
}

bool node_same(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->n != b->n || !a->key != !b->key || (a->key && strcmp(a->key, b->key)))
		return false;
	switch (a->kind) {
	case NODE_NULL:
		return true;
	case NODE_BOOL:
		return a->truth == b->truth;
	case NODE_NUMBER:
		return a->number == b->number;
	case NODE_TEXT:
		return !strcmp(a->text, b->text);
	case NODE_LIST:
	case NODE_MAP:
		break;
	}
	for (const struct node *x = a->first, *y = b->first; x; x = x->next, y = y->next)
		if (!node_same(x, y))
			return false;
	return true;
}

void node_print_number(struct buf *b, double x)
{
	char text[32];
	if (x == 0)
		x = 0; // no "-0"
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	buf_text(b, text);
}
