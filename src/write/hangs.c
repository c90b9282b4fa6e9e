// Section 5: what the answer hangs on. Key assumptions and what falls with each; what happens when an origin, a source
// or a relay had never spoken.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 12 };

// "the answer would be 36 %, unlikely", or which other answer would lead.
static void say_without(struct writing *g, size_t q, const struct removal *gone)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	size_t lead = assessment_lead(gone->p, r->n);
	double p = gone->p[r->lead];
	tree_say(g->t, "the answer would stand at %s %%, ", number_percent(a, p));
	tree_piece(g->t, PIECE_WORD, number_word(p));
	tree_say(g->t, " ");
	tree_piece(g->t, PIECE_RANGE, arena_printf(a, "(%s %%)", number_band(a, p)));
	if (lead != r->lead)
		tree_say(g->t, ", and another would lead: %s",
			 phrase_quoted(a, phrase_hypothesis(a, &ask->hyps.at[lead])));
}

static const char *fact_words(struct writing *g, int fact)
{
	const struct fact *f = &g->c->facts.at[fact];
	return phrase_lower(g->t->arena, phrase_clause(g->t->arena, f->say ? f->say : f->id));
}

// What the heaviest of the facts that fall does to one question, where it does anything.
static bool say_fall(struct writing *g, const struct assumption *s, size_t q)
{
	const struct removal *worst = NULL;
	bool several = g->c->questions.n > 1;
	int fact = -1;
	for (each (f, &s->supports)) {
		const struct removal *gone = rank_removal(&g->w->questions[q], REMOVAL_FACT, f->id);
		if (gone && (!worst || fabs(gone->decibans) > fabs(worst->decibans) + 1e-9)) {
			worst = gone;
			fact = f->at;
		}
	}
	if (!worst || (fabs(worst->decibans) < 0.25 && !worst->changes_lead && !worst->changes_word))
		return false;
	tree_sentence(g->t, SENTENCE_judgement);
	if (several)
		tree_say(g->t, "On %s: ", phrase_quoted(g->t->arena, phrase_ask(&g->c->questions.at[q])));
	tree_say(g->t, several ? "without %s " : "Without %s ",
		 s->supports.n > 1 ? arena_printf(g->t->arena, "the heaviest, that %s,", fact_words(g, fact)) : "it");
	say_without(g, q, worst);
	tree_say(g->t, ".");
	note_refer_fact(g, (size_t)fact);
	note_refer(g, NOTE_WITHOUT, q);
	return true;
}

static void say_assumption(struct writing *g, size_t at)
{
	const struct assumption *s = &g->c->assumptions.at[at];
	bool moves = false;
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_assumption);
	tree_say(g->t, "We take it that %s.",
		 phrase_lower(g->t->arena, phrase_clause(g->t->arena, s->say ? s->say : s->id)));
	note_refer(g, NOTE_ASSUMPTION, at);
	if (!s->supports.n)
		return;
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "If not, %s: ", s->supports.n == 1 ? "this falls" : "these fall");
	for (each (f, &s->supports)) {
		tree_say(g->t, "%s%s", f == s->supports.at ? "" : "; ", fact_words(g, f->at));
		note_refer_fact(g, (size_t)f->at);
	}
	tree_say(g->t, ".");
	for (size_t q = 0; q < g->c->questions.n; q++)
		moves |= say_fall(g, s, q);
	if (moves)
		return;
	tree_sentence(g->t, SENTENCE_judgement);
	tree_strong(g->t, "None");
	tree_say(g->t, " of that, taken alone, moves an answer far.");
	for (size_t q = 0; q < g->c->questions.n; q++)
		note_refer(g, NOTE_WITHOUT, q);
}

struct loss {
	const struct removal *gone;
	size_t order;
};

static int worse(const void *x, const void *y)
{
	const struct loss *a = x, *b = y;
	double d = fabs(b->gone->decibans) - fabs(a->gone->decibans);
	if (a->gone->changes_lead != b->gone->changes_lead)
		return a->gone->changes_lead ? -1 : 1;
	if (fabs(d) > 1e-9)
		return d > 0 ? 1 : -1;
	return a->order < b->order ? -1 : a->order > b->order;
}

