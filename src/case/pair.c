// What a person settled of two documents goes before what tracing finds and what weighing assumes. The document that
// was found is not changed by it: a pair is an item of its own, with its reason and its rows in the journal.
#include "case/pair.h"

#include "base/hash.h"
#include "base/search.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MARK = 12 }; // letters of a document's id

static bool is_hash(const char *id)
{
	return strlen(id) == SHA256_HEX && strspn(id, "0123456789abcdef") == SHA256_HEX;
}

const char *pair_id(struct arena *a, const char *x, const char *y)
{
	const char *first = strcmp(x, y) < 0 ? x : y, *second = first == x ? y : x;
	if (is_hash(first) && is_hash(second))
		return arena_printf(a, "%.*s-%.*s", MARK, first, MARK, second);
	return arena_printf(a, "%s-%s", case_make_id(a, first), case_make_id(a, second));
}

const struct pair *pair_find(const struct the_case *c, int x, int y)
{
	for (each (p, &c->pairs)) {
		int a = p->documents.at[0].at, b = p->documents.at[1].at;
		if ((a == x && b == y) || (a == y && b == x))
			return p;
	}
	return NULL;
}

int pair_document(const struct the_case *c, const struct report *r)
{
	int d = r->document ? case_find_document(c, r->document) : -1, s;
	if (d >= 0 || !r->statement || (s = case_find_statement(c, r->statement)) < 0)
		return d;
	const char *id = c->statements.at[s].document;
	return id ? case_find_document(c, id) : -1;
}

struct settlements pair_settled(struct arena *a, const struct the_case *c, const struct document *const *docs, size_t n)
{
	struct settlements out = { 0 };
	if (!c->pairs.n)
		return out;
	size_t *place = arena_array(a, size_t, c->documents.n + 1); // plus 1; 0: not there
	for (size_t i = 0; i < n; i++)
		if (docs[i] >= c->documents.at && docs[i] < c->documents.at + c->documents.n)
			place[docs[i] - c->documents.at] = i + 1;
	for (each (p, &c->pairs)) {
		size_t x = place[p->documents.at[0].at], y = place[p->documents.at[1].at];
		if (x && y)
			list_push(a, &out, ((struct settled){ x - 1, y - 1, (int)p->is, p->why }));
	}
	return out;
}

// --- its keys ---

static enum status read_is(const struct where *w, const struct node *n, void *into)
{
	const char *word = field_word(w->arena, n);
	if (!word || !between_read(slice_of(word), into))
		return field_fail(w, n, "is: same, independent or open");
	return STATUS_OK;
}

static struct node *write_is(struct arena *a, const void *from)
{
	return node_text(a, between_name(*(const enum between *)from));
}

static const struct field fields[] = {
	{ "id", FIELD_TEXT, offsetof(struct pair, id), NULL, NULL },
	{ "documents", FIELD_REFS, offsetof(struct pair, documents), NULL, NULL },
	{ "is", FIELD_OWN, offsetof(struct pair, is), read_is, write_is },
	{ "why", FIELD_TEXT, offsetof(struct pair, why), NULL, NULL },
	{ NULL, FIELD_TEXT, 0, NULL, NULL },
};

enum status pair_read(const struct where *w, const struct node *n, struct the_case *c)
{
	struct pair *x = list_add(w->arena, &c->pairs);
	x->line = n->line;
	enum status s = field_read_all(w, fields, n, x);
	const struct node *is = node_get(n, "is");
	if (s == STATUS_OK && (x->documents.n != 2 || !is || is->kind == NODE_NULL))
		return field_fail(w, n, "a pair needs documents, the ids of two, and is: same, independent or open");
	if (s == STATUS_OK && !x->id)
		x->id = pair_id(w->arena, x->documents.at[0].id, x->documents.at[1].id);
	return s;
}

void pair_write(struct arena *a, const struct the_case *c, size_t i, struct node *map)
{
	field_write_all(a, fields, &c->pairs.at[i], map);
}

// --- its rules ---

struct known {
	const char *id;
	size_t at;
};

static int by_id(const void *a, const void *b)
{
	const struct known *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static enum status wrong(struct err *e, const struct pair *p, const char *sentence)
{
	if (p->line)
		return err_set(e, STATUS_BAD_INPUT, "line %d: pairs.%s: %s", p->line, p->id, sentence);
	return err_set(e, STATUS_BAD_INPUT, "pairs.%s: %s", p->id, sentence);
}

static enum status resolve(struct arena *a, struct pair *p, const struct known *documents, size_t n, struct err *e)
{
	for (each (d, &p->documents)) {
		size_t i = search_first(n, k, strcmp(documents[k].id, d->id) < 0);
		if (i == n || strcmp(documents[i].id, d->id) != 0)
			return wrong(e, p, arena_printf(a, "there is no document %.80s", d->id));
		d->at = (int)documents[i].at;
	}
	if (p->documents.at[0].at == p->documents.at[1].at)
		return wrong(e, p, "a pair is two documents, and this is one twice");
	return case_is_id(p->id) ? STATUS_OK : wrong(e, p, "this is not an id; use a-z, 0-9, - and _");
}

// The names of the pairs, each once; `sentence` where there are two.
static enum status once(const struct the_case *c, struct known *names, const char *sentence, struct err *e)
{
	qsort(names, c->pairs.n, sizeof *names, by_id);
	for (size_t i = 1; i < c->pairs.n; i++)
		if (!strcmp(names[i - 1].id, names[i].id))
			return wrong(e, &c->pairs.at[names[i].at], sentence);
	return STATUS_OK;
}

enum status pair_settle(struct arena *a, struct the_case *c, struct err *e)
{
	size_t n = c->pairs.n;
	if (!n)
		return STATUS_OK;
	struct known *documents = arena_array(a, struct known, c->documents.n + 1);
	struct known *ids = arena_array(a, struct known, n), *twos = arena_array(a, struct known, n);
	for (size_t i = 0; i < c->documents.n; i++)
		documents[i] = (struct known){ c->documents.at[i].id, i };
	qsort(documents, c->documents.n, sizeof *documents, by_id);
	for (size_t i = 0; i < n; i++) {
		struct pair *p = &c->pairs.at[i];
		enum status s = resolve(a, p, documents, c->documents.n, e);
		if (s != STATUS_OK)
			return s;
		const char *x = p->documents.at[0].id, *y = p->documents.at[1].id;
		bool turned = strcmp(x, y) > 0;
		ids[i] = (struct known){ p->id, i };
		twos[i] = (struct known){ arena_printf(a, "%s %s", turned ? y : x, turned ? x : y), i };
	}
	enum status s = once(c, ids, "this id is used twice", e);
	return s == STATUS_OK ? once(c, twos, "these two documents are settled already", e) : s;
}
