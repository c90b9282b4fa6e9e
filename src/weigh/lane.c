// The whole's own network tells a lane as well, with some reports saying nothing and others counting in their place:
// nothing is compiled again, and KERNEL_LANES of them are answered at once.
#include "weigh/lane.h"

#include "base/par.h"
#include "weigh/facet.h"

#include <math.h>
#include <string.h>

enum { LANES_TOGETHER = 2 * KERNEL_LANES }; // per piece of parallel work
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

static bool published_by(const struct report *r, struct date day)
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
		w->live[r] = published_by(&c->reports.at[r], c->as_of);
	count_reports(a, &m->count, w->live, w->affirms, &w->count);
	if (make_product(a, w, cache, e))
		return e->status;
	w->values = arena_array(a, double, w->product.net.cells + 1);
	product_fill(&w->product, p, w->count.fate, w->values);
	make_panels(a, w);
	w->posterior = lane_room(a, m);
	struct panel *panel = lane_panel(w, 0);
	panel_run(panel);
	w->log_p = panel_log_p(panel, 0);
	*possible = isfinite(w->log_p);
	if (*possible)
		panel_answer(panel, 0, w->posterior);
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
	case LANE_ORIGINS:
		for (size_t i = 0; i < l->n_origins; i++)
			if (lane_origin(c, report) == l->origins[i])
				return true;
		return false;
	case LANE_ASSUMPTION:
		return supports(&c->assumptions.at[l->item], r);
	case LANE_LATER:
		return !published_by(r, l->as_of);
	default:
		return l->kind == LANE_ALL;
	}
}

// A table of reports that a lane has other numbers in.
struct touch {
	unsigned lane;
	size_t says;
};

// Lanes that are answered side by side.
struct batch {
	const struct whole *w;
	struct panel *panel;
	struct lane *lanes[KERNEL_LANES];
	unsigned n;
	LIST(struct touch) touched;
	double *values;              // of one table of reports
	unsigned char *fate;         // [report]
	struct arena arena, scratch; // scratch: of one lane
};

static void read_lane(struct batch *b, unsigned slot, struct lane *l)
{
	l->status = isfinite(panel_log_p(b->panel, slot)) ? STATUS_OK : STATUS_IMPOSSIBLE;
	if (!l->status)
		panel_answer(b->panel, slot, l->p);
}

static void flush(struct batch *b)
{
	const struct product *x = &b->w->product;
	if (b->n)
		panel_run(b->panel);
	for (unsigned i = 0; i < b->n; i++)
		read_lane(b, i, b->lanes[i]);
	for (each (t, &b->touched))
		panel_put_says(b->panel, t->lane, t->says, b->w->values + x->says.at[t->says].at);
	b->n = 0;
	b->touched.n = 0;
}

// Whether a table of reports has other numbers in a lane; these are in b->values then. Where another report by the same
// chain says the same in its place they are equal.
static bool differs(struct batch *b, size_t says, const unsigned char *fate)
{
	const struct whole *w = b->w;
	const struct says *s = &w->product.says.at[says];
	bool same = true;
	for (each (r, &s->reports))
		same &= fate[*r] == w->count.fate[*r];
	if (same)
		return false;
	product_fill_says(&w->product, says, fate, w->p, b->values);
	return memcmp(b->values, w->values + s->at, s->cells * sizeof *b->values) != 0;
}

// Puts a lane into the batch: reports enter the product as `fate` has it.
static void put(struct batch *b, struct lane *l, const unsigned char *fate)
{
	if (b->n == KERNEL_LANES)
		flush(b);
	for (size_t k = 0; k < b->w->product.says.n; k++) {
		if (!differs(b, k, fate))
			continue;
		panel_put_says(b->panel, b->n, k, b->values);
		list_push(&b->arena, &b->touched, ((struct touch){ b->n, k }));
	}
	b->lanes[b->n++] = l;
}

