// Section 3: why. The three to seven facts that carry the answer, each with its direction, its weight in plain words,
// its origins and their grades; the strongest evidence against; what others concluded stands in others.c.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"
#include "base/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FACTS_LEAST = 3, FACTS_MOST = 7, CHAINS_MOST = 4 };
#define TELLS_NOTHING 0.05 // decibans
#define WORTH_SAYING 0.25  // decibans: below it a fact is listed only to make up three

static bool says_yes(const struct value *v)
{
	switch (v->kind) {
	case VALUE_YES:
		return true;
	case VALUE_NO:
		return false;
	default:
		return value_belief(v, 0, NULL).p >= 0.5;
	}
}

// The counted reports of a fact that agree, as "A (C), through B (B); C (D)"; returns how many.
static size_t chains(struct writing *g, size_t fact, bool yes, struct buf *b)
{
	size_t n = 0;
	for (size_t i = 0; i < g->c->reports.n; i++) {
		const struct report *r = &g->c->reports.at[i];
		if ((size_t)r->fact.at != fact || !g->w->reports[i].live || !g->w->reports[i].counted ||
		    says_yes(&r->holds) != yes)
			continue;
		if (n++ < CHAINS_MOST)
			buf_printf(b, "%s%s", n == 1 ? "" : "; and ", note_chain(g->t->arena, g->c, r));
	}
	if (n > CHAINS_MOST)
		buf_printf(b, "; and %s more", number_whole(g->t->arena, n - CHAINS_MOST));
	return n;
}

static size_t echoes(struct writing *g, size_t fact)
{
	size_t n = 0;
	for (size_t i = 0; i < g->c->reports.n; i++)
		n += (size_t)g->c->reports.at[i].fact.at == fact && g->w->reports[i].live && !g->w->reports[i].counted;
	return n;
}

const char *why_said(struct writing *g, size_t fact)
{
	struct arena *a = g->t->arena;
	const struct fact *f = &g->c->facts.at[fact];
	const char *say = phrase_lower(a, f->say ? phrase_clause(a, f->say) : f->id);
	struct buf yes = buf_in(a), no = buf_in(a);
	size_t n_yes = chains(g, fact, true, &yes), n_no = chains(g, fact, false, &no);
	if (n_yes && n_no)
		return arena_printf(a, "%s, according to %s; that it does not hold, according to %s", say,
				    buf_str(&yes), buf_str(&no));
	if (n_no)
		return arena_printf(a, "it does not hold, according to %s, that %s", buf_str(&no), say);
	return n_yes ? arena_printf(a, "%s, according to %s", say, buf_str(&yes)) : say;
}

static void say_fact(struct writing *g, size_t fact)
{
	size_t repeated = echoes(g, fact);
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "%s", phrase_upper(g->t->arena, why_said(g, fact)));
	if (repeated)
		tree_say(g->t, "; repeated in %s that add%s nothing",
			 repeated == 1 ? "1 echo" : arena_printf(g->t->arena, "%zu echoes", repeated),
			 repeated == 1 ? "s" : "");
	tree_say(g->t, ".");
	note_refer_fact(g, fact);
}

static void say_weight(struct writing *g, size_t q, size_t fact, double decibans)
{
	const char *side = decibans > 0 ? "for" : "against", *strength = phrase_strength(decibans);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "It ");
	if (strength)
		tree_strong(g->t, "speaks %s %s", strength, side);
	else
		tree_strong(g->t, "hardly speaks %s", side);
	tree_say(g->t,
		 decibans > 0 ? " the answer: the odds are %s times what they would be without it."
			      : " the answer: without it the odds would be %s times as high.",
		 number_times(g->t->arena, decibans));
	note_refer(g, NOTE_CELLS, fact);
	note_refer(g, NOTE_WITHOUT, q);
}

static void say_against(struct writing *g, size_t q, const struct weighed_fact *facts, size_t n)
{
	size_t i = 0;
	while (i < n && facts[i].decibans > -TELLS_NOTHING)
		i++;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	if (i == n) {
		tree_strong(g->t, "No");
		tree_say(g->t,
			 " reported fact speaks against the answer, so nothing in the case has put it to the test.");
		note_refer(g, NOTE_WITHOUT, q);
		return;
	}
	tree_say(g->t, "The strongest evidence ");
	tree_strong(g->t, "against");
	tree_say(g->t, " the answer: %s.", why_said(g, facts[i].fact));
	note_refer_fact(g, facts[i].fact);
	note_refer(g, NOTE_CELLS, facts[i].fact);
}

