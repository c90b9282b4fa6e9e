// Draws: the chances of every variable without parents lie about what the file says, in log-odds with a deviation of
// 0.35; each draw is answered by an upward sweep, KERNEL_LANES of them side by side. The numbers of a piece of draws
// are drawn together, each cell's from a stream of its own, counted by the draw.
#include "weigh.h"

#include "base/par.h"
#include "base/rng.h"
#include "weigh/sweep.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { L = KERNEL_LANES, PIECE = 64, THREADS = 2, SEED = 1 };

static const double deviation = 0.35, agree = 1e-12;

struct varying {
	uint32_t table;
	size_t at, states; // its chances: values[at .. at + states)
};

struct worker {
	struct sweep *sweep;
	double *chances; // [piece's group of lanes][cell of all that varies][lane]
	char pad[64];    // another thread's worker lies in another line of the cache
};

struct draws {
	const struct network *network;
	bool *observed;  // [variable]
	uint32_t *state; // [variable] of what is observed
	struct plan *plan;
	LIST(struct varying) varying;
	size_t cells, n, k;
	bool samples, sweeps; // what is done
	double *answers;      // [draw][target's state]
	struct worker workers[THREADS];
};

typedef double pack __attribute__((vector_size(32)));
typedef int64_t whole __attribute__((vector_size(32)));

enum { WIDTH = sizeof(pack) / sizeof(double) };

// *x = e^(deviation * *x): y = n ln 2 + r, the series of e^r up to r^12, 2^n by its bits; to 1e-15.
static inline void factor_of(pack *x)
{
	const double round = 0x1.8p52; // added and taken away, it rounds to an integer, which lies in its last bits
	pack y = *x * deviation, shifted = y * 1.4426950408889634 + round, n = shifted - round;
	pack r = y - n * 0x1.62e42fefa39efp-1 - n * 0x1.abc9e3b39803fp-56, sum = (pack){ 0 } + 1.0 / 479001600;
	sum = sum * r + 1.0 / 39916800;
	sum = sum * r + 1.0 / 3628800;
	sum = sum * r + 1.0 / 362880;
	sum = sum * r + 1.0 / 40320;
	sum = sum * r + 1.0 / 5040;
	sum = sum * r + 1.0 / 720;
	sum = sum * r + 1.0 / 120;
	sum = sum * r + 1.0 / 24;
	sum = sum * r + 1.0 / 6;
	sum = sum * r + 0.5;
	sum = sum * r + 1;
	sum = sum * r + 1;
	*x = (pack)((whole)sum + ((whole)shifted << 52));
}

// x[state][lane], normals, become chances: p with its odds times e^(deviation z), to sum one.
static void vary(const double *p, size_t states, double *x)
{
	for (size_t l = 0; l < L; l += WIDTH) {
		pack sum = { 0 }, one;
		for (size_t s = 0; s < states; s++) {
			memcpy(&one, x + s * L + l, sizeof one);
			factor_of(&one);
			one = p[s] * one / (1 - p[s] + p[s] * one);
			sum += one;
			memcpy(x + s * L + l, &one, sizeof one);
		}
		sum = 1 / sum;
		for (size_t s = 0; s < states; s++) {
			memcpy(&one, x + s * L + l, sizeof one);
			one *= sum;
			memcpy(x + s * L + l, &one, sizeof one);
		}
	}
}

static void sample(const struct draws *d, struct worker *w, size_t first)
{
	double normals[PIECE], *out = w->chances;
	for (each (v, &d->varying))
		for (size_t s = 0; s < v->states; s++, out += L) {
			rng_normals(SEED, v->at + s, first, PIECE, normals);
			for (size_t g = 0; g < PIECE / L; g++)
				memcpy(out + g * d->cells * L, normals + g * L, L * sizeof *out);
		}
	for (size_t g = 0; g < PIECE / L; g++) {
		out = w->chances + g * d->cells * L;
		for (each (v, &d->varying)) {
			vary(d->network->values + v->at, v->states, out);
			out += v->states * L;
		}
	}
}

// What a sweep says of the target, [state][lane] in proportion, as [lane][state] to sum one.
static void read_target(const struct draws *d, const struct sweep *s, double *out)
{
	size_t step;
	const double *x = sweep_target(s, &step);
	size_t width = s->plan->lanes;
	for (size_t l = 0; l < width; l++) {
		double sum = 0;
		for (size_t h = 0; h < d->k; h++)
			sum += out[l * d->k + h] = x ? x[h * step + (step > 1 ? l : 0)] : 1;
		for (size_t h = 0; h < d->k; h++)
			out[l * d->k + h] /= sum;
	}
}

static void piece(void *context, size_t i, size_t thread)
{
	struct draws *d = context;
	struct worker *w = &d->workers[thread];
	if (d->samples)
		sample(d, w, i * PIECE);
	for (size_t g = 0; d->sweeps && g < PIECE / L; g++) {
		const double *x = w->chances + g * d->cells * L;
		for (each (v, &d->varying)) {
			sweep_load(w->sweep, v->table, x);
			x += v->states * L;
		}
		sweep_up(w->sweep);
		read_target(d, w->sweep, d->answers + (i * PIECE + g * L) * d->k);
	}
}

