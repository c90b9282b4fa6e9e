// A note answers "how do you know?": the report's chain with its grades, then the statement's exact words with
// document, path and place. What was computed names the places of the case it was computed from.
#include "write/note.h"
#include "write/number.h"
#include "write/phrase.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { TALLY_BYTES = 2000, FACT_NOTES = 6, FAMILIES_MOST = 40 };

void note_begin(struct writing *g)
{
	const struct the_case *c = g->c;
	size_t items[NOTE_KINDS] = {
		[NOTE_REPORT] = c->reports.n,
		[NOTE_STATEMENT] = c->statements.n,
		[NOTE_SOURCE] = c->sources.n,
		[NOTE_PRIOR] = c->questions.n,
		[NOTE_CELLS] = c->facts.n,
		[NOTE_ASSUMPTION] = c->assumptions.n,
		[NOTE_WITHOUT] = c->questions.n,
		[NOTE_DRAWS] = c->questions.n,
		[NOTE_DOCUMENTS] = 1,
		[NOTE_TALLY] = 1,
		[NOTE_JUDGEMENT] = c->judgements.n,
	};
	for (int k = 0; k < NOTE_KINDS; k++)
		g->noted[k] = arena_array(g->t->arena, size_t, items[k] + 1);
	g->points = arena_array(g->t->arena, struct offsets *, c->documents.n + 1);
}

const char *note_grade(const struct source *s)
{
	return s->reliability ? s->reliability : "F";
}

const char *note_source(const struct source *s)
{
	return s->name && *s->name ? s->name : s->id;
}

const char *note_chain(struct arena *a, const struct the_case *c, const struct report *r)
{
	struct buf b = buf_in(a);
	if (r->from.id) {
		const struct source *s = &c->sources.at[r->from.at];
		buf_printf(&b, "%s (%s)", phrase_lower(a, note_source(s)), note_grade(s));
	} else {
		buf_text(&b, "an origin that cannot be traced (F)");
	}
	for (size_t i = 0; i < r->via.n; i++) {
		const struct source *s = &c->sources.at[r->via.at[i].at];
		buf_printf(&b, "%s%s (%s)", i ? phrase_and(i, r->via.n) : ", through ", phrase_lower(a, note_source(s)),
			   note_grade(s));
	}
	return buf_str(&b);
}

// Bytes of a document's text become code points; a document without text has its places in code points already.
static span points_of(struct writing *g, size_t document, span s)
{
	const struct document *d = &g->c->documents.at[document];
	if (!d->text)
		return s;
	if (!g->points[document]) {
		g->points[document] = arena_new(g->t->arena, struct offsets);
		*g->points[document] = offsets_of(g->t->arena, d->text, d->len);
	}
	return (span){ offsets_points(g->points[document], s.from), offsets_points(g->points[document], s.to) };
}

static void add_words(struct buf *b, struct slice words, struct passage *p)
{
	size_t room = b->n < LIMIT_QUOTE ? LIMIT_QUOTE - b->n : 0;
	if (b->n)
		buf_text(b, " ... ");
	p->cut |= words.len > room;
	buf_slice(b, (struct slice){ words.at, words.len > room ? utf8_floor(words.at, room) : words.len });
}

static void add_passage(struct writing *g, struct note *n, const struct statement *s)
{
	struct arena *a = g->t->arena;
	struct passage *p = list_add(a, &n->passages);
	struct buf words = buf_in(a);
	int at = s->document ? case_find_document(g->c, s->document) : -1;
	p->statement = s->id;
	p->document = s->document;
	if (at >= 0) {
		const struct document *d = &g->c->documents.at[at];
		p->title = d->title;
		p->outlet = d->outlet;
		p->path = d->path;
		p->published = d->published;
		for (each (part, &s->content)) {
			list_push(a, &p->places, points_of(g, (size_t)at, *part));
			if (d->text && part->to <= d->len && part->from <= part->to)
				add_words(&words, slice_in(d->text, *part), p);
		}
	} else {
		for (each (part, &s->content))
			list_push(a, &p->places, *part);
	}
	if (!words.n && s->words)
		add_words(&words, slice_of(s->words), p);
	p->words = words.n ? buf_str(&words) : NULL;
}

static const struct statement *statement_of(const struct the_case *c, const char *id)
{
	int at = id ? case_find_statement(c, id) : -1;
	return at < 0 ? NULL : &c->statements.at[at];
}

static void say_report(struct writing *g, struct note *n, const struct report *r)
{
	struct arena *a = g->t->arena;
	const struct statement *s = statement_of(g->c, r->statement);
	const struct fact *f = &g->c->facts.at[r->fact.at];
	size_t at = (size_t)(r - g->c->reports.at);
	const struct counted *k = &g->w->reports[at];
	struct buf b = buf_in(a);
	buf_printf(&b, "Report %s on %s, %s, holds %s: %s", r->id, f->id,
		   date_known(r->published) ? number_date(a, r->published) : "without a date",
		   number_value(a, &r->holds), note_chain(a, g->c, r));
	if (!k->live)
		buf_text(&b, "; left out, it is later than the case's date");
	else if (!k->counted)
		buf_printf(&b, "; an echo of %s, not counted again", g->c->reports.at[k->of].id);
	buf_text(&b, ".");
	if (r->why)
		buf_printf(&b, " %s.", phrase_clause(a, r->why));
	if (!s)
		buf_text(&b, " Entered by hand: the case holds no words for it.");
	n->say = buf_str(&b);
	n->report = r->id;
	if (s)
		add_passage(g, n, s);
}

