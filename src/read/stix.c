#include "read/stix.h"

#include "case/foreign.h"
#include "case/format.h"
#include "case/stix.h"

#include <stdlib.h>
#include <string.h>

bool stix_is(const struct node *n)
{
	const char *type = node_get_text(n, "type");
	return type && !strcmp(type, "bundle");
}

struct stix_thing *stix_find(struct stix_bundle *b, const char *id)
{
	size_t at = id ? network_names_find(&b->by_id, true, slice_of(id)) : SIZE_MAX;
	if (id && at == SIZE_MAX)
		at = network_names_find(&b->by_id, false, slice_of(id));
	return at == SIZE_MAX ? NULL : &b->things.at[b->things.at[at].newest];
}

// --- the objects ---

static enum status no_object(struct stix_bundle *b, size_t i, const char *why)
{
	return err_set(b->err, STATUS_BAD_INPUT, "objects[%zu]: %s", i, why);
}

static enum status add_thing(struct stix_bundle *b, size_t i, const struct node *n)
{
	struct stix_thing t = { .object = n, .newest = i };
	if (n->kind != NODE_MAP)
		return no_object(b, i, "should be an object of STIX, a map");
	t.id = node_get_text(n, "id");
	t.type = node_get_text(n, "type");
	if (!t.type)
		return no_object(b, i, "has no type");
	if (!foreign_is_stix(n))
		return no_object(b, i, "its id should be its type, two dashes and a UUID");
	if (adopt_deep(n))
		return no_object(b, i, "is nested too deep to be kept in a case");
	t.ours = foreign_extension(n);
	list_push(b->to->a, &b->things, t);
	return STATUS_OK;
}

// Whether n is of a later version than m. Times of one form compare as texts.
static bool is_later(const struct node *n, const struct node *m)
{
	const char *x = node_get_text(n, "modified"), *y = node_get_text(m, "modified");
	return x && y && strcmp(x, y) > 0;
}

// What lost our extension on its way is no version of what has it.
static void index_things(struct stix_bundle *b)
{
	for (size_t i = 0; i < b->things.n; i++) {
		struct stix_thing *t = &b->things.at[i];
		size_t at = network_names_find(&b->by_id, t->ours != NULL, slice_of(t->id));
		network_names_put(&b->by_id, t->ours != NULL, t->id);
		t->old = node_get_bool(t->object, "revoked", false);
		if (at == SIZE_MAX)
			continue;
		struct stix_thing *first = &b->things.at[at];
		bool later = is_later(t->object, b->things.at[first->newest].object);
		b->things.at[later ? first->newest : i].old = true;
		first->newest = later ? i : first->newest;
	}
}

static enum status read_things(struct stix_bundle *b, const struct node *bundle)
{
	const struct node *objects = node_get(bundle, "objects");
	size_t i = 0;
	if (!objects || objects->kind != NODE_LIST || !objects->n)
		return err_set(b->err, STATUS_BAD_INPUT, "objects: the bundle has none, so there is nothing to import");
	for (node_each (n, objects)) {
		enum status s = add_thing(b, i++, n);
		if (s != STATUS_OK)
			return s;
	}
	index_things(b);
	return STATUS_OK;
}

// What is not ours. A second version of an object is kept beside the first.
static void keep_thing(struct stix_bundle *b, const struct stix_thing *t)
{
	if (foreign_is_own("stix", NULL, t->object))
		return;
	const char *modified = node_get_text(t->object, "modified");
	bool first = !adopt_kept(b->to, t->id);
	adopt_keep(b->to, first || !modified ? t->id : arena_printf(b->to->a, "%s@%s", t->id, modified), "stix", NULL,
		   t->object);
}

// --- our own ---

struct own_item {
	const char *kind, *id; // id: of the object, for errors
	double place;
	size_t order; // in the file
	const struct node *item;
};

struct own {
	LIST(struct own_item) items;
	const char *modified; // of the case's own object
};

static int by_place(const void *a, const void *b)
{
	const struct own_item *x = a, *y = b;
	int kinds = strcmp(x->kind, y->kind);
	int places = (x->place > y->place) - (x->place < y->place);
	return kinds ? kinds : places ? places : x->order < y->order ? -1 : 1;
}

// Items that stand as JSON in a text are read all at once: as a list.
static enum status parse_items(struct stix_bundle *b, struct own *o)
{
	struct arena *a = b->to->a;
	struct buf text = buf_in(a);
	struct node *list;
	size_t n = 0;
	for (each (it, &o->items))
		if (it->item->kind == NODE_TEXT)
			buf_printf(&text, "%s%s", n++ ? ",\n" : "[", it->item->text);
	if (!n)
		return STATUS_OK;
	buf_char(&text, ']');
	if (b->to->parse(a, (struct slice){ text.at, text.n }, &list, b->err) != STATUS_OK)
		return err_within(b->err, STIX_ITEM_TEXT);
	if (list->kind != NODE_LIST || list->n != n)
		return err_set(b->err, STATUS_BAD_INPUT, STIX_ITEM_TEXT ": is not one value in each of %zu objects", n);
	const struct node *next = list->first;
	for (each (it, &o->items))
		if (it->item->kind == NODE_TEXT) {
			it->item = next;
			next = next->next;
		}
	return STATUS_OK;
}

