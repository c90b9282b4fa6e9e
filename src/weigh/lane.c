// Where what is left counts as it counts in the whole, a lane is the whole's own network with some reports saying
// nothing: nothing is compiled again. Elsewhere (an echo moves up, a discount falls away, a story that changed is told
// the old way) the lane gets a network of its own.
#include "weigh/lane.h"

#include "base/par.h"

#include <string.h>

enum { LANES_TOGETHER = 8 }; // per piece of parallel work, so that scratch is not made for each

size_t lane_origin(const struct the_case *c, size_t report)
{
	const struct report *r = &c->reports.at[report];
	return r->from.id ? (size_t)r->from.at : c->sources.n + report;
}

const char *lane_origin_id(struct arena *a, const struct the_case *c, size_t origin)
{
	if (origin < c->sources.n)
		return c->sources.at[origin].id;
	return arena_printf(a, "untraceable:%s", c->reports.at[origin - c->sources.n].id);
}

bool *lane_affirms(struct arena *a, const struct model *m, const double *p)
{
	bool *affirms = arena_array(a, bool, m->c->reports.n + 1);
	for (size_t r = 0; r < m->c->reports.n; r++)
		affirms[r] = p[m->holds[r]] >= 0.5;
	return affirms;
}

double **lane_room(struct arena *a, const struct model *m)
{
	const struct the_case *c = m->c;
	double **p = arena_array(a, double *, c->questions.n + 1), *all = arena_array(a, double, m->n_hyps + 1);
	for (size_t q = 0; q < c->questions.n; q++)
		p[q] = all + m->hyps_at[q];
	return p;
}

static void read_out(const struct model *m, const struct infer_work *work, double **p)
{
	for (size_t q = 0; p && q < m->c->questions.n; q++)
		memcpy(p[q], work->belief[q], m->c->questions.at[q].hyps.n * sizeof **p);
}

static bool published_by(const struct report *r, struct date day)
{
	return !date_known(day) || (date_known(r->published) && date_compare(r->published, day) <= 0);
}

enum status lane_whole(struct arena *a, const struct model *m, const double *p, struct whole *w, bool *possible,
		       struct err *e)
{
	const struct the_case *c = m->c;
	*w = (struct whole){
		.m = m, .p = p, .affirms = lane_affirms(a, m, p), .live = arena_array(a, bool, c->reports.n + 1)
	};
	for (size_t r = 0; r < c->reports.n; r++)
		w->live[r] = published_by(&c->reports.at[r], c->as_of);
	count_reports(a, &m->count, w->live, w->affirms, &w->count);
	if (product_make(a, m, &w->count, MODEL_NOWHERE, &w->product, e))
		return e->status;
	w->values = arena_array(a, double, w->product.net.cells + 1);
	product_fill(&w->product, p, w->values);
	struct infer_work *work = infer_work(a, w->product.engine);
	w->posterior = lane_room(a, m);
	*possible = infer_run(w->product.engine, w->values, work);
	w->log_p = work->log_p;
	if (*possible)
		read_out(m, work, w->posterior);
	return STATUS_OK;
}

static bool through(const struct report *r, size_t source)
{
	bool found = r->from.id && (size_t)r->from.at == source;
	for (each (via, &r->via))
		found |= (size_t)via->at == source;
	return found;
}

static bool supports(const struct assumption *s, const struct report *r)
{
	bool found = false;
	for (each (fact, &s->supports))
		found |= fact->at == r->fact.at;
	return found;
}

static bool left_out(const struct lane *l, const struct the_case *c, size_t report)
{
	const struct report *r = &c->reports.at[report];
	switch (l->kind) {
	case LANE_REPORT:
		return report == l->item;
	case LANE_FACT:
		return (size_t)r->fact.at == l->item;
	case LANE_SOURCE:
		return through(r, l->item);
	case LANE_ORIGIN:
		return lane_origin(c, report) == l->item;
	case LANE_ASSUMPTION:
		return supports(&c->assumptions.at[l->item], r);
	case LANE_LATER:
		return !published_by(r, l->as_of);
	default:
		return l->kind == LANE_ALL;
	}
}

// Scratch of one piece of parallel work.
struct scratch {
	struct arena arena;
	struct infer_work *work;
	double *values;
	bool *keep;
};

