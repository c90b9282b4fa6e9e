// Retractions one by one (doc/method.md, "Without").
#include "weigh/without.h"

#include <stdlib.h>

#include "case/scale.h"
#include "weigh/weight.h"

struct removal without_change(const struct question_result *r, const double *posterior, double *p)
{
	struct removal x = { .p = p, .decibans = weight_change(p, posterior, r->n, r->lead) };
	size_t lead = weight_lead(p, r->n);
	x.changes_lead = p[lead] > p[r->lead] + 1e-12;
	x.changes_word = scale_of(p[r->lead]) != scale_of(posterior[r->lead]);
	return x;
}

static size_t items(const struct the_case *c, enum removal_kind kind)
{
	switch (kind) {
	case REMOVAL_REPORT:
		return c->reports.n;
	case REMOVAL_FACT:
		return c->facts.n;
	case REMOVAL_SOURCE:
		return c->sources.n;
	default:
		return c->sources.n + c->reports.n;
	}
}

static const char *item_id(struct arena *a, const struct the_case *c, enum removal_kind kind, size_t item)
{
	switch (kind) {
	case REMOVAL_REPORT:
		return c->reports.at[item].id;
	case REMOVAL_FACT:
		return c->facts.at[item].id;
	case REMOVAL_SOURCE:
		return c->sources.at[item].id;
	default:
		return lane_origin_id(a, c, item);
	}
}

// Which items of a kind stand behind live reports.
static bool *touched(struct arena *a, const struct whole *w, enum removal_kind kind)
{
	const struct the_case *c = w->m->c;
	bool *touch = arena_array(a, bool, items(c, kind) + 1);
	for (size_t i = 0; i < c->reports.n; i++) {
		const struct report *r = &c->reports.at[i];
		if (!w->live[i])
			continue;
		if (kind == REMOVAL_REPORT)
			touch[i] = true;
		else if (kind == REMOVAL_FACT)
			touch[r->fact.at] = true;
		else if (kind == REMOVAL_ORIGIN)
			touch[lane_origin(c, i)] = true;
		else if (r->from.id)
			touch[r->from.at] = true;
		for (each (via, &r->via))
			if (kind == REMOVAL_SOURCE)
				touch[via->at] = true;
	}
	return touch;
}

enum status without_each(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	static const enum lane_kind lane_of[REMOVAL_KINDS] = { LANE_REPORT, LANE_FACT, LANE_SOURCE, LANE_ORIGIN };
	const struct the_case *c = w->m->c;
	LIST(struct lane) lanes = { 0 };
	size_t end[REMOVAL_KINDS];
	for (int kind = 0; kind < REMOVAL_KINDS; kind++) {
		bool *touch = touched(a, w, kind);
		for (size_t i = 0; i < items(c, kind); i++)
			if (touch[i])
				list_push(a, &lanes,
					  ((struct lane){ .kind = lane_of[kind], .item = i, .p = lane_room(a, w->m) }));
		end[kind] = lanes.n;
	}
	if (lane_run(w, lanes.at, lanes.n, e))
		return e->status;
	for (int kind = 0; kind < REMOVAL_KINDS; kind++)
		for (size_t i = kind ? end[kind - 1] : 0; i < end[kind]; i++)
			for (size_t q = 0; q < c->questions.n; q++) {
				const struct lane *l = &lanes.at[i];
				struct removal x = without_change(&out->questions[q], w->posterior[q], l->p[q]);
				x.id = item_id(a, c, kind, l->item);
				list_push(a, &out->questions[q].without[kind], x);
			}
	return STATUS_OK;
}

static int by_day(const void *a, const void *b)
{
	const struct lane *x = a, *y = b;
	return date_compare(x->as_of, y->as_of);
}

enum status without_later(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	LIST(struct lane) days = { 0 };
	size_t n = 0;
	for (size_t i = 0; i < c->reports.n; i++)
		if (w->live[i] && date_known(c->reports.at[i].published))
			list_push(a, &days, ((struct lane){ .kind = LANE_LATER, .as_of = c->reports.at[i].published }));
	if (days.n)
		qsort(days.at, days.n, sizeof *days.at, by_day);
	for (size_t i = 0; i < days.n; i++)
		if (!i || date_compare(days.at[i].as_of, days.at[n - 1].as_of)) {
			days.at[n] = days.at[i];
			days.at[n++].p = lane_room(a, w->m);
		}
	if (lane_run(w, days.at, n, e))
		return e->status;
	for (size_t i = 0; i < n; i++)
		list_push(a, &out->timeline, ((struct moment){ days.at[i].as_of, days.at[i].p }));
	return STATUS_OK;
}
