// In section 5: what would have to be otherwise for another answer to lead. The smallest sets of origins whose loss
// does it, and the entered values that, moved alone, do it, nearest first.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"
#include "base/stats.h"
#include "case/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SETS_MOST = 3, VALUES_MOST = 8 };

static void say_set(struct writing *g, const struct flip *f)
{
	for (size_t i = 0; i < f->n; i++)
		tree_say(g->t, "%s%s", phrase_and(i, f->n),
			 phrase_lower(g->t->arena, rank_origin_name(g, f->origins[i])));
}

void turning_origins(struct writing *g, size_t q)
{
	const struct question_result *r = &g->w->questions[q];
	static const char *const counts[] = { "", "one origin", "two origins", "three origins" };
	if (!r->flips_searched)
		return;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	if (!r->flips.n) {
		tree_strong(g->t, "No set of up to %s", counts[r->flips_searched < 3 ? r->flips_searched : 3]);
		tree_say(g->t, ", lost together, changes which answer leads.");
		note_refer(g, NOTE_WITHOUT, q);
		return;
	}
	size_t n = r->flips.at[0].n;
	tree_say(g->t, "The smallest set of origins whose loss changes the answer has ");
	tree_strong(g->t, "%s", counts[n < 3 ? n : 3]);
	tree_say(g->t, ": ");
	for (size_t i = 0; i < r->flips.n && i < SETS_MOST; i++) {
		tree_say(g->t, "%s", i ? "; or " : "");
		say_set(g, &r->flips.at[i]);
	}
	if (r->flips.n > SETS_MOST)
		tree_say(g->t, "; or one of %s more", number_whole(g->t->arena, r->flips.n - SETS_MOST));
	tree_say(g->t, ".");
	note_refer(g, NOTE_WITHOUT, q);
}

// --- values ---

struct turn {
	const struct threshold *value;
	double far; // decibans from where it stands to where the answer turns
	size_t order;
};

static int nearer(const void *x, const void *y)
{
	const struct turn *a = x, *b = y;
	if (fabs(a->far - b->far) > 1e-9)
		return a->far < b->far ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static struct turn *turns_of(struct writing *g, size_t q, size_t *n)
{
	LIST(struct turn) out = { 0 };
	for (each (v, &g->w->questions[q].thresholds))
		if (isfinite(v->flips_at))
			list_push(
			    g->t->arena, &out,
			    ((struct turn){ v, fabs(stats_decibans(v->flips_at) - stats_decibans(v->at)), out.n }));
	if (out.n)
		qsort(out.at, out.n, sizeof *out.at, nearer);
	*n = out.n;
	return out.at;
}

static const struct place *place_of(const struct place *places, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(places[i].name, name))
			return &places[i];
	return NULL;
}

static const char *fact_words(struct writing *g, size_t fact)
{
	const struct fact *f = &g->c->facts.at[fact];
	return phrase_clause(g->t->arena, f->say ? f->say : f->id);
}

// The states on which a row of ratings stands: "a state unit did it and he ordered it".
static const char *conditions(struct writing *g, const struct row *row)
{
	struct buf b = buf_in(g->t->arena);
	for (size_t i = 0; i < row->when.n; i++) {
		const struct condition *w = &row->when.at[i];
		const char *say = w->state.id;
		for (each (q, &g->c->questions))
			for (each (h, &q->hyps))
				if (!strcmp(q->id, w->of.id) && !strcmp(h->id, w->state.id))
					say = phrase_hypothesis(g->t->arena, h);
		buf_printf(&b, "%s%s", phrase_and(i, row->when.n), phrase_lower(g->t->arena, say));
	}
	return buf_str(&b);
}

static const char *given(struct writing *g, const struct row *row)
{
	return row->when.n ? arena_printf(g->t->arena, ", if %s", conditions(g, row)) : "";
}