static void add_own(struct stix_bundle *b, struct own *o, const struct stix_thing *t)
{
	const struct node *item = node_get(t->ours, STIX_ITEM), *text = node_get(t->ours, STIX_ITEM_TEXT);
	const char *kind = node_get_text(t->ours, STIX_KIND);
	if (!item && text && text->kind == NODE_TEXT)
		item = text;
	if (!item || (item->kind == NODE_TEXT && item != text))
		return; // repeats or derives
	if (!strcmp(kind, "case"))
		o->modified = node_get_text(t->object, "modified");
	list_push(b->to->a, &o->items,
		  ((struct own_item){ kind, t->id, node_get_number(t->ours, STIX_PLACE, 0), o->items.n, item }));
}

// What another program changed is in the words of an object, not in its item.
static void tell_changed(struct stix_bundle *b, const struct own *o)
{
	for (each (t, &b->things)) {
		const char *modified = node_get_text(t->object, "modified");
		if (t->ours && o->modified && modified && strcmp(modified, o->modified) > 0)
			remarks_add(b->to->a, b->to->told, REMARK_LEFT,
				    "%s was changed elsewhere: its item is taken as it was, not the change", t->id);
	}
}

static struct node *copy_of(struct arena *a, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = *n;
	copy->next = NULL;
	return copy;
}

// Each item in the list of its kind; those of the case itself stand in none.
static void build(struct stix_bundle *b, const struct own *o, struct node *tree)
{
	struct arena *a = b->to->a;
	struct node *list = NULL;
	for (each (it, &o->items)) {
		if (!strcmp(it->kind, "case")) {
			for (node_each (n, it->item))
				node_put(a, tree, n->key, copy_of(a, n));
		} else if (strcmp(it->kind, "foreign") != 0) {
			if (!list || strcmp(list->key, it->kind) != 0)
				list = node_put_list(a, tree, it->kind);
			node_add(list, copy_of(a, it->item));
		}
	}
}

// Foreign objects of STIX stand in that list where no other foreign object stood.
static void place_foreign(struct stix_bundle *b, const struct own *o, struct node *tree)
{
	struct arena *a = b->to->a;
	struct node *list = node_list(a);
	const struct node *next = b->to->foreign->first;
	for (each (it, &o->items)) {
		if (strcmp(it->kind, "foreign") != 0)
			continue;
		for (; next && (double)list->n < it->place; next = next->next)
			node_add(list, copy_of(a, next));
		node_add(list, copy_of(a, it->item));
	}
	for (; next; next = next->next)
		node_add(list, copy_of(a, next));
	if (list->n)
		node_put(a, tree, "foreign", list);
}

static enum status read_own(struct stix_bundle *b, const struct the_case *known, struct the_case *c)
{
	struct own o = { 0 };
	struct node *tree = node_map(b->to->a);
	for (each (t, &b->things)) {
		if (t->ours && !t->old)
			add_own(b, &o, t);
		else
			keep_thing(b, t);
	}
	if (parse_items(b, &o) != STATUS_OK)
		return b->err->status;
	for (each (it, &o.items))
		if (it->item->kind != NODE_MAP && strcmp(it->kind, "analysts") != 0)
			return err_set(b->err, STATUS_BAD_INPUT, "%s: its item should be a map", it->id);
	if (o.items.n) // all may have been revoked
		qsort(o.items.at, o.items.n, sizeof *o.items.at, by_place);
	tell_changed(b, &o);
	remarks_add(b->to->a, b->to->told, REMARK_READ, "a case of hearsay: %zu items", o.items.n);
	build(b, &o, tree);
	stix_foreign_said(b, tree);
	place_foreign(b, &o, tree);
	return format_read_case(b->to->a, tree, known, c, b->err);
}

static bool is_own(const struct stix_bundle *b)
{
	for (each (t, &b->things))
		if (t->ours && (node_get(t->ours, STIX_ITEM) || node_get(t->ours, STIX_ITEM_TEXT)))
			return true;
	return false;
}

enum status stix_read(struct adopt *x, const struct node *bundle, const struct the_case *known, struct the_case *c,
		      struct err *e)
{
	struct stix_bundle b = { .to = x, .err = e };
	adopt_begin(x);
	enum status s = read_things(&b, bundle);
	const char *version = node_get_text(bundle, "spec_version");
	if (version && strcmp(version, "2.1") != 0)
		remarks_add(x->a, x->told, REMARK_ASSUMED,
			    "read as STIX 2.1, though the bundle says spec_version %.20s", version);
	if (s == STATUS_OK && is_own(&b)) {
		s = read_own(&b, known, c);
	} else if (s == STATUS_OK) {
		stix_foreign(&b);
		for (each (t, &b.things))
			keep_thing(&b, t);
		s = adopt_end(x, known, c, e);
	}
	network_names_free(&b.by_id);
	adopt_free(x);
	return s;
}