// The rows of a table by the names that what-if takes too: "facts.gate.if.staged", "facts.denied.if[1]".
static void add_rows(struct writing *g, struct note *n, const char *name, const struct cells *t)
{
	struct arena *a = g->t->arena;
	for (size_t i = 0; i < t->rows.n; i++) {
		const struct row *row = &t->rows.at[i];
		struct buf b = buf_in(a);
		buf_text(&b, name);
		if (t->form == CELLS_MAP && row->when.n)
			buf_printf(&b, ".%s", row->when.at[0].state.id);
		if (t->form == CELLS_ROWS)
			buf_printf(&b, "[%zu]", i);
		buf_printf(&b, ": %s", number_value(a, &row->is));
		for (each (w, &row->when))
			if (t->form == CELLS_ROWS)
				buf_printf(&b, "%s%s = %s", w == row->when.at ? ", when " : " and ", w->of.id,
					   w->state.id);
		list_push(a, &n->values, buf_str(&b));
	}
}

static void say_prior(struct writing *g, struct note *n, const struct question *q)
{
	n->say = "Computed from the priors entered in the case, before any report.";
	for (each (h, &q->hyps))
		add_rows(g, n, arena_printf(g->t->arena, "questions.%s.prior.%s", q->id, h->id), &h->prior);
	if (q->hyps.n && q->hyps.at[q->hyps.n - 1].added)
		list_push(
		    g->t->arena, &n->values,
		    arena_printf(g->t->arena, "questions.%s.open: yes, so %s takes 0.05", q->id, CASE_NONE_OF_THESE));
}

static void say_cells(struct writing *g, struct note *n, const struct fact *f)
{
	n->say = f->why ? arena_printf(g->t->arena, "The ratings of %s in the case: %s.", f->id,
				       phrase_clause(g->t->arena, f->why))
			: arena_printf(g->t->arena,
				       "The ratings of %s in the case: how likely it is under each answer.", f->id);
	add_rows(g, n, arena_printf(g->t->arena, "facts.%s.if", f->id), &f->cells);
}

static void say_source(struct writing *g, struct note *n, const struct source *s)
{
	struct arena *a = g->t->arena;
	struct buf b = buf_in(a);
	size_t reports = 0;
	buf_printf(&b, "Source %s in the case: kind %s, reliability %s%s.", s->id, s->kind ? s->kind : "not entered",
		   note_grade(s), s->reliability ? "" : " because none was entered");
	if (s->why)
		buf_printf(&b, " %s.", phrase_clause(a, s->why));
	for (each (r, &g->c->reports)) {
		bool carries = r->from.id && r->from.at == s - g->c->sources.at;
		for (each (v, &r->via))
			carries |= v->at == s - g->c->sources.at;
		if (carries && reports++ < 100)
			buf_printf(&b, "%s%s", reports == 1 ? " Its reports: " : ", ", r->id);
	}
	buf_text(&b, reports > 100 ? " and more." : reports ? "." : " No report comes from it or through it.");
	n->say = buf_str(&b);
}

static void say_assumption(struct writing *g, struct note *n, const struct assumption *s)
{
	struct buf b = buf_in(g->t->arena);
	buf_printf(&b, "Assumption %s of the case%s%s", s->id, s->why ? ": " : "",
		   s->why ? phrase_clause(g->t->arena, s->why) : "");
	for (each (f, &s->supports))
		buf_printf(&b, "%s%s", f == s->supports.at ? "; it supports " : ", ", f->id);
	buf_text(&b, ".");
	n->say = buf_str(&b);
}

static void say_statement(struct writing *g, struct note *n, const struct statement *s)
{
	n->say = arena_printf(g->t->arena, "Statement %s%s%s, stance: %s.", s->id, s->speaker.name ? " by " : "",
			      s->speaker.name ? s->speaker.name : "", stance_name(s->stance));
	add_passage(g, n, s);
}

static void say_judgement(struct writing *g, struct note *n, const struct judgement *j)
{
	n->say = arena_printf(g->t->arena,
			      "Judgement %s of the case, kept beside the answer; no statement is entered for it%s%s.",
			      j->id, j->say ? ": " : "", j->say ? phrase_clause(g->t->arena, j->say) : "");
}

static const char *document_name(struct arena *a, const struct document *d)
{
	const char *title = d->title ? phrase_quoted(a, d->title) : d->path ? d->path : d->id;
	return d->outlet ? arena_printf(a, "%s, %s", d->outlet, title) : title;
}

