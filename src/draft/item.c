#include "draft/item.h"

#include "draft/questions.h"

#include <string.h>

// --- which there are ---

static void add(struct arena *a, struct drafted_items *out, bool drafted, struct drafted_item i)
{
	if (drafted)
		list_push(a, &out->list, i);
}

#define ADD_ALL(items, kind)                                                                                           \
	for (size_t i = 0; i < c->items.n; i++)                                                                        \
	add(a, out, c->items.at[i].drafted, (struct drafted_item){ kind, i, 0 })

void item_all(struct arena *a, const struct the_case *c, struct drafted_items *out)
{
	ADD_ALL(assumptions, ITEM_ASSUMPTION);
	for (size_t q = 0; q < c->questions.n; q++) {
		const struct question *x = &c->questions.at[q];
		add(a, out, x->drafted, (struct drafted_item){ ITEM_QUESTION, q, 0 });
		for (size_t h = 0; h < x->hyps.n; h++)
			add(a, out, x->hyps.at[h].drafted, (struct drafted_item){ ITEM_HYPOTHESIS, q, h });
	}
	ADD_ALL(facts, ITEM_FACT);
	ADD_ALL(sources, ITEM_SOURCE);
	ADD_ALL(reports, ITEM_REPORT);
	ADD_ALL(judgements, ITEM_JUDGEMENT);
}

// --- where they stand ---

// What a kind is called: its list, and one of it.
static const struct kind {
	const char *list, *name;
} kinds[] = {
	[ITEM_ASSUMPTION] = { "assumptions", "assumption" },
	[ITEM_QUESTION] = { "questions", "question" },
	[ITEM_HYPOTHESIS] = { "questions", "hypothesis" },
	[ITEM_FACT] = { "facts", "fact" },
	[ITEM_SOURCE] = { "sources", "source" },
	[ITEM_REPORT] = { "reports", "report" },
	[ITEM_JUDGEMENT] = { "judgements", "judgement" },
};

static struct hypothesis *hypothesis_of(const struct the_case *c, const struct drafted_item *i)
{
	return &c->questions.at[i->at].hyps.at[i->hyp];
}

static const char *id_of(const struct the_case *c, const struct drafted_item *i)
{
	switch (i->kind) {
	case ITEM_ASSUMPTION:
		return c->assumptions.at[i->at].id;
	case ITEM_QUESTION:
	case ITEM_HYPOTHESIS:
		return c->questions.at[i->at].id;
	case ITEM_FACT:
		return c->facts.at[i->at].id;
	case ITEM_SOURCE:
		return c->sources.at[i->at].id;
	case ITEM_REPORT:
		return c->reports.at[i->at].id;
	case ITEM_JUDGEMENT:
		return c->judgements.at[i->at].id;
	}
	return NULL;
}

// A judgement of a person's file may lack an id; then it is told by its place in the list, from 1.
const char *item_place(struct arena *a, const struct the_case *c, const struct drafted_item *i)
{
	const char *id = id_of(c, i), *list = kinds[i->kind].list;
	if (!id)
		return arena_printf(a, "%s.#%zu", list, i->at + 1);
	return i->kind == ITEM_HYPOTHESIS ? arena_printf(a, "%s.%s.%s", list, id, hypothesis_of(c, i)->id)
					  : arena_printf(a, "%s.%s", list, id);
}

enum status item_find(const struct the_case *c, const char *place, struct drafted_item *out, struct err *e)
{
	struct arena a = { 0 };
	struct drafted_items all = { 0 };
	bool found = false;
	item_all(&a, c, &all);
	for (each (i, &all.list)) {
		found = !strcmp(item_place(&a, c, i), place);
		*out = *i;
		if (found)
			break;
	}
	arena_free(&a);
	return found ? STATUS_OK : err_set(e, STATUS_NOT_FOUND, "%.120s: is not drafted, or not there", place);
}

bool *item_mark(const struct the_case *c, const struct drafted_item *i)
{
	switch (i->kind) {
	case ITEM_ASSUMPTION:
		return &c->assumptions.at[i->at].drafted;
	case ITEM_QUESTION:
		return &c->questions.at[i->at].drafted;
	case ITEM_HYPOTHESIS:
		return &hypothesis_of(c, i)->drafted;
	case ITEM_FACT:
		return &c->facts.at[i->at].drafted;
	case ITEM_SOURCE:
		return &c->sources.at[i->at].drafted;
	case ITEM_REPORT:
		return &c->reports.at[i->at].drafted;
	case ITEM_JUDGEMENT:
		break;
	}
	return &c->judgements.at[i->at].drafted;
}

// --- the field worth editing ---

