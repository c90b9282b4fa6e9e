// A case as it is thought of, and as it is kept. Saving writes down the differences, item by item; loading puts them
// together.
#include "keep/documents.h"
#include "keep/items.h"

#include "case/format.h"
#include "case/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct saving {
	struct keep *k;
	struct arena *a;
	struct items kept; // by kind and id
	const char *why;
};

static int by_id(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int kinds = strcmp(x->kind, y->kind);
	return kinds ? kinds : strcmp(x->id, y->id);
}

// Journals one item if it is not kept as it is. *kept: the row there was, or NULL.
static enum status save_item(struct saving *s, const char *kind, const char *id, const struct node *n,
			     struct item **kept, struct err *e)
{
	struct item key = { .kind = kind, .id = id };
	*kept = s->kept.list.n ? bsearch(&key, s->kept.list.at, s->kept.list.n, sizeof key, by_id) : NULL;
	if (*kept && (*kept)->wanted)
		return err_set(e, STATUS_BAD_INPUT, "%s.%s: there are two of this id; give one another", kind, id);
	struct node *body;
	if (!strcmp(kind, "documents")) {
		enum status st = documents_kept(s->a, s->k, id, n, &body, e);
		if (st != STATUS_OK)
			return st;
		n = body;
	}
	struct buf b = buf_in(s->a);
	json_write(&b, n);
	if (*kept) {
		(*kept)->wanted = true;
		if (slice_is((*kept)->body, buf_str(&b)))
			return STATUS_OK;
	}
	return items_change(s->k, "put", kind, id, buf_str(&b), s->why, e);
}

// An item's id; where it has none, its place.
static const char *id_of(struct arena *a, const struct node *n, size_t place)
{
	const char *id = n->kind == NODE_TEXT ? n->text : node_get_text(n, "id");
	return id ? id : arena_printf(a, "#%zu", place);
}

// Journals the order of a list where it is not the one that its changes give: kept items in their old order, then new
// ones.
static enum status save_order(struct saving *s, const struct node *list, const struct item *const *kept, struct err *e)
{
	long long last = 0;
	bool new_before = false, same = true;
	for (size_t i = 0; i < list->n; i++) {
		if (kept[i]) {
			same = same && !new_before && kept[i]->position > last;
			last = kept[i]->position;
		}
		new_before = new_before || !kept[i];
	}
	if (same)
		return STATUS_OK;
	struct node *ids = node_list(s->a);
	size_t place = 0;
	for (node_each (n, list))
		node_add(ids, node_text(s->a, id_of(s->a, n, ++place)));
	struct buf b = buf_in(s->a);
	json_write(&b, ids);
	return items_change(s->k, "order", list->key, "", buf_str(&b), s->why, e);
}

static enum status save_list(struct saving *s, const struct node *list, struct err *e)
{
	struct item **kept = arena_array(s->a, struct item *, list->n);
	size_t i = 0;
	for (node_each (n, list)) {
		enum status st = save_item(s, list->key, id_of(s->a, n, i + 1), n, &kept[i], e);
		if (st != STATUS_OK)
			return st;
		i++;
	}
	return save_order(s, list, (const struct item *const *)kept, e);
}

// What of the case is in no list: title, scale, grades, ...
static struct node *head_of(struct arena *a, const struct node *tree)
{
	struct node *head = node_map(a);
	for (node_each (n, tree)) {
		if (n->kind == NODE_LIST)
			continue;
		struct node *copy = arena_new(a, struct node);
		*copy = *n;
		copy->next = NULL;
		node_put(a, head, n->key, copy);
	}
	return head;
}

static enum status save_all(struct saving *s, const struct node *tree, struct err *e)
{
	struct item *kept;
	enum status st = items_read(s->a, s->k->db, true, &s->kept, e);
	if (st == STATUS_OK)
		st = save_item(s, "case", "case", head_of(s->a, tree), &kept, e);
	for (node_each (n, tree))
		if (st == STATUS_OK && n->kind == NODE_LIST)
			st = save_list(s, n, e);
	for (each (it, &s->kept.list))
		if (st == STATUS_OK && !it->wanted)
			st = items_change(s->k, "delete", it->kind, it->id, NULL, s->why, e);
	return st;
}

enum status keep_save(struct keep *k, const struct the_case *c, const char *why, struct err *e)
{
	assert(k->changing);
	if (k->seen >= 0 && k->seen != k->head.count)
		return err_set(e, STATUS_IO, "%s: was changed by another command meanwhile; run this one again",
			       k->path);
	struct arena scratch = { 0 };
	struct saving s = { .k = k, .a = &scratch, .why = why };
	enum status st = save_all(&s, format_write_case(&scratch, c), e);
	arena_free(&scratch);
	k->seen = st == STATUS_OK ? k->head.count : k->seen;
	return st;
}

static bool is_document(const struct item *it)
{
	return !strcmp(it->kind, "documents");
}

static enum status load_item(struct arena *a, struct keep *k, const struct item *it, struct the_case *c, struct err *e)
{
	struct node *n;
	enum status s = items_parse(a, k->path, it, &n, e);
	if (s != STATUS_OK)
		return s;
	if (is_document(it))
		return documents_load(a, k, it->id, n, c, e);
	if (format_read_item(a, it->kind, n, c, e) == STATUS_OK)
		return STATUS_OK;
	struct err why = *e;
	return err_set(e, STATUS_DAMAGED, "%s: kept item %s %s: %s", k->path, it->kind, it->id, why.text);
}

static enum status load_all(struct arena *a, struct keep *k, struct the_case *c, struct err *e)
{
	struct items rows = { 0 };
	struct journal_head head;
	enum status s = journal_head(k->db, k->path, &head, e);
	if (s == STATUS_OK)
		s = items_read(a, k->db, false, &rows, e);
	if (s != STATUS_OK)
		return s;
	*c = (struct the_case){ .imprecision = -1 };
	// Documents first: offsets of statements are counted in their texts.
	for (int pass = 0; pass < 2; pass++)
		for (each (it, &rows.list))
			if (s == STATUS_OK && is_document(it) == (pass == 0))
				s = load_item(a, k, it, c, e);
	if (s != STATUS_OK)
		return s;
	k->head = head;
	k->seen = head.count;
	if (k->changing && !k->stepped) { // what there is, whether the command ends well or not
		k->head_before = k->head;
		k->seen_before = k->seen;
	}
	return s;
}

enum status keep_load(struct arena *a, struct keep *k, struct the_case *c, struct err *e)
{
	enum status s = keep_look(k, e);
	if (s != STATUS_OK)
		return s;
	s = load_all(a, k, c, e);
	keep_looked(k);
	if (s != STATUS_OK)
		return s;
	if (case_settle(a, c, e) != STATUS_OK)
		return err_within(e, "%s", k->path);
	return STATUS_OK;
}
