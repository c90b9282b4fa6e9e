#include "train/softmax.h"

#include "train/examples.h"
#include "train/step.h"

#include "base/rng.h"

#include <math.h>
#include <string.h>

struct learner {
	const struct softmax_options *o;
	float *weight, *square; // [slots][classes]
	double *sum;            // of the weights after each epoch of each run
	size_t size;
};

static size_t row(const struct learner *l, uint32_t feature)
{
	return (size_t)(feature >> (32 - l->o->bits)) * l->o->classes;
}

static void learn(struct learner *l, const struct softmax_example *x)
{
	uint32_t classes = l->o->classes;
	float share[LINEAR_CLASSES] = { 0 }, top = -1e30f, all = 0;
	for (int i = 0; i < x->n; i++)
		for (uint32_t c = 0; c < classes; c++)
			share[c] += l->weight[row(l, x->feature[i]) + c];
	for (uint32_t c = 0; c < classes; c++)
		top = share[c] > top ? share[c] : top;
	for (uint32_t c = 0; c < classes; c++)
		all += share[c] = expf(share[c] - top);
	for (uint32_t c = 0; c < classes; c++)
		share[c] = x->weight * (share[c] / all - (float)((int)c == x->label));
	for (int i = 0; i < x->n; i++)
		for (uint32_t c = 0; c < classes; c++) {
			size_t at = row(l, x->feature[i]) + c;
			step_down(&l->weight[at], &l->square[at], share[c], l->o->rate);
			l->weight[at] -= l->o->shrink * l->weight[at];
		}
}

static struct linear rounded(struct arena *a, const struct learner *l)
{
	double most = 0;
	for (size_t i = 0; i < l->size; i++)
		most = fabs(l->sum[i]) > most ? fabs(l->sum[i]) : most;
	int8_t *weight = arena_array(a, int8_t, l->size);
	for (size_t i = 0; i < l->size && most > 0; i++)
		weight[i] = (int8_t)lrint(l->sum[i] / most * 127);
	return (struct linear){ weight, l->o->bits, l->o->classes, (float)(most / 127 / l->o->epochs / l->o->runs) };
}

// Learns anew, from two thirds of the texts, and adds the weights after each epoch.
static void learn_part(struct learner *l, const struct softmax_example *x, size_t n, uint32_t *order, int run)
{
	const struct softmax_options *o = l->o;
	memset(l->weight, 0, l->size * sizeof *l->weight);
	memset(l->square, 0, l->size * sizeof *l->square);
	for (int epoch = 0; epoch < o->epochs; epoch++) {
		examples_shuffle(order, n, o->seed + (uint64_t)run, (uint64_t)epoch);
		for (size_t i = 0; i < n; i++)
			if (rng_bits(o->seed, (uint64_t)run, x[order[i]].text) % 3)
				learn(l, &x[order[i]]);
		for (size_t i = 0; i < l->size; i++)
			l->sum[i] += (double)l->weight[i];
	}
}

struct linear softmax_train(struct arena *a, const struct softmax_example *x, size_t n, const struct softmax_options *o)
{
	struct arena scratch = { 0 };
	size_t size = (size_t)o->classes << o->bits;
	struct learner l = { o, arena_array(&scratch, float, size), arena_array(&scratch, float, size),
			     arena_array(&scratch, double, size), size };
	uint32_t *order = arena_array(&scratch, uint32_t, n + 1);
	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	for (int run = 0; run < o->runs; run++)
		learn_part(&l, x, n, order, run);
	struct linear out = rounded(a, &l);
	arena_free(&scratch);
	return out;
}
