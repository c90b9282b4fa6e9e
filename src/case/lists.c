// All lists have one shape, and all items an id: a row says where the list stands and how large its items are.
#include "case/lists.h"

#include "case/format.h"

#include <stddef.h>
#include <string.h>

struct shape {
	const char *kind;
	size_t offset, size, id; // of the list in the case; of an item; of the id in it
};

#define SHAPE(list, type)                                                                                              \
	{                                                                                                              \
#list, offsetof(struct the_case, list), sizeof(struct type), offsetof(struct type, id)                 \
	}

static const struct shape shapes[] = {
	SHAPE(analysts, analyst),     SHAPE(assumptions, assumption), SHAPE(questions, question),
	SHAPE(facts, fact),           SHAPE(sources, source),         SHAPE(reports, report),
	SHAPE(judgements, judgement), SHAPE(documents, document),     SHAPE(statements, statement),
	SHAPE(pairs, pair),           SHAPE(foreign, foreign),
};

static const struct shape *shape_of(const char *kind)
{
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (!strcmp(shapes[i].kind, kind))
			return &shapes[i];
	return NULL;
}

bool lists_has(const char *kind)
{
	return shape_of(kind);
}

// A list of any type, as LIST makes it.
typedef LIST(char) any;

static any list_of(const struct the_case *c, const struct shape *s)
{
	any list;
	memcpy(&list, (const char *)c + s->offset, sizeof list);
	return list;
}

static void shorten(struct the_case *c, const struct shape *s, size_t n)
{
	any list = list_of(c, s);
	list.n = list_left(list.at, list.n, n, s->size);
	memcpy((char *)c + s->offset, &list, sizeof list);
}

static const char *id_at(const any *list, const struct shape *s, size_t i)
{
	const char *id;
	memcpy(&id, list->at + i * s->size + s->id, sizeof id);
	return id;
}

int lists_find(const struct the_case *c, const char *kind, const char *id)
{
	const struct shape *s = shape_of(kind);
	any list = s ? list_of(c, s) : (any){ 0 };
	for (size_t i = 0; id && i < list.n; i++) {
		const char *other = id_at(&list, s, i);
		if (other && !strcmp(other, id))
			return (int)i;
	}
	return -1;
}

struct node *lists_item(struct arena *a, const struct the_case *c, const char *kind, const char *id)
{
	if (!strcmp(kind, "case"))
		return format_write_item(a, c, kind, 0);
	int at = lists_find(c, kind, id);
	return at < 0 ? NULL : format_write_item(a, c, kind, (size_t)at);
}

static enum status put_head(struct arena *a, struct the_case *c, const struct node *item, struct err *e)
{
	struct the_case head = { 0 };
	enum status s = format_read_item(a, "case", item, &head, e);
	if (s != STATUS_OK)
		return s;
	c->title = head.title;
	c->scale = head.scale;
	c->as_of = head.as_of;
	c->numbers_exact = head.numbers_exact;
	c->imprecision = head.imprecision;
	memcpy(&c->grades, &head.grades, sizeof c->grades);
	return STATUS_OK;
}

enum status lists_put(struct arena *a, struct the_case *c, const char *kind, const struct node *item, struct err *e)
{
	if (!strcmp(kind, "case"))
		return put_head(a, c, item, e);
	const struct shape *s = shape_of(kind);
	if (!s)
		return err_set(e, STATUS_BAD_INPUT, "there is no kind of item '%.40s'", kind);
	size_t before = list_of(c, s).n;
	int at = lists_find(c, kind, node_get_text(item, "id"));
	enum status st = format_read_item(a, kind, item, c, e);
	any list = list_of(c, s);
	if (st == STATUS_OK && at >= 0)
		memcpy(list.at + (size_t)at * s->size, list.at + before * s->size, s->size);
	if (st != STATUS_OK || at >= 0)
		shorten(c, s, before);
	return st;
}

void lists_remove(struct the_case *c, const char *kind, size_t at)
{
	const struct shape *s = shape_of(kind);
	any list = list_of(c, s);
	char *here = list.at + at * s->size;
	memmove(here, here + s->size, (list.n - at - 1) * s->size);
	shorten(c, s, list.n - 1);
}

void lists_order(struct arena *a, struct the_case *c, const char *kind, const char *const *ids, size_t n)
{
	const struct shape *s = shape_of(kind);
	any list = list_of(c, s);
	char *items = arena_take_array(a, n + 1, s->size);
	bool *moves = arena_array(a, bool, list.n + 1);
	size_t found = 0, next = 0;
	for (size_t i = 0; i < n; i++) {
		int at = lists_find(c, kind, ids[i]);
		if (at < 0 || moves[at])
			continue;
		moves[at] = true;
		memcpy(items + found++ * s->size, list.at + (size_t)at * s->size, s->size);
	}
	for (size_t i = 0; i < list.n; i++)
		if (moves[i])
			memcpy(list.at + i * s->size, items + next++ * s->size, s->size);
}

// Statements keep their places in bytes: without documents none is counted anew. Pairs are read when these are there.
enum status lists_copy(struct arena *a, const struct the_case *c, struct the_case *out, struct err *e)
{
	struct the_case items = *c;
	items.documents.n = items.pairs.n = 0;
	enum status s = format_read_case(a, format_write_case(a, &items), NULL, out, e);
	out->documents = c->documents;
	for (size_t i = 0; i < c->pairs.n; i++)
		s = s ? s : format_read_item(a, "pairs", format_write_item(a, c, "pairs", i), out, e);
	return s;
}
