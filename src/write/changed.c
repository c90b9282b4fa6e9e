// Section 7: what moved since the date before, and the reports that came in between.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include <math.h>
#include <string.h>

enum { REASONS_MOST = 6 };

// Reports that came in after `before` and by `now`.
static size_t refer_between(struct writing *g, struct date before, struct date now)
{
	size_t n = 0;
	for (size_t i = 0; i < g->c->reports.n; i++) {
		struct date d = g->c->reports.at[i].published;
		if (!g->w->reports[i].live || date_compare(d, before) <= 0 || date_compare(d, now) > 0)
			continue;
		if (n++ < REASONS_MOST)
			note_refer(g, NOTE_REPORT, i);
	}
	return n;
}

static void say_change(struct writing *g, size_t q, const struct moment *before, const struct moment *now)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	size_t lead = g->w->questions[q].lead;
	double was = before->p[q][lead], is = now->p[q][lead];
	const char *from = number_percent(a, was), *to = number_percent(a, is);
	const char *name = phrase_lower(a, phrase_hypothesis(a, &ask->hyps.at[lead]));
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "On %s the estimate for %s ", phrase_quoted(a, phrase_ask(ask)), phrase_quoted(a, name));
	bool same = fabs(is - was) < 0.005 || !strcmp(from, to); // as printed
	tree_strong(g->t, same ? "stayed" : is > was ? "rose" : "fell");
	if (same)
		tree_say(g->t, " at %s %%.", to);
	else
		tree_say(g->t, " from %s %% to %s %%.", from, to);
	if (!refer_between(g, before->as_of, now->as_of))
		note_refer(g, NOTE_PRIOR, q);
}

void changed_section(struct writing *g)
{
	struct arena *a = g->t->arena;
	size_t n = g->w->timeline.n;
	tree_section(g->t, 7, "What has changed");
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_information);
	if (n < 2) {
		tree_say(g->t,
			 "There is no earlier date to compare with: the reports came on one day, or without a date.");
		note_refer(g, NOTE_TALLY, 0);
		return;
	}
	const struct moment *before = &g->w->timeline.at[n - 2], *now = &g->w->timeline.at[n - 1];
	tree_say(g->t, "Between %s and %s new reports came in:", number_date(a, before->as_of),
		 number_date(a, now->as_of));
	if (!refer_between(g, before->as_of, now->as_of))
		note_refer(g, NOTE_TALLY, 0);
	for (size_t q = 0; q < g->c->questions.n; q++)
		say_change(g, q, before, now);
}
