#include "draft/proposal.h"

#include "case/countries.h"
#include "case/scale.h"
#include "case/names.h"
#include "draft/questions.h"

#include <assert.h>
#include <string.h>

enum {
	MARK = 8,
	BEFORE = 40,
	ASKED = 64
}; // digits of a document's id in the ids of what it says; bytes before a name; places looked at

static const char *mark_of(struct arena *a, const struct document *d)
{
	const char *mark = case_make_id(a, d->id ? d->id : "x");
	return strlen(mark) > MARK ? arena_copy(a, mark, MARK) : mark;
}

const char *proposal_mark(const struct proposal *p, size_t doc)
{
	return mark_of(p->arena, p->docs[doc]);
}

// It is stable: made from the document's id and the statement's own.
static const char *statement_id(struct arena *a, const struct document *d, const struct statement *s)
{
	return case_make_id(a, arena_printf(a, "%s-%s", mark_of(a, d), s->id ? s->id : ""));
}

struct node *draft_document(struct arena *a, const struct document *d)
{
	struct document named = *d;
	memset(&named.statements, 0, sizeof named.statements);
	for (each (s, &d->statements)) {
		struct statement *copy = list_add(a, &named.statements);
		*copy = *s;
		copy->id = statement_id(a, d, s);
	}
	return document_write(a, &named);
}

bool proposal_gone(const struct proposal *p, const char *kind, const char *id)
{
	return p->seen && p->seen(p->context, kind, id);
}

struct ref proposal_ref(const char *id)
{
	return (struct ref){ .id = id, .at = -1 };
}

struct value proposal_term(const char *word)
{
	const struct band *b = scale_find(slice_of(word));
	assert(b);
	return (struct value){ .kind = VALUE_TERM, .lo = b->lo, .hi = b->hi, .term = b->word };
}

static const char *words_of(const struct proposal *p, size_t doc, span s)
{
	const struct document *d = p->docs[doc];
	if (!d->text || s.to > d->len || span_empty(s))
		return "";
	struct slice words = slice_trim(slice_in(d->text, s));
	return arena_copy(p->arena, words.at, words.len);
}

struct told proposal_told(const struct proposal *p, size_t doc, size_t statement)
{
	const struct statement *s = &p->docs[doc]->statements.at[statement];
	struct told t = { .doc = doc, .speaker = &s->speaker, .chain = s->chain.at, .n_chain = s->chain.n };
	span all = s->content.n ? (span){ s->content.at[0].from, s->content.at[s->content.n - 1].to } : (span){ 0 };
	t.id = statement_id(p->arena, p->docs[doc], s);
	t.words = s->words ? s->words : words_of(p, doc, all);
	return t;
}

void proposal_statement(struct proposal *p, const struct told *t, const struct statement *s)
{
	if (case_find_statement(p->c, t->id) >= 0 || proposal_gone(p, "statements", t->id))
		return;
	struct statement *new = list_add(p->arena, &p->c->statements);
	*new = *s;
	new->id = t->id;
	new->document = p->docs[t->doc]->id;
	new->words = t->words;
	memset(&new->targets, 0, sizeof new->targets); // the document keeps its own
	for (each (target, &s->targets)) {
		struct target *copy = list_add(p->arena, &new->targets);
		const char *question;
		*copy = *target;
		copy->hypothesis = questions_answer(p, target->role, target->actor, &question);
	}
}

struct fact *proposal_fact(struct proposal *p, const char *id, const char *about, bool *fresh)
{
	int at = case_find_fact(p->c, id);
	*fresh = false;
	if (at >= 0)
		return &p->c->facts.at[at];
	if (case_find_question(p->c, id) >= 0 || proposal_gone(p, "facts", id))
		return NULL;
	struct fact *f = list_add(p->arena, &p->c->facts);
	*f = (struct fact){ .id = id, .drafted = true, .cells = { .form = CELLS_MAP } };
	list_push(p->arena, &f->about, proposal_ref(about));
	*fresh = true;
	return f;
}

void proposal_rate(struct proposal *p, struct fact *f, const char *hypothesis, const char *word)
{
	for (each (r, &f->cells.rows))
		if (r->when.n && !strcmp(r->when.at[0].state.id, hypothesis))
			return;
	struct row *row = list_add(p->arena, &f->cells.rows);
	*row = (struct row){ .is = proposal_term(word) };
	list_push(p->arena, &row->when, ((struct condition){ f->about.at[0], proposal_ref(hypothesis) }));
}

// The country said in the few words before a name, within its sentence.
static const char *country_before(const char *text, const char *name)
{
	struct slice rest = slice_of(text);
	for (int asked = 0; asked < ASKED; asked++) {
		ptrdiff_t at = slice_find(rest, name);
		if (at < 0)
			return NULL;
		size_t from = at > BEFORE ? (size_t)at - BEFORE : 0;
		struct slice before = { rest.at + from, (size_t)at - from };
		for (size_t i = before.len; i-- > 0;)
			if (strchr(".\n,;\"", before.at[i])) {
				before = (struct slice){ before.at + i + 1, before.len - i - 1 };
				break;
			}
		const char *country = countries_in(before);
		if (country)
			return country;
		size_t past = (size_t)at + strlen(name);
		rest = (struct slice){ rest.at + past, rest.len - past };
	}
	return NULL;
}

const char *proposal_country(struct proposal *p, const char *name)
{
	const char *country = countries_in(slice_of(name));
	if (country || !name || !*name)
		return country;
	for (each (known, &p->countries))
		if (!strcmp(known->person, name))
			return known->country;
	for (size_t i = 0; i < p->n && !country; i++)
		if (p->docs[i]->text)
			country = country_before(p->docs[i]->text, name);
	list_push(p->arena, &p->countries, ((struct origin_of){ name, country }));
	return country;
}

bool proposal_related(struct proposal *p, const char *a, const char *b)
{
	const char *x = proposal_country(p, a), *y = proposal_country(p, b);
	return x && y ? !strcmp(x, y) : names_related(a, b);
}
