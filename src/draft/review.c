// Every change is tried on a copy of the case first: what the rules of the model refuse there never comes to the case
// itself, and they are told in their own words. The copy is what the file would hold, without the documents.
#include "draft/review.h"

#include "draft/item.h"

#include "base/utf8.h"
#include "case/format.h"
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

// --- dropping ---

// Keeps the elements of a list for which a condition on `x` does not hold.
#define REMOVE(x, items, condition)                                                                                    \
	do {                                                                                                           \
		size_t left = 0;                                                                                       \
		for (each (x, items))                                                                                  \
			if (!(condition))                                                                              \
				(items)->at[left++] = *x;                                                              \
		(items)->n = left;                                                                                     \
	} while (0)

static bool same(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

static void drop_fact(struct the_case *c, const char *id)
{
	REMOVE(r, &c->reports, same(r->fact.id, id));
	for (each (s, &c->sources))
		REMOVE(i, &s->interests, same(i->fact.id, id));
	for (each (x, &c->assumptions))
		REMOVE(r, &x->supports, same(r->id, id));
	REMOVE(f, &c->facts, same(f->id, id));
}

static struct condition *condition_on(const struct row *r, const char *question, const char *hypothesis)
{
	for (each (w, &r->when))
		if (same(w->of.id, question) && same(w->state.id, hypothesis))
			return w;
	return NULL;
}

// The rows of a table that hold under a hypothesis alone go with it. A cell without a row stands where the rated ones
// do: the last row of a table was said of them all, and is said of another hypothesis then.
static void rows_without(struct cells *t, const char *question, const char *hypothesis, const char *instead)
{
	bool empties = instead != NULL;
	for (each (r, &t->rows))
		empties = empties && condition_on(r, question, hypothesis);
	if (empties && t->rows.n == 1)
		condition_on(t->rows.at, question, hypothesis)->state = (struct ref){ instead, -1 };
	REMOVE(r, &t->rows, condition_on(r, question, hypothesis));
}

// What others say of the hypothesis: they said it, but it is no answer of this case any more.
static void unname(struct the_case *c, const char *question, const char *hypothesis)
{
	bool elsewhere = false;
	for (each (j, &c->judgements))
		if (same(j->question, question) && same(j->hypothesis, hypothesis))
			j->hypothesis = NULL;
	for (each (q, &c->questions))
		for (each (h, &q->hyps))
			elsewhere |= same(h->id, hypothesis) && !same(q->id, question);
	for (each (s, &c->statements))
		for (each (t, &s->targets))
			if (!elsewhere && same(t->hypothesis, hypothesis))
				t->hypothesis = NULL;
}

static void drop_hypothesis(struct the_case *c, struct question *q, const char *id)
{
	const char *other = NULL;
	REMOVE(h, &q->hyps, same(h->id, id));
	for (size_t h = 0; h < q->hyps.n && !other; h++)
		other = q->hyps.at[h].added ? NULL : q->hyps.at[h].id;
	unname(c, q->id, id);
	for (each (f, &c->facts))
		rows_without(&f->cells, q->id, id, other);
	for (each (below, &c->questions))
		for (each (h, &below->hyps))
			rows_without(&h->prior, q->id, id, NULL);
}

static void drop_question(struct the_case *c, const char *id)
{
	const struct question *q = &c->questions.at[case_find_question(c, id)];
	for (each (h, &q->hyps))
		unname(c, id, h->id);
	for (each (j, &c->judgements))
		j->question = same(j->question, id) ? NULL : j->question;
	REMOVE(x, &c->questions, same(x->id, id));
}

// An element of a list whose items may lack an id.
#define DROP_AT(items, index) REMOVE(x, items, (size_t)(x - (items)->at) == (index))

static void drop(struct the_case *c, const struct drafted_item *i)
{
	struct question *q = &c->questions.at[i->at];
	switch (i->kind) {
	case ITEM_ASSUMPTION:
		DROP_AT(&c->assumptions, i->at);
		return;
	case ITEM_QUESTION:
		drop_question(c, q->id);
		return;
	case ITEM_HYPOTHESIS:
		drop_hypothesis(c, q, q->hyps.at[i->hyp].id);
		return;
	case ITEM_FACT:
		drop_fact(c, c->facts.at[i->at].id);
		return;
	case ITEM_SOURCE:
		DROP_AT(&c->sources, i->at);
		return;
	case ITEM_REPORT:
		DROP_AT(&c->reports, i->at);
		return;
	case ITEM_JUDGEMENT:
		DROP_AT(&c->judgements, i->at);
		return;
	}
}

// --- trying ---

static enum status copy_of(struct arena *a, const struct the_case *c, struct the_case *out, struct err *e)
{
	struct the_case items = *c;
	items.documents.n = items.statements.n = 0;
	return format_read_case(a, format_write_case(a, &items), NULL, out, e);
}

// The other answer of a question that is not open would be certain, whatever the evidence.
static bool leaves_one(const struct the_case *c, const struct drafted_item *i)
{
	const struct question *q = &c->questions.at[i->at];
	return i->kind == ITEM_HYPOTHESIS && !q->open && q->hyps.n == 2;
}

enum status review_drop(struct arena *a, struct the_case *c, const char *place, struct err *e)
{
	struct arena scratch = { 0 };
	struct the_case trial;
	struct drafted_item i;
	enum status s = item_find(c, place, &i, e);
	if (s != STATUS_OK)
		return s;
	if (leaves_one(c, &i))
		return err_set(e, STATUS_BAD_INPUT,
			       "%s: its question is not open, so the other answer would be certain; drop the question "
			       "instead",
			       place);
	if ((s = copy_of(&scratch, c, &trial, e)) == STATUS_OK) {
		drop(&trial, &i);
		s = case_settle(&scratch, &trial, e);
	}
	arena_free(&scratch);
	if (s != STATUS_OK)
		return s;
	drop(c, &i);
	return case_settle(a, c, e);
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
		s = copy_of(&scratch, c, &trial, e);
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
