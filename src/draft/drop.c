#include "draft/drop.h"

#include <string.h>

// Keeps the elements of a list for which a condition on `x` does not hold.
#define REMOVE(x, items, condition)                                                                                    \
	do {                                                                                                           \
		size_t left = 0;                                                                                       \
		for (each (x, items))                                                                                  \
			if (!(condition))                                                                              \
				(items)->at[left++] = *x;                                                              \
		list_cut(items, left);                                                                                 \
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

// The other answer of a question that is not open would be certain, whatever the evidence.
static bool leaves_one(const struct the_case *c, const struct drafted_item *i)
{
	const struct question *q = &c->questions.at[i->at];
	return i->kind == ITEM_HYPOTHESIS && !q->open && q->hyps.n == 2;
}

enum status drop_item(struct the_case *c, const struct drafted_item *i, struct err *e)
{
	struct arena scratch = { 0 };
	enum status s = STATUS_OK;
	if (leaves_one(c, i))
		s = err_set(e, STATUS_BAD_INPUT,
			    "%s: its question is not open, so the other answer would be certain; drop the question "
			    "instead",
			    item_place(&scratch, c, i));
	arena_free(&scratch);
	if (s == STATUS_OK)
		drop(c, i);
	return s;
}

void drop_statement(struct the_case *c, size_t at)
{
	const char *id = c->statements.at[at].id;
	for (each (r, &c->reports)) {
		r->statement = same(r->statement, id) ? NULL : r->statement;
		r->echo_statement = same(r->echo_statement, id) ? NULL : r->echo_statement;
	}
	for (each (j, &c->judgements))
		j->statement = same(j->statement, id) ? NULL : j->statement;
	DROP_AT(&c->statements, at);
}