static void run_muted(const struct whole *w, struct lane *l, struct scratch *s)
{
	if (!s->work) {
		s->work = infer_work(&s->arena, w->product.engine);
		s->values = arena_array(&s->arena, double, w->product.net.cells + 1);
	}
	memcpy(s->values, w->values, w->product.net.cells * sizeof *s->values);
	for (size_t i = 0; i < w->count.n; i++)
		if (!s->keep[w->count.kept[i].report])
			product_mute(&w->product, i, s->values);
	bool possible = infer_run(w->product.engine, s->values, s->work);
	l->log_p = s->work->log_p;
	l->status = possible ? STATUS_OK : STATUS_IMPOSSIBLE;
	if (possible)
		read_out(w->m, s->work, l->p);
}

static void run_apart(const struct whole *w, const struct count *count, struct lane *l)
{
	struct arena a = { 0 };
	struct product x;
	l->status = product_make(&a, w->m, count, MODEL_NOWHERE, &x, &l->e);
	if (!l->status) {
		double *values = arena_array(&a, double, x.net.cells + 1);
		struct infer_work *work = infer_work(&a, x.engine);
		memcpy(values, w->values, x.common * sizeof *values);
		product_fill_reports(&x, w->p, values);
		l->status = infer_run(x.engine, values, work) ? STATUS_OK : STATUS_IMPOSSIBLE;
		l->log_p = work->log_p;
		if (!l->status)
			read_out(w->m, work, l->p);
	}
	arena_free(&a);
}

static void run_lane(const struct whole *w, struct lane *l, struct scratch *s)
{
	const struct the_case *c = w->m->c;
	memset(s->keep, 0, c->reports.n);
	if (l->kind == LANE_FIRST || l->kind == LANE_ONE) {
		for (size_t i = 0; i < w->count.n; i++)
			s->keep[w->count.kept[i].report] = l->kind == LANE_ONE ? i == l->item : l->rank[i] < l->item;
		run_muted(w, l, s);
		return;
	}
	struct arena a = { 0 };
	bool *live = arena_array(&a, bool, c->reports.n + 1);
	struct count count;
	for (size_t r = 0; r < c->reports.n; r++)
		live[r] = w->live[r] && !left_out(l, c, r);
	count_reports(&a, &w->m->count, live, w->affirms, &count);
	for (size_t i = 0; i < count.n; i++)
		s->keep[count.kept[i].report] = true;
	if (count_within(&count, &w->count)) {
		run_muted(w, l, s);
	} else {
		run_apart(w, &count, l);
		if (l->status == STATUS_IMPOSSIBLE) {
			for (size_t r = 0; r < c->reports.n; r++)
				s->keep[r] = live[r];
			run_muted(w, l, s);
		}
	}
	arena_free(&a);
}

struct job {
	const struct whole *w;
	struct lane *lanes;
	size_t n;
};

static void run_some(void *context, size_t piece, size_t thread)
{
	struct job *j = context;
	struct scratch s = { 0 };
	(void)thread;
	s.keep = arena_array(&s.arena, bool, j->w->m->c->reports.n + 1);
	for (size_t i = piece * LANES_TOGETHER; i < j->n && i < (piece + 1) * LANES_TOGETHER; i++)
		run_lane(j->w, &j->lanes[i], &s);
	arena_free(&s.arena);
}

static enum status fail(const struct whole *w, const struct lane *l, struct err *e)
{
	const struct the_case *c = w->m->c;
	*e = l->e;
	switch (l->kind) {
	case LANE_REPORT:
		return err_within(e, "without report %s", c->reports.at[l->item].id);
	case LANE_FACT:
		return err_within(e, "without fact %s", c->facts.at[l->item].id);
	case LANE_SOURCE:
		return err_within(e, "without source %s", c->sources.at[l->item].id);
	case LANE_ORIGIN:
		if (l->item >= c->sources.n)
			return err_within(e, "without the origin of report %s",
					  c->reports.at[l->item - c->sources.n].id);
		return err_within(e, "without origin %s", c->sources.at[l->item].id);
	default:
		return err_within(e, "with a part of the reports");
	}
}

enum status lane_run(const struct whole *w, struct lane *lanes, size_t n, struct err *e)
{
	struct job j = { w, lanes, n };
	par_for((n + LANES_TOGETHER - 1) / LANES_TOGETHER, run_some, &j);
	for (size_t i = 0; i < n; i++)
		if (lanes[i].status)
			return fail(w, &lanes[i], e);
	return STATUS_OK;
}
