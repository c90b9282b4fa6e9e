// An analyst's own answer takes their opinion wherever they have one and the pooled value elsewhere. Where that makes
// the evidence impossible (an exact 0 or 1 of theirs), their opinions are clipped as pooling clips them.
#include "weigh/analyst.h"

#include <math.h>
#include <string.h>

#include "weigh/lane.h"
#include "weigh/weight.h"

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

static enum status add_view(struct arena *a, const struct model *m, const char *id, struct assessment *out,
			    struct err *e)
{
	struct arena scratch = { 0 };
	struct whole w;
	bool possible = true;
	double *p = model_centres(&scratch, m, model_beliefs(&scratch, m, id));
	enum status s = lane_whole(&scratch, m, p, &w, &possible, e);
	if (!s && !possible) {
		clip_opinions(m, p);
		s = lane_whole(&scratch, m, p, &w, &possible, e);
	}
	for (size_t q = 0; !s && possible && q < m->c->questions.n; q++) {
		struct question_result *r = &out->questions[q];
		struct analyst_result x = { id, weight_lead(w.posterior[q], r->n), arena_array(a, double, r->n) };
		memcpy(x.p, w.posterior[q], r->n * sizeof *x.p);
		list_push(a, &r->analysts, x);
	}
	arena_free(&scratch);
	return s;
}

enum status analyst_views(struct arena *a, const struct model *m, struct assessment *out, struct err *e)
{
	struct names names = analysts(a, m);
	for (each (name, &names))
		if (names.n > 1 && add_view(a, m, *name, out, e))
			return err_within(e, "as analyst %s sees it", *name);
	return STATUS_OK;
}
