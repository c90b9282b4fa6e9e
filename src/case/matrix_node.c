#include "case/matrix_node.h"

#include <stddef.h>

// The texts of an item, by their keys.
static const struct {
	const char *key;
	size_t offset;
} texts[] = {
	{ "id", offsetof(struct matrix_item, id) },       { "say", offsetof(struct matrix_item, say) },
	{ "notes", offsetof(struct matrix_item, notes) }, { "source", offsetof(struct matrix_item, source) },
	{ "type", offsetof(struct matrix_item, type) },   { "code", offsetof(struct matrix_item, code) },
	{ "link", offsetof(struct matrix_item, link) },
};

enum { TEXTS = sizeof texts / sizeof *texts };

static void put_item(struct arena *a, const struct matrix *m, const struct matrix_item *i, struct node *map)
{
	char date[DATE_TEXT];
	for (size_t t = 0; t < TEXTS; t++)
		node_put_text(a, map, texts[t].key,
			      *(const char *const *)(const void *)((const char *)i + texts[t].offset));
	date_print(i->date, date);
	node_put_text(a, map, "date", date);
	node_put_text(a, map, "credibility", matrix_level_name(i->credibility));
	node_put_text(a, map, "relevance", matrix_level_name(i->relevance));
	node_put_bool(a, map, "flagged", i->flagged);
	node_put_number(a, map, "line", (double)i->line);
	struct node *ratings = node_put_list(a, map, "ratings"), *values = node_put_list(a, map, "values");
	for (size_t h = 0; h < m->hypotheses.n; h++) {
		const char *value = i->cells[h].value;
		node_add(ratings, node_text(a, matrix_rating_name(i->cells[h].rating)));
		node_add(values, value ? node_text(a, value) : node_null(a));
	}
}

struct node *matrix_node_write(struct arena *a, const struct matrix *m)
{
	struct node *map = node_map(a);
	node_put_text(a, map, "title", m->title);
	node_put_text(a, map, "question", m->question);
	node_put_text(a, map, "classification", m->classification);
	struct node *hypotheses = node_put_list(a, map, "hypotheses"), *items = node_put_list(a, map, "items");
	for (each (h, &m->hypotheses)) {
		struct node *n = node_add(hypotheses, node_map(a));
		node_put_text(a, n, "id", h->id);
		node_put_text(a, n, "say", h->say);
	}
	for (each (i, &m->items))
		put_item(a, m, i, node_add(items, node_map(a)));
	remarks_write(a, &m->remarks, map);
	return map;
}

// A likelihood that stands in a cell is a word of the scale or a number from 0 to 1.
static bool read_value(struct arena *a, const struct node *n, struct matrix_cell *cell)
{
	struct value v;
	cell->value = n->kind == NODE_TEXT ? n->text : NULL;
	return n->kind == NODE_NULL || (cell->value && matrix_value(a, cell->value, &v));
}

static bool read_cells(struct arena *a, const struct node *map, size_t n, struct matrix_item *i)
{
	const struct node *ratings = node_get(map, "ratings"), *values = node_get(map, "values");
	if (!ratings || !values || ratings->kind != NODE_LIST || values->kind != NODE_LIST || ratings->n != n ||
	    values->n != n)
		return false;
	i->cells = arena_array(a, struct matrix_cell, n);
	const struct node *rating = ratings->first, *value = values->first;
	for (size_t h = 0; h < n; h++, rating = rating->next, value = value->next)
		if (rating->kind != NODE_TEXT || !matrix_rating_read(slice_of(rating->text), &i->cells[h].rating) ||
		    !read_value(a, value, &i->cells[h]))
			return false;
	return true;
}

static bool read_item(struct arena *a, const struct node *map, size_t n, struct matrix_item *i)
{
	for (size_t t = 0; t < TEXTS; t++)
		*(const char **)(void *)((char *)i + texts[t].offset) = node_get_text(map, texts[t].key);
	const char *date = node_get_text(map, "date");
	double line = node_get_number(map, "line", 0);
	i->flagged = node_get_bool(map, "flagged", false);
	i->line = line > 0 && line < 1e9 ? (size_t)line : 0;
	return (!date || !*date || date_read(slice_of(date), &i->date)) &&
	       matrix_level_read(slice_of(node_get_text(map, "credibility")), &i->credibility) &&
	       matrix_level_read(slice_of(node_get_text(map, "relevance")), &i->relevance) && read_cells(a, map, n, i);
}

bool matrix_node_read(struct arena *a, const struct node *n, struct matrix *m)
{
	*m = (struct matrix){ .title = node_get_text(n, "title"),
			      .question = node_get_text(n, "question"),
			      .classification = node_get_text(n, "classification") };
	for (node_each (h, node_get(n, "hypotheses")))
		list_push(a, &m->hypotheses,
			  ((struct matrix_hypothesis){ node_get_text(h, "id"), node_get_text(h, "say") }));
	for (node_each (i, node_get(n, "items")))
		if (!read_item(a, i, m->hypotheses.n, list_add(a, &m->items)))
			return false;
	return n->kind == NODE_MAP && remarks_read(a, n, &m->remarks);
}
