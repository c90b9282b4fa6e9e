// Standard 4: analysis of alternatives. Whether another answer could have won.
#include "case/check_rule.h"

#include "base/buf.h"

#include <math.h>
#include <string.h>

enum {
	COMBINATIONS_MOST = 4096,
	NAMED_MOST = 3, // unrated cells, by name
};

static void look_number(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	size_t own = 0;
	for (each (h, &ask->hyps))
		own += !h->added;
	if (own < 2)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line, "Only one answer is entered.");
}

// A question of yes and no has all its answers.
static void look_closed(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	bool whole = false;
	size_t poles = 0;
	for (each (h, &ask->hyps)) {
		whole |= !strcmp(h->id, CASE_NONE_OF_THESE);
		poles += !strcmp(h->id, "yes") || !strcmp(h->id, "no");
	}
	if (!whole && poles < 2 && ask->hyps.n > 1)
		check_found(k, check_place(k, "questions", ask->id, ".open"), ask->line,
			    "The question is closed: an answer that nobody thought of has no chance.");
}

static void look_contrary(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	size_t against = 0;
	if (!r || r->prior_alone)
		return;
	for (each (gone, &r->without[REMOVAL_FACT]))
		against += gone->decibans > 0.05;
	if (!against)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
			    "No reported fact speaks against the leading answer.");
}

// The next combination of states of the parents; false after the last.
static bool advance(const struct the_case *c, const struct refs *about, size_t *state)
{
	for (size_t i = about->n; i-- > 0;) {
		size_t v = (size_t)about->at[i].at;
		if (++state[v] < case_states(c, v))
			return true;
		state[v] = 0;
	}
	return false;
}

static bool at_added(const struct the_case *c, const struct refs *about, const size_t *state)
{
	for (each (r, about)) {
		size_t v = (size_t)r->at;
		if (v < c->questions.n && c->questions.at[v].hyps.at[state[v]].added)
			return true;
	}
	return false;
}

static void look_unrated(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	size_t *state = arena_array(k->arena, size_t, case_variables(k->c) + 1), n = 0, tried = 0;
	struct buf b = buf_in(k->arena);
	do {
		if (at_added(k->c, &f->about, state) || case_pick(&f->cells, state) >= 0)
			continue;
		if (n++ >= NAMED_MOST)
			continue;
		buf_text(&b, n == 1 ? "" : "; ");
		for (each (r, &f->about))
			buf_printf(&b, "%s%s", r == f->about.at ? "" : ", ",
				   case_state_name(k->c, (size_t)r->at, state[r->at]));
	} while (++tried < COMBINATIONS_MOST && advance(k->c, &f->about, state));
	if (n > NAMED_MOST)
		buf_printf(&b, " and %zu more", n - NAMED_MOST);
	if (n)
		check_found(k, check_place(k, "facts", f->id, ".if"), f->line,
			    arena_printf(k->arena, "Not rated for %s: it stands in the middle of the others there.",
					 buf_str(&b)));
}

// As likely under every answer: it was rated, and it tells nothing.
static void look_diagnostic(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	double least = 1, most = 0;
	for (each (row, &f->cells.rows)) {
		double p = value_belief(&row->is, case_number_spread(k->c), NULL).p;
		least = fmin(least, p);
		most = fmax(most, p);
	}
	if (f->cells.rows.n > 1 && most - least < 0.01)
		check_found(k, check_place(k, "facts", f->id, ".if"), f->line,
			    "It is as likely under every hypothesis, so it tells them apart in nothing.");
}

const struct check_rule check_alternatives[] = {
	{ "one-hypothesis", 4, 0, CHECK_ERROR, CHECK_QUESTION, look_number, "no alternative",
	  "Enter at least one other answer that the evidence could favour." },
	{ "closed-question", 4, 0, CHECK_NOTE, CHECK_QUESTION, look_closed, "no room for an answer not thought of",
	  "Leave the question open, or list none-of-these with a prior." },
	{ "no-contrary", 4, 0, CHECK_WARNING, CHECK_QUESTION, look_contrary,
	  "the leader was tested by nothing that speaks against it",
	  "Ask what would be seen if it were wrong, and look for that." },
	{ "unrated-cell", 4, 0, CHECK_NOTE, CHECK_FACT, look_unrated, "a fact that is not rated for a hypothesis",
	  "Rate it, or say why not." },
	{ "undiagnostic-fact", 4, 0, CHECK_NOTE, CHECK_FACT, look_diagnostic, "a fact that tells nothing",
	  "Rate it again, or leave it out." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
