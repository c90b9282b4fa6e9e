#include "weigh/facet.h"

#include <string.h>

static enum status compile(struct arena *a, const struct net *n, const struct the_case *c, size_t question,
			   struct plan **out, struct err *e)
{
	bool *facts = arena_array(a, bool, n->states.n + 1), *tables = arena_array(a, bool, n->tables.n + 1);
	for (size_t i = 0; i < c->facts.n; i++)
		facts[c->questions.n + i] = true;
	for (size_t t = 0; t < n->tables.n; t++)
		tables[t] = true;
	struct plan_ask ask = { .marginals = facts, .tables = tables, .target = question };
	return plan_make(a, n, &ask, out, e);
}

static enum status find_plan(struct arena *a, const struct whole *w, size_t q, struct plan **out, struct err *e)
{
	struct product_made *made = w->product.made;
	if (!made)
		return compile(a, &w->product.net, w->m->c, q, out, e);
	if (!made->facets[q] && compile(&made->memory[q], &made->net, w->m->c, q, &made->facets[q], e)) {
		made->facets[q] = NULL;
		return e->status;
	}
	*out = made->facets[q];
	return STATUS_OK;
}

enum status facet_make(struct arena *a, const struct whole *w, size_t question, struct facet *f, struct err *e)
{
	struct plan *p;
	*f = (struct facet){ .w = w, .question = question, .n = w->m->c->questions.at[question].hyps.n };
	if (find_plan(a, w, question, &p, e))
		return e->status;
	f->sweep = sweep_new(a, p);
	f->scale = arena_array(a, double, w->product.net.tables.n + 1);
	sweep_load_all(f->sweep, w->values);
	sweep_up(f->sweep);
	sweep_down(f->sweep);
	for (uint32_t t = 0; t < w->product.net.tables.n; t++)
		f->scale[t] = sweep_scale(f->sweep, t);
	return STATUS_OK;
}

bool facet_slopes(const struct facet *f, uint32_t table, double *out)
{
	if (f->scale[table] == 0)
		return false;
	sweep_add_slopes(f->sweep, table, NULL, 1 / f->scale[table], true, out);
	return true;
}

bool facet_replace(const struct facet *f, size_t says, const double *values, double *posterior)
{
	uint32_t table = f->w->product.table_of[says];
	double sum = 0;
	if (f->scale[table] == 0) {
		memcpy(posterior, f->w->posterior[f->question], f->n * sizeof *posterior);
		return true;
	}
	memset(posterior, 0, f->n * sizeof *posterior);
	sweep_add_slopes(f->sweep, table, values, 1 / f->scale[table], false, posterior);
	for (size_t h = 0; h < f->n; h++)
		sum += posterior[h];
	for (size_t h = 0; h < f->n; h++)
		posterior[h] /= sum;
	return sum > 0;
}

enum status facet_alone(const struct whole *w, double *out, struct err *e)
{
	const struct product *x = &w->product;
	struct arena a = { 0 };
	struct plan *p;
	enum status s = find_plan(&a, w, 0, &p, e);
	if (!s) {
		double *values = arena_array(&a, double, x->net.cells + 1);
		unsigned char *none = arena_array(&a, unsigned char, w->m->c->reports.n + 1);
		struct sweep *sweep = sweep_new(&a, p);
		product_fill(x, w->p, none, values);
		sweep_load_all(sweep, values);
		sweep_up(sweep);
		sweep_down(sweep);
		for (size_t k = 0; k < x->says.n; k++)
			out[k] = sweep_share(sweep, x->table_of[k], w->values + x->says.at[k].at);
	}
	arena_free(&a);
	return s;
}

bool facet_joint(const struct facet *f, size_t fact, double *out)
{
	bool apart;
	const double *x = sweep_marginal(f->sweep, (uint32_t)(f->w->m->c->questions.n + fact), &apart);
	double sum = 0;
	if (!x || !apart)
		return false;
	for (size_t i = 0; i < 2 * f->n; i++)
		sum += x[i];
	for (size_t i = 0; i < 2 * f->n; i++)
		out[i] = x[i] / sum;
	return true;
}
