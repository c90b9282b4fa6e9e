#include "case/check.h"

#include "case/scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct checking {
	struct arena *arena;
	const struct the_case *c;
	const struct assessment *w; // NULL: not weighed
	struct check_findings *out;
};

// The ICD 203 standards that findings name.
#define SOURCES "ICD 203, 1: sources"
#define UNCERTAINTY "ICD 203, 2: uncertainty"
#define ASSUMPTIONS "ICD 203, 3: assumptions and judgements"
#define ALTERNATIVES "ICD 203, 4: alternatives"
#define CONSISTENCY "ICD 203, 7: change or consistency"

static void add(struct checking *k, bool grave, const char *rule, const char *standard, const char *place,
		const char *text)
{
	*list_add(k->arena, &k->out->list) =
	    (struct check_finding){ .rule = rule, .place = place, .text = text, .standard = standard, .grave = grave };
}

static const char *place_of(struct checking *k, const char *list, const char *id)
{
	return arena_printf(k->arena, "%s.%s", list, id);
}

// --- values ---

static bool certain(const struct value *v)
{
	if (v->kind == VALUE_NUMBER || v->kind == VALUE_EXACT)
		return v->lo <= 0 || v->hi >= 1;
	for (each (o, &v->by))
		if (certain(&o->value))
			return true;
	return false;
}

static void check_certainty(struct checking *k, const struct cells *t, const char *place)
{
	for (each (row, &t->rows))
		if (certain(&row->is)) {
			add(k, true, "certainty", UNCERTAINTY, place,
			    "claims certainty: an exact 0 or 1 cannot be moved by any evidence; write 'almost certain' "
			    "or 'almost no chance'");
			return;
		}
}

// --- questions ---

// The counted reports that bear on a question, by origin: how many there are.
static size_t origins_of(const struct question_result *r)
{
	size_t n = 0;
	for (each (x, &r->contributions))
		n += x->decibans != 0;
	return n;
}

static bool has_contrary(const struct question_result *r)
{
	for (each (x, &r->contributions))
		if (x->decibans < -0.05)
			return true;
	return false;
}

static void check_answer(struct checking *k, const struct question *q, const struct question_result *r)
{
	const char *place = place_of(k, "questions", q->id), *lead = q->hyps.at[r->lead].id;
	if (r->prior_alone) {
		add(k, true, "prior-alone", UNCERTAINTY, place,
		    "the leader rests on the prior alone: no counted report reaches this question; add reporting, or "
		    "say so in the text");
		return;
	}
	if (origins_of(r) == 1)
		add(k, true, "single-origin", SOURCES, place,
		    "the answer rests on a single origin; look for a second one that does not depend on it");
	if (!has_contrary(r))
		add(k, false, "no-contrary-evidence", ALTERNATIVES, place,
		    arena_printf(
			k->arena,
			"no evidence speaks against the leader %s; look for what would, before calling it tested",
			lead));
}

static void check_question(struct checking *k, size_t i)
{
	const struct question *q = &k->c->questions.at[i];
	size_t entered = 0;
	for (each (h, &q->hyps)) {
		entered += !h->added;
		check_certainty(k, &h->prior, arena_printf(k->arena, "questions.%s.prior.%s", q->id, h->id));
	}
	if (entered < 2)
		add(k, true, "one-hypothesis", ALTERNATIVES, place_of(k, "questions", q->id),
		    "only one hypothesis is entered; an answer without alternatives has not been tested");
	if (k->w)
		check_answer(k, q, &k->w->questions[i]);
}

// --- facts ---

static bool rated(const struct fact *f, size_t variable, size_t state)
{
	for (each (row, &f->cells.rows)) {
		if (!row->when.n)
			return true;
		for (each (w, &row->when))
			if ((size_t)w->of.at == variable && (size_t)w->state.at == state)
				return true;
	}
	return false;
}

static void check_cells(struct checking *k, const struct fact *f)
{
	for (each (p, &f->about)) {
		size_t v = (size_t)p->at;
		if (v >= k->c->questions.n || (f->cells.form == CELLS_ROWS && f->about.n > 1))
			continue;
		const struct question *q = &k->c->questions.at[v];
		for (size_t h = 0; h < q->hyps.n; h++)
			if (!q->hyps.at[h].added && !rated(f, v, h))
				add(k, false, "unrated-cell", ALTERNATIVES,
				    arena_printf(k->arena, "facts.%s.if.%s", f->id, q->hyps.at[h].id),
				    "is not rated: it stands in the middle of the others; say how likely the fact "
				    "would be there");
	}
}

static bool mixes(const char *say)
{
	static const char *const words[] = { "likely", "probab", "almost certain", "remote chance", "even chance" };
	if (!say || !strstr(say, "confiden"))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(say, words[i]))
			return true;
	return false;
}

static void check_fact(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	const char *place = place_of(k, "facts", f->id);
	bool reported = false;
	for (each (r, &k->c->reports))
		reported = reported || (size_t)r->fact.at == i;
	if (!reported)
		add(k, false, "unreported-fact", SOURCES, place,
		    "nobody reports it, so it weighs nothing; add a report, or keep it as something to look for");
	check_certainty(k, &f->cells, place);
	check_cells(k, f);
	if (mixes(f->say))
		add(k, false, "likelihood-with-confidence", UNCERTAINTY, place,
		    "speaks of likelihood and confidence in one sentence; they are two things, say them apart");
}

// --- sources and reports ---

static void check_source(struct checking *k, const struct source *s)
{
	if (!s->reliability)
		add(k, false, "ungraded-source", SOURCES, place_of(k, "sources", s->id),
		    "has no grade and counts as F, cannot be judged; grade it A to F by its access and its record");
}

static void check_report(struct checking *k, size_t i)
{
	const struct report *r = &k->c->reports.at[i];
	const char *place = place_of(k, "reports", r->id);
	if (!date_known(r->published))
		add(k, false, "undated-report", SOURCES, place,
		    "has no date: it is taken as the latest and is missing from the timeline; find out when it was "
		    "published");
	if (certain(&r->holds))
		add(k, true, "certainty", UNCERTAINTY, place,
		    "claims certainty in what it holds; write yes, no or a word of the scale");
	if (k->w && k->w->reports[i].changed_story)
		add(k, false, "changed-story", CONSISTENCY, place,
		    "its origin said the opposite before; the last position counts, and the change itself may be worth "
		    "a fact");
}

static void check_assumption(struct checking *k, const struct assumption *x)
{
	if (!x->supports.n)
		add(k, false, "idle-assumption", ASSUMPTIONS, place_of(k, "assumptions", x->id),
		    "supports nothing in the case; name the facts that fall with it, or leave it out");
}

void check_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct check_findings *out)
{
	struct checking k = { a, c, w, out };
	for (each (x, &c->assumptions))
		check_assumption(&k, x);
	for (size_t i = 0; i < c->questions.n; i++)
		check_question(&k, i);
	for (size_t i = 0; i < c->facts.n; i++)
		check_fact(&k, i);
	for (each (s, &c->sources))
		check_source(&k, s);
	for (size_t i = 0; i < c->reports.n; i++)
		check_report(&k, i);
}

struct node *check_write(struct arena *a, const struct check_findings *found)
{
	struct node *list = node_list(a);
	for (each (f, &found->list)) {
		struct node *n = node_add(list, node_map(a));
		node_put_text(a, n, "rule", f->rule);
		node_put_text(a, n, "place", f->place);
		node_put_text(a, n, "text", f->text);
		node_put_text(a, n, "standard", f->standard);
		node_put_bool(a, n, "grave", f->grave);
	}
	return list;
}
