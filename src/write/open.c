// Section 2: what has not been ruled out. Every other answer whose upper bound reaches 1 %, with the best evidence for
// it.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include <stdlib.h>

struct standing {
	size_t h;
	double p;
};

static int likelier(const void *x, const void *y)
{
	const struct standing *a = x, *b = y;
	if (a->p != b->p)
		return a->p > b->p ? -1 : 1;
	return a->h < b->h ? -1 : a->h > b->h;
}

static void say_best_for(struct writing *g, size_t q, size_t h)
{
	size_t best = rank_best_for(g, q, h);
	tree_sentence(g->t, SENTENCE_information);
	if (best == SIZE_MAX) {
		tree_say(g->t, "No reported fact speaks for it; it stands on its prior.");
		note_refer(g, NOTE_PRIOR, q);
		return;
	}
	tree_say(g->t, "The best evidence for it: %s.", why_said(g, best));
	note_refer_fact(g, best);
}

static void say_open(struct writing *g, size_t q, size_t h)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	const struct hypothesis_result *r = &g->w->questions[q].hyps[h];
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_judgement);
	phrase_likelihood(g->t, r->p, phrase_claim(a, ask, &ask->hyps.at[h]));
	tree_say(g->t, "; the estimate is ");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "%s %%", number_percent(a, r->p)));
	tree_say(g->t, ", with nine draws in ten at ");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "%s %%", number_interval(a, r->lo, r->hi)));
	tree_say(g->t, ".");
	note_refer(g, NOTE_DRAWS, q);
	say_best_for(g, q, h);
}

static void say_ruled_out(struct writing *g, size_t q)
{
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	size_t n = 0, i = 0;
	for (size_t h = 0; h < r->n; h++)
		n += h != r->lead && r->hyps[h].ruled_out;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	if (!n) {
		tree_strong(g->t, "None");
		tree_say(g->t, " of the answers is ruled out.");
	} else {
		tree_strong(g->t, "Ruled out");
		tree_say(g->t, ", since even the upper bound is below 1 %%: ");
		for (size_t h = 0; h < r->n; h++)
			if (h != r->lead && r->hyps[h].ruled_out)
				tree_say(g->t, "%s%s", phrase_and(i++, n),
					 phrase_quoted(g->t->arena,
						       phrase_hypothesis(g->t->arena, &ask->hyps.at[h])));
		tree_say(g->t, ".");
	}
	note_refer(g, NOTE_DRAWS, q);
}

void open_section(struct writing *g)
{
	tree_section(g->t, 2, "What has not been ruled out");
	for (size_t q = 0; q < g->c->questions.n; q++) {
		const struct question *ask = &g->c->questions.at[q];
		const struct question_result *r = &g->w->questions[q];
		struct standing *order = arena_array(g->t->arena, struct standing, r->n + 1);
		size_t n = 0;
		for (size_t h = 0; h < r->n; h++)
			if (h != r->lead && !r->hyps[h].ruled_out)
				order[n++] = (struct standing){ h, r->hyps[h].p };
		qsort(order, n, sizeof *order, likelier);
		tree_heading(g->t, phrase_ask(ask));
		for (size_t i = 0; i < n; i++)
			say_open(g, q, order[i].h);
		say_ruled_out(g, q);
	}
}
