// Every value is drawn by its own stream of a counter-based generator, draw by draw, so that draw 17 of a value is the
// same number whatever else is drawn and by which thread. Reports count as the drawn values say: where a report's value
// straddles 0.5 a draw may set it against its neighbours, and gets the network that belongs to that.
#include "weigh/draw.h"

#include "base/limits.h"
#include "base/par.h"
#include "base/rng.h"
#include "base/stats.h"

#include <math.h>
#include <string.h>

enum { DRAWS_TOGETHER = 128, MOST_KEPT = 64 };

static const double low_point = 0.05, high_point = 0.95;

struct drawing {
	const struct whole *w;
	const struct belief *beliefs;
	size_t draws;
	uint64_t seed;
	double *out;         // [draw][hypothesis of all questions]; the first NAN where the draw is impossible
	enum status *status; // [piece]
	struct err *errs;    // [piece]
};

// A network for one pattern of what the reports say, with the room to answer it.
struct made {
	bool *affirms;
	const struct product *product;
	struct infer_work *work;
	double *values;
};

struct bench {
	struct arena arena;
	double *p;
	bool *affirms;
	LIST(struct made) made;
};

static void make_room(struct bench *b, struct made *m)
{
	m->work = infer_work(&b->arena, m->product->engine);
	m->values = arena_array(&b->arena, double, m->product->net.cells + 1);
}

// The network for this draw's pattern: the whole's own, one made before, or a new one.
static enum status find(const struct drawing *d, struct bench *b, size_t *at, struct err *e)
{
	size_t n = d->w->m->c->reports.n;
	for (*at = 0; *at < b->made.n; ++*at)
		if (!memcmp(b->made.at[*at].affirms, b->affirms, n))
			return STATUS_OK;
	struct product *own = arena_new(&b->arena, struct product);
	struct made m = { .affirms = arena_array(&b->arena, bool, n + 1), .product = own };
	struct count count;
	memcpy(m.affirms, b->affirms, n);
	count_reports(&b->arena, &d->w->m->count, d->w->live, m.affirms, &count);
	if (product_make(&b->arena, d->w->m, &count, MODEL_NOWHERE, own, e))
		return e->status;
	make_room(b, &m);
	list_push(&b->arena, &b->made, m);
	return STATUS_OK;
}

static void start(const struct drawing *d, struct bench *b)
{
	const struct model *m = d->w->m;
	*b = (struct bench){ 0 };
	b->p = arena_array(&b->arena, double, m->n_values + 1);
	b->affirms = arena_array(&b->arena, bool, m->c->reports.n + 1);
	struct made first = { .affirms = d->w->affirms, .product = &d->w->product };
	make_room(b, &first);
	list_push(&b->arena, &b->made, first);
}

static void draw_values(const struct drawing *d, size_t draw, struct bench *b)
{
	const struct model *m = d->w->m;
	for (size_t i = 0; i < m->n_values; i++) {
		const struct belief *x = &d->beliefs[i];
		b->p[i] = x->spread > 0 ? stats_logistic(x->centre + x->spread * rng_normal(d->seed, i, draw)) : x->p;
	}
	for (size_t r = 0; r < m->c->reports.n; r++)
		b->affirms[r] = b->p[m->holds[r]] >= 0.5;
}

static enum status one_draw(const struct drawing *d, size_t draw, struct bench *b, struct err *e)
{
	const struct model *m = d->w->m;
	double *out = d->out + draw * m->n_hyps;
	size_t at;
	draw_values(d, draw, b);
	if (b->made.n > MOST_KEPT) {
		arena_free(&b->arena);
		start(d, b);
		draw_values(d, draw, b);
	}
	if (find(d, b, &at, e))
		return e->status;
	struct made *made = &b->made.at[at];
	product_fill(made->product, b->p, made->values);
	if (!infer_run(made->product->engine, made->values, made->work)) {
		out[0] = NAN;
		return STATUS_OK;
	}
	for (size_t q = 0; q < m->c->questions.n; q++)
		memcpy(out + m->hyps_at[q], made->work->belief[q], m->c->questions.at[q].hyps.n * sizeof *out);
	return STATUS_OK;
}

