// The scores as JSON, and their names.
#include "case/ranking.h"

#include "base/buf.h"

#include <math.h>
#include <string.h>

static const char *const names[SCORES_METHODS] = {
#define X_NAME(w) #w,
	SCORES_TABLE(X_NAME)
#undef X_NAME
};

// The name of the C enumeration, with '-' as in a word.
static void spell(const char *name, char out[32])
{
	size_t i = 0;
	for (; name[i] && i < 31; i++)
		out[i] = (char)(name[i] == '_' ? '-' : name[i]);
	out[i] = 0;
}

const char *ranking_name(struct arena *a, enum ranking_method m)
{
	char name[32];
	spell(names[m], name);
	return arena_text(a, name);
}

bool ranking_find(const char *name, enum ranking_method *m)
{
	char known[32];
	for (int i = 0; i < SCORES_METHODS; i++) {
		spell(names[i], known);
		*m = (enum ranking_method)i;
		if (!strcmp(known, name))
			return true;
	}
	return false;
}

const char *ranking_agreement_name(enum ranking_agreement a)
{
	static const char *const words[] = { [SCORES_CONSENSUS] = "consensus",
					     [SCORES_MILD] = "mild",
					     [SCORES_STRONG] = "strong",
					     [SCORES_EXTREME] = "extreme" };
	return words[a];
}

static const char *taken_name(enum ranking_level l)
{
	static const char *const words[] = { [SCORES_ASIS] = "none",       [SCORES_APART] = "shared-sources",
					     [SCORES_SOUND] = "sources",   [SCORES_CERTAIN] = "uncertain-items",
					     [SCORES_LETTERS] = "letters", [SCORES_COUNTED] = "not-counted" };
	return words[l];
}

const char *ranking_print(struct arena *a, enum ranking_method m, const struct score *x)
{
	switch (m) {
	case SCORES_parc:
		return arena_printf(a, "%.2f", x->keys[0] > 0 ? -x->keys[0] : 0);
	case SCORES_open_synthesis:
		return arena_printf(a, "%.2f, %.2f for", x->keys[0], fabs(x->keys[1]));
	case SCORES_shattered:
		return arena_printf(a, "%zu, mean %+.2f", x->inconsistent, -x->keys[1]);
	default:
		return arena_printf(a, "%g", x->keys[0]);
	}
}

static struct node *write_score(struct arena *a, enum ranking_method m, const struct score *x)
{
	struct node *n = node_map(a);
	node_put_number(a, n, "value", m == SCORES_parc && x->keys[0] > 0 ? -x->keys[0] : x->keys[0]);
	if (m == SCORES_open_synthesis)
		node_put_number(a, n, "consistency", fabs(x->keys[1]));
	if (m == SCORES_shattered)
		node_put_number(a, n, "mean", x->keys[1] == 0 ? 0 : -x->keys[1]);
	return n;
}

static void write_hypotheses(struct arena *a, const struct question *q, const struct ranking *s, struct node *n)
{
	struct node *list = node_put_list(a, n, "hypotheses");
	for (size_t h = 0; h < q->hyps.n; h++) {
		struct node *m = node_add(list, node_map(a));
		const struct score *x = h < s->m.hypotheses.n ? &s->hyps[h] : NULL;
		node_put_text(a, m, "id", q->hyps.at[h].id);
		node_put_text(a, m, "say", q->hyps.at[h].say);
		if (x && x->rank) {
			node_put(a, m, "score", write_score(a, s->method, x));
			node_put_number(a, m, "rank", (double)x->rank);
			node_put_number(a, m, "inconsistent", (double)x->inconsistent);
			node_put_number(a, m, "rated", (double)x->rated);
		}
		node_put_number(a, m, "prior", s->prior[h]);
		node_put_number(a, m, "p", s->p[h]);
		if (x)
			node_put_number(a, m, "posterior_rank", (double)s->ranks[h]);
	}
}

static const char *const level_names[] = { NULL, "low", "medium", "high" };

static void write_item(struct arena *a, const struct ranking *s, size_t item, struct node *m)
{
	const struct matrix_item *i = &s->m.items.at[item];
	char date[DATE_TEXT];
	date_print(i->date, date);
	node_put_text(a, m, "id", i->id);
	node_put_text(a, m, "say", i->say);
	node_put_text(a, m, "notes", i->notes);
	node_put_text(a, m, "type", i->type);
	node_put_text(a, m, "source", i->source);
	node_put_text(a, m, "date", *date ? date : NULL);
	node_put_text(a, m, "credibility", level_names[i->credibility]);
	node_put_bool(a, m, "contradicted", i->flagged);
	node_put_number(a, m, "diagnosticity", s->diagnosticity[item]);
	struct node *cells = node_put_map(a, m, "cells");
	for (size_t h = 0; h < s->m.hypotheses.n; h++) {
		const struct matrix_cell *x = &i->cells[h];
		if (x->rating == MATRIX_BLANK)
			continue;
		struct node *cell = node_put_map(a, cells, s->m.hypotheses.at[h].id);
		node_put_text(a, cell, "rating", matrix_rating_name(x->rating));
		node_put_text(a, cell, "value", x->value);
	}
}

static void write_votes(struct arena *a, const struct ranking *s, struct node *n)
{
	struct node *list = node_put_list(a, n, "votes");
	for (each (v, &s->votes)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "item", s->m.items.at[v->item].id);
		node_put_text(a, m, "hypothesis", s->m.hypotheses.at[v->hypothesis].id);
		struct node *votes = node_put_map(a, m, "ratings");
		for (size_t i = 0; i < s->n_analysts; i++)
			node_put_text(a, votes, s->analysts[i], matrix_rating_name(v->votes[i]));
		node_put_text(a, m, "consensus", matrix_rating_name(v->consensus));
		node_put_number(a, m, "disagreement", v->disagreement);
		node_put_text(a, m, "agreement", ranking_agreement_name(v->agreement));
	}
}

static void write_differ(struct arena *a, const struct ranking *s, struct node *n)
{
	struct node *list = node_put_list(a, n, "differ");
	for (each (d, &s->differ)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "ahead", s->m.hypotheses.at[d->ahead].id);
		node_put_text(a, m, "behind", s->m.hypotheses.at[d->behind].id);
		node_put_bool(a, m, "equal_priors", d->equal);
		node_put_text(a, m, "taken_away", taken_name(d->level));
		if (d->level != SCORES_COUNTED)
			node_put_number(a, m, "share", d->share);
		node_put_text(a, m, "say", d->say);
	}
}

struct node *ranking_write(struct arena *a, const struct the_case *c, const struct ranking *s)
{
	const struct question *q = &c->questions.at[s->question];
	struct node *n = node_map(a);
	node_put_text(a, n, "question", q->id);
	node_put_text(a, n, "ask", q->ask);
	node_put_text(a, n, "scoring", ranking_name(a, s->method));
	write_hypotheses(a, q, s, n);
	struct node *items = node_put_list(a, n, "items");
	for (size_t i = 0; i < s->m.items.n; i++)
		write_item(a, s, s->order[i], node_add(items, node_map(a)));
	node_put_number(a, n, "weight", s->weight);
	struct node *analysts = node_put_list(a, n, "analysts");
	for (size_t i = 0; i < s->n_analysts; i++)
		node_add(analysts, node_text(a, s->analysts[i]));
	write_votes(a, s, n);
	write_differ(a, s, n);
	return n;
}
