#include "train/field.h"

#include "train/step.h"

#include "base/rng.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// What was chosen by measuring: low rates and squares that begin with one beat quick ones by three points of F1.
static const float RATE = .01f, DROP = .5f; // of the steps; features left out

enum { EPOCHS = 14 };
enum { BUCKETS = 50000 }; // of a table, 3.2 MB: what does not fit weighs least of what its bucket could hold

// What is learned of a feature: its weights, and the sum of the squares of their gradients.
struct learned {
	float weight[TABLE_WEIGHTS + 2], square[TABLE_WEIGHTS + 2];
};

struct learner {
	const struct examples *x;
	const struct field_options *o;
	const uint32_t *id;
	struct learned *feature;
	struct chain_steps steps, square;
	uint32_t *active;   // of the sequence at hand
	uint32_t *active_n; // [places]
	float (*score)[CHAIN_ROOM], (*marginal)[CHAIN_ROOM], *scratch;
};

static inline uint64_t shuffled(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	return *s ^= *s << 17;
}

// Chooses the features that count this time, and sums their weights.
static void score(struct learner *l, size_t from, int n, uint64_t random)
{
	int per = l->x->per;
	float lift = 1 / (1 - DROP);
	uint32_t limit = (uint32_t)((double)DROP * 65536);
	for (int i = 0; i < n; i++) {
		const uint32_t *id = l->id + (from + (size_t)i) * (size_t)per;
		uint32_t *active = l->active + (size_t)i * (size_t)per, count = 0;
		uint64_t bits = 0;
		float *sum = l->score[i];
		memset(sum, 0, sizeof *l->score);
		for (int k = 0; k < per; k++) {
			bits = k % 4 ? bits >> 16 : shuffled(&random);
			if (id[k] != EXAMPLES_NONE && (bits & 0xffff) >= limit)
				active[count++] = id[k];
		}
		for (uint32_t k = 0; k < count; k++)
			for (int w = 0; w < TABLE_WEIGHTS; w++)
				sum[w + 1] += l->feature[active[k]].weight[w];
		for (int w = 0; w < TABLE_WEIGHTS; w++)
			sum[w + 1] *= lift;
		l->active_n[i] = count;
	}
}

// The gradient of -ln p(labels) is what is expected less what is there, for the words' features and for the steps.
static void learn(struct learner *l, const uint8_t *label, int n)
{
	float lift = 1 / (1 - DROP);
	for (int i = 0; i < n; i++) {
		float gradient[TABLE_WEIGHTS];
		bool flat = true;
		for (int w = 0; w < TABLE_WEIGHTS; w++) {
			gradient[w] = (l->marginal[i][w + 1] - (label[i] == w + 1)) * lift;
			flat &= fabsf(gradient[w]) < 1e-4f;
		}
		if (flat)
			continue;
		const uint32_t *active = l->active + (size_t)i * (size_t)l->x->per;
		for (uint32_t k = 0; k < l->active_n[i]; k++) {
			struct learned *f = &l->feature[active[k]];
			for (int w = 0; w < TABLE_WEIGHTS; w++)
				step_down(&f->weight[w], &f->square[w], gradient[w], RATE);
		}
	}
}

