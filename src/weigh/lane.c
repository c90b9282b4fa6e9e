#include "weigh/lane.h"

#include "base/par.h"
#include "weigh/batch.h"

#include <math.h>

enum { LANES_TOGETHER = 4 * KERNEL_LANES }; // per piece of parallel work
enum { SMALL = 50000, MUCH = 8 };           // cells of a network; times as many

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

bool lane_published_by(const struct report *r, struct date day)
{
	return !date_known(day) || (date_known(r->published) && date_compare(r->published, day) <= 0);
}

struct panel *lane_panel(const struct whole *w, size_t thread)
{
	struct lane_panels *p = w->panels;
	if (!p->panels[thread])
		p->panels[thread] = panel_new(&p->memory[thread], &w->product, w->values);
	return p->panels[thread];
}

void lane_done(struct whole *w)
{
	for (size_t t = 0; w->panels && t < par_count(); t++)
		arena_free(&w->panels->memory[t]);
	w->panels = NULL;
}

static void make_panels(struct arena *a, struct whole *w)
{
	w->panels = arena_new(a, struct lane_panels);
	w->panels->memory = arena_array(a, struct arena, par_count());
	w->panels->panels = arena_array(a, struct panel *, par_count());
}

// All live reports have tables, so that whatever is taken away the same network tells the rest; but not where those
// that do not count make it much larger.
static enum status make_product(struct arena *a, struct whole *w, struct product_cache *cache, struct err *e)
{
	size_t n = w->m->c->reports.n;
	enum status s = product_make(a, w->m, w->live, cache, &w->product, e);
	if (w->count.n == w->count.live || (s && s != STATUS_LIMIT) || (!s && w->product.plan->cells <= SMALL))
		return s;
	bool *counted = arena_array(a, bool, n + 1);
	struct product less;
	for (size_t r = 0; r < n; r++)
		counted[r] = w->count.fate[r] != COUNT_OUT;
	if (product_make(a, w->m, counted, cache, &less, e))
		return e->status;
	if (s || w->product.plan->cells > MUCH * less.plan->cells)
		w->product = less;
	return STATUS_OK;
}

enum status lane_whole(struct arena *a, const struct model *m, const double *p, struct product_cache *cache,
		       struct whole *w, bool *possible, struct err *e)
{
	const struct the_case *c = m->c;
	*w = (struct whole){ .m = m, .p = p, .affirms = lane_affirms(a, m, p) };
	w->live = arena_array(a, bool, c->reports.n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		w->live[r] = lane_published_by(&c->reports.at[r], c->as_of);
	count_reports(a, &m->count, w->live, w->affirms, &w->count);
	if (make_product(a, w, cache, e))
		return e->status;
	w->values = arena_array(a, double, w->product.net.cells + 1);
	product_fill(&w->product, p, w->count.fate, w->values);
	make_panels(a, w);
	w->posterior = lane_room(a, m);
	struct panel *panel = lane_panel(w, 0);
	panel_run(panel);
	w->log_p = panel_log_p(panel);
	*possible = isfinite(w->log_p);
	if (*possible)
		panel_answer(panel, 0, w->posterior);
	return STATUS_OK;
}

static size_t lanes_of(const struct lane_job *j, size_t piece)
{
	size_t left = j->n - piece * LANES_TOGETHER;
	return left < LANES_TOGETHER ? left : LANES_TOGETHER;
}

static void run_some(void *context, size_t piece, size_t thread)
{
	struct lane_job *j = context;
	j->done[piece] = batch_run(j->w, lane_panel(j->w, thread), j->lanes + piece * LANES_TOGETHER,
				   lanes_of(j, piece), &j->errs[piece]);
}

static enum status fail(const struct whole *w, const struct lane *l, struct err *e)
{
	const struct the_case *c = w->m->c;
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

static size_t pieces_of(const struct lane_job *j)
{
	return (j->n + LANES_TOGETHER - 1) / LANES_TOGETHER;
}

struct par_work lane_work(struct arena *a, const struct whole *w, struct lane *lanes, size_t n, struct lane_job *j)
{
	*j = (struct lane_job){ .w = w, .lanes = lanes, .n = n };
	j->done = arena_array(a, size_t, pieces_of(j) + 1);
	j->errs = arena_array(a, struct err, pieces_of(j) + 1);
	return (struct par_work){ pieces_of(j), run_some, j };
}

enum status lane_status(const struct lane_job *j, struct err *e)
{
	for (size_t i = 0; i < pieces_of(j); i++)
		if (j->done[i] < lanes_of(j, i)) {
			*e = j->errs[i];
			return fail(j->w, &j->lanes[i * LANES_TOGETHER + j->done[i]], e);
		}
	return STATUS_OK;
}

enum status lane_run(const struct whole *w, struct lane *lanes, size_t n, struct err *e)
{
	struct arena a = { 0 };
	struct lane_job j;
	struct par_work work = lane_work(&a, w, lanes, n, &j);
	par_all(&work, 1);
	enum status s = lane_status(&j, e);
	arena_free(&a);
	return s;
}
