#include "case/cells.h"

static enum status read_when(const struct where *w, const struct node *n, struct row *row)
{
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "when: is a map from a question or fact to its state");
	for (node_each (child, n)) {
		struct condition *c = list_add(w->arena, &row->when);
		const char *state = field_word(w->arena, child);
		if (!state)
			return field_fail(w, child, "the state of %s should be an id", child->key);
		c->of = (struct ref){ child->key, -1 };
		c->state = (struct ref){ state, -1 };
	}
	return STATUS_OK;
}

static enum status read_row(const struct where *w, const struct node *n, enum value_place kind, struct row *row)
{
	const struct node *is = node_get(n, "is"), *when = node_get(n, "when");
	if (n->kind != NODE_MAP || !is || n->n != (when ? 2 : 1))
		return field_fail(w, n, "a row is {when: {question: hypothesis}, is: value}, or {is: value}");
	row->line = n->line;
	if (value_read(w->arena, is, kind, &row->is, w->err) != STATUS_OK)
		return field_fail_within(w, is);
	return when ? read_when(w, when, row) : STATUS_OK;
}

static enum status read_rows(const struct where *w, const struct node *n, enum value_place kind, struct cells *t)
{
	t->form = CELLS_ROWS;
	size_t i = 0;
	for (node_each (child, n)) {
		struct where at = field_at(w, i++);
		enum status s = read_row(&at, child, kind, list_add(w->arena, &t->rows));
		if (s != STATUS_OK)
			return s;
	}
	return STATUS_OK;
}

enum status cells_read_prior(const struct where *w, const struct node *n, void *into)
{
	struct cells *t = into;
	if (n->kind == NODE_LIST && n->n && n->first->kind == NODE_MAP)
		return read_rows(w, n, VALUE_OF_PRIOR, t);
	t->form = CELLS_ONE;
	struct row *row = list_add(w->arena, &t->rows);
	row->line = n->line;
	return value_read(w->arena, n, VALUE_OF_PRIOR, &row->is, w->err) == STATUS_OK ? STATUS_OK
										      : field_fail_within(w, n);
}

enum status cells_read(const struct where *w, const struct node *n, void *into)
{
	struct cells *t = into;
	if (n->kind == NODE_LIST)
		return read_rows(w, n, VALUE_OF_CELL, t);
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "should be a map {hypothesis: value} or a list of {when, is} rows");
	t->form = CELLS_MAP;
	for (node_each (child, n)) {
		struct where below = field_below(w, child->key);
		struct row *row = list_add(w->arena, &t->rows);
		row->line = child->line;
		list_push(w->arena, &row->when, ((struct condition){ { NULL, -1 }, { child->key, -1 } }));
		if (value_read(w->arena, child, VALUE_OF_CELL, &row->is, w->err) != STATUS_OK)
			return field_fail_within(&below, child);
	}
	return STATUS_OK;
}

struct node *cells_write(struct arena *a, const void *from)
{
	const struct cells *t = from;
	if (!t->rows.n)
		return NULL;
	if (t->form == CELLS_ONE)
		return value_write(a, &t->rows.at[0].is);
	struct node *n = t->form == CELLS_MAP ? node_map(a) : node_list(a);
	for (each (row, &t->rows)) {
		if (t->form == CELLS_MAP) {
			node_put(a, n, row->when.at[0].state.id, value_write(a, &row->is));
			continue;
		}
		struct node *map = node_add(n, node_map(a));
		if (row->when.n) {
			struct node *when = node_put_map(a, map, "when");
			for (each (c, &row->when))
				node_put_text(a, when, c->of.id, c->state.id);
		}
		node_put(a, map, "is", value_write(a, &row->is));
	}
	return n;
}
