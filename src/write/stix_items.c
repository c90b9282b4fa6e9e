// STIX 2.1: the items of a case. A question is a grouping of its hypotheses, who says something is an identity, all
// else is a note whose text says what the item says; the item itself is in our extension.
#include "write/stix.h"

#include "case/format.h"
#include "write/export.h"
#include "write/note.h"
#include "write/number.h"
#include "write/phrase.h"

#include <string.h>

static const char *or_else(const char *text, const char *otherwise)
{
	return text && *text ? text : otherwise;
}

static void add_line(struct buf *b, const char *what, const char *text)
{
	if (text && *text)
		buf_printf(b, "%s%s: %s", b->n ? "\n" : "", what, text);
}

static const char *fact_id(const struct stix *s, const char *id)
{
	return stix_id(s, "note", "facts", id);
}

static const char *source_id(const struct stix *s, const char *id)
{
	return stix_id(s, "identity", "sources", id);
}

static const char *case_id(const struct stix *s)
{
	return stix_id(s, "grouping", "case", "");
}

static const char *variable_id(const struct stix *s, int v)
{
	size_t at = (size_t)v, questions = s->c->questions.n;
	return at < questions ? stix_question(s, at) : fact_id(s, s->c->facts.at[at - questions].id);
}

// --- questions ---

static void add_question(struct stix *s, size_t i, const struct node *item)
{
	const struct question *q = &s->c->questions.at[i];
	struct buf b = buf_in(s->a);
	struct node *n = stix_object(s, "grouping", "questions", q->id);
	node_put_text(s->a, n, "name", phrase_ask(q));
	buf_printf(&b, "A question with %zu hypotheses, of which one holds.", q->hyps.n);
	for (each (g, &q->given))
		buf_printf(&b, " It depends on: %s", phrase_ask(&s->c->questions.at[g->at]));
	node_put_text(s->a, n, "description", buf_str(&b));
	node_put_text(s->a, n, "context", "unspecified");
	for (size_t h = 0; h < q->hyps.n; h++)
		stix_refer(s, n, stix_hypothesis(s, i, h));
	stix_carry(s, n, "questions", i, item);
	for (size_t h = 0; h < q->hyps.n; h++) {
		const struct hypothesis *x = &q->hyps.at[h];
		n = stix_note(s, "hypotheses", arena_printf(s->a, "%s.%s", q->id, x->id), "A hypothesis",
			      phrase_upper(s->a, phrase_hypothesis(s->a, x)));
		stix_refer(s, n, stix_question(s, i));
		stix_about(s, n, "hypotheses", q, x);
	}
}

// --- facts ---

static const char *row_name(const struct stix *s, const struct row *r)
{
	struct buf b = buf_in(s->a);
	for (each (w, &r->when))
		buf_printf(&b, "%s%s is %s", b.n ? " and " : "", w->of.id, w->state.id);
	return b.n ? buf_str(&b) : "in every other case";
}

static void add_fact(struct stix *s, size_t i, const struct node *item)
{
	const struct fact *f = &s->c->facts.at[i];
	struct buf b = buf_in(s->a);
	buf_text(&b, or_else(f->say, f->id));
	for (each (r, &f->cells.rows))
		buf_printf(&b, "\nHow likely if %s: %s", row_name(s, r), number_value(s->a, &r->is));
	add_line(&b, "Why", f->why);
	struct node *n = stix_note(s, "facts", f->id, "A fact that could be seen, whether or not it was", buf_str(&b));
	for (each (about, &f->about))
		stix_refer(s, n, variable_id(s, about->at));
	stix_carry(s, n, "facts", i, item);
}

// --- sources and reports ---

static const char *class_of(const char *kind)
{
	static const char *const classes[][2] = { { "outlet", "organization" },   { "official", "organization" },
						  { "party", "organization" },    { "witness", "individual" },
						  { "anonymous", "unspecified" }, { "technical", "system" } };
	for (size_t i = 0; kind && i < sizeof classes / sizeof *classes; i++)
		if (!strcmp(kind, classes[i][0]))
			return classes[i][1];
	return "unspecified";
}

static void add_source(struct stix *s, size_t i, const struct node *item)
{
	const struct source *x = &s->c->sources.at[i];
	struct buf b = buf_in(s->a);
	buf_printf(&b, "Reliability: %s (A to F, as the admiralty scale has it)", note_grade(x));
	add_line(&b, "Kind", x->kind);
	add_line(&b, "Access", x->access);
	add_line(&b, "Record", x->record);
	for (each (w, &x->interests))
		buf_printf(&b, "\nInterest: wants it believed that this is %s: %s", w->wants ? "so" : "not so",
			   or_else(s->c->facts.at[w->fact.at].say, w->fact.id));
	add_line(&b, "Why", x->why);
	struct node *n = stix_object(s, "identity", "sources", x->id);
	node_put_text(s->a, n, "name", note_source(x));
	node_put_text(s->a, n, "description", buf_str(&b));
	node_put_text(s->a, n, "identity_class", class_of(x->kind));
	stix_carry(s, n, "sources", i, item);
}

