// The likelihoods are those of the one table of ratings (case/matrix.c). The word of an item is its source's: a named
// source is one in all its items, and gets the lowest credibility that any of them has.
#include "draft/matrix_case.h"

#include "draft/taken.h"

#include <math.h>
#include <string.h>

struct adding {
	struct arena *arena;
	const struct matrix *m;
	struct the_case *c;
	struct remarks *told;
	struct taken variables, sources, names, reports; // ids, but for the names of sources
	const char *question;
	size_t known, ignored, unrated, undated, untraceable, ungraded, own, relevant, flagged, first_source;
	enum matrix_level *lowest; // [source that was added]
};

static const char default_ask[] = "Which of the hypotheses is true?";

// An id of a word of the file, or of a letter and a number where the word is long or has letters that ids have not.
static const char *make_id(struct adding *d, const char *word, char letter, size_t number)
{
	size_t n = word ? strlen(word) : 0;
	const char *id = n ? case_make_id(d->arena, word) : "x";
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)word[i] >= 0x80)
			id = "x";
	if (!strcmp(id, "x") || n > 40)
		return arena_printf(d->arena, "%c%zu", letter, number);
	return id[strspn(id, "0123456789")] ? id : arena_printf(d->arena, "%c%s", letter, id);
}

static void know_case(struct adding *d)
{
	for (each (q, &d->c->questions))
		taken_put(d->arena, &d->variables, q->id, 0);
	for (each (f, &d->c->facts))
		taken_put(d->arena, &d->variables, f->id, 0);
	for (each (r, &d->c->reports))
		taken_put(d->arena, &d->reports, r->id, 0);
	for (size_t i = 0; i < d->c->sources.n; i++) {
		const struct source *s = &d->c->sources.at[i];
		taken_put(d->arena, &d->sources, s->id, 0);
		taken_put(d->arena, &d->names, s->name ? s->name : s->id, i);
	}
	d->first_source = d->c->sources.n;
}

// --- the question ---

static void put_prior(struct adding *d, struct hypothesis *h)
{
	double each_one = fmin(fmax(floor(100.0 / (double)d->m->hypotheses.n), 1), 95) / 100; // they are scaled
	struct row *row = list_add(d->arena, &h->prior.rows);
	h->prior.form = CELLS_ONE;
	row->is = (struct value){ .kind = VALUE_NUMBER, .lo = each_one, .hi = each_one };
}

static void add_question(struct adding *d, const char *ask)
{
	struct question *q = list_add(d->arena, &d->c->questions);
	struct taken ids = { 0 };
	*q = (struct question){ .open = true, .deception = -1 };
	q->ask = ask ? ask : d->m->question ? d->m->question : d->m->title ? d->m->title : default_ask;
	q->id = d->question = taken_claim(d->arena, &d->variables, "question");
	for (size_t i = 0; i < d->m->hypotheses.n; i++) {
		const struct matrix_hypothesis *from = &d->m->hypotheses.at[i];
		struct hypothesis *h = list_add(d->arena, &q->hyps);
		*h = (struct hypothesis){ .say = from->say };
		h->id = taken_claim(d->arena, &ids, make_id(d, from->id ? from->id : from->say, 'h', i + 1));
		put_prior(d, h);
	}
	if (!ask && !d->m->question)
		remarks_add(d->arena, d->told, REMARK_ASSUMED, "the question, which the file does not have: '%.200s'",
			    q->ask);
	remarks_add(d->arena, d->told, REMARK_ASSUMED,
		    "the hypotheses are equally likely before the evidence, and none-of-these has 0.05; set the priors "
		    "of question '%s' if you know better",
		    q->id);
}

// --- facts ---

static bool put_cell(struct adding *d, struct fact *f, size_t h, const char *value)
{
	struct value v;
	if (!value || !matrix_value(d->arena, value, &v))
		return false;
	const struct question *q = &d->c->questions.at[d->c->questions.n - 1];
	struct row *row = list_add(d->arena, &f->cells.rows);
	*row = (struct row){ .is = v };
	list_push(d->arena, &row->when, ((struct condition){ { NULL, -1 }, { q->hyps.at[h].id, -1 } }));
	return true;
}

