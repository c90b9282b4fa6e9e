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

enum { PACK = 32, DRAWS_TOGETHER = 16 * PACK, MOST_KEPT = 64 };

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

// A network, and the draws that wait to be answered by it.
struct made {
	const struct product *product;
	struct panel *panel;
	double *values;
	size_t waiting[KERNEL_LANES], n;
};

struct bench {
	struct arena arena, scratch;
	double *p, **answer;
	double *drawn; // [value][PACK] of the draws of a pack
	bool *affirms;
	LIST(struct made) made;
};

static void add_made(const struct drawing *d, struct bench *b, const struct product *x)
{
	struct made m = { .product = x, .values = arena_array(&b->arena, double, x->net.cells + 1) };
	product_fill(x, d->w->p, d->w->count.fate, m.values);
	m.panel = panel_new(&b->arena, x, m.values);
	list_push(&b->arena, &b->made, m);
}

static void start(const struct drawing *d, struct bench *b)
{
	const struct model *m = d->w->m;
	*b = (struct bench){ 0 };
	b->p = arena_array(&b->arena, double, m->n_values + 1);
	b->affirms = arena_array(&b->arena, bool, m->c->reports.n + 1);
	b->drawn = arena_array(&b->arena, double, (m->n_values + 1) * PACK);
	b->answer = arena_array(&b->arena, double *, m->c->questions.n + 1);
	add_made(d, b, &d->w->product);
}

static void flush(const struct drawing *d, struct bench *b, struct made *m)
{
	const struct model *model = d->w->m;
	if (m->n)
		panel_run(m->panel);
	for (unsigned lane = 0; lane < m->n; lane++) {
		double *out = d->out + m->waiting[lane] * model->n_hyps;
		for (size_t q = 0; q < model->c->questions.n; q++)
			b->answer[q] = out + model->hyps_at[q];
		if (panel_possible(m->panel, lane))
			panel_answer(m->panel, lane, b->answer);
		else
			out[0] = NAN;
	}
	m->n = 0;
}

static void flush_all(const struct drawing *d, struct bench *b)
{
	for (each (m, &b->made))
		flush(d, b, m);
}

// A network that has tables for all that counts in this draw: the whole's own, one made before, or a new one.
static enum status find(const struct drawing *d, struct bench *b, const struct count *count, size_t *at, struct err *e)
{
	for (*at = 0; *at < b->made.n; ++*at)
		if (product_covers(b->made.at[*at].product, count))
			return STATUS_OK;
	struct product *own = arena_new(&b->arena, struct product);
	bool *counted = arena_array(&b->arena, bool, d->w->m->c->reports.n + 1);
	for (size_t i = 0; i < count->n; i++)
		counted[count->kept[i]] = true;
	if (product_make(&b->arena, d->w->m, counted, NULL, own, e))
		return e->status;
	add_made(d, b, own);
	return STATUS_OK;
}

// The values of PACK draws at once.
static void draw_pack(const struct drawing *d, size_t first, struct bench *b)
{
	double normals[PACK];
	for (size_t i = 0; i < d->w->m->n_values; i++) {
		const struct belief *x = &d->beliefs[i];
		if (x->spread <= 0)
			continue;
		rng_normals(d->seed, i, first, PACK, normals);
		for (size_t k = 0; k < PACK; k++)
			b->drawn[i * PACK + k] = stats_logistic(x->centre + x->spread * normals[k]);
	}
}

static void take_values(const struct drawing *d, size_t draw, struct bench *b)
{
	const struct model *m = d->w->m;
	for (size_t i = 0; i < m->n_values; i++)
		b->p[i] = d->beliefs[i].spread > 0 ? b->drawn[i * PACK + draw % PACK] : d->beliefs[i].p;
	for (size_t r = 0; r < m->c->reports.n; r++)
		b->affirms[r] = b->p[m->holds[r]] >= 0.5;
}

static enum status one_draw(const struct drawing *d, size_t draw, struct bench *b, struct err *e)
{
	const struct whole *w = d->w;
	struct count count = w->count;
	size_t at;
	bool full = b->made.n > MOST_KEPT;
	if (full) {
		flush_all(d, b);
		arena_free(&b->arena);
		start(d, b);
	}
	if (full || draw % PACK == 0)
		draw_pack(d, draw / PACK * PACK, b);
	take_values(d, draw, b);
	arena_reset(&b->scratch);
	if (memcmp(b->affirms, w->affirms, w->m->c->reports.n * sizeof *b->affirms) != 0)
		count_reports(&b->scratch, &w->m->count, w->live, b->affirms, &count);
	if (find(d, b, &count, &at, e))
		return e->status;
	struct made *made = &b->made.at[at];
	product_fill(made->product, b->p, count.fate, made->values);
	panel_put(made->panel, (unsigned)made->n, made->values);
	made->waiting[made->n++] = draw;
	if (made->n == KERNEL_LANES)
		flush(d, b, made);
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
	flush_all(d, &b);
	arena_free(&b.scratch);
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
		out[h] =
		    (struct interval){ stats_quantile(column, valid, low_point),
				       stats_quantile(column, valid, high_point), stats_quantile(column, valid, 0.25),
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
