// Section 6: what would change the answer, the most informative fact first. Section 7: what moved since the date
// before.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include <math.h>

enum { NEXT_MOST = 5, REASONS_MOST = 6 };

static const char *ask_of(const struct question *q)
{
	return q->ask ? q->ask : q->id;
}

void next_section(struct writing *g)
{
	struct arena *a = g->t->arena;
	tree_section(g->t, 6, "What would change it");
	for (size_t q = 0; q < g->c->questions.n; q++) {
		const struct question_result *r = &g->w->questions[q];
		tree_heading(g->t, ask_of(&g->c->questions.at[q]));
		if (!r->next.n) {
			tree_block(g->t, BLOCK_PARAGRAPH);
			tree_sentence(g->t, SENTENCE_information);
			tree_say(g->t, "Every fact of the case has a report: name facts that nobody has reported yet, "
				       "and rate them.");
			note_refer(g, NOTE_PRIOR, q);
		}
		for (size_t i = 0; i < r->next.n && i < NEXT_MOST; i++) {
			const struct next_fact *f = &r->next.at[i];
			const struct fact *fact = &g->c->facts.at[f->fact];
			tree_block(g->t, BLOCK_ITEM);
			tree_sentence(g->t, SENTENCE_judgement);
			tree_say(g->t, "To find out whether %s would settle ",
				 phrase_lower(a, phrase_clause(a, fact->say ? fact->say : fact->id)));
			tree_strong(g->t, f->bits < 0.095 ? "%.2f bits" : "%.1f bits", f->bits);
			tree_say(g->t, " of the question%s.", f->bits < 0.05 ? ", which is little" : "");
			note_refer(g, NOTE_CELLS, f->fact);
		}
	}
}

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
	const char *name = phrase_lower(a, phrase_hypothesis(a, &ask->hyps.at[lead]));
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "On %s the estimate for %s ", phrase_quoted(a, ask_of(ask)), phrase_quoted(a, name));
	tree_strong(g->t, fabs(is - was) < 0.005 ? "stayed" : is > was ? "rose" : "fell");
	if (fabs(is - was) < 0.005)
		tree_say(g->t, " at %s %%.", number_percent(a, is));
	else
		tree_say(g->t, " from %s %% to %s %%.", number_percent(a, was), number_percent(a, is));
	if (!refer_between(g, before->as_of, now->as_of))
		note_refer(g, NOTE_PRIOR, q);
}

void next_changed(struct writing *g)
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
