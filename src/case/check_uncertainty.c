// Standard 2: uncertainty expressed and explained. What no evidence can move, what nobody looked for, and what would
// change the answer.
#include "case/check_rule.h"
#include "case/scale.h"

#include <math.h>

static bool certain(const struct value *v)
{
	if (v->kind == VALUE_NUMBER || v->kind == VALUE_EXACT)
		return v->lo <= 0 || v->lo >= 1;
	for (each (o, &v->by))
		if (certain(&o->value))
			return true;
	return false;
}

static void look_rows(struct checking *k, const struct cells *t, const char *place, int line)
{
	size_t n = 0;
	for (each (row, &t->rows))
		n += certain(&row->is);
	if (n)
		check_found(
		    k, place, line,
		    n == 1 ? "A value is exactly 0 or 1, which no evidence can move."
			   : arena_printf(k->arena, "%zu values are exactly 0 or 1, which no evidence can move.", n));
}

static void look_priors(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	for (each (h, &ask->hyps))
		look_rows(k, &h->prior,
			  check_place(k, "questions", ask->id, arena_printf(k->arena, ".prior.%s", h->id)), h->line);
}

static void look_cells(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	look_rows(k, &f->cells, check_place(k, "facts", f->id, ".if"), f->line);
}

static void look_grade(struct checking *k, size_t i)
{
	const struct grade *g = &k->c->grades.at[i];
	if (certain(&g->value))
		check_found(k, check_place(k, "grades", g->letter, ""), 0,
			    "It stands for exactly 0 or 1, so its sources are never or always sound, whatever they "
			    "say.");
}

static void look_holds(struct checking *k, size_t i)
{
	if (certain(&k->c->reports.at[i].holds))
		check_found_report(k, i, ".holds", "It is held with exactly 0 or 1, which no evidence can move.");
}

static void look_edge(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	for (const struct band *b = scale_bands + 1; r && b->word; b++)
		if (fabs(r->hyps[r->lead].p - b->lo) <= 0.005)
			check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
				    arena_printf(k->arena,
						 "The answer stands within half a point of the edge between two words "
						 "(%.0f %%).",
						 b->lo * 100));
}

static void look_reported(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	if (!k->told[i].reported)
		check_found(k, check_place(k, "facts", f->id, ""), f->line, "No report says whether it holds.");
}

// An answer should say what would change it: a fact that nobody reported on yet, or origins whose loss it could not
// bear.
static void look_indicators(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (r && !r->prior_alone && !r->next.n && !r->flips.n)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
			    "Nothing is named that would change the answer: no fact is open, and no loss of a few "
			    "origins would.");
}

#define CERTAINTY(of, look)                                                                                            \
	{                                                                                                              \
		"certainty-claimed", 2, 0, CHECK_ERROR, of, look, "a value that no evidence can move",                 \
		    "Enter a word, a range or a number inside."                                                        \
	}

const struct check_rule check_uncertainty[] = {
	CERTAINTY(CHECK_QUESTION, look_priors),
	CERTAINTY(CHECK_FACT, look_cells),
	CERTAINTY(CHECK_GRADE, look_grade),
	CERTAINTY(CHECK_REPORT, look_holds),
	{ "on-an-edge", 2, 0, CHECK_NOTE, CHECK_QUESTION, look_edge, "the answer stands between two words",
	  "Name both in the text." },
	{ "no-indicators", 2, 0, CHECK_WARNING, CHECK_QUESTION, look_indicators,
	  "nothing is named that would change the answer",
	  "Enter a fact that would be seen if the answer were wrong, whether or not anybody reported it." },
	{ "unreported-fact", 2, 0, CHECK_NOTE, CHECK_FACT, look_reported, "a fact that nobody reported on",
	  "Look for a report, or list it as a gap." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
