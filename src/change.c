// A change is made to a copy of the case's items, in an arena of its own; when the copy is kept on disk, it becomes the
// case in memory, and the items before it are given back. Documents are not copied. Where edits that are only tried set
// nothing but values, they are set in the case itself and put back: that is fast enough to follow a slider.
#include "change.h"

#include "case/format.h"
#include "case/json.h"
#include "case/lists.h"

#include <string.h>

// The copy becomes the case.
static void take(struct hearsay *h, struct arena *a, const struct the_case *c)
{
	struct arena before = h->edited;
	h->c = *c;
	h->edited = *a;
	arena_free(&before);
}

// Ends the change: the copy is kept where it may be, and else the case stays.
static enum status finish(struct hearsay *h, enum status s, struct arena *a, const struct the_case *c)
{
	s = handle_conclude(h, s);
	if (s == STATUS_OK)
		take(h, a, c);
	else
		arena_free(a);
	return s;
}

// --- edits ---

static enum status unchanged(struct hearsay *h, const struct edits *edits, long long base)
{
	enum status s = STATUS_OK;
	for (each (x, &edits->list))
		s = s ? s : keep_unchanged(h->keep, x->kind, x->id, base, &h->err);
	return s;
}

enum status change_edit(struct hearsay *h, struct slice json, const char *why, long long base)
{
	struct arena a = { 0 };
	struct edits edits = { 0 };
	struct the_case after;
	enum status s = edit_read(&a, json, &edits, &h->err);
	s = s ? s : handle_change_newest(h, "edit");
	if (s != STATUS_OK) {
		arena_free(&a);
		return s;
	}
	s = unchanged(h, &edits, base);
	s = s ? s : lists_copy(&a, &h->c, &after, &h->err);
	s = s ? s : edit_make(&a, &after, &edits, &h->err);
	s = s ? s : keep_save(h->keep, &after, why, &h->err);
	s = s ? s : keep_no_clash(h->keep, base, &h->err); // what went with it counts, too
	return finish(h, s, &a, &after);
}

enum status change_try(struct hearsay *h, struct slice json, struct change_trial *t)
{
	struct edits edits = { 0 };
	*t = (struct change_trial){ .how = CHANGE_NOTHING };
	enum status s = edit_read(&t->arena, json, &edits, &h->err);
	s = s ? s : handle_load(h);
	if (s != STATUS_OK)
		return s;
	if (edit_remember(&t->arena, &h->c, &edits, &t->values)) {
		t->how = CHANGE_VALUES;
		return edit_make(&t->arena, &h->c, &edits, &h->err);
	}
	struct the_case after;
	s = lists_copy(&t->arena, &h->c, &after, &h->err);
	s = s ? s : edit_make(&t->arena, &after, &edits, &h->err);
	if (s != STATUS_OK)
		return s;
	t->how = CHANGE_COPY;
	t->was = h->c;
	h->c = after;
	return s;
}

void change_untry(struct hearsay *h, struct change_trial *t)
{
	if (t->how == CHANGE_VALUES)
		edit_put_back(&t->arena, &h->c, &t->values);
	if (t->how == CHANGE_COPY)
		h->c = t->was;
	arena_free(&t->arena);
}

// --- steps ---

