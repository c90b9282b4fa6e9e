// An item of evidence is what was reported, not what might be: a fact without a report has no row. An origin speaks
// once, with its last word.
#include "case/matrix_of.h"

#include "base/buf.h"
#include "case/chance.h"
#include "case/scale.h"

#include <stdlib.h>
#include <string.h>

static const double high_from = 0.75, medium_from = 0.5; // the chance that all who are graded in a chain are sound

struct said {
	const struct report *r;
	size_t at;
	bool affirms;
};

struct telling {
	struct arena *arena;
	const struct the_case *c;
	size_t question;
	struct chances *chances;
	size_t *named; // [source] the last item, and one, that it was named at; the one after them all: untraceable
	struct matrix *out;
	LIST(struct matrix_of_fact) from;
};

static int by_fact_and_origin(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int d = (x->r->fact.at > y->r->fact.at) - (x->r->fact.at < y->r->fact.at);
	d = d ? d : (x->r->from.at > y->r->from.at) - (x->r->from.at < y->r->from.at);
	d = d ? d : date_compare(x->r->published, y->r->published);
	return d ? d : (x->at > y->at) - (x->at < y->at);
}

static int by_order(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int d = (x->r->fact.at > y->r->fact.at) - (x->r->fact.at < y->r->fact.at);
	return d ? d : (x->at > y->at) - (x->at < y->at);
}

static bool live(const struct the_case *c, const struct report *r)
{
	return !date_known(c->as_of) || (date_known(r->published) && date_compare(r->published, c->as_of) <= 0);
}

static bool same_origin(const struct report *r, const struct report *s)
{
	return r->from.id && s->from.id && r->fact.at == s->fact.at && r->from.at == s->from.at;
}

// The live reports but those that their origin took back later, fact by fact; *n of them.
static struct said *standing_words(const struct telling *t, size_t *n)
{
	const struct the_case *c = t->c;
	struct said *all = arena_array(t->arena, struct said, c->reports.n + 1);
	size_t live_ones = 0, end;
	for (size_t i = 0; i < c->reports.n; i++) {
		const struct report *r = &c->reports.at[i];
		double p = value_belief(&r->holds, case_number_spread(c), NULL).p;
		if (live(c, r))
			all[live_ones++] = (struct said){ r, i, p >= 0.5 };
	}
	qsort(all, live_ones, sizeof *all, by_fact_and_origin);
	*n = 0;
	for (size_t i = 0; i < live_ones; i = end) {
		for (end = i + 1; end < live_ones && same_origin(all[i].r, all[end].r);)
			end++;
		bool last = all[end - 1].affirms;
		for (size_t k = i; k < end; k++)
			if (all[k].affirms == last)
				all[(*n)++] = all[k];
	}
	qsort(all, *n, sizeof *all, by_order);
	return all;
}

// --- an item ---

// Takes the grade of one of a chain in; false where nobody can judge it.
static bool grade(const struct telling *t, const struct source *s, double *p)
{
	if (!s || !s->reliability || !strcmp(s->reliability, "F"))
		return false;
	struct value v = case_grade_value(t->c, s->reliability);
	*p *= value_belief(&v, case_number_spread(t->c), NULL).p;
	return true;
}

static enum matrix_level credibility_of(const struct telling *t, const struct report *r)
{
	double p = 1;
	bool judged = grade(t, r->from.id ? &t->c->sources.at[r->from.at] : NULL, &p);
	for (each (via, &r->via))
		judged &= grade(t, &t->c->sources.at[via->at], &p);
	if (p < medium_from)
		return MATRIX_LOW;
	return !judged ? MATRIX_UNSAID : p >= high_from ? MATRIX_HIGH : MATRIX_MEDIUM;
}

static const char *origin_of(const struct telling *t, const struct report *r)
{
	if (!r->from.id)
		return "untraceable";
	const struct source *s = &t->c->sources.at[r->from.at];
	return s->name ? s->name : s->id;
}

// Dates, sources and their kind, credibility: what the reports of one side give. The best way that it came counts.
static void tell_reports(const struct telling *t, const struct matrix_of_fact *of, struct matrix_item *item)
{
	struct buf names = buf_in(t->arena);
	static const int worth[] = { [MATRIX_LOW] = 0, [MATRIX_UNSAID] = 1, [MATRIX_MEDIUM] = 2, [MATRIX_HIGH] = 3 };
	item->credibility = MATRIX_LOW;
	for (size_t i = 0; i < of->reports.n; i++) {
		const struct report *r = &t->c->reports.at[of->reports.at[i]];
		size_t *named = &t->named[r->from.id ? (size_t)r->from.at : t->c->sources.n];
		if (*named != t->out->items.n + 1)
			buf_printf(&names, "%s%s", names.n ? "; " : "", origin_of(t, r));
		*named = t->out->items.n + 1;
		if (date_known(r->published) && (!date_known(item->date) || date_compare(r->published, item->date) < 0))
			item->date = r->published;
		int d = r->document ? case_find_document(t->c, r->document) : -1;
		if (d >= 0 && !item->link)
			item->link = t->c->documents.at[d].url;
		if (r->from.id && !item->type)
			item->type = t->c->sources.at[r->from.at].kind;
		enum matrix_level credibility = credibility_of(t, r);
		if (worth[credibility] > worth[item->credibility])
			item->credibility = credibility;
	}
	item->source = buf_str(&names);
}

