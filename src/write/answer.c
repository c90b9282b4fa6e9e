// Section 1: the question and the answer first. The likelihood and the confidence never share a sentence: readers take
// the one for the other.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "case/scale.h"

#include <string.h>

static const char *others_of(struct arena *a, size_t n)
{
	return n == 1 ? "the other answer" : arena_printf(a, "the other %s answers", number_whole(a, n));
}

static void say_answer(struct writing *g, size_t q)
{
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	tree_sentence(g->t, SENTENCE_judgement);
	phrase_likelihood(g->t, r->hyps[r->lead].p, phrase_claim(g->t->arena, ask, &ask->hyps.at[r->lead]));
	if (r->hyps[r->lead].p < 0.45)
		tree_say(g->t, ", which is still ahead of %s", others_of(g->t->arena, r->n - 1));
	tree_say(g->t, ".");
	if (!r->prior_alone)
		rank_refer(g, q, 3);
	note_refer(g, NOTE_PRIOR, q);
}

// The reason without its own "because", so that it can stand after ours.
static const char *reason(struct arena *a, const char *because)
{
	struct slice s = slice_trim(slice_of(because));
	if (slice_starts(s, "because "))
		s = (struct slice){ s.at + 8, s.len - 8 };
	return phrase_lower(a, phrase_clause(a, arena_copy(a, s.at ? s.at : "", s.len)));
}

static void say_confidence(struct writing *g, size_t q)
{
	const struct question_result *r = &g->w->questions[q];
	const struct confidence *k = &r->confidence;
	const char *because = reason(g->t->arena, because_of(g->t->arena, k));
	size_t sources = 0;
	tree_sentence(g->t, SENTENCE_confidence);
	tree_say(g->t, k->overridden ? "An analyst puts confidence in this at " : "Confidence in this is ");
	tree_piece(g->t, PIECE_LEVEL, sureness_name(k->level));
	tree_say(g->t, ", because %s.", because);
	for (each (part, &r->contributions)) {
		int at = case_find_source(g->c, part->origin);
		if (at >= 0 && part->decibans > 0 && sources++ < 3)
			note_refer(g, NOTE_SOURCE, (size_t)at);
	}
	note_refer(g, NOTE_DRAWS, q);
}

static void say_estimate(struct writing *g, size_t q)
{
	struct arena *a = g->t->arena;
	const struct question_result *r = &g->w->questions[q];
	const struct hypothesis_result *h = &r->hyps[r->lead];
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "The estimate is ");
	tree_strong(g->t, "%s %%", number_percent(a, h->p));
	tree_say(g->t, ", with nine draws in ten at ");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "%s %%", number_interval(a, h->lo, h->hi)));
	tree_say(g->t, "; it leads in %s %% of the draws, and before any report it stood at %s %%.",
		 number_percent(a, h->leads), number_percent(a, h->prior));
	note_refer(g, NOTE_DRAWS, q);
	note_refer(g, NOTE_PRIOR, q);
}

static void say_edge(struct writing *g, size_t q)
{
	const struct question_result *r = &g->w->questions[q];
	double edge;
	if (!number_on_edge(r->hyps[r->lead].p, &edge))
		return;
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "This stands on the ");
	tree_strong(g->t, "edge");
	tree_say(g->t, " of two words: %s %% parts \"%s\" from \"%s\", and half a point decides.",
		 arena_printf(g->t->arena, "%.0f", edge * 100), number_word(edge - 0.001), number_word(edge));
	note_refer(g, NOTE_DRAWS, q);
}

// Answers that stand as high as the leading one, but for a point: which leads is then hardly a finding.
static void say_ties(struct writing *g, size_t q)
{
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	size_t n = 0, i = 0;
	for (size_t h = 0; h < r->n; h++)
		n += h != r->lead && r->hyps[h].p > r->hyps[r->lead].p - 0.01;
	if (!n)
		return;
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "Its lead is ");
	tree_strong(g->t, "less than a point");
	tree_say(g->t, " over ");
	for (size_t h = 0; h < r->n; h++)
		if (h != r->lead && r->hyps[h].p > r->hyps[r->lead].p - 0.01)
			tree_say(g->t, "%s%s", phrase_and(i++, n),
				 phrase_quoted(g->t->arena, phrase_hypothesis(g->t->arena, &ask->hyps.at[h])));
	tree_say(g->t, ".");
	note_refer(g, NOTE_DRAWS, q);
}

