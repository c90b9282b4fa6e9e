// The weight of evidence is the change it makes to the log-odds (Good, "Weight of evidence: a brief survey", 1985).
// Origins enter one after another, by their first counted report, with all that they say: so the weights sum to the way
// from prior to posterior. What an origin weighs depends on what came before it; that is what independence would
// forbid.
#include "weigh/weight.h"

#include "weigh/facet.h"

#include <math.h>

double weight_decibans(const double *p, size_t n, size_t h)
{
	double field = 0;
	for (size_t i = 0; i < n; i++)
		if (i != h)
			field += p[i];
	return 10 * log10(p[h] / field);
}

double weight_change(const double *p, const double *before, size_t n, size_t h)
{
	double now = weight_decibans(p, n, h), then = weight_decibans(before, n, h);
	return isinf(now) && now == then ? 0 : now - then;
}

double weight_entropy(const double *p, size_t n)
{
	double entropy = 0;
	for (size_t h = 0; h < n; h++)
		entropy -= p[h] > 0 ? p[h] * log(p[h]) : 0;
	return n > 1 ? 1 - entropy / log((double)n) : 1;
}

// Ranks the counted reports by when their origin first speaks; first[rank] is that report. Returns how many origins.
static size_t rank_origins(const struct whole *w, struct arena *a, size_t *rank, size_t *first)
{
	const struct the_case *c = w->m->c;
	size_t n = 0,
	       *of = arena_array(a, size_t, c->sources.n + c->reports.n + 1); // [origin] its rank and one; 0 not yet
	for (size_t i = 0; i < w->count.n; i++) {
		size_t origin = lane_origin(c, w->count.kept[i]);
		if (!of[origin]) {
			first[n] = w->count.kept[i];
			of[origin] = ++n;
		}
		rank[i] = of[origin] - 1;
	}
	return n;
}

struct weights weight_want(struct arena *a, const struct whole *w, struct lane_list *lanes)
{
	size_t *rank = arena_array(a, size_t, w->count.n + 1);
	struct weights x = { .from = lanes->list.n, .first = arena_array(a, size_t, w->count.n + 1) };
	x.n = rank_origins(w, a, rank, x.first);
	for (size_t i = 0; i < x.n; i++)
		list_push(a, &lanes->list,
			  ((struct lane){ .kind = LANE_FIRST, .item = i, .rank = rank, .p = lane_room(a, w->m) }));
	return x;
}

void weight_tell(struct arena *a, const struct whole *w, const struct weights *x, const struct lane_list *lanes,
		 struct assessment *out)
{
	const struct the_case *c = w->m->c;
	for (size_t i = 0; i < x->n; i++) {
		const struct lane *l = &lanes->list.at[x->from + i];
		double **next = i + 1 < x->n ? l[1].p : w->posterior;
		const char *origin = lane_origin_id(a, c, lane_origin(c, x->first[i]));
		for (size_t q = 0; q < c->questions.n; q++) {
			struct question_result *r = &out->questions[q];
			struct contribution k = { .origin = origin, .published = c->reports.at[x->first[i]].published };
			k.decibans = weight_change(next[q], l->p[q], r->n, r->lead);
			list_push(a, &r->contributions, k);
		}
	}
}

enum status weight_conflict(const struct whole *w, double *bits, struct err *e)
{
	struct arena a = { 0 };
	double *alone = arena_array(&a, double, w->product.says.n + 1), sum = 0;
	enum status s = w->m->c->questions.n ? facet_alone(w, alone, e) : STATUS_OK;
	for (size_t i = 0; i < w->count.n && w->m->c->questions.n; i++)
		sum += log(alone[w->product.says_of[w->count.kept[i]]]);
	*bits = (sum - w->log_p) / M_LN2;
	arena_free(&a);
	return s;
}
