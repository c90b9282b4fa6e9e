// Standard 3: information separated from assumptions and judgements. What is assumed, what is the prior, and what
// others concluded.
#include "case/check_rule.h"

#include <string.h>

static void look_prior(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (r && r->prior_alone)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
			    "No counted report reaches this question: the answer is the prior.");
}

static void look_stated(struct checking *k, size_t none)
{
	(void)none;
	if (k->c->facts.n && !k->c->assumptions.n)
		check_found(k, "assumptions", 0, "No assumption is stated, as if the answer made none.");
}

static void look_idle(struct checking *k, size_t i)
{
	const struct assumption *x = &k->c->assumptions.at[i];
	if (!x->supports.n)
		check_found(k, check_place(k, "assumptions", x->id, ".supports"), x->line,
			    "Nothing falls with it, so nobody sees what it would cost if it were wrong.");
}

// A statement that judges is what somebody concluded, not what somebody saw.
static void look_act(struct checking *k, size_t i)
{
	const struct report *r = &k->c->reports.at[i];
	int s = r->statement ? case_find_statement(k->c, r->statement) : -1;
	enum stance stance = s < 0 ? STANCE_reports : k->c->statements.at[s].stance;
	if (stance == STANCE_assesses || stance == STANCE_speculates)
		check_found_report(
		    k, i, ".statement",
		    arena_printf(k->arena, "The statement behind it %s; it does not report.", stance_name(stance)));
}

static bool has_hypothesis(const struct question *q, const char *id)
{
	bool found = !id;
	for (each (h, &q->hyps))
		found |= id && !strcmp(h->id, id);
	return found;
}

static void look_lost(struct checking *k, size_t i)
{
	const struct judgement *j = &k->c->judgements.at[i];
	const char *place = check_place(k, "judgements", j->id, "");
	int q = j->question ? case_find_question(k->c, j->question) : 0;
	if (q < 0)
		check_found(k, place, j->line,
			    arena_printf(k->arena,
					 "It is about %s, which is not a question, so the report cannot show it "
					 "beside an answer.",
					 j->question));
	else if (k->c->questions.n && !has_hypothesis(&k->c->questions.at[q], j->hypothesis))
		check_found(k, place, j->line,
			    arena_printf(k->arena,
					 "It concludes %s, which is not a hypothesis of %s, so the report cannot say "
					 "so.",
					 j->hypothesis, k->c->questions.at[q].id));
}

static void look_holder(struct checking *k, size_t i)
{
	const struct judgement *j = &k->c->judgements.at[i];
	if (!j->who)
		check_found(k, check_place(k, "judgements", j->id, ".who"), j->line,
			    "Nobody is named who concluded it, so it would read as ours.");
}

const struct check_rule check_assumptions[] = {
	{ "no-assumptions", 3, 6, CHECK_NOTE, CHECK_CASE, look_stated, "no assumption is stated",
	  "Enter what the ratings take for granted, with the facts that fall with it." },
	{ "idle-assumption", 3, 6, CHECK_NOTE, CHECK_ASSUMPTION, look_idle, "an assumption that supports nothing",
	  "Name under supports the facts whose reports would fall." },
	{ "prior-alone", 3, 0, CHECK_ERROR, CHECK_QUESTION, look_prior, "the answer is the prior",
	  "Give its reason, or find a fact that bears on it." },
	{ "judgement-as-report", 3, 6, CHECK_WARNING, CHECK_REPORT, look_act,
	  "what somebody concluded counts as what somebody saw",
	  "Enter it as a judgement, and report what it was concluded from." },
	{ "lost-judgement", 3, 0, CHECK_NOTE, CHECK_JUDGEMENT, look_lost, "a judgement about nothing in the case",
	  "Name the question and the hypothesis that it concludes, or add them." },
	{ "judgement-without-holder", 3, 5, CHECK_ERROR, CHECK_JUDGEMENT, look_holder, "a judgement that nobody holds",
	  "Enter who concluded it." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
