// Section 7: what moved since the assessment before, and what each change did to it; where no such is given, what moved
// since the date before, and the reports that came in between.
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

// --- since an assessment before ---

// The words behind a change: its reports, or else the prior.
static void refer_cause(struct writing *g, size_t q, const struct comparison_cause *cause)
{
	static const char list[] = "reports.";
	const char *id = strncmp(cause->place, list, sizeof list - 1) ? NULL : cause->place + sizeof list - 1;
	int report = id ? case_find_report(g->c, id) : -1;
	if (report >= 0)
		note_refer(g, NOTE_REPORT, (size_t)report);
	else
		note_refer(g, NOTE_PRIOR, q);
}

static void say_cause(struct writing *g, size_t q, const struct comparison_cause *cause)
{
	struct arena *a = g->t->arena;
	if (!comparison_moves(cause))
		return;
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_information);
	if (*cause->place)
		tree_say(g->t, "%s (%s) moved it", cause->place, cause->say);
	else
		tree_say(g->t, "What no single change accounts for moved it");
	if (!isnan(cause->points))
		tree_say(g->t, " by %+.1f points", cause->points * 100);
	if (isfinite(cause->decibans))
		tree_say(g->t, "%s%s decibans", isnan(cause->points) ? " by " : ", ",
			 number_decibans(a, cause->decibans));
	tree_say(g->t, ".");
	refer_cause(g, q, cause);
}

static void say_confidence(struct writing *g, size_t q, const struct comparison_question *x)
{
	if (!x->was.level || !x->is.level)
		return;
	tree_sentence(g->t, SENTENCE_confidence);
	tree_say(g->t, "The confidence ");
	if (strcmp(x->was.level, x->is.level) != 0)
		tree_say(g->t, "was %s and is ", x->was.level);
	else
		tree_say(g->t, "stayed ");
	tree_piece(g->t, PIECE_LEVEL, x->is.level);
	tree_say(g->t, ", with %.0f points where it had %.0f", x->is.sum, x->was.sum);
	for (size_t i = 0; i < x->points.n; i++)
		tree_say(g->t, "%s%s %.0f instead of %.0f", i ? ", " : ": for ", x->points.at[i].name,
			 x->points.at[i].is, x->points.at[i].was);
	tree_say(g->t, ".");
	note_refer(g, NOTE_DRAWS, q);
}

static void say_since(struct writing *g, size_t q, const struct comparison_question *x)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	const struct comparison_hypothesis *lead = comparison_lead(x);
	const char *name = phrase_lower(a, phrase_hypothesis(a, &ask->hyps.at[g->w->questions[q].lead]));
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	if (!lead || lead->was < 0) {
		tree_say(g->t, "%s is ", phrase_quoted(a, x->there_before ? name : phrase_ask(ask)));
		tree_strong(g->t, "new");
		tree_say(g->t, ": the assessment before does not have it.");
		note_refer(g, NOTE_PRIOR, q);
		return;
	}
	tree_say(g->t, "On %s the estimate for %s ", phrase_quoted(a, phrase_ask(ask)), phrase_quoted(a, name));
	if (fabs(lead->is - lead->was) < 0.005) {
		tree_strong(g->t, "stayed");
		tree_say(g->t, " at %s %%", number_percent(a, lead->is));
	} else {
		tree_strong(g->t, lead->is > lead->was ? "rose" : "fell");
		tree_say(g->t, " from %s %% to %s %%", number_percent(a, lead->was), number_percent(a, lead->is));
	}
	tree_say(g->t, "%s.", strcmp(x->was_lead, x->is_lead) ? "; another answer led before" : "");
	note_refer(g, NOTE_PRIOR, q);
	say_confidence(g, q, x);
	for (each (cause, &x->causes))
		say_cause(g, q, cause);
}

static void section_since(struct writing *g)
{
	const struct comparison *since = g->in->since;
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "Compared with the assessment of %s, %s.", since->was,
		 since->basis == COMPARISON_WEIGHED ? "each change made after the other, in a fixed order"
						    : "by what each assessment says of its origins");
	note_refer(g, NOTE_TALLY, 0);
	for (each (x, &since->questions)) {
		int q = case_find_question(g->c, x->id);
		if (q >= 0)
			say_since(g, (size_t)q, x);
	}
}

// What an analyst says of it, in their words.
static void say_why(struct writing *g)
{
	for (size_t q = 0; q < g->c->questions.n; q++) {
		const struct question *ask = &g->c->questions.at[q];
		if (!ask->changed)
			continue;
		tree_block(g->t, BLOCK_PARAGRAPH);
		tree_sentence(g->t, SENTENCE_information);
		tree_say(g->t, "On %s the analyst says of the change: ", phrase_quoted(g->t->arena, phrase_ask(ask)));
		tree_piece(g->t, PIECE_QUOTE, ask->changed);
		note_refer(g, NOTE_PRIOR, q);
	}
}

static void section_dates(struct writing *g)
{
	struct arena *a = g->t->arena;
	size_t n = g->w->timeline.n;
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

void changed_section(struct writing *g)
{
	tree_section(g->t, 7, "What has changed");
	tree_block(g->t, BLOCK_PARAGRAPH);
	if (g->in->since)
		section_since(g);
	else
		section_dates(g);
	say_why(g);
}
