#include "case/matrix_of.h"

#include "base/buf.h"

static void put_cell(struct arena *a, const struct the_case *c, const struct value *v, struct matrix_cell *cell)
{
	struct buf b = buf_in(a);
	double p = value_belief(v, case_number_spread(c), NULL).p;
	cell->rating = matrix_rating_of(p);
	if (v->kind == VALUE_TERM)
		buf_text(&b, v->term);
	else
		node_print_number(&b, p);
	cell->value = buf_str(&b);
}

static void put_item(struct arena *a, const struct the_case *c, size_t question, const struct report *r,
		     struct matrix *out)
{
	const struct fact *f = &c->facts.at[r->fact.at];
	const struct source *s = r->from.id ? &c->sources.at[r->from.at] : NULL;
	struct matrix_item *i = list_add(a, &out->items);
	size_t *state = arena_array(a, size_t, case_variables(c) + 1);
	*i = (struct matrix_item){ .id = f->id, .say = f->say, .notes = f->why, .date = r->published };
	i->source = s ? (s->name ? s->name : s->id) : "untraceable";
	i->type = s ? s->kind : NULL;
	i->credibility = matrix_level_of(s ? s->reliability : NULL);
	i->cells = arena_array(a, struct matrix_cell, out->hypotheses.n);
	for (size_t h = 0; h < out->hypotheses.n; h++) {
		state[question] = h;
		int row = case_pick(&f->cells, state);
		if (row >= 0)
			put_cell(a, c, &f->cells.rows.at[row].is, &i->cells[h]);
	}
}

void matrix_of_case(struct arena *a, const struct the_case *c, size_t question, struct matrix *out)
{
	const struct question *q = &c->questions.at[question];
	*out = (struct matrix){ .title = c->title, .question = q->ask };
	for (each (h, &q->hyps))
		if (!h->added)
			list_push(a, &out->hypotheses, ((struct matrix_hypothesis){ h->id, h->say }));
	for (size_t f = 0; f < c->facts.n; f++)
		for (size_t r = 0; r < c->reports.n; r++)
			if ((size_t)c->reports.at[r].fact.at == f && c->facts.at[f].about.n == 1 &&
			    (size_t)c->facts.at[f].about.at[0].at == question) {
				put_item(a, c, question, &c->reports.at[r], out);
				break;
			}
}