static void say_warnings(struct writing *g, size_t q)
{
	const struct question_result *r = &g->w->questions[q];
	if (r->prior_alone) {
		tree_sentence(g->t, SENTENCE_assumption);
		tree_say(
		    g->t,
		    "No counted report reaches this question: the answer rests on what was assumed before any report.");
		note_refer(g, NOTE_PRIOR, q);
	}
	if (r->confidence.raise) {
		tree_sentence(g->t, SENTENCE_confidence);
		tree_say(g->t, "The cheapest way ");
		tree_strong(g->t, "up");
		tree_say(g->t, " for this confidence: %s.", reason(g->t->arena, r->confidence.raise));
		note_refer(g, NOTE_WITHOUT, q);
	}
}

// What the program proposed and nobody has touched is an assumption, whatever it says of itself.
static void say_drafted(struct writing *g)
{
	struct arena *a = g->t->arena;
	size_t hyps = 0, facts = 0, sources = 0, reports = 0;
	for (each (q, &g->c->questions))
		for (each (h, &q->hyps))
			hyps += h->drafted;
	for (each (f, &g->c->facts))
		facts += f->drafted;
	for (each (s, &g->c->sources))
		sources += s->drafted;
	for (each (r, &g->c->reports))
		reports += r->drafted;
	if (!(hyps + facts + sources + reports))
		return;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_assumption);
	tree_say(
	    g->t,
	    "The program proposed %s, %s with %s ratings, %s and %s of this case, and nobody has confirmed them yet.",
	    number_of(a, hyps, "answer"), number_of(a, facts, "fact"), facts == 1 ? "its" : "their",
	    number_of(a, sources, "source"), number_of(a, reports, "report"));
	for (size_t q = 0; q < g->c->questions.n; q++)
		note_refer(g, NOTE_PRIOR, q);
	note_refer(g, NOTE_TALLY, 0);
}

void answer_figure(struct writing *g, size_t q)
{
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	struct figure *f = &tree_block(g->t, BLOCK_FIGURE)->figure;
	f->kind = FIGURE_ruler;
	f->title = arena_printf(g->t->arena, "How likely: %s", phrase_ask(ask));
	f->about = "Dot: the estimate. Thick: half of the draws, thin: nine in ten. Triangle: before any report.";
	for (size_t h = 0; h < r->n; h++) {
		const struct hypothesis_result *v = &r->hyps[h];
		struct mark *m = list_add(g->t->arena, &f->marks);
		*m =
		    (struct mark){ .label = phrase_upper(g->t->arena, phrase_hypothesis(g->t->arena, &ask->hyps.at[h])),
				   .p = v->p,
				   .lo = v->lo,
				   .hi = v->hi,
				   .half_lo = v->half_lo,
				   .half_hi = v->half_hi,
				   .prior = v->prior,
				   .from = -1,
				   .lead = h == r->lead };
	}
}

void answer_section(struct writing *g)
{
	tree_section(g->t, 1, "The answer");
	if (!g->c->questions.n) {
		tree_block(g->t, BLOCK_PARAGRAPH);
		tree_sentence(g->t, SENTENCE_judgement);
		tree_strong(g->t, "No question");
		tree_say(g->t, " is entered in the case, so nothing is answered yet.");
		note_refer(g, NOTE_TALLY, 0);
	}
	for (size_t q = 0; q < g->c->questions.n; q++) {
		const struct question *ask = &g->c->questions.at[q];
		tree_heading(g->t, phrase_ask(ask));
		tree_block(g->t, BLOCK_PARAGRAPH);
		say_answer(g, q);
		say_confidence(g, q);
		tree_block(g->t, BLOCK_PARAGRAPH);
		say_estimate(g, q);
		say_edge(g, q);
		say_ties(g, q);
		say_warnings(g, q);
		answer_figure(g, q);
	}
	say_drafted(g);
}