static const char *holds_text(struct arena *a, const struct value *v)
{
	const struct node *n = value_write(a, v);
	struct buf b = buf_in(a);
	if (n && n->kind == NODE_TEXT)
		buf_text(&b, n->text);
	else if (n && n->kind == NODE_NUMBER)
		buf_printf(&b, "%g", n->number);
	return buf_str(&b);
}

struct item_field item_field_of(struct arena *a, const struct the_case *c, const struct drafted_item *i)
{
	struct item_field f = { .name = "say" };
	switch (i->kind) {
	case ITEM_ASSUMPTION:
		f.text = &c->assumptions.at[i->at].say;
		break;
	case ITEM_QUESTION:
		f.name = "ask";
		f.text = &c->questions.at[i->at].ask;
		break;
	case ITEM_HYPOTHESIS:
		f.text = &hypothesis_of(c, i)->say;
		break;
	case ITEM_FACT:
		f.text = &c->facts.at[i->at].say;
		break;
	case ITEM_JUDGEMENT:
		f.name = "word";
		f.text = &c->judgements.at[i->at].word;
		break;
	case ITEM_SOURCE:
		f.name = "reliability";
		f.value = c->sources.at[i->at].reliability ? c->sources.at[i->at].reliability : "F";
		break;
	case ITEM_REPORT:
		f.name = "holds";
		f.value = holds_text(a, &c->reports.at[i->at].holds);
		break;
	}
	if (f.text)
		f.value = *f.text ? *f.text : "";
	return f;
}

// --- what it rests on ---

static const struct statement *statement_named(const struct the_case *c, const char *id)
{
	int at = case_find_statement(c, id);
	return at < 0 ? NULL : &c->statements.at[at];
}

// Of equals the first.
static const struct statement *surer(const struct statement *s, const struct statement *t)
{
	return !s || (t && t->sure > s->sure) ? t : s;
}

static const struct statement *of_fact(const struct the_case *c, const struct fact *f)
{
	const struct statement *s = NULL;
	for (each (r, &c->reports))
		if (r->fact.id && !strcmp(r->fact.id, f->id))
			s = surer(s, statement_named(c, r->statement));
	return s;
}

// A target names a hypothesis by its id alone, and two questions may have a "yes": whom it is about tells them apart.
static bool aims_at(const struct the_case *c, const struct target *t, const struct question *q,
		    const struct hypothesis *h)
{
	struct the_case copy = *c;
	struct proposal p = { .c = &copy };
	const char *question;
	if (!t->hypothesis || strcmp(t->hypothesis, h->id) != 0)
		return false;
	const char *answer = questions_answer(&p, t->role, t->actor, &question);
	return answer && !strcmp(answer, h->id) && !strcmp(question, q->id);
}

static const struct statement *of_hypothesis(const struct the_case *c, const struct question *q,
					     const struct hypothesis *h)
{
	const struct statement *best = NULL;
	for (each (s, &c->statements))
		for (each (t, &s->targets))
			if (aims_at(c, t, q, h))
				best = surer(best, s);
	for (each (j, &c->judgements))
		if (j->question && j->hypothesis && !strcmp(j->question, q->id) && !strcmp(j->hypothesis, h->id))
			best = surer(best, statement_named(c, j->statement));
	return best;
}

const struct statement *item_statement(const struct the_case *c, const struct drafted_item *i)
{
	switch (i->kind) {
	case ITEM_HYPOTHESIS:
		return of_hypothesis(c, &c->questions.at[i->at], hypothesis_of(c, i));
	case ITEM_FACT:
		return of_fact(c, &c->facts.at[i->at]);
	case ITEM_REPORT:
		return statement_named(c, c->reports.at[i->at].statement);
	case ITEM_JUDGEMENT:
		return statement_named(c, c->judgements.at[i->at].statement);
	default:
		return NULL;
	}
}

// --- told ---

// Words of a document on a line: a break of theirs is a space, and nothing of them commands the terminal.
static void put(struct buf *b, const char *text)
{
	bool space = false;
	for (; text && *text; text++) {
		bool is = (unsigned char)*text <= ' ' || *text == 0x7f;
		if (!is || !space)
			buf_char(b, is ? ' ' : *text);
		space = is;
	}
}

static const char *source_name(const struct the_case *c, const struct ref *r)
{
	int at = case_find_source(c, r->id);
	return at >= 0 && c->sources.at[at].name ? c->sources.at[at].name : r->id;
}

static void say_report(struct buf *b, const struct the_case *c, const struct report *r)
{
	int fact = case_find_fact(c, r->fact.id);
	put(b, r->from.id ? source_name(c, &r->from) : "Somebody who cannot be traced");
	for (size_t v = r->via.n; v-- > 0;) {
		buf_text(b, v + 1 == r->via.n ? ", through " : ", then ");
		put(b, source_name(c, &r->via.at[v]));
	}
	buf_text(b, r->via.n ? ", says" : " says");
	if (r->holds.kind == VALUE_NO)
		buf_text(b, " that this is not so");
	else if (r->holds.kind != VALUE_YES)
		buf_printf(b, " (holds: %s)", holds_text(b->arena, &r->holds));
	buf_text(b, ": ");
	put(b, fact >= 0 && c->facts.at[fact].say ? c->facts.at[fact].say : r->fact.id);
}