static bool same(struct slice a, struct slice b)
{
	return !a.at == !b.at && a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

// Each item must be as the step left it; then it becomes as it was before, or the other way round.
static enum status turn(struct arena *a, struct hearsay *h, const struct keep_step *step, const struct keep_change *x,
			bool redo, struct the_case *c)
{
	struct slice left = redo ? x->was : x->became, wanted = redo ? x->became : x->was;
	struct node *item;
	enum status s = STATUS_OK;
	if (!same(x->is, left))
		s = keep_unchanged(h->keep, x->kind, x->id, step->last, &h->err);
	if (s == STATUS_OK && !same(x->is, left))
		s = err_set(&h->err, STATUS_CONFLICT, "%s.%s is not as entry %lld left it", x->kind, x->id, step->last);
	if (s != STATUS_OK)
		return s;
	if (!wanted.at) {
		int at = lists_find(c, x->kind, x->id);
		if (at >= 0)
			lists_remove(c, x->kind, (size_t)at);
		return s;
	}
	s = json_read(a, wanted, &item, &h->err);
	return s ? s : lists_put(a, c, x->kind, item, &h->err);
}

static bool among(const struct keep_ids_of *ids, const char *id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (!strcmp(ids->at[i], id))
			return true;
	return false;
}

static void insert(struct keep_ids_of *ids, size_t at, const char *id)
{
	memmove(ids->at + at + 1, ids->at + at, (ids->n++ - at) * sizeof *ids->at);
	ids->at[at] = id;
}

// What comes back stands behind what it stood behind; what others have added since stays where it is.
static void arrange(struct arena *a, struct the_case *c, const struct keep_order *order, bool redo)
{
	const struct keep_ids_of *wanted = redo ? &order->became : &order->was;
	const struct keep_ids_of *other = redo ? &order->was : &order->became;
	struct node *list = format_write_case(a, c); // all ids, in order
	const struct node *items = node_get(list, order->kind);
	struct keep_ids_of now = { arena_array(a, const char *, (items ? items->n : 0) + wanted->n + 1), 0 };
	for (node_each (n, items)) {
		const char *id = node_get_text(n, "id");
		if (id && (among(other, id) || !among(wanted, id)))
			now.at[now.n++] = id;
	}
	size_t at = 0;
	for (size_t i = 0; i < wanted->n; i++) {
		const char *id = wanted->at[i];
		size_t k = 0;
		while (k < now.n && strcmp(now.at[k], id) != 0)
			k++;
		if (k == now.n && lists_find(c, order->kind, id) >= 0)
			insert(&now, k = at, id);
		at = k < now.n ? k + 1 : at;
	}
	lists_order(a, c, order->kind, now.at, now.n);
	if (order->moved)
		lists_order(a, c, order->kind, wanted->at, wanted->n);
}

// "undone: entry 57, facts.chatter and 2 more: the witness took it back"
static void tell(struct buf *out, const struct keep_step *step, const struct keep_changes *changes, bool redo)
{
	buf_printf(out, "%s: entry %lld", redo ? "done again" : "undone", step->first);
	if (changes->items.n) {
		const struct keep_change *x = changes->items.at;
		bool head = !strcmp(x->kind, "case");
		buf_printf(out, ", %s%s%s", head ? "the head of the case" : x->kind, head ? "" : ".",
			   head ? "" : x->id);
	}
	if (changes->items.n > 1)
		buf_printf(out, " and %zu more", changes->items.n - 1);
	if (*step->why)
		buf_printf(out, ": %s", step->why);
	buf_char(out, '\n');
}

enum status change_undo(struct hearsay *h, bool redo, struct buf *out)
{
	struct arena a = { 0 };
	struct keep_step step;
	struct keep_changes changes = { 0 };
	struct the_case after;
	enum status s = handle_change_newest(h, redo ? "redo" : "undo");
	if (s != STATUS_OK)
		return s;
	s = keep_undoes(out->arena, h->keep, redo, &step, &changes, &h->err);
	s = s ? s : lists_copy(&a, &h->c, &after, &h->err);
	for (each (x, &changes.items))
		s = s ? s : turn(&a, h, &step, x, redo, &after);
	for (each (order, &changes.orders))
		if (s == STATUS_OK)
			arrange(&a, &after, order, redo);
	s = s ? s : case_settle(&a, &after, &h->err);
	s = s ? s : keep_save(h->keep, &after, step.why, &h->err);
	s = finish(h, s, &a, &after);
	if (s == STATUS_OK)
		tell(out, &step, &changes, redo);
	return s;
}