// A document as a reference; its hash where its id is one.
static void put_reference(struct stix *s, struct node *n, const char *id)
{
	int at = id ? case_find_document(s->c, id) : -1;
	if (at < 0)
		return;
	const struct document *d = &s->c->documents.at[at];
	const char *url = or_else(d->url, d->canonical);
	struct node *r = node_add(node_put_list(s->a, n, "external_references"), node_map(s->a));
	node_put_text(s->a, r, "source_name", or_else(d->outlet, or_else(d->path, "a document")));
	node_put_text(s->a, r, "description", d->title);
	if (url && (slice_starts(slice_of(url), "http://") || slice_starts(slice_of(url), "https://")) &&
	    !strpbrk(url, " <>\"{}|\\^`"))
		node_put_text(s->a, r, "url", url);
	if (strlen(d->id) == 64 && strspn(d->id, "0123456789abcdef") == 64)
		node_put_text(s->a, node_put_map(s->a, r, "hashes"), "SHA-256", d->id);
	node_put_text(s->a, r, "external_id", d->id);
}

static const char *held(const struct value *v)
{
	return v->kind == VALUE_YES ? "yes" : v->kind == VALUE_NO ? "no" : NULL;
}

static void add_report(struct stix *s, size_t i, const struct node *item)
{
	const struct report *r = &s->c->reports.at[i];
	const struct fact *f = &s->c->facts.at[r->fact.at];
	char date[DATE_TEXT];
	struct buf b = buf_in(s->a);
	date_print(r->published, date);
	buf_printf(&b, "%s\nSays that this holds: %s", or_else(f->say, f->id),
		   held(&r->holds) ? held(&r->holds) : number_value(s->a, &r->holds));
	add_line(&b, "From", note_chain(s->a, s->c, r));
	add_line(&b, "Published", date);
	add_line(&b, "Remark", r->why);
	struct node *n = stix_note(s, "reports", r->id, "A report", buf_str(&b));
	if (r->from.id)
		node_add(node_put_list(s->a, n, "authors"),
			 node_text(s->a, note_source(&s->c->sources.at[r->from.at])));
	put_reference(s, n, r->document);
	stix_refer(s, n, fact_id(s, f->id));
	if (r->from.id)
		stix_refer(s, n, source_id(s, r->from.id));
	for (each (v, &r->via))
		stix_refer(s, n, source_id(s, v->id));
	stix_carry(s, n, "reports", i, item);
}

// --- the rest ---

static void add_analyst(struct stix *s, size_t i, const struct node *item)
{
	const struct analyst *x = &s->c->analysts.at[i];
	struct node *n = stix_object(s, "identity", "analysts", x->id);
	node_put_text(s->a, n, "name", or_else(x->name, x->id));
	node_put_text(s->a, n, "description", "An analyst of the case");
	node_put_text(s->a, n, "identity_class", "individual");
	stix_carry(s, n, "analysts", i, item);
}

static void add_assumption(struct stix *s, size_t i, const struct node *item)
{
	const struct assumption *x = &s->c->assumptions.at[i];
	struct buf b = buf_in(s->a);
	buf_text(&b, or_else(x->say, x->id));
	add_line(&b, "Why", x->why);
	struct node *n = stix_note(s, "assumptions", x->id, "An assumption", buf_str(&b));
	for (each (f, &x->supports))
		stix_refer(s, n, fact_id(s, f->id));
	if (!x->supports.n)
		stix_refer(s, n, case_id(s));
	stix_carry(s, n, "assumptions", i, item);
}

// The hypothesis that a judgement is about, or the question, or the case.
static const char *judged(const struct stix *s, const struct judgement *j)
{
	int q = j->question ? case_find_question(s->c, j->question) : -1;
	if (q < 0)
		return case_id(s);
	const struct question *ask = &s->c->questions.at[q];
	for (size_t h = 0; j->hypothesis && h < ask->hyps.n; h++)
		if (!strcmp(ask->hyps.at[h].id, j->hypothesis))
			return stix_hypothesis(s, (size_t)q, h);
	return stix_question(s, (size_t)q);
}

static void add_judgement(struct stix *s, size_t i, const struct node *item)
{
	const struct judgement *j = &s->c->judgements.at[i];
	const char *who = or_else(j->who, "Somebody not named");
	struct buf b = buf_in(s->a);
	buf_printf(&b, "%s: %s", who, or_else(j->say, "no words of it are given"));
	add_line(&b, "How likely, in their words", j->word);
	add_line(&b, "How sure, in their words", j->confidence);
	struct node *n = stix_note(s, "judgements", or_else(j->id, arena_printf(s->a, "#%zu", i)),
				   "What others concluded; not weighed", buf_str(&b));
	node_add(node_put_list(s->a, n, "authors"), node_text(s->a, who));
	stix_refer(s, n, judged(s, j));
	stix_carry(s, n, "judgements", i, item);
}

