// Log-linear weights, by stochastic gradient steps of AdaGrad with features left out at random, as in field.c: first of
// the best way to read a cue among all of them, then of whether the one that is chosen is right.
#include "train/readings.h"

#include "train/examples.h"
#include "train/step.h"

#include "base/rng.h"

#include <math.h>

static const float RATE = .02f, DROP = .5f; // of the steps; features left out

enum { EPOCHS = 20, TOSSES = 4096 }; // features are left out by the lower bits of their number

struct weights {
	float weight[1 << READING_BITS], square[1 << READING_BITS];
	float free, free_square; // the weight of `behind`; or what is there without any feature
};

struct learner {
	const struct trials *x;
	struct weights *which, *right;
	uint8_t kept[TOSSES]; // whether features count this time
	uint64_t random;
};

static void toss(struct learner *l)
{
	for (int i = 0; i < TOSSES; i++)
		l->kept[i] = rng_uniform(17, l->random, (uint64_t)i) >= (double)DROP;
	l->random++;
}

// The features' sum, of those that count.
static float sum_of(const struct learner *l, const struct weights *w, const struct trial_way *way)
{
	float sum = 0;
	for (size_t i = way->first; i < way->first + way->n; i++)
		sum += l->kept[l->x->feature.at[i] % TOSSES] ? w->weight[l->x->feature.at[i]] : 0;
	return sum / (1 - DROP);
}

static void step(const struct learner *l, struct weights *w, const struct trial_way *way, float slope)
{
	for (size_t i = way->first; i < way->first + way->n; i++) {
		uint32_t f = l->x->feature.at[i];
		if (l->kept[f % TOSSES])
			step_down(&w->weight[f], &w->square[f], slope / (1 - DROP), RATE);
	}
}

// The slope of -ln p(the way that is worth most).
static void learn_which(struct learner *l, const struct trial *t)
{
	const struct trial_way *way = &l->x->way.at[t->first];
	float p[READINGS], most = -INFINITY, sum = 0, behind = 0;
	int best = 0;
	for (int k = 0; k < t->n; k++) {
		p[k] = sum_of(l, l->which, &way[k]) + l->which->free * way[k].behind;
		most = p[k] > most ? p[k] : most;
		best = way[k].worth > way[best].worth ? k : best;
	}
	for (int k = 0; k < t->n; k++)
		sum += p[k] = expf(p[k] - most);
	for (int k = 0; k < t->n; k++) {
		float slope = p[k] / sum - (float)(k == best);
		behind += slope * way[k].behind;
		step(l, l->which, &way[k], slope);
	}
	step_down(&l->which->free, &l->which->free_square, behind, RATE);
}

// Which way is chosen, with all features.
static int chosen(const struct learner *l, const struct trial *t)
{
	float most = -INFINITY;
	int top = 0;
	for (int k = 0; k < t->n; k++) {
		const struct trial_way *way = &l->x->way.at[t->first + (size_t)k];
		float sum = l->which->free * way->behind;
		for (size_t i = way->first; i < way->first + way->n; i++)
			sum += l->which->weight[l->x->feature.at[i]];
		top = sum > most ? k : top;
		most = sum > most ? sum : most;
	}
	return top;
}

// The slope of the logistic loss.
static void learn_right(struct learner *l, const struct trial_way *way)
{
	float p = 1 / (1 + expf(-sum_of(l, l->right, way) - l->right->free));
	step(l, l->right, way, p - (float)way->right);
	step_down(&l->right->free, &l->right->free_square, p - (float)way->right, RATE);
}

static void pass(struct learner *l, uint32_t *order, const int *pick, uint64_t seed, uint64_t epoch)
{
	for (size_t i = 0; i < l->x->cue.n; i++)
		order[i] = (uint32_t)i;
	examples_shuffle(order, l->x->cue.n, seed, epoch);
	for (size_t i = 0; i < l->x->cue.n; i++) {
		const struct trial *t = &l->x->cue.at[order[i]];
		if (!pick && (!t->labelled || t->n < 2))
			continue;
		toss(l);
		if (pick)
			learn_right(l, &l->x->way.at[t->first + (size_t)pick[order[i]]]);
		else
			learn_which(l, t);
	}
}

static float scale_of(const struct weights *w)
{
	float most = 0;
	for (int i = 0; i < 1 << READING_BITS; i++)
		most = fabsf(w->weight[i]) > most ? fabsf(w->weight[i]) : most;
	return most > 0 ? most / 127 : 1;
}

struct reading_model readings_train(struct arena *a, const struct trials *x)
{
	struct arena scratch = { 0 };
	struct learner l = { .x = x };
	l.which = arena_new(&scratch, struct weights);
	l.right = arena_new(&scratch, struct weights);
	l.which->free = 1;
	uint32_t *order = arena_array(&scratch, uint32_t, x->cue.n + 1);
	int *pick = arena_array(&scratch, int, x->cue.n + 1);
	for (uint64_t epoch = 0; epoch < EPOCHS; epoch++)
		pass(&l, order, NULL, 11, epoch);
	for (size_t i = 0; i < x->cue.n; i++)
		pick[i] = chosen(&l, &x->cue.at[i]);
	for (uint64_t epoch = 0; epoch < EPOCHS; epoch++)
		pass(&l, order, pick, 12, epoch);
	struct reading_weights *out = arena_array(a, struct reading_weights, 1u << READING_BITS);
	struct reading_model m = { out, scale_of(l.which), scale_of(l.right), l.which->free };
	for (int i = 0; i < 1 << READING_BITS; i++)
		out[i] = (struct reading_weights){ (int8_t)roundf(l.which->weight[i] / m.which),
						   (int8_t)roundf(l.right->weight[i] / m.right) };
	arena_free(&scratch);
	return m;
}