static void learn_steps(struct learner *l, const uint8_t *label, int n)
{
	float expected[CHAIN_LABELS][CHAIN_LABELS] = { { 0 } };
	chain_expected(&l->steps, n, l->scratch, expected);
	for (int i = 1; i < n; i++)
		expected[label[i - 1]][label[i]] -= 1;
	for (int x = 0; x < CHAIN_LABELS; x++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			if (l->steps.score[x][y] != -INFINITY && expected[x][y] != 0)
				step_down(&l->steps.score[x][y], &l->square.score[x][y], expected[x][y], RATE);
}

// One pass over all sequences, in an order that the seed and the epoch set.
static void pass(struct learner *l, uint32_t *order, int epoch)
{
	for (size_t i = 0; i < l->x->n; i++)
		order[i] = (uint32_t)i;
	examples_shuffle(order, l->x->n, l->o->seed + 1, (uint64_t)epoch);
	for (size_t k = 0; k < l->x->n; k++) {
		uint32_t s = order[k];
		size_t from = l->x->start[s];
		int n = (int)(l->x->start[s + 1] - from);
		const uint8_t *label = l->x->label + from;
		score(l, from, n, rng_bits(l->o->seed, (uint64_t)epoch, s) | 1);
		chain_marginals(&l->steps, (const float(*)[CHAIN_ROOM])l->score, n, l->scratch, l->marginal);
		learn(l, label, n);
		learn_steps(l, label, n);
	}
}

// Puts a feature into its bucket, where there is room.
static bool insert(struct table_bucket *bucket, const struct table *t, uint32_t feature, const int8_t *weight)
{
	struct table_bucket *b = &bucket[table_bucket_of(t, feature)];
	for (int k = 0; k < TABLE_SLOTS; k++) {
		if (b->mark[k] == table_mark_of(feature))
			return false; // another one of the same mark: the heavier stays
		if (b->mark[k])
			continue;
		b->mark[k] = table_mark_of(feature);
		memcpy(b->weight[k], weight, TABLE_WEIGHTS);
		return true;
	}
	return false;
}

static float greatest(const struct learned *f)
{
	float most = 0;
	for (int w = 0; w < TABLE_WEIGHTS; w++)
		most = fabsf(f->weight[w]) > most ? fabsf(f->weight[w]) : most;
	return most;
}

struct sized {
	float size;
	uint32_t feature;
};

// The heaviest first.
static int by_size(const void *a, const void *b)
{
	const struct sized *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

// Rounds the weights of a feature to eight bits; false where nothing is left of them.
static bool rounded(const struct learned *f, float scale, int8_t weight[TABLE_WEIGHTS])
{
	bool any = false;
	for (int w = 0; w < TABLE_WEIGHTS; w++) {
		float v = roundf(f->weight[w] / scale);
		weight[w] = (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
		any |= weight[w] != 0;
	}
	return any;
}

static struct table table_of(struct arena *a, const struct learner *l, const struct dictionary *d, size_t *features)
{
	struct arena scratch = { 0 };
	int8_t weight[TABLE_WEIGHTS];
	struct sized *order = arena_array(&scratch, struct sized, d->n + 1ull);
	for (uint32_t i = 0; i < d->n; i++)
		order[i] = (struct sized){ greatest(&l->feature[i]), i };
	qsort(order, d->n, sizeof *order, by_size);
	struct table t = { .scale = (d->n ? order[d->n / 5000].size : 1) / 127 };
	size_t n = 0;
	while (n < d->n && rounded(&l->feature[order[n].feature], t.scale, weight))
		n++;
	t.buckets = BUCKETS;
	struct table_bucket *bucket = arena_array(a, struct table_bucket, t.buckets);
	*features = 0;
	for (size_t i = 0; i < n; i++) {
		rounded(&l->feature[order[i].feature], t.scale, weight);
		*features += insert(bucket, &t, d->name[order[i].feature], weight);
	}
	t.bucket = bucket;
	arena_free(&scratch);
	return t;
}

struct field field_train(struct arena *a, const struct examples *x, const struct field_options *o)
{
	struct arena scratch = { 0 };
	struct dictionary d = examples_dictionary(&scratch, x, o->least);
	struct learner l = { .x = x, .o = o, .id = examples_numbered(&scratch, x, &d) };
	size_t longest = 1;
	for (size_t i = 0; i < x->n; i++)
		longest = x->start[i + 1] - x->start[i] > longest ? x->start[i + 1] - x->start[i] : longest;
	l.feature = arena_array(&scratch, struct learned, d.n + 1ull);
	l.active = arena_array(&scratch, uint32_t, longest * (size_t)x->per);
	l.active_n = arena_array(&scratch, uint32_t, longest);
	l.score = arena_take_array(&scratch, longest, sizeof *l.score);
	l.marginal = arena_take_array(&scratch, longest, sizeof *l.marginal);
	l.scratch = arena_array(&scratch, float, chain_scratch(longest));
	chain_forbid(&l.steps, o->may);
	uint32_t *order = arena_array(&scratch, uint32_t, x->n + 1);
	for (int epoch = 0; epoch < EPOCHS; epoch++)
		pass(&l, order, epoch);
	struct field out = { .steps = l.steps };
	out.table = table_of(a, &l, &d, &out.features);
	arena_free(&scratch);
	return out;
}