static struct mark plain_mark(const char *label, double p)
{
	return (struct mark){ label, NULL, p, -1, -1, -1, -1, -1, -1, 0, false };
}

static int heavier(const void *x, const void *y)
{
	double a = fabs(*(const double *)x), b = fabs(*(const double *)y);
	return (a < b) - (a > b);
}

// The weight from which on an origin has a step of its own: where there are too many, the others make one together.
static double own_step(struct writing *g, const struct question_result *r)
{
	enum { STEPS_MOST = 24 };
	size_t n = 0;
	double *weights = arena_array(g->t->arena, double, r->contributions.n + 1);
	for (each (part, &r->contributions))
		weights[n++] = part->decibans;
	qsort(weights, n, sizeof *weights, heavier);
	return n > STEPS_MOST ? fabs(weights[STEPS_MOST - 1]) : 0;
}

// One more step, from where the odds (in decibans) stand.
static void add_step(struct writing *g, struct figure *f, const char *label, const char *note, double *odds,
		     double decibans)
{
	double from = f->marks.at[f->marks.n - 1].p;
	struct mark *m = list_add(g->t->arena, &f->marks);
	*odds += decibans;
	*m = plain_mark(label, stats_logistic(*odds * log(10) / 10));
	m->note = note;
	m->from = from;
	m->decibans = decibans;
}

// From the prior to the answer, origin by origin; the last row shows the interval, which is often wider than all steps.
void why_figure(struct writing *g, size_t q)
{
	struct arena *a = g->t->arena;
	const struct question_result *r = &g->w->questions[q];
	const struct hypothesis_result *lead = &r->hyps[r->lead];
	double least = own_step(g, r), odds = stats_decibans(lead->prior), rest = 0;
	size_t others = 0;
	if (!r->contributions.n || lead->prior <= 0 || lead->prior >= 1)
		return;
	struct figure *f = &tree_block(g->t, BLOCK_FIGURE)->figure;
	f->kind = FIGURE_steps;
	f->title = arena_printf(a, "What moved it: %s", phrase_hypothesis(a, &g->c->questions.at[q].hyps.at[r->lead]));
	f->about = "Origin by origin, as each first appeared.";
	struct mark *m = list_add(a, &f->marks);
	*m = plain_mark("Before any report", lead->prior);
	m->prior = lead->prior;
	for (each (part, &r->contributions)) {
		if (fabs(part->decibans) < least) {
			others++;
			rest += part->decibans;
			continue;
		}
		add_step(g, f, phrase_upper(a, rank_origin_name(g, part->origin)),
			 date_known(part->published) ? number_date(a, part->published) : "undated", &odds,
			 part->decibans);
	}
	if (others)
		add_step(g, f, arena_printf(a, "The %s lighter than these, together", number_of(a, others, "origin")),
			 NULL, &odds, rest);
	m = list_add(a, &f->marks);
	*m = plain_mark("All of it, with its interval", lead->p);
	m->lo = lead->lo;
	m->hi = lead->hi;
	m->half_lo = lead->half_lo;
	m->half_hi = lead->half_hi;
	m->lead = true;
}

// Facts worth a place: three to seven, and none that tells nothing.
static void say_facts(struct writing *g, size_t q, const struct weighed_fact *facts, size_t n)
{
	for (size_t i = 0; i < n && i < FACTS_MOST; i++) {
		if (fabs(facts[i].decibans) < (i < FACTS_LEAST ? TELLS_NOTHING : WORTH_SAYING))
			break;
		tree_block(g->t, BLOCK_ITEM);
		say_fact(g, facts[i].fact);
		say_weight(g, q, facts[i].fact, facts[i].decibans);
	}
}

static void say_nothing(struct writing *g, size_t q)
{
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_strong(g->t, "No reported fact");
	tree_say(g->t, " bears on this question, so none carries its answer.");
	note_refer(g, NOTE_PRIOR, q);
}

void why_section(struct writing *g)
{
	tree_section(g->t, 3, "Why");
	for (size_t q = 0; q < g->c->questions.n; q++) {
		bool alone = g->w->questions[q].prior_alone;
		size_t n;
		struct weighed_fact *facts = rank_facts(g, q, &n);
		tree_heading(g->t, phrase_ask(&g->c->questions.at[q]));
		if (alone) {
			say_nothing(g, q);
		} else {
			say_facts(g, q, facts, n);
			say_against(g, q, facts, n);
		}
		others_concluded(g, q);
		if (!alone) {
			why_figure(g, q);
			course_figure(g, q);
		}
	}
}