// The families that tracing found, or the documents, the first FAMILIES_MOST of them.
static void say_documents(struct writing *g, struct note *n)
{
	struct arena *a = g->t->arena;
	const struct tracing *t = g->in->t;
	size_t all = t ? t->families.n : g->c->documents.n;
	n->say = t ? "Counted over the documents of the case, by tracing which come from which."
		   : "Counted over the documents of the case.";
	for (size_t i = 0; i < all && i < FAMILIES_MOST; i++) {
		const struct family *f = t ? &t->families.at[i] : NULL;
		size_t at = f ? f->origin : i;
		const char *name = at < g->c->documents.n ? document_name(a, &g->c->documents.at[at])
				   : f && f->origin_name  ? f->origin_name
							  : "an origin that is not at hand";
		list_push(a, &n->values,
			  f ? arena_printf(a, "%s: %s, %s", f->id, name, number_of(a, f->members.n, "document"))
			    : name);
	}
	if (all > FAMILIES_MOST)
		list_push(a, &n->values, arena_printf(a, "and %zu more", all - FAMILIES_MOST));
}

// Which reports count, which echo which, which have no origin; at most 200 of each.
static void say_tally(struct writing *g, struct note *n)
{
	struct buf counted = buf_in(g->t->arena), echo = buf_in(g->t->arena), lost = buf_in(g->t->arena);
	n->say = "Counted over the reports of the case: an origin once for each fact, however often it is repeated.";
	for (size_t i = 0; i < g->c->reports.n; i++) {
		const struct report *r = &g->c->reports.at[i];
		const struct counted *k = &g->w->reports[i];
		struct buf *b = !k->counted ? &echo : r->from.id ? &counted : &lost;
		if (!k->live || b->n > TALLY_BYTES)
			continue;
		buf_printf(b, "%s%s", b->n ? ", " : "", r->id);
		if (!k->counted)
			buf_printf(b, " of %s", g->c->reports.at[k->of].id);
	}
	struct {
		const char *label;
		struct buf *ids;
	} rows[] = { { "counted", &counted }, { "echoes", &echo }, { "untraceable", &lost } };
	for (size_t i = 0; i < 3; i++)
		if (rows[i].ids->n)
			list_push(g->t->arena, &n->values,
				  arena_printf(g->t->arena, "%s: %s%s", rows[i].label, buf_str(rows[i].ids),
					       rows[i].ids->n > TALLY_BYTES ? ", and more" : ""));
}

static void say(struct writing *g, struct note *n, enum note_kind kind, size_t item)
{
	struct arena *a = g->t->arena;
	const struct the_case *c = g->c;
	switch (kind) {
	case NOTE_REPORT:
		say_report(g, n, &c->reports.at[item]);
		break;
	case NOTE_STATEMENT:
		say_statement(g, n, &c->statements.at[item]);
		break;
	case NOTE_SOURCE:
		say_source(g, n, &c->sources.at[item]);
		break;
	case NOTE_PRIOR:
		say_prior(g, n, &c->questions.at[item]);
		break;
	case NOTE_CELLS:
		say_cells(g, n, &c->facts.at[item]);
		break;
	case NOTE_ASSUMPTION:
		say_assumption(g, n, &c->assumptions.at[item]);
		break;
	case NOTE_WITHOUT:
		n->say = arena_printf(a,
				      "Computed: question %s weighed again as if the report, fact, source or origin "
				      "had never been entered.",
				      c->questions.at[item].id);
		break;
	case NOTE_DRAWS:
		n->say = arena_printf(
		    a, "Computed for question %s: every value of the case drawn %s times within its range, seed %s.",
		    c->questions.at[item].id, number_whole(a, g->w->draws),
		    arena_printf(a, "%llu", (unsigned long long)g->w->seed));
		break;
	case NOTE_DOCUMENTS:
		say_documents(g, n);
		break;
	case NOTE_TALLY:
		say_tally(g, n);
		break;
	case NOTE_JUDGEMENT:
		say_judgement(g, n, &c->judgements.at[item]);
		break;
	case NOTE_KINDS:
		abort();
	}
}

size_t note_of(struct writing *g, enum note_kind kind, size_t item)
{
	if (!g->noted[kind][item]) {
		struct note note = { 0 };
		say(g, &note, kind, item);
		list_push(g->t->arena, &g->t->notes, note);
		g->noted[kind][item] = g->t->notes.n;
	}
	return g->noted[kind][item] - 1;
}

void note_refer(struct writing *g, enum note_kind kind, size_t item)
{
	tree_refer(g->t, note_of(g, kind, item));
}

void note_refer_fact(struct writing *g, size_t fact)
{
	size_t n = 0;
	for (int counted = 1; counted >= 0; counted--)
		for (size_t i = 0; i < g->c->reports.n && n < FACT_NOTES; i++) {
			const struct counted *k = &g->w->reports[i];
			if ((size_t)g->c->reports.at[i].fact.at != fact || !k->live || k->counted != counted)
				continue;
			note_refer(g, NOTE_REPORT, i);
			n++;
		}
	if (!n)
		note_refer(g, NOTE_CELLS, fact);
}
