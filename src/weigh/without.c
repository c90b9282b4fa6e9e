// Retractions one by one (doc/method.md, "Without").
#include "weigh/without.h"

#include <stdlib.h>

#include "case/scale.h"
#include "weigh/weight.h"

struct removal without_change(const struct question_result *r, const double *posterior, double *p)
{
	struct removal x = { .p = p, .decibans = weight_change(p, posterior, r->n, r->lead) };
	size_t lead = assessment_lead(p, r->n);
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

static void want(struct arena *a, const struct whole *w, struct lane_list *lanes, struct lane l)
{
	l.p = lane_room(a, w->m);
	list_push(a, &lanes->list, l);
}

static int by_day(const void *a, const void *b)
{
	const struct date *x = a, *y = b;
	return date_compare(*x, *y);
}

static void want_days(struct arena *a, const struct whole *w, struct lane_list *lanes)
{
	const struct the_case *c = w->m->c;
	LIST(struct date) days = { 0 };
	for (size_t i = 0; i < c->reports.n; i++)
		if (w->live[i] && date_known(c->reports.at[i].published))
			list_push(a, &days, c->reports.at[i].published);
	if (days.n)
		qsort(days.at, days.n, sizeof *days.at, by_day);
	for (size_t i = 0; i < days.n; i++)
		if (!i || date_compare(days.at[i], days.at[i - 1]))
			want(a, w, lanes, (struct lane){ .kind = LANE_LATER, .as_of = days.at[i] });
}

struct without without_want(struct arena *a, const struct whole *w, struct lane_list *lanes)
{
	static const enum lane_kind lane_of[REMOVAL_KINDS] = { LANE_REPORT, LANE_FACT, LANE_SOURCE, LANE_ORIGIN };
	struct without x = { .from = lanes->list.n };
	for (int kind = 0; kind < REMOVAL_KINDS; kind++) {
		bool *touch = touched(a, w, kind);
		for (size_t i = 0; i < items(w->m->c, kind); i++)
			if (touch[i])
				want(a, w, lanes, (struct lane){ .kind = lane_of[kind], .item = i });
		x.end[kind] = lanes->list.n;
	}
	want_days(a, w, lanes);
	x.days = lanes->list.n;
	return x;
}

void without_tell(struct arena *a, const struct whole *w, const struct without *x, const struct lane_list *lanes,
		  struct assessment *out)
{
	const struct the_case *c = w->m->c;
	size_t i = x->from;
	for (int kind = 0; kind < REMOVAL_KINDS; kind++)
		for (; i < x->end[kind]; i++) {
			const struct lane *l = &lanes->list.at[i];
			const char *id = item_id(a, c, kind, l->item);
			for (size_t q = 0; q < c->questions.n; q++) {
				struct removal r = without_change(&out->questions[q], w->posterior[q], l->p[q]);
				r.id = id;
				list_push(a, &out->questions[q].without[kind], r);
			}
		}
	for (; i < x->days; i++)
		list_push(a, &out->timeline, ((struct moment){ lanes->list.at[i].as_of, lanes->list.at[i].p }));
}
