// The assessment, part by part.
#include "weigh/weigh.h"

#include <string.h>

#include "base/par.h"
#include "case/scale.h"
#include "weigh/analyst.h"
#include "weigh/basis.h"
#include "weigh/draw.h"
#include "weigh/flip.h"
#include "weigh/impossible.h"
#include "weigh/next.h"
#include "weigh/threshold.h"
#include "weigh/weight.h"
#include "weigh/without.h"

static const double ruled_out_below = 0.01;

enum {
	MOST_SETS = 200000, // of origins that are taken away together
	MOST_MADE = 16,     // plans that a cache keeps
};

static void tell_reports(struct arena *a, const struct whole *w, struct assessment *out)
{
	const struct the_case *c = w->m->c;
	bool *seen = arena_array(a, bool, c->sources.n + 1);
	out->reports = arena_array(a, struct counted, c->reports.n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		out->reports[r] = (struct counted){ .live = w->live[r],
						    .counted = w->count.behind[r] == r,
						    .of = w->live[r] ? w->count.behind[r] : r,
						    .changed_story = w->count.changed[r] };
	for (size_t i = 0; i < w->count.n; i++) {
		size_t report = w->count.kept[i];
		const struct report *r = &c->reports.at[report];
		out->reports[report].echo = product_echo(w->m, report, w->count.fate[report], w->p);
		if (!r->from.id)
			out->tally.untraceable++;
		else if (!seen[r->from.at])
			out->tally.origins++, seen[r->from.at] = true;
	}
	out->tally.reports = w->count.live;
	out->tally.echoes = w->count.live - w->count.n;
}

// Which questions the counted reports reach: what their facts depend on, and every question that depends on such a one.
static bool *reached(struct arena *a, const struct whole *w)
{
	const struct the_case *c = w->m->c;
	size_t n = case_variables(c);
	bool *reach = arena_array(a, bool, n + 1);
	for (size_t i = 0; i < w->count.n; i++)
		reach[c->questions.n + (size_t)c->reports.at[w->count.kept[i]].fact.at] = true;
	for (size_t v = n; v-- > 0;)
		for (size_t i = 0; reach[v] && i < w->m->recipes[v].n_parents; i++)
			reach[w->m->recipes[v].parents[i]] = true;
	for (size_t q = 0; q < c->questions.n; q++)
		for (size_t i = 0; i < w->m->recipes[q].n_parents; i++)
			reach[q] |= reach[w->m->recipes[q].parents[i]];
	return reach;
}

static enum status tell_answers(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	struct lane before = { .kind = LANE_ALL, .p = lane_room(a, w->m) };
	bool *reach = reached(a, w);
	if (lane_run(w, &before, 1, e))
		return e->status;
	out->questions = arena_array(a, struct question_result, c->questions.n + 1);
	for (size_t q = 0; q < c->questions.n; q++) {
		struct question_result *r = &out->questions[q];
		r->n = c->questions.at[q].hyps.n;
		r->hyps = arena_array(a, struct hypothesis_result, r->n);
		r->lead = assessment_lead(w->posterior[q], r->n);
		r->prior_alone = !reach[q];
		for (size_t h = 0; h < r->n; h++) {
			double p = w->posterior[q][h];
			r->hyps[h] = (struct hypothesis_result){ .prior = before.p[q][h],
								 .p = p,
								 .lo = p,
								 .hi = p,
								 .half_lo = p,
								 .half_hi = p,
								 .leads = h == r->lead,
								 .word = scale_say(p) };
		}
	}
	out->log_p_e = w->log_p;
	return STATUS_OK;
}

static enum status tell_intervals(struct arena *a, const struct whole *w, const struct belief *beliefs,
				  const struct weigh_options *o, struct assessment *out, struct err *e)
{
	struct interval *x = arena_array(a, struct interval, w->m->n_hyps + 1);
	if (!o->draws)
		return STATUS_OK;
	if (draw_intervals(w, beliefs, o->draws, o->seed, x, e))
		return e->status;
	for (size_t q = 0; q < w->m->c->questions.n; q++)
		for (size_t h = 0; h < out->questions[q].n; h++) {
			struct hypothesis_result *r = &out->questions[q].hyps[h];
			const struct interval *from = &x[w->m->hyps_at[q] + h];
			r->lo = from->lo;
			r->hi = from->hi;
			r->half_lo = from->half_lo;
			r->half_hi = from->half_hi;
			r->leads = from->leads;
			r->ruled_out = r->hi < ruled_out_below;
		}
	return STATUS_OK;
}

// What one sweep for each question tells; the questions side by side.
struct facets {
	struct whole *w;
	struct facet *at; // [question]
	struct assessment *out;
	bool *reported;       // [fact]
	struct arena *memory; // [question]
	enum status *status;
	struct err *errs;
};

static void tell_facet(void *context, size_t q, size_t thread)
{
	struct facets *x = context;
	struct facet *f = &x->at[q];
	(void)thread;
	x->status[q] = facet_make(&x->memory[q], x->w, q, f, &x->errs[q]);
	if (!x->status[q])
		next_facts(&x->memory[q], f, x->reported, &x->out->questions[q]);
	if (!x->status[q] && q == 0) // whose plan it shares
		x->status[q] = weight_conflict(x->w, &x->out->conflict, &x->errs[q]);
}

static enum status tell_facets(struct arena *a, struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	size_t n = c->questions.n;
	struct facets x = { .w = w, .out = out, .reported = arena_array(a, bool, c->facts.n + 1) };
	x.at = arena_array(a, struct facet, n + 1);
	x.memory = arena_array(a, struct arena, n + 1);
	x.status = arena_array(a, enum status, n + 1);
	x.errs = arena_array(a, struct err, n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		x.reported[c->reports.at[r].fact.at] |= w->live[r];
	par_for(n, tell_facet, &x);
	enum status s = STATUS_OK;
	for (size_t q = 0; q < n; q++) {
		arena_adopt(a, &x.memory[q]);
		if (!s && (s = x.status[q])) {
			*e = x.errs[q];
			(void)err_within(e, "what bears on %s", c->questions.at[q].id);
		}
	}
	w->facets = s ? NULL : x.at;
	return s || n ? s : weight_conflict(w, &out->conflict, e);
}

// All that takes something away, and all that is looked for value by value, side by side.
static enum status tell_changes(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	struct lane_list lanes = { 0 };
	struct without without = without_want(a, w, &lanes);
	struct weights weights = weight_want(a, w, &lanes);
	struct threshold_job thresholds;
	struct lane_job job;
	const struct par_work work[] = { lane_work(a, w, lanes.list.at, lanes.list.n, &job),
					 threshold_work(a, w, out, &thresholds) }; // the small pieces last
	par_all(work, sizeof work / sizeof *work);
	if (threshold_status(&thresholds, e) || lane_status(&job, e))
		return e->status;
	without_tell(a, w, &without, &lanes, out);
	weight_tell(a, w, &weights, &lanes, out);
	return STATUS_OK;
}

// All that says why, beside the answer itself.
static enum status tell_reasons(struct arena *a, struct whole *w, const struct weigh_options *o, struct assessment *out,
				struct err *e)
{
	enum status s = tell_facets(a, w, out, e);
	s = s ? s : tell_changes(a, w, out, e);
	s = s ? s : flip_origins(a, w, o->most_sets ? o->most_sets : MOST_SETS, out, e);
	s = s ? s : analyst_views(a, w, o->cache, out, e);
	return s || !o->draws ? s : basis_confidence(a, w, out, e);
}

static enum status tell_all(struct arena *a, struct whole *w, const struct belief *beliefs,
			    const struct weigh_options *o, struct assessment *out, struct err *e)
{
	tell_reports(a, w, out);
	enum status s = tell_answers(a, w, out, e);
	s = s ? s : tell_intervals(a, w, beliefs, o, out, e);
	return s || o->bare ? s : tell_reasons(a, w, o, out, e);
}

enum status weigh_case(struct arena *a, const struct the_case *c, const struct weigh_options *o, struct assessment *out,
		       struct err *e)
{
	struct model m;
	struct whole w = { 0 };
	bool possible;
	arena_hoard();
	if (o->cache && o->cache->made.n > MOST_MADE)
		product_forget(o->cache);
	*out = (struct assessment){ .seed = o->seed, .draws = o->draws };
	if (model_make(a, c, &m, e))
		return e->status;
	const struct belief *beliefs = model_beliefs(a, &m, NULL);
	enum status s = lane_whole(a, &m, model_centres(a, &m, beliefs), o->cache, &w, &possible, e);
	if (!s)
		s = possible ? tell_all(a, &w, beliefs, o, out, e) : impossible_explain(&w, e);
	lane_done(&w);
	return s;
}