static const struct hypothesis *concluded(const struct the_case *c, const struct judgement *j)
{
	int q = case_find_question(c, j->question);
	for (size_t h = 0; q >= 0 && j->hypothesis && h < c->questions.at[q].hyps.n; h++)
		if (!strcmp(c->questions.at[q].hyps.at[h].id, j->hypothesis))
			return &c->questions.at[q].hyps.at[h];
	return NULL;
}

static void say_judgement(struct buf *b, const struct the_case *c, const struct judgement *j)
{
	const struct hypothesis *h = concluded(c, j);
	int q = case_find_question(c, j->question);
	put(b, !j->who ? "Somebody who is not named" : !strcmp(j->who, "[report]") ? "The document itself" : j->who);
	if (h && j->word) {
		buf_text(b, " holds with the word \"");
		put(b, j->word);
		buf_text(b, "\": ");
	} else {
		buf_text(b, h ? " holds, with no word of how likely: " : " names no answer to: ");
	}
	put(b, h ? (h->say ? h->say : h->id) : q >= 0 && c->questions.at[q].ask ? c->questions.at[q].ask : j->question);
}

static void say_source(struct buf *b, const struct source *s)
{
	put(b, s->name ? s->name : s->id);
	if (s->kind) {
		buf_text(b, ", ");
		put(b, s->kind);
	}
	buf_text(b, ", reliability ");
	put(b, s->reliability ? s->reliability : "F");
}

static void say(struct buf *b, const struct the_case *c, const struct drafted_item *i)
{
	const struct item_field f = item_field_of(b->arena, c, i);
	if (i->kind == ITEM_REPORT) {
		say_report(b, c, &c->reports.at[i->at]);
	} else if (i->kind == ITEM_JUDGEMENT) {
		say_judgement(b, c, &c->judgements.at[i->at]);
	} else if (i->kind == ITEM_SOURCE) {
		say_source(b, &c->sources.at[i->at]);
	} else {
		if (i->kind == ITEM_HYPOTHESIS && c->questions.at[i->at].ask) {
			put(b, c->questions.at[i->at].ask);
			buf_text(b, " - ");
		}
		put(b, *f.value ? f.value : id_of(c, i));
	}
}

// Title or outlet, date, and the bytes of the original.
static void say_where(struct buf *b, const struct the_case *c, const struct statement *s)
{
	int at = case_find_document(c, s->document);
	const struct document *d = at < 0 ? NULL : &c->documents.at[at];
	char day[DATE_TEXT] = "";
	if (!d)
		return;
	date_print(d->published, day);
	buf_text(b, "  ");
	put(b, d->title && *d->title ? d->title : d->outlet ? d->outlet : d->path ? d->path : d->id);
	if (*day)
		buf_printf(b, ", %s", day);
	if (d->text && s->content.n) {
		span all = { s->content.at[0].from, s->content.at[s->content.n - 1].to };
		span bytes = document_original(d, all);
		buf_printf(b, ", bytes %u to %u", bytes.from, bytes.to);
	}
	buf_char(b, '\n');
}

static const char *why_of(const struct the_case *c, const struct drafted_item *i)
{
	switch (i->kind) {
	case ITEM_ASSUMPTION:
		return c->assumptions.at[i->at].why;
	case ITEM_FACT:
		return c->facts.at[i->at].why;
	case ITEM_SOURCE:
		return c->sources.at[i->at].why;
	case ITEM_REPORT:
		return c->reports.at[i->at].why;
	default:
		return NULL;
	}
}

void item_print(struct buf *b, const struct the_case *c, const struct drafted_item *i)
{
	const struct statement *s = item_statement(c, i);
	const char *why = why_of(c, i);
	buf_printf(b, "%s ", kinds[i->kind].name);
	put(b, i->kind == ITEM_HYPOTHESIS ? hypothesis_of(c, i)->id : id_of(c, i) ? id_of(c, i) : "without an id");
	buf_text(b, "\n  ");
	say(b, c, i);
	buf_char(b, '\n');
	if (s && s->words && *s->words) {
		buf_text(b, "  \"");
		put(b, s->words);
		buf_text(b, "\"\n");
	}
	if (s)
		say_where(b, c, s);
	if (s)
		buf_printf(b, "  sure: %.0f %%\n", 100 * s->sure);
	else
		buf_text(b, "  sure: not known, it rests on no statement\n");
	if (why) {
		buf_text(b, "  why: ");
		put(b, why);
		buf_char(b, '\n');
	}
}