// A sweep of a plan with the network's own numbers where they do not vary.
static struct sweep *sweep_of(struct arena *a, const struct draws *d, const struct plan *p)
{
	struct sweep *s = sweep_new(a, p);
	for (each (l, &p->leaves)) {
		const struct net_table *t = &d->network->net.tables.at[l->table];
		if (p->lanes == 1 || !t->chance || t->n > 1)
			sweep_load(s, l->table, d->network->values + t->at);
	}
	sweep_observe(s, d->state);
	return s;
}

static struct plan *plan_of(const struct weigh *w, struct arena *a, const struct draws *d, const bool *varies)
{
	struct plan_ask ask = { .observed = d->observed, .target = w->target, .varies = varies };
	struct plan *p;
	struct err e;
	if (plan_make(a, &w->network->net, &ask, &p, &e))
		weigh_fail(w, e.text);
	return p;
}

static void prepare(const struct weigh *w, struct arena *a, struct draws *d)
{
	const struct net *n = &w->network->net;
	bool *varies = arena_array(a, bool, n->tables.n + 1);
	*d = (struct draws){ .network = w->network, .k = n->states.at[w->target], .samples = true, .sweeps = true };
	d->observed = arena_array(a, bool, n->states.n + 1);
	d->state = arena_array(a, uint32_t, n->states.n + 1);
	for (each (f, &w->network->findings)) {
		d->observed[f->variable] = true;
		d->state[f->variable] = (uint32_t)f->state;
	}
	for (size_t t = 0; t < n->tables.n; t++)
		varies[t] = n->tables.at[t].chance && n->tables.at[t].n == 1;
	d->plan = plan_of(w, a, d, varies);
	for (uint32_t t = 0; t < n->tables.n; t++)
		if (varies[t] && d->plan->leaf_of[t] != PLAN_NONE) {
			list_push(a, &d->varying, ((struct varying){ t, n->tables.at[t].at, n->tables.at[t].cells }));
			d->cells += n->tables.at[t].cells;
		}
	for (size_t i = 0; i < THREADS; i++) {
		d->workers[i].sweep = sweep_of(a, d, d->plan);
		d->workers[i].chances = arena_array(a, double, (d->cells + 1) * PIECE);
	}
}

// Each of the first draws must be what a plan without lanes says.
static void check(const struct weigh *w, struct draws *d)
{
	struct arena a = { 0 };
	struct sweep *s = sweep_of(&a, d, plan_of(w, &a, d, NULL));
	double *own = arena_array(&a, double, d->cells + 1), *answer = arena_array(&a, double, d->k);
	d->answers = arena_array(&a, double, PIECE * d->k);
	piece(d, 0, 0);
	for (size_t l = 0; l < L; l++) {
		const double *x = d->workers[0].chances + l;
		for (each (v, &d->varying)) {
			for (size_t c = 0; c < v->states; c++, x += L)
				own[c] = *x;
			sweep_load(s, v->table, own);
		}
		sweep_up(s);
		read_target(d, s, answer);
		for (size_t h = 0; h < d->k; h++)
			if (!(fabs(answer[h] - d->answers[l * d->k + h]) <= agree))
				weigh_fail(w, "draws side by side are not what they are one by one");
	}
	arena_free(&a);
}

// Draws a second, the most of some runs; the answers are of the last.
static double rate(const struct weigh *w, struct draws *d, size_t threads, bool samples, bool sweeps)
{
	double best = 0, start = weigh_now();
	d->samples = samples;
	d->sweeps = sweeps;
	par_threads(threads);
	do {
		double from = weigh_now();
		par_for(d->n / PIECE, piece, d);
		double found = (double)d->n / (weigh_now() - from);
		best = found > best ? found : best;
	} while (weigh_now() - start < w->most);
	par_threads(1);
	return best;
}

void weigh_draws(const struct weigh *w)
{
	struct arena a = { 0 };
	struct draws d;
	prepare(w, &a, &d);
	if (d.varying.n) {
		check(w, &d);
		d.n = PIECE;
		d.answers = arena_array(&a, double, PIECE *d.k);
		d.n = PIECE * (size_t)(1 + w->most / 8 * rate(w, &d, 1, true, true) / PIECE);
		double *one = arena_array(&a, double, d.n *d.k), *two = arena_array(&a, double, d.n *d.k);
		weigh_row(w, "numbers drawn", (double)d.cells, "numbers");
		d.answers = one;
		weigh_row(w, "draws", rate(w, &d, 1, true, true), "1/s");
		d.answers = two;
		weigh_row(w, "draws by 2 threads", rate(w, &d, 2, true, true), "1/s");
		if (memcmp(one, two, d.n * d.k * sizeof *one))
			weigh_fail(w, "two threads draw other answers than one");
		weigh_row(w, "draws sampling alone", rate(w, &d, 1, true, false), "1/s");
		weigh_row(w, "draws sweeps alone", rate(w, &d, 1, false, true), "1/s");
	}
	arena_free(&a);
}
