#include "case/changes.h"

#include "case/json.h"

#include <stdlib.h>
#include <string.h>

static const char *const sections[CHANGES_SECTIONS] = { "questions", "facts", "sources", "reports", "assumptions" };

enum { HEAD = -1 };

static bool is_any(const char *key, const char *const *keys)
{
	for (; *keys; keys++)
		if (!strcmp(key, *keys))
			return true;
	return false;
}

// Words, marks and what is never weighed: no answer depends on them.
static bool is_word(const char *key)
{
	static const char *const words[] = { "say",     "why",    "drafted", "statement",      "document", "name",
					     "ask",     "access", "record",  "echo_why",       "changed",  "outcome",
					     "truth",   "role",   "actor",   "echo_statement", "title",    "scale",
					     "hearsay", "documents",      "statements", NULL };
	return key && is_any(key, words);
}

// The head of a case: what stands in none of its lists.
static bool is_head(const char *key)
{
	static const char *const lists[] = { "questions",  "facts",    "sources",   "reports",    "assumptions",
					     "judgements", "analysts", NULL };
	return !is_any(key, lists) && !is_word(key);
}

// Pairs go with it, and with them what they and the reports refer to, which is no change itself.
static bool goes_with_pairs(const struct node *tree, const char *key)
{
	return node_get(tree, "pairs") && (!strcmp(key, "documents") || !strcmp(key, "statements"));
}

static struct node *head_of(struct arena *a, const struct node *tree)
{
	struct node *head = node_map(a);
	for (node_each (n, tree))
		if (is_head(n->key) || goes_with_pairs(tree, n->key)) {
			struct node *copy = arena_new(a, struct node);
			*copy = *n;
			node_put(a, head, n->key, copy);
			copy->next = NULL;
		}
	return head;
}

// --- in words ---

static const struct node *find(const struct node *list, const char *id)
{
	for (node_each (n, list)) {
		const char *other = node_get_text(n, "id");
		if (other && !strcmp(other, id))
			return n;
	}
	return NULL;
}

static bool of_texts(const struct node *n)
{
	for (node_each (child, n))
		if (child->kind != NODE_TEXT)
			return false;
	return n->kind == NODE_LIST && n->n > 0;
}

static const char *plain(struct arena *a, const struct node *n)
{
	struct buf b = buf_in(a);
	if (!n)
		return "nothing";
	if (n->kind == NODE_TEXT)
		return n->text;
	if (!of_texts(n))
		json_write(&b, n);
	else
		for (node_each (child, n))
			buf_printf(&b, "%s%s", b.n ? " and " : "", child->text);
	return buf_str(&b);
}

static bool of_items(const struct node *n)
{
	return n && n->kind == NODE_LIST && n->first && node_get_text(n->first, "id");
}

static void describe(struct buf *b, const char *path, const struct node *from, const struct node *to);

static void describe_items(struct buf *b, const char *path, const struct node *from, const struct node *to)
{
	for (node_each (n, from)) {
		const char *id = node_get_text(n, "id");
		const struct node *now = find(to, id);
		if (now)
			describe(b, arena_printf(b->arena, "%s.%s", path, id), n, now);
		else
			buf_printf(b, "%s%s.%s: removed", b->n ? "; " : "", path, id);
	}
	for (node_each (n, to)) {
		const char *id = node_get_text(n, "id");
		if (!find(from, id))
			buf_printf(b, "%s%s.%s: added", b->n ? "; " : "", path, id);
	}
}

// "reliability: E, was B", for each value that is another, with the way to it from the item.
static void describe(struct buf *b, const char *path, const struct node *from, const struct node *to)
{
	struct arena *a = b->arena;
	const char *dot = *path ? "." : "";
	if (from && to && from->kind == NODE_MAP && to->kind == NODE_MAP) {
		for (node_each (n, from))
			if (!is_word(n->key))
				describe(b, arena_printf(a, "%s%s%s", path, dot, n->key), n, node_get(to, n->key));
		for (node_each (n, to))
			if (!is_word(n->key) && !node_get(from, n->key))
				describe(b, arena_printf(a, "%s%s%s", path, dot, n->key), NULL, n);
	} else if ((of_items(from) || !from) && (of_items(to) || !to)) {
		describe_items(b, path, from, to);
	} else if (!from || !to || !node_same(from, to)) {
		buf_printf(b, "%s%s: %s, was %s", b->n ? "; " : "", path, plain(a, to), plain(a, from));
	}
}

