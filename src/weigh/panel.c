#include "weigh/panel.h"

void panel_put(struct panel *p, unsigned lane, const double *values)
{
	double *tables = p->sweep->tables + lane;
	const uint32_t *at = p->x->place;
	for (size_t c = 0; c < p->x->net.cells; c++)
		if (at[c] != PLAN_NONE)
			tables[at[c]] = values[c];
	p->renew->all = true;
}

static void put_table(struct panel *p, unsigned lane, size_t says, const double *values)
{
	const struct says *s = &p->x->says.at[says];
	double *tables = p->sweep->tables + lane;
	const uint32_t *at = p->x->place + s->at;
	bool changed = false;
	for (size_t c = 0; c < s->cells; c++) {
		changed |= tables[at[c]] != values[s->at + c];
		tables[at[c]] = values[s->at + c];
	}
	if (changed)
		renew_touch(p->renew, p->x->table_of[says]);
}

void panel_put_says(struct panel *p, unsigned lane, const size_t *says, size_t n, const double *values)
{
	struct panel_lane *l = &p->lanes[lane];
	for (size_t i = 0; i < n; i++) {
		put_table(p, lane, says[i], values);
		l->stale[says[i]] = false;
	}
	for (each (k, &l->says))
		if (l->stale[*k])
			put_table(p, lane, *k, p->values);
	l->says.n = 0;
	for (size_t i = 0; i < n; i++) {
		list_push(p->arena, &l->says, says[i]);
		l->stale[says[i]] = true;
	}
}

struct panel *panel_new(struct arena *a, const struct product *x, const double *values)
{
	struct panel *p = arena_new(a, struct panel);
	*p = (struct panel){ .x = x, .sweep = sweep_new(a, x->plan), .values = values, .arena = a };
	p->renew = renew_new(a, p->sweep);
	for (unsigned lane = 0; lane < KERNEL_LANES; lane++)
		p->lanes[lane].stale = arena_array(a, bool, x->says.n + 1);
	for (size_t c = 0; c < x->net.cells; c++)
		for (unsigned lane = 0; x->place[c] != PLAN_NONE && lane < KERNEL_LANES; lane++)
			p->sweep->tables[x->place[c] + lane] = values[c];
	return p;
}

void panel_run(struct panel *p)
{
	renew_run(p->renew);
}

double panel_log_p(const struct panel *p)
{
	return sweep_log_p(p->sweep, 0);
}

bool panel_possible(const struct panel *p, unsigned lane)
{
	return sweep_possible(p->sweep, lane);
}

void panel_answer(const struct panel *p, unsigned lane, double **posterior)
{
	const struct the_case *c = p->x->m->c;
	for (size_t q = 0; q < c->questions.n; q++) {
		bool apart;
		const double *x = sweep_marginal(p->sweep, (uint32_t)q, &apart);
		size_t n = c->questions.at[q].hyps.n;
		double sum = 0;
		for (size_t h = 0; h < n; h++)
			sum += posterior[q][h] = x[h * KERNEL_LANES + lane];
		for (size_t h = 0; h < n; h++)
			posterior[q][h] /= sum;
	}
}