// Origins, and sources that only relay: a source that is itself an origin is listed once.
static struct loss *losses(struct writing *g, size_t q, size_t *n)
{
	const struct question_result *r = &g->w->questions[q];
	LIST(struct loss) out = { 0 };
	for (each (gone, &r->without[REMOVAL_ORIGIN]))
		list_push(g->t->arena, &out, ((struct loss){ gone, out.n }));
	for (each (gone, &r->without[REMOVAL_SOURCE]))
		if (!rank_removal(r, REMOVAL_ORIGIN, gone->id))
			list_push(g->t->arena, &out, ((struct loss){ gone, out.n }));
	if (out.n)
		qsort(out.at, out.n, sizeof *out.at, worse);
	*n = out.n;
	return out.at;
}

static void refer_origin(struct writing *g, const char *id)
{
	int source = case_find_source(g->c, id);
	const char *colon = strchr(id, ':');
	int report = colon ? case_find_report(g->c, colon + 1) : -1;
	if (source >= 0)
		note_refer(g, NOTE_SOURCE, (size_t)source);
	else if (report >= 0)
		note_refer(g, NOTE_REPORT, (size_t)report);
}

static void say_losses(struct writing *g, size_t q, const struct loss *loss, size_t n)
{
	size_t leads = 0, words = 0;
	for (size_t i = 0; i < n; i++) {
		leads += loss[i].gone->changes_lead;
		words += loss[i].gone->changes_word;
	}
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_judgement);
	tree_strong(g->t, leads ? "The answer hangs" : "No single source");
	if (leads)
		tree_say(g->t, " on %s: without it another would lead.",
			 leads == 1 ? "one source" : arena_printf(g->t->arena, "each of %zu sources", leads));
	else if (words)
		tree_say(g->t, ", taken away, changes which answer leads; %s.",
			 words == 1 ? "one of them changes its word"
				    : arena_printf(g->t->arena, "%zu of them change its word", words));
	else
		tree_say(g->t, ", taken away, changes which answer leads or its word.");
	for (size_t i = 0; i < n && i < 6; i++)
		if (leads ? loss[i].gone->changes_lead : loss[i].gone->changes_word)
			refer_origin(g, loss[i].gone->id);
	note_refer(g, NOTE_WITHOUT, q);
	if (!n)
		return;
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "The heaviest is %s: without it ",
		 phrase_lower(g->t->arena, rank_origin_name(g, loss->gone->id)));
	say_without(g, q, loss->gone);
	tree_say(g->t, ".");
	refer_origin(g, loss->gone->id);
	note_refer(g, NOTE_WITHOUT, q);
}

static void add_losses(struct writing *g, size_t q, const struct loss *loss, size_t n)
{
	static const char *const head[] = { "Taken away", "#decibans", "#then %", "word" };
	struct arena *a = g->t->arena;
	const struct question_result *r = &g->w->questions[q];
	if (!n)
		return;
	tree_table(g->t, "The answer weighed again without each origin and relay, heaviest first", head, 4);
	for (size_t i = 0; i < n && i < ROWS_MOST; i++) {
		const struct removal *gone = loss[i].gone;
		double p = gone->p[r->lead];
		tree_cell(g->t, "%s", phrase_upper(a, rank_origin_name(g, gone->id)));
		tree_cell(g->t, "%s", number_decibans(a, gone->decibans));
		tree_look(g->t, CELL_BAR, gone->decibans);
		tree_cell(g->t, "%s", number_percent(a, p));
		tree_cell(g->t, "%s%s", number_word(p),
			  gone->changes_lead   ? ", no longer leads"
			  : gone->changes_word ? ", another word"
					       : "");
	}
}

void hangs_section(struct writing *g)
{
	tree_section(g->t, 5, "What it hangs on");
	if (!g->c->assumptions.n) {
		tree_block(g->t, BLOCK_PARAGRAPH);
		tree_sentence(g->t, SENTENCE_assumption);
		tree_say(g->t, "No key assumption is entered in the case, so none could be tested.");
		note_refer(g, NOTE_PRIOR, 0);
	}
	for (size_t s = 0; s < g->c->assumptions.n; s++)
		say_assumption(g, s);
	for (size_t q = 0; q < g->c->questions.n; q++) {
		size_t n;
		if (g->w->questions[q].prior_alone)
			continue; // nothing that is reported carries it
		struct loss *loss = losses(g, q, &n);
		tree_heading(g->t, phrase_ask(&g->c->questions.at[q]));
		say_losses(g, q, loss, n);
		turning_origins(g, q);
		add_losses(g, q, loss, n);
		turning_values(g, q);
	}
}
