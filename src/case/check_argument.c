// Standards 5, 6, 8 and 9: a question that a customer has, an argument that can be followed, a judgement that can turn
// out wrong, and figures that can be read.
#include "case/check_rule.h"

#include "base/buf.h"

enum {
	RULER_MOST = 12, // rows that are read at a glance
	NAMED_MOST = 5,
};

static void look_ask(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	if (!ask->ask)
		check_found(k, check_place(k, "questions", ask->id, ".ask"), ask->line,
			    "The question is not put in words, so nobody sees what is answered.");
}

static void look_hypotheses(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	for (each (h, &ask->hyps))
		if (!h->say && !h->added)
			check_found(
			    k, check_place(k, "questions", ask->id, arena_printf(k->arena, ".hypotheses.%s", h->id)),
			    h->line, "It is an id alone, and the report would print that.");
}

static void look_fact(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	if (!f->say)
		check_found(k, check_place(k, "facts", f->id, ""), f->line,
			    "It is an id alone, and the report would print that.");
}

// Once for the case: one note a fact would bury the others.
static void look_reasons(struct checking *k, size_t none)
{
	struct buf b = buf_in(k->arena);
	size_t n = 0;
	(void)none;
	for (each (f, &k->c->facts)) {
		if (f->why)
			continue;
		if (n++ < NAMED_MOST)
			buf_printf(&b, "%s%s", n > 1 ? ", " : "", f->id);
	}
	if (n > NAMED_MOST)
		buf_printf(&b, " and %zu more", n - NAMED_MOST);
	if (n)
		check_found(k, "facts", 0,
			    arena_printf(k->arena, "Ratings of %zu of %zu facts have no reason: %s.", n, k->c->facts.n,
					 buf_str(&b)));
}

static void look_horizon(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	if (ask->horizon > 0 && !date_known(k->c->as_of))
		check_found(k, check_place(k, "questions", ask->id, ".horizon"), ask->line,
			    "It is a forecast, and the case has no date from which its years count.");
}

static void look_ruler(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	if (ask->hyps.n > RULER_MOST)
		check_found(
		    k, check_place(k, "questions", ask->id, ".hypotheses"), ask->line,
		    arena_printf(k->arena, "%zu hypotheses make a figure that nobody reads at a glance.", ask->hyps.n));
}

#define SILENT(of, look)                                                                                               \
	{                                                                                                              \
		"no-words", 6, 0, CHECK_NOTE, of, look, "an item that is not put in words", "Enter what it says."      \
	}

const struct check_rule check_argument[] = {
	{ "unasked-question", 5, 0, CHECK_WARNING, CHECK_QUESTION, look_ask, "a question that is not put in words",
	  "Enter the question as the reader would ask it." },
	SILENT(CHECK_QUESTION, look_hypotheses),
	SILENT(CHECK_FACT, look_fact),
	{ "rating-without-reason", 6, 0, CHECK_NOTE, CHECK_CASE, look_reasons, "ratings without their reasons",
	  "Enter a why at each." },
	{ "undated-forecast", 8, 0, CHECK_WARNING, CHECK_QUESTION, look_horizon,
	  "a forecast of which nobody can say when it is due", "Enter the as_of of the case." },
	{ "crowded-figure", 9, 0, CHECK_NOTE, CHECK_QUESTION, look_ruler, "more hypotheses than a figure can show",
	  "Put those together that nothing tells apart, or ask two questions." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
