// Standard 7: change from or consistency with earlier judgements, and who disagrees.
#include "case/check_rule.h"
#include "case/scale.h"

// What the last day of reports did, against the day before.
static void look_moved(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (!r || ask->changed || k->w->timeline.n < 2)
		return;
	const double *was = k->w->timeline.at[k->w->timeline.n - 2].p[q],
		     *is = k->w->timeline.at[k->w->timeline.n - 1].p[q];
	size_t before = assessment_lead(was, r->n), now = assessment_lead(is, r->n);
	const char *place = check_place(k, "questions", ask->id, "");
	if (before != now)
		check_found(k, place, ask->line,
			    arena_printf(k->arena, "The last reports made %s lead where %s did.", ask->hyps.at[now].id,
					 ask->hyps.at[before].id));
	else if (scale_of(was[now]) != scale_of(is[now]))
		check_found(k, place, ask->line,
			    arena_printf(k->arena, "The last reports moved the answer from %s to %s.",
					 scale_of(was[now])->word, scale_of(is[now])->word));
}

static void look_dissent(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (!r)
		return;
	for (each (x, &r->analysts))
		if (x->lead != r->lead)
			check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
				    arena_printf(k->arena, "The answer of analyst %s is another: %s.", x->id,
						 ask->hyps.at[x->lead].id));
}

const struct check_rule check_change[] = {
	{ "change-unexplained", 7, 0, CHECK_WARNING, CHECK_QUESTION, look_moved,
	  "the judgement changed, and nothing says why", "Say under changed what moved it." },
	{ "dissent", 7, 0, CHECK_NOTE, CHECK_QUESTION, look_dissent, "an analyst with another answer",
	  "Show the dissent in the text, and settle the value that divides them." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