// The term for the contrary of a term: the bands lie even.
static const char *contrary_of(const char *term)
{
	const struct band *b = scale_find(slice_of(term));
	for (const struct band *other = scale_bands; b && other->word; other++)
		if (scale_snap(1 - b->lo) == other->hi && scale_snap(1 - b->hi) == other->lo)
			return other->word;
	return NULL;
}

// As it was entered, or as a number that is certain only where it is.
static const char *value_of(struct arena *a, const struct chance *x, bool denied, double p)
{
	const struct value *v = x->entered;
	if (v && v->kind == VALUE_TERM && (!denied || contrary_of(v->term)))
		return denied ? contrary_of(v->term) : v->term;
	struct buf b = buf_in(a);
	const char *short_one = arena_printf(a, "%.4g", p);
	bool bare = v && !denied && (v->kind == VALUE_NUMBER || v->kind == VALUE_EXACT);
	if (!bare && strcmp(short_one, "0") && strcmp(short_one, "1"))
		return short_one;
	node_print_number(&b, p);
	return buf_str(&b);
}

static void tell_cells(const struct telling *t, struct matrix_of_fact *of, struct matrix_item *item)
{
	size_t n = t->c->questions.at[t->question].hyps.n;
	struct chance *x = arena_array(t->arena, struct chance, n + 1);
	item->cells = arena_array(t->arena, struct matrix_cell, n + 1);
	of->p = arena_array(t->arena, double, n + 1);
	if (!chance_of_fact(t->chances, of->fact, x))
		item->notes = arena_printf(t->arena, "%s%sDepends on too much to be rated by itself.",
					   item->notes ? item->notes : "", item->notes ? " " : "");
	for (size_t h = 0; h < t->out->hypotheses.n; h++) {
		if (!x[h].rated)
			continue;
		of->p[h] = of->denied ? 1 - x[h].p : x[h].p;
		item->cells[h].rating = matrix_rating_of(of->p[h]);
		item->cells[h].value = value_of(t->arena, &x[h], of->denied, of->p[h]);
	}
}

static const char *id_of(const struct telling *t, const char *fact, bool affirms)
{
	const char *id = affirms ? fact : arena_printf(t->arena, "not-%s", fact);
	return affirms || case_find_fact(t->c, id) < 0 ? id : id_of(t, id, false);
}

static void add_item(struct telling *t, const struct said *said, size_t n, bool affirms, bool contradicted)
{
	const struct fact *f = &t->c->facts.at[said->r->fact.at];
	struct matrix_of_fact of = { .fact = (size_t)said->r->fact.at, .denied = !affirms };
	struct matrix_item item = { .id = id_of(t, f->id, affirms), .notes = f->why, .flagged = contradicted };
	const char *say = f->say ? f->say : f->id;
	item.say = affirms ? say : arena_printf(t->arena, "Not so: %s", say);
	struct buf notes = buf_in(t->arena);
	for (size_t i = 0; i < n; i++) {
		if (said[i].affirms == affirms)
			list_push(t->arena, &of.reports, said[i].at);
		else
			buf_printf(&notes, "%s%s", notes.n ? ", " : "", said[i].r->id);
	}
	if (contradicted)
		item.notes = arena_printf(t->arena, "%s%sReports contradict it: %s.", f->why ? f->why : "",
					  f->why ? " " : "", buf_str(&notes));
	tell_reports(t, &of, &item);
	tell_cells(t, &of, &item);
	list_push(t->arena, &t->out->items, item);
	list_push(t->arena, &t->from, of);
}

struct matrix_of_fact *matrix_of_analyst(struct arena *a, const struct the_case *c, size_t question,
					 const char *analyst, struct matrix *out)
{
	struct telling t = { .arena = a, .c = c, .question = question, .out = out };
	const struct question *q = &c->questions.at[question];
	size_t n, next;
	t.chances = chance_prepare(a, c, question, analyst);
	t.named = arena_array(a, size_t, c->sources.n + 1);
	*out = (struct matrix){ .title = c->title, .question = q->ask ? q->ask : q->id };
	for (each (h, &q->hyps))
		if (!h->added)
			list_push(a, &out->hypotheses, ((struct matrix_hypothesis){ h->id, h->say ? h->say : h->id }));
	const struct said *all = standing_words(&t, &n);
	for (size_t i = 0; i < n; i = next) {
		bool side[2] = { false, false };
		for (next = i; next < n && all[next].r->fact.at == all[i].r->fact.at; next++)
			side[all[next].affirms] = true;
		if (!chance_bears(t.chances, (size_t)all[i].r->fact.at))
			continue;
		for (int affirms = 1; affirms >= 0; affirms--)
			if (side[affirms])
				add_item(&t, all + i, next - i, affirms, side[0] && side[1]);
	}
	return t.from.at;
}

void matrix_of_case(struct arena *a, const struct the_case *c, size_t question, struct matrix *out)
{
	matrix_of_analyst(a, c, question, NULL, out);
}
