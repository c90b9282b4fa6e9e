// An analyst's own answer takes their opinion wherever they have one and the pooled value elsewhere. Where that makes
// the evidence impossible (an exact 0 or 1 of theirs), their opinions are clipped as pooling clips them.
#include "weigh/analyst.h"

#include <math.h>
#include <string.h>

#include "weigh/curve.h"
#include "weigh/weight.h"

static const double least_gain = 1e-9; // decibans; less is rounding

static void add_name(struct arena *a, struct names *names, const char *id)
{
	for (each (name, names))
		if (!strcmp(*name, id))
			return;
	list_push(a, names, id);
}

// Everybody whose opinion stands in a value, in the order of the case's own list, then as they come.
static struct names analysts(struct arena *a, const struct model *m)
{
	struct names opinions = { 0 }, out = { 0 };
	for (size_t i = 0; i < m->n_places; i++)
		if (m->places[i].value)
			for (each (o, &m->places[i].value->by))
				add_name(a, &opinions, o->analyst);
	for (each (analyst, &m->c->analysts))
		for (each (name, &opinions))
			if (!strcmp(*name, analyst->id))
				add_name(a, &out, *name);
	for (each (name, &opinions))
		add_name(a, &out, *name);
	return out;
}

static void clip_opinions(const struct model *m, double *p)
{
	for (size_t i = 0; i < m->n_places; i++)
		if (m->places[i].value && m->places[i].value->kind == VALUE_BY)
			p[i] = fmin(fmax(p[i], MODEL_CLIP), 1 - MODEL_CLIP);
}

// The case in one analyst's eyes.
struct view {
	const char *id;
	double *p;
	struct whole w;
	struct facet *facets; // [question]
	bool possible;
};

static enum status make_view(struct arena *a, const struct model *m, struct product_cache *cache, struct view *v,
			     struct err *e)
{
	v->p = model_centres(a, m, model_beliefs(a, m, v->id));
	enum status s = lane_whole(a, m, v->p, cache, &v->w, &v->possible, e);
	if (!s && !v->possible) {
		lane_done(&v->w);
		clip_opinions(m, v->p);
		s = lane_whole(a, m, v->p, cache, &v->w, &v->possible, e);
	}
	v->facets = arena_array(a, struct facet, m->c->questions.n + 1);
	for (size_t q = 0; !s && v->possible && q < m->c->questions.n; q++)
		s = facet_make(a, &v->w, q, &v->facets[q], e);
	return s ? err_within(e, "as analyst %s sees it", v->id) : STATUS_OK;
}

static void tell_view(struct arena *a, const struct view *v, size_t q, struct question_result *out)
{
	struct analyst_result x = { v->id, assessment_lead(v->w.posterior[q], out->n), arena_array(a, double, out->n) };
	memcpy(x.p, v->w.posterior[q], out->n * sizeof *x.p);
	list_push(a, &out->analysts, x);
}

// The decibans of the leader in an analyst's eyes if they took the value for t; NAN where nothing is possible then.
static double with_value(const struct view *v, size_t q, size_t lead, size_t value, double t)
{
	const struct model *m = v->w.m;
	struct arena a = { 0 };
	struct curve k;
	size_t n = v->facets[q].n;
	double out = NAN, *p = arena_array(&a, double, m->n_values + 1), *x = arena_array(&a, double, n);
	memcpy(p, v->p, m->n_values * sizeof *p);
	if (m->places[value].kind == PLACE_HOLDS && (t >= 0.5) != (v->p[value] >= 0.5)) {
		struct whole w = { 0 };
		struct err e;
		bool possible;
		p[value] = t;
		if (!lane_whole(&a, m, p, NULL, &w, &possible, &e) && possible)
			out = weight_decibans(w.posterior[q], n, lead);
		lane_done(&w);
	} else if (curve_make(&a, &k, &v->facets[q], value, p)) {
		curve_at(&k, t, x);
		out = weight_decibans(x, n, lead);
	} else {
		out = weight_decibans(v->w.posterior[q], n, lead);
	}
	arena_free(&a);
	return out;
}

// How far the analysts are apart, in decibans of the leader; if they agreed on a value, where one is given.
static double gap(const struct view *views, size_t n, size_t q, size_t lead, size_t value, double t)
{
	double least = INFINITY, most = -INFINITY;
	for (size_t i = 0; i < n; i++) {
		if (!views[i].possible)
			continue;
		double x = value == MODEL_NOWHERE ? weight_decibans(views[i].w.posterior[q], views[i].facets[q].n, lead)
						  : with_value(&views[i], q, lead, value, t);
		if (!isfinite(x))
			return INFINITY;
		least = fmin(least, x);
		most = fmax(most, x);
	}
	return most >= least ? most - least : 0;
}

static void tell_agreement(const struct whole *pooled, const struct view *views, size_t n, size_t q,
			   struct question_result *out)
{
	const struct model *m = pooled->m;
	out->agree = (struct agreement){ .gap = gap(views, n, q, out->lead, MODEL_NOWHERE, 0) };
	out->agree.left = out->agree.gap;
	for (size_t i = 0; i < m->n_places; i++) {
		if (!m->places[i].value || m->places[i].value->kind != VALUE_BY)
			continue;
		double left = gap(views, n, q, out->lead, i, pooled->p[i]);
		if (left < out->agree.left - least_gain) {
			out->agree.value = m->places[i].name;
			out->agree.left = left;
		}
	}
}

enum status analyst_views(struct arena *a, const struct whole *pooled, struct product_cache *cache,
			  struct assessment *out, struct err *e)
{
	const struct model *m = pooled->m;
	struct names names = analysts(a, m);
	struct arena scratch = { 0 };
	struct view *views = arena_array(&scratch, struct view, names.n + 1);
	size_t n = names.n > 1 ? names.n : 0;
	enum status s = STATUS_OK;
	for (size_t i = 0; i < n && !s; i++) {
		views[i].id = names.at[i];
		s = make_view(&scratch, m, cache, &views[i], e);
	}
	for (size_t q = 0; n && !s && q < m->c->questions.n; q++) {
		for (size_t i = 0; i < n; i++)
			if (views[i].possible)
				tell_view(a, &views[i], q, &out->questions[q]);
		tell_agreement(pooled, views, n, q, &out->questions[q]);
	}
	for (size_t i = 0; i < n; i++)
		lane_done(&views[i].w);
	arena_free(&scratch);
	return s;
}