static void put_cells(struct adding *d, struct fact *f, const struct matrix_item *i)
{
	size_t n = d->m->hypotheses.n;
	f->cells.form = CELLS_MAP;
	for (size_t h = 0; h < n; h++) {
		const struct matrix_cell *cell = &i->cells[h];
		if (!put_cell(d, f, h, cell->value ? cell->value : matrix_rating_word(cell->rating)))
			d->unrated++;
	}
	if (f->cells.rows.n)
		return;
	remarks_add(d->arena, d->told, REMARK_ASSUMED,
		    "%s has no rating: a roughly even chance under every hypothesis, so that it says nothing", f->id);
	d->unrated -= n;
	for (size_t h = 0; h < n; h++)
		put_cell(d, f, h, matrix_rating_word(MATRIX_N));
}

static const struct fact *add_fact(struct adding *d, const struct matrix_item *i, size_t number)
{
	struct fact *f = list_add(d->arena, &d->c->facts);
	*f = (struct fact){ .say = i->say, .why = i->notes };
	f->id = taken_claim(d->arena, &d->variables, make_id(d, i->id ? i->id : i->code, 'e', number));
	list_push(d->arena, &f->about, ((struct ref){ d->question, -1 }));
	put_cells(d, f, i);
	return f;
}

// --- sources and reports ---

static size_t add_source(struct adding *d, const char *name, const char *id, const char *kind)
{
	size_t at = d->c->sources.n;
	struct source *s = list_add(d->arena, &d->c->sources);
	*s = (struct source){ .name = name, .kind = kind, .inspectable = -1 };
	s->id = taken_claim(d->arena, &d->sources, id);
	taken_put(d->arena, &d->names, name, at);
	return at;
}

// The lowest credibility of its items is a source's.
static void grade(struct adding *d, size_t at, const struct matrix_item *i)
{
	enum matrix_level *lowest = &d->lowest[at - d->first_source], level = i->credibility;
	struct source *s = &d->c->sources.at[at];
	if (!s->kind)
		s->kind = i->type;
	if (level && *lowest && level != *lowest)
		remarks_add(d->arena, d->told, REMARK_ASSUMED,
			    "source '%.80s' has items of credibility %s and %s: the lower one is the source's", s->name,
			    matrix_level_name(*lowest), matrix_level_name(level));
	if (!level || (*lowest && level >= *lowest))
		return;
	*lowest = level;
	s->reliability = matrix_grade(level);
	s->why = arena_printf(d->arena, "Credibility %s in the matrix that it was imported from stands for %s.",
			      matrix_level_name(level), s->reliability);
}

// The source of an item; TAKEN_NONE: it cannot be traced.
static size_t source_of(struct adding *d, const struct matrix_item *i, const struct fact *f, size_t number)
{
	size_t at = TAKEN_NONE;
	if (i->source && !*i->source) {
		d->ignored += i->credibility != MATRIX_UNSAID;
	} else if (i->source) {
		at = taken_find(&d->names, i->source);
		if (at == TAKEN_NONE)
			at = add_source(d, i->source, make_id(d, i->source, 's', number), i->type);
	} else if (i->credibility || i->type) {
		const char *name = arena_printf(d->arena, "source of %s", f->id);
		at = add_source(d, name, case_make_id(d->arena, name), i->type);
		d->own++;
	}
	if (at == TAKEN_NONE)
		return at;
	if (at >= d->first_source)
		grade(d, at, i);
	else
		d->known++;
	return at;
}

static void add_report(struct adding *d, const struct matrix_item *i, const struct fact *f, size_t number)
{
	size_t source = source_of(d, i, f, number);
	struct report *r = list_add(d->arena, &d->c->reports);
	*r = (struct report){ .holds.kind = VALUE_YES, .published = i->date, .why = i->link };
	r->id = taken_claim(d->arena, &d->reports, arena_printf(d->arena, "r-%s", f->id));
	r->fact = (struct ref){ f->id, -1 };
	r->from = (struct ref){ source == TAKEN_NONE ? NULL : d->c->sources.at[source].id, -1 };
	d->untraceable += source == TAKEN_NONE;
	d->undated += !date_known(i->date);
}