static void some_draws(void *context, size_t piece, size_t thread)
{
	const struct drawing *d = context;
	struct bench b;
	(void)thread;
	start(d, &b);
	for (size_t i = piece * DRAWS_TOGETHER; i < d->draws && i < (piece + 1) * DRAWS_TOGETHER; i++)
		if ((d->status[piece] = one_draw(d, i, &b, &d->errs[piece])))
			break;
	arena_free(&b.arena);
}

// How often each hypothesis of a question is the most probable; the first of equals.
static void count_leads(const struct drawing *d, size_t at, size_t n, size_t valid, struct interval *out)
{
	for (size_t i = 0; i < valid; i++) {
		const double *p = d->out + i * d->w->m->n_hyps + at;
		size_t best = 0;
		for (size_t h = 1; h < n; h++)
			if (p[h] > p[best])
				best = h;
		out[at + best].leads++;
	}
	for (size_t h = 0; h < n; h++)
		out[at + h].leads /= (double)valid;
}

static enum status summarise(struct arena *a, const struct drawing *d, struct interval *out, struct err *e)
{
	const struct model *m = d->w->m;
	size_t valid = 0;
	for (size_t i = 0; i < d->draws; i++)
		if (!isnan(d->out[i * m->n_hyps]))
			memmove(d->out + valid++ * m->n_hyps, d->out + i * m->n_hyps, m->n_hyps * sizeof *d->out);
	if (!valid)
		return err_set(e, STATUS_IMPOSSIBLE,
			       "the evidence is possible at the centres of the values, but in none of %zu draws; look "
			       "for exact 0 and 1 among them, and for reports near 0.5, which a draw may turn over",
			       d->draws);
	double *column = arena_array(a, double, valid);
	for (size_t h = 0; h < m->n_hyps; h++) {
		for (size_t i = 0; i < valid; i++)
			column[i] = d->out[i * m->n_hyps + h];
		stats_sort(column, valid);
		out[h] = (struct interval){ stats_quantile(column, valid, low_point),
					    stats_quantile(column, valid, high_point),
					    stats_quantile(column, valid, 0.25),
					    stats_quantile(column, valid, 0.75), 0 };
	}
	for (size_t q = 0; q < m->c->questions.n; q++)
		count_leads(d, m->hyps_at[q], m->c->questions.at[q].hyps.n, valid, out);
	return STATUS_OK;
}

enum status draw_intervals(const struct whole *w, const struct belief *beliefs, size_t draws, uint64_t seed,
			   struct interval *out, struct err *e)
{
	size_t pieces = (draws + DRAWS_TOGETHER - 1) / DRAWS_TOGETHER;
	struct arena a = { 0 };
	struct drawing d = { .w = w, .beliefs = beliefs, .draws = draws, .seed = seed };
	if (draws > LIMIT_DRAWS || draws > LIMIT_DRAWN / (w->m->n_hyps + 1))
		return err_set(e, STATUS_LIMIT,
			       "%zu draws exceed the limit DRAWS of %lld, or DRAWN of %lld probabilities", draws,
			       (long long)LIMIT_DRAWS, (long long)LIMIT_DRAWN);
	d.out = arena_array(&a, double, draws * w->m->n_hyps + 1);
	d.status = arena_array(&a, enum status, pieces + 1);
	d.errs = arena_array(&a, struct err, pieces + 1);
	par_for(pieces, some_draws, &d);
	enum status status = STATUS_OK;
	for (size_t i = 0; i < pieces && !status; i++)
		if ((status = d.status[i]))
			*e = d.errs[i];
	if (!status)
		status = summarise(&a, &d, out, e);
	arena_free(&a);
	return status;
}