// A value of the case in words, by its place.
static const char *words_of(struct writing *g, const struct place *p)
{
	struct arena *a = g->t->arena;
	const struct question *q;
	const struct fact *f;
	switch (p->kind) {
	case PLACE_PRIOR:
		q = &g->c->questions.at[p->item];
		return arena_printf(a, "Before any report: %s%s",
				    phrase_lower(a, phrase_hypothesis(a, &q->hyps.at[p->hyp])),
				    given(g, &q->hyps.at[p->hyp].prior.rows.at[p->row]));
	case PLACE_CELL:
		f = &g->c->facts.at[p->item];
		return arena_printf(a, "%s%s", phrase_upper(a, fact_words(g, p->item)),
				    given(g, &f->cells.rows.at[p->row]));
	case PLACE_GRADE:
		return arena_printf(a, "%s is sound", phrase_upper(a, note_source(&g->c->sources.at[p->item])));
	case PLACE_HOLDS:
		return arena_printf(a, "Report %s says that it holds: %s", g->c->reports.at[p->item].id,
				    phrase_lower(a, fact_words(g, (size_t)g->c->reports.at[p->item].fact.at)));
	default:
		return arena_printf(a, "Report %s is an echo", g->c->reports.at[p->item].id);
	}
}

static void refer_place(struct writing *g, const struct place *p)
{
	static const enum note_kind kinds[] = { [PLACE_PRIOR] = NOTE_PRIOR,
						[PLACE_CELL] = NOTE_CELLS,
						[PLACE_GRADE] = NOTE_SOURCE,
						[PLACE_HOLDS] = NOTE_REPORT,
						[PLACE_ECHO] = NOTE_REPORT };
	note_refer(g, kinds[p->kind], p->item);
}

static void say_nearest(struct writing *g, size_t q, const struct turn *t, size_t n, const struct place *p)
{
	struct arena *a = g->t->arena;
	bool below = t->value->flips_at < t->value->at;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_strong(g->t, "%s", n == 1 ? "One value" : arena_printf(a, "%s values", number_whole(a, n)));
	tree_say(g->t, " of the case, moved alone and far enough, would put another answer first; the nearest is %s, ",
		 phrase_quoted(a, words_of(g, p)));
	tree_say(g->t, "now ");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "%s %%", number_percent(a, t->value->at)));
	tree_say(g->t, ": %s ", below ? "below" : "above");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "%s %%", number_percent(a, t->value->flips_at)));
	tree_say(g->t, " another would lead.");
	refer_place(g, p);
	note_refer(g, NOTE_WITHOUT, q);
}

static void add_values(struct writing *g, const struct turn *t, size_t n, const struct place *places, size_t all)
{
	static const char *const head[] = { "Value", "#as entered, %", "#another leads, %", "#decibans away" };
	struct arena *a = g->t->arena;
	tree_table(g->t, "How far each value would have to move, nearest first", head, 4);
	for (size_t i = 0; i < n && i < VALUES_MOST; i++) {
		const struct threshold *v = t[i].value;
		const struct place *p = place_of(places, all, v->value);
		tree_cell(g->t, "%s", p ? words_of(g, p) : v->value);
		tree_cell(g->t, "%s", number_percent(a, v->at));
		tree_cell(g->t, "%s %s", v->flips_at < v->at ? "below" : "above", number_percent(a, v->flips_at));
		tree_cell(g->t, "%.1f", t[i].far);
	}
}

void turning_values(struct writing *g, size_t q)
{
	size_t n, all;
	struct turn *t = turns_of(g, q, &n);
	struct place *places = place_all(g->t->arena, g->c, &all);
	const struct place *nearest = n ? place_of(places, all, t->value->value) : NULL;
	if (nearest) {
		say_nearest(g, q, t, n, nearest);
		add_values(g, t, n, places, all);
		return;
	}
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_strong(g->t, "No single value");
	tree_say(g->t, " of the case, however far it is moved alone, puts another answer first.");
	note_refer(g, NOTE_WITHOUT, q);
}