// "added: fact seen, holds no, from x": what of it is one word.
static const char *summary(struct arena *a, const char *what, const struct node *item)
{
	struct buf b = buf_in(a);
	const char *between = ": ";
	buf_text(&b, what);
	for (node_each (n, item)) {
		if (is_word(n->key) || !strcmp(n->key, "id") || n->kind == NODE_MAP || of_items(n))
			continue;
		buf_printf(&b, "%s%s %s", between, n->key, plain(a, n));
		between = ", ";
	}
	return buf_str(&b);
}

// --- what is different ---

static void add(struct arena *a, struct changes *out, int section, const struct node *from, const struct node *to)
{
	struct buf b = buf_in(a);
	const struct node *item = to ? to : from;
	const char *place = "case";
	if (section != HEAD)
		place = arena_printf(a, "%s.%s", sections[section], node_get_text(item, "id"));
	if (from && to) {
		describe(&b, "", from, to);
		if (!b.n)
			return;
	}
	const char *say = from && to ? buf_str(&b) : summary(a, to ? "added" : "removed", item);
	list_push(a, &out->list, ((struct change){ place, say, section, from, to }));
}

static void add_gone(struct arena *a, struct changes *out, int section, const struct node *from, const struct node *to)
{
	const struct node *now = node_get(to, sections[section]);
	for (node_each (n, node_get(from, sections[section])))
		if (!find(now, node_get_text(n, "id")))
			add(a, out, section, n, NULL);
}

static void add_here(struct arena *a, struct changes *out, int section, const struct node *from, const struct node *to,
		     bool changed, bool come)
{
	const struct node *before = node_get(from, sections[section]);
	for (node_each (n, node_get(to, sections[section]))) {
		const struct node *was = find(before, node_get_text(n, "id"));
		if (was ? changed : come)
			add(a, out, section, was, n);
	}
}

// By date, those without one last; of one day by their places.
static int by_date(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	const char *p = node_get_text(x->to, "published"), *q = node_get_text(y->to, "published");
	int order = p && q ? strcmp(p, q) : (!p) - (!q);
	return order ? order : strcmp(x->place, y->place);
}

void changes_find(struct arena *a, const struct node *from, const struct node *to, struct changes *out)
{
	static const int others[] = { CHANGES_SOURCES, CHANGES_QUESTIONS, CHANGES_FACTS, CHANGES_ASSUMPTIONS };
	add_gone(a, out, CHANGES_REPORTS, from, to);
	add(a, out, HEAD, head_of(a, from), head_of(a, to));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		add_here(a, out, others[i], from, to, true, true);
	add_here(a, out, CHANGES_REPORTS, from, to, true, false);
	size_t old = out->list.n;
	add_here(a, out, CHANGES_REPORTS, from, to, false, true);
	if (out->list.n > old)
		qsort(out->list.at + old, out->list.n - old, sizeof *out->list.at, by_date);
	add_gone(a, out, CHANGES_ASSUMPTIONS, from, to);
	add_gone(a, out, CHANGES_FACTS, from, to);
	add_gone(a, out, CHANGES_QUESTIONS, from, to);
	add_gone(a, out, CHANGES_SOURCES, from, to);
}

// --- a case on its way ---

struct changes_state changes_begin(struct arena *a, const struct node *from)
{
	struct changes_state s = { .head = head_of(a, from) };
	for (int i = 0; i < CHANGES_SECTIONS; i++)
		for (node_each (n, node_get(from, sections[i])))
			list_push(a, &s.items[i], n);
	return s;
}

void changes_make(struct arena *a, struct changes_state *s, const struct change *c)
{
	if (c->section == HEAD) {
		s->head = c->to;
		return;
	}
	size_t n = 0, room = s->items[c->section].n;
	const struct node **at = s->items[c->section].at;
	for (size_t i = 0; i < room; i++)
		if (at[i] != c->from)
			at[n++] = at[i];
		else if (c->to)
			at[n++] = c->to;
	s->items[c->section].n = n;
	if (!c->from)
		list_push(a, &s->items[c->section], c->to);
}

// The items stand in other trees, too: here are copies, whose children are shared.
static void put_copy(struct arena *a, struct node *list, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = *n;
	copy->next = NULL;
	copy->key = NULL;
	node_add(list, copy);
}

struct node *changes_tree(struct arena *a, const struct changes_state *s)
{
	struct node *tree = node_map(a);
	for (node_each (n, s->head)) {
		struct node *copy = arena_new(a, struct node);
		*copy = *n;
		node_put(a, tree, n->key, copy);
		copy->next = NULL;
	}
	for (int i = 0; i < CHANGES_SECTIONS; i++) {
		struct node *list = node_put_list(a, tree, sections[i]);
		for (each (n, &s->items[i]))
			put_copy(a, list, *n);
	}
	return tree;
}