static void add_items(struct adding *d)
{
	d->lowest = arena_array(d->arena, enum matrix_level, d->m->items.n + 1);
	for (size_t n = 0; n < d->m->items.n; n++) {
		const struct matrix_item *i = &d->m->items.at[n];
		add_report(d, i, add_fact(d, i, n + 1), n + 1);
		d->relevant += i->relevance != MATRIX_UNSAID;
		d->flagged += i->flagged;
	}
	for (size_t s = d->first_source; s < d->c->sources.n; s++)
		d->ungraded += !d->c->sources.at[s].reliability;
}

// --- what was assumed ---

static void tell_sources(struct adding *d)
{
	if (d->own)
		remarks_add(d->arena, d->told, REMARK_ASSUMED,
			    "items that name no source, but its type or credibility: %zu; each has a source of its own",
			    d->own);
	if (d->untraceable)
		remarks_add(d->arena, d->told, REMARK_ASSUMED,
			    "items without a source: %zu; their reports are untraceable, which counts as grade F",
			    d->untraceable);
	if (d->known)
		remarks_add(d->arena, d->told, REMARK_ASSUMED,
			    "items from sources that the case has by their name: %zu; their grades stay as they are",
			    d->known);
	if (d->ungraded)
		remarks_add(d->arena, d->told, REMARK_ASSUMED,
			    "sources without a credibility: %zu; they count as grade F, not known", d->ungraded);
	for (size_t s = d->first_source; s < d->c->sources.n; s++)
		if (d->c->sources.at[s].reliability) {
			remarks_add(d->arena, d->told, REMARK_ASSUMED,
				    "credibility stands for the grade of the source: HIGH B, MEDIUM C, LOW E");
			return;
		}
}

static void tell(struct adding *d)
{
	remarks_add(
	    d->arena, d->told, REMARK_ASSUMED,
	    "ratings stand for how likely the evidence is under a hypothesis: CC very likely, C likely, N roughly "
	    "even chance, I unlikely, II very unlikely");
	remarks_add(d->arena, d->told, REMARK_ASSUMED, "every item was reported once, as being so");
	if (d->unrated)
		remarks_add(
		    d->arena, d->told, REMARK_ASSUMED,
		    "cells that are blank or not applicable: %zu; not rated, they speak neither for nor against",
		    d->unrated);
	if (d->undated && date_known(d->c->as_of))
		remarks_add(d->arena, d->told, REMARK_LEFT,
			    "reports without a date: %zu; the case is as of a date, so they do not count", d->undated);
	tell_sources(d);
	if (d->ignored)
		remarks_add(d->arena, d->told, REMARK_LEFT,
			    "credibility, of items that are said to be untraceable: %zu", d->ignored);
	if (d->relevant)
		remarks_add(d->arena, d->told, REMARK_LEFT,
			    "relevance, of items: %zu; what an item weighs is in its likelihoods", d->relevant);
	if (d->flagged)
		remarks_add(d->arena, d->told, REMARK_LEFT, "flags, of items: %zu", d->flagged);
	if (d->m->classification)
		remarks_add(d->arena, d->told, REMARK_LEFT, "the classification '%.80s'", d->m->classification);
}

void matrix_case_add(struct arena *a, const struct matrix *m, const char *ask, struct the_case *c, struct remarks *told)
{
	struct adding d = { .arena = a, .m = m, .c = c, .told = told };
	know_case(&d);
	add_question(&d, ask);
	add_items(&d);
	if (m->title && !c->title)
		c->title = m->title;
	else if (m->title && strcmp(m->title, c->title))
		remarks_add(a, told, REMARK_LEFT, "the title '%.80s': the case has one", m->title);
	tell(&d);
}