// Where at most one table has other numbers than in the whole, the facets know the answer.
static bool tell_at_once(struct batch *b, struct lane *l, const unsigned char *fate)
{
	const struct whole *w = b->w;
	size_t changed = 0, last = 0;
	if (!w->facets)
		return false;
	for (size_t k = 0; k < w->product.says.n && changed < 2; k++)
		if (differs(b, k, fate)) {
			changed++;
			last = k;
		}
	if (changed > 1)
		return false;
	if (changed)
		product_fill_says(&w->product, last, fate, w->p, b->values);
	for (size_t q = 0; q < w->m->c->questions.n; q++) {
		const struct facet *f = &w->facets[q];
		if (!changed)
			memcpy(l->p[q], w->posterior[q], f->n * sizeof *l->p[q]);
		else if (!facet_replace(f, last, b->values, l->p[q]))
			return false;
	}
	return true;
}

// A network of its own, for a lane that counts what the whole does not.
static void run_apart(const struct whole *w, const struct count *count, struct lane *l)
{
	struct arena a = { 0 };
	struct product x;
	bool *counted = arena_array(&a, bool, w->m->c->reports.n + 1);
	for (size_t i = 0; i < count->n; i++)
		counted[count->kept[i]] = true;
	l->status = product_make(&a, w->m, counted, NULL, &x, &l->e);
	if (!l->status) {
		double *values = arena_array(&a, double, x.net.cells + 1);
		product_fill(&x, w->p, count->fate, values);
		struct panel *panel = panel_new(&a, &x, values);
		panel_run(panel);
		l->status = isfinite(panel_log_p(panel, 0)) ? STATUS_OK : STATUS_IMPOSSIBLE;
		if (!l->status)
			panel_answer(panel, 0, l->p);
	}
	arena_free(&a);
}

static void put_lane(struct batch *b, struct lane *l)
{
	const struct whole *w = b->w;
	const struct the_case *c = w->m->c;
	if (l->kind == LANE_FIRST) {
		memset(b->fate, COUNT_OUT, c->reports.n);
		for (size_t i = 0; i < w->count.n; i++) {
			size_t r = w->count.kept[i];
			if (l->rank[i] < l->item)
				b->fate[r] = w->count.fate[r];
		}
		put(b, l, b->fate);
		return;
	}
	arena_reset(&b->scratch);
	bool *live = arena_array(&b->scratch, bool, c->reports.n + 1);
	struct count count;
	for (size_t r = 0; r < c->reports.n; r++)
		live[r] = w->live[r] && !left_out(l, c, r);
	count_reports(&b->scratch, &w->m->count, live, w->affirms, &count);
	if (!product_covers(&w->product, &count))
		run_apart(w, &count, l);
	else if (!tell_at_once(b, l, count.fate))
		put(b, l, count.fate);
}

// Where what is left contradicts itself as it would be counted, it is told with the counting of the whole.
static void put_again(struct batch *b, struct lane *l)
{
	const struct the_case *c = b->w->m->c;
	for (size_t r = 0; r < c->reports.n; r++)
		b->fate[r] = left_out(l, c, r) ? COUNT_OUT : b->w->count.fate[r];
	put(b, l, b->fate);
}

struct job {
	const struct whole *w;
	struct lane *lanes;
	size_t n;
};

static void run_some(void *context, size_t piece, size_t thread)
{
	struct job *j = context;
	struct batch b = { .w = j->w, .panel = lane_panel(j->w, thread) };
	size_t from = piece * LANES_TOGETHER, to = from + LANES_TOGETHER < j->n ? from + LANES_TOGETHER : j->n;
	size_t cells = 1;
	for (each (s, &j->w->product.says))
		cells = s->cells > cells ? s->cells : cells;
	b.values = arena_array(&b.arena, double, cells);
	b.fate = arena_array(&b.arena, unsigned char, j->w->m->c->reports.n + 1);
	for (size_t i = from; i < to; i++)
		put_lane(&b, &j->lanes[i]);
	flush(&b);
	for (size_t i = from; i < to; i++)
		if (j->lanes[i].status == STATUS_IMPOSSIBLE && j->lanes[i].kind < LANE_ALL)
			put_again(&b, &j->lanes[i]);
	flush(&b);
	arena_free(&b.scratch);
	arena_free(&b.arena);
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