static void add_document(struct stix *s, size_t i, const struct node *item)
{
	const struct document *d = &s->c->documents.at[i];
	char date[DATE_TEXT];
	struct buf b = buf_in(s->a);
	date_print(d->published, date);
	buf_text(&b, or_else(d->title, or_else(d->path, d->id)));
	add_line(&b, "Outlet", d->outlet);
	add_line(&b, "Published", date);
	struct node *n = stix_note(s, "documents", d->id, "A document", buf_str(&b));
	put_reference(s, n, d->id);
	stix_refer(s, n, case_id(s));
	stix_carry(s, n, "documents", i, item);
}

static void add_statement(struct stix *s, size_t i, const struct node *item)
{
	const struct statement *x = &s->c->statements.at[i];
	int at = x->document ? case_find_document(s->c, x->document) : -1;
	struct buf b = buf_in(s->a);
	buf_printf(&b, "%s: %s", or_else(x->speaker.name, "The document"),
		   or_else(x->words, "its words are in the document"));
	struct node *n =
	    stix_note(s, "statements", or_else(x->id, arena_printf(s->a, "#%zu", i)), "A statement", buf_str(&b));
	stix_refer(s, n, at < 0 ? case_id(s) : stix_id(s, "note", "documents", x->document));
	stix_carry(s, n, "statements", i, item);
}

static void add_pair(struct stix *s, size_t i, const struct node *item)
{
	static const char *const said[between_count] = { "They have one origin", "They are independent",
							 "Whether they have one origin is not established" };
	const struct pair *p = &s->c->pairs.at[i];
	struct buf b = buf_in(s->a);
	buf_printf(&b, "%s.", said[p->is]);
	add_line(&b, "Why", p->why);
	struct node *n = stix_note(s, "pairs", p->id, "Settled of two documents", buf_str(&b));
	for (each (d, &p->documents))
		stix_refer(s, n, stix_id(s, "note", "documents", d->id));
	stix_carry(s, n, "pairs", i, item);
}

// Of another format: nothing but the bytes of it can be said here.
static void add_other(struct stix *s, size_t i, const struct node *item)
{
	const struct foreign *x = &s->c->foreign.at[i];
	if (!strcmp(x->format, "stix"))
		return;
	struct node *n = stix_note(s, "foreign", x->id, "Kept for another program",
				   arena_printf(s->a, "An object of the format %s, kept as it came.", x->format));
	stix_refer(s, n, case_id(s));
	stix_carry(s, n, "foreign", i, item);
}

static const struct {
	const char *list;
	void (*add)(struct stix *s, size_t i, const struct node *item);
} kinds[] = { { "analysts", add_analyst },     { "assumptions", add_assumption }, { "questions", add_question },
	      { "facts", add_fact },           { "sources", add_source },         { "reports", add_report },
	      { "judgements", add_judgement }, { "documents", add_document },     { "statements", add_statement },
	      { "pairs", add_pair },           { "foreign", add_other } };

// What of the case is in no list.
static struct node *head_of(struct arena *a, const struct node *tree)
{
	struct node *head = node_map(a);
	for (node_each (n, tree))
		if (n->kind != NODE_LIST)
			node_put(a, head, n->key, export_copy(a, n));
	return head;
}

// The case itself: a grouping of all its items, which come behind it.
void stix_items(struct stix *s)
{
	const struct node *tree = format_write_case(s->a, s->c);
	struct node *before = s->objects->last, *n = stix_object(s, "grouping", "case", "");
	node_put_text(s->a, n, "name", or_else(s->c->title, "A case"));
	node_put_text(s->a, n, "description",
		      arena_printf(s->a, "A case of hearsay: %s, %s, %s.",
				   number_of(s->a, s->c->questions.n, "question"),
				   number_of(s->a, s->c->facts.n, "fact"), number_of(s->a, s->c->reports.n, "report")));
	node_put_text(s->a, n, "context", "unspecified");
	struct node *refs = node_put_list(s->a, n, "object_refs");
	stix_carry(s, n, "case", 0, head_of(s->a, tree));
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		size_t i = 0;
		for (node_each (item, node_get(tree, kinds[k].list)))
			kinds[k].add(s, i++, item);
	}
	node_add(refs, node_text(s->a, node_get_text(before, "id")));
	for (const struct node *o = n->next; o; o = o->next)
		node_add(refs, node_text(s->a, node_get_text(o, "id")));
}
