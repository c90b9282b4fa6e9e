// Every change is tried on a copy of the case first: what the rules of the model refuse there never comes to the case
// itself, and they are told in their own words. The copy has the items that the file would hold.
#include "draft/review.h"

#include "draft/drop.h"
#include "draft/item.h"

#include "base/utf8.h"
#include "case/lists.h"
#include "case/place.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4000 }; // bytes of a value that a person types

// --- the order ---

struct doubt {
	struct drafted_item item;
	double sure; // above 1: rests on no statement
	size_t place;
};

static int by_doubt(const void *a, const void *b)
{
	const struct doubt *x = a, *y = b;
	if (x->sure != y->sure)
		return x->sure < y->sure ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

void review_places(struct arena *a, const struct the_case *c, struct review_places *out)
{
	struct drafted_items all = { 0 };
	item_all(a, c, &all);
	struct doubt *doubts = arena_array(a, struct doubt, all.list.n + 1);
	for (size_t i = 0; i < all.list.n; i++) {
		const struct statement *s = item_statement(c, &all.list.at[i]);
		doubts[i] = (struct doubt){ all.list.at[i], s ? s->sure : 2, i };
	}
	qsort(doubts, all.list.n, sizeof *doubts, by_doubt);
	for (size_t i = 0; i < all.list.n; i++)
		list_push(a, &out->list, item_place(a, c, &doubts[i].item));
}

// --- trying ---

enum status review_drop(struct arena *a, struct the_case *c, const char *place, struct err *e)
{
	struct arena scratch = { 0 };
	struct the_case trial;
	struct drafted_item i;
	enum status s = item_find(c, place, &i, e);
	if (s != STATUS_OK)
		return s;
	s = lists_copy(&scratch, c, &trial, e);
	s = s ? s : drop_item(&trial, &i, e);
	s = s ? s : case_settle(&scratch, &trial, e);
	arena_free(&scratch);
	s = s ? s : drop_item(c, &i, e);
	return s ? s : case_settle(a, c, e);
}

static enum status check_text(const char *place, const char *value, struct err *e)
{
	size_t n = strlen(value);
	if (n > LONGEST)
		return err_set(e, STATUS_LIMIT, "%s: at most %d bytes", place, LONGEST);
	if (utf8_valid(value, n) < n)
		return err_set(e, STATUS_BAD_INPUT, "%s: should be text in UTF-8", place);
	for (; *value; value++)
		if ((unsigned char)*value < ' ' || *value == 0x7f)
			return err_set(e, STATUS_BAD_INPUT, "%s: should have no control characters", place);
	return STATUS_OK;
}

static enum status set(struct arena *a, struct the_case *c, const char *place, const struct drafted_item *i,
		       const char *value, struct err *e)
{
	struct item_field f = item_field_of(a, c, i);
	const char *name = arena_printf(a, "%s.%s", place, f.name);
	enum status s = check_text(name, value, e);
	if (s != STATUS_OK)
		return s;
	if (f.text)
		*f.text = arena_text(a, value);
	else if ((s = place_set(a, c, name, value, e)) != STATUS_OK)
		return s;
	if (i->kind == ITEM_SOURCE && strcmp(f.value, value) != 0)
		c->sources.at[i->at].why = NULL; // it gives the reason of the program's grade
	return case_settle(a, c, e);
}

enum status review_keep(struct arena *a, struct the_case *c, const char *place, const char *value, struct err *e)
{
	struct arena scratch = { 0 };
	struct the_case trial;
	struct drafted_item i;
	enum status s = item_find(c, place, &i, e);
	if (s == STATUS_OK && value) {
		s = lists_copy(&scratch, c, &trial, e);
		if (s == STATUS_OK)
			s = set(&scratch, &trial, place, &i, value, e);
		arena_free(&scratch);
		if (s == STATUS_OK)
			s = set(a, c, place, &i, value, e);
	}
	if (s == STATUS_OK)
		*item_mark(c, &i) = false;
	return s;
}
