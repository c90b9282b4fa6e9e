// Weights are averaged over all steps by keeping, for each, the sum of its changes times the step they came at: the
// average is w - sum / steps. The average is then rounded to eight bits.
#include "train/perceptron.h"

#include "base/rng.h"
#include "train/examples.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct weights {
	int columns;
	size_t size;
	float *now, *sum; // [rows * columns]
	double step;
};

static struct weights weights_new(struct arena *a, size_t rows, int columns)
{
	size_t n = rows * (size_t)columns;
	return (struct weights){ columns, n, arena_array(a, float, n), arena_array(a, float, n), 0 };
}

static void change(struct weights *w, const uint32_t *row, int n, int column, float by)
{
	for (int k = 0; k < n; k++) {
		size_t at = row[k] * (size_t)w->columns + (size_t)column;
		w->now[at] += by;
		w->sum[at] += by * (float)w->step;
	}
}

static void score(const struct weights *w, const uint32_t *row, int n, float *sum)
{
	memset(sum, 0, (size_t)w->columns * sizeof *sum);
	for (int k = 0; k < n; k++) {
		const float *at = w->now + row[k] * (size_t)w->columns;
		for (int c = 0; c < w->columns; c++)
			sum[c] += at[c];
	}
}

static int by_size(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

// One weight in 20,000 is cut off at 127.
static int8_t *rounded(struct arena *a, struct weights *w)
{
	int8_t *out = arena_array(a, int8_t, w->size);
	struct arena scratch = { 0 };
	float *size = arena_array(&scratch, float, w->size);
	size_t used = 0;
	for (size_t i = 0; i < w->size; i++) {
		w->now[i] -= w->sum[i] / (float)w->step;
		if (w->now[i] != 0)
			size[used++] = fabsf(w->now[i]);
	}
	qsort(size, used, sizeof *size, by_size);
	float most = used ? size[used - 1 - used / 20000] : 1;
	for (size_t i = 0; i < w->size; i++) {
		float x = roundf(w->now[i] / most * 127);
		out[i] = (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x);
	}
	arena_free(&scratch);
	return out;
}

bool part_has(const struct part *p, size_t article)
{
	return p->fold < 0 || (int)(article % (size_t)p->folds) != p->fold;
}

// Sentences of a part, in an order that the epoch sets.
struct order {
	struct taught **at;
	size_t n;
};

static struct order order_of(struct arena *a, const struct part *p)
{
	struct order o = { 0 };
	for (size_t i = 0; i < p->corpus->list.n; i++)
		o.n += part_has(p, i) ? p->corpus->list.at[i].taught.n : 0;
	o.at = arena_array(a, struct taught *, o.n);
	o.n = 0;
	for (size_t i = 0; i < p->corpus->list.n; i++)
		for (each (t, &p->corpus->list.at[i].taught))
			if (part_has(p, i))
				o.at[o.n++] = t;
	return o;
}

// Words seen often, and nearly always with one tag.
static uint32_t *known_words(struct arena *a, const struct order *o)
{
	enum { WORDS = 1 << 18 };
	struct arena scratch = { 0 };
	uint32_t(*count)[POS_COUNT] = arena_take_array(&scratch, WORDS, sizeof *count);
	uint32_t *word = arena_array(&scratch, uint32_t, WORDS), *known = arena_array(a, uint32_t, POS_KNOWN);
	for (size_t s = 0; s < o->n; s++)
		for (int i = 0; i < o->at[s]->forms.n; i++) {
			uint32_t h = o->at[s]->forms.at[i].exact, at = h & (WORDS - 1);
			while (word[at] && word[at] != h)
				at = (at + 1) & (WORDS - 1);
			word[at] = h;
			count[at][o->at[s]->tag[i]]++;
		}
	size_t n = 0;
	for (size_t w = 0; w < WORDS && n < POS_KNOWN / 2; w++) {
		uint32_t all = 0, best = 0;
		for (uint32_t t = 0; t < POS_COUNT; t++) {
			all += count[w][t];
			best = count[w][t] > count[w][best] ? t : best;
		}
		if (all < 12 || count[w][best] * 1000ull < all * 997ull)
			continue;
		uint32_t at = word[w] & (POS_KNOWN - 1);
		while (known[at])
			at = (at + 1) & (POS_KNOWN - 1);
		known[at] = (word[w] & ~63u) | best;
		n += known[at] != 0;
	}
	arena_free(&scratch);
	return known;
}

static struct pos_model tags_of(struct arena *a, struct order o, int epochs)
{
	struct arena scratch = { 0 };
	struct pos_model m = { .known = known_words(a, &o) };
	struct weights w = weights_new(&scratch, POS_ROWS, POS_COLUMNS);
	uint32_t *turn = arena_array(&scratch, uint32_t, o.n + 1);
	for (size_t i = 0; i < o.n; i++)
		turn[i] = (uint32_t)i;
	for (int epoch = 0; epoch < epochs; epoch++) {
		examples_shuffle(turn, o.n, 7, (uint64_t)epoch);
		for (size_t k = 0; k < o.n; k++) {
			size_t s = turn[k];
			const struct forms *f = &o.at[s]->forms;
			uint8_t tag[FORMS_MOST];
			for (int i = 0; i < f->n; i++) {
				uint32_t row[POS_FEATURES];
				float sum[POS_COLUMNS];
				tag[i] = (uint8_t)pos_known(&m, &f->at[i]);
				if (tag[i] != POS_NONE)
					continue;
				int n = pos_features(f, 0, f->n, i, tag, row), best = 0;
				score(&w, row, n, sum);
				for (int t = 1; t < POS_COUNT; t++)
					best = sum[t] > sum[best] ? t : best;
				w.step++;
				if (best != o.at[s]->tag[i]) {
					change(&w, row, n, o.at[s]->tag[i], 1);
					change(&w, row, n, best, -1);
				}
				tag[i] = (uint8_t)best;
			}
		}
	}
	m.weight = (const int8_t(*)[POS_COLUMNS])rounded(a, &w);
	arena_free(&scratch);
	return m;
}

struct pos_model perceptron_tags(struct arena *a, const struct part *p, int epochs)
{
	struct arena scratch = { 0 };
	struct pos_model m = tags_of(a, order_of(&scratch, p), epochs);
	arena_free(&scratch);
	return m;
}

// How many of the right arcs a move makes impossible (Goldberg, Nivre 2013, for the arc-hybrid system).
static int cost_of(const struct tree_state *s, const int16_t *head, enum tree_move m)
{
	int cost = 0, b = s->next;
	if (m == TREE_SHIFT) {
		for (int k = 0; k < s->depth; k++)
			cost += head[s->stack[k]] == b || (k + 1 < s->depth && head[b] == s->stack[k]);
		return cost;
	}
	int top = s->stack[s->depth - 1], below = s->depth > 1 ? s->stack[s->depth - 2] : -1;
	for (int d = b; d < s->n; d++)
		cost += head[d] == top;
	if (m == TREE_LEFT)
		return cost + (head[top] == below || head[top] > b);
	return cost + (head[top] >= b);
}

static int weight_of(const int8_t *w)
{
	int most = 0;
	for (int m = 0; m < TREE_MOVES; m++)
		most = abs(w[m]) > most ? abs(w[m]) : most;
	return most;
}

// The features of each bucket that weigh most.
static struct tree_bucket *buckets_of(struct arena *a, const int8_t *weight)
{
	enum { SIDE = 1 << TREE_BUCKET_BITS, MARKS = 1 << (TREE_BITS - TREE_BUCKET_BITS) };
	struct tree_bucket *out = arena_array(a, struct tree_bucket, SIDE);
	for (size_t b = 0; b < SIDE; b++) {
		bool taken[MARKS] = { false };
		for (int k = 0; k < TREE_SLOTS; k++) {
			int best = -1, most = 0;
			for (int m = 0; m < MARKS; m++) {
				int size = weight_of(weight + ((size_t)m * SIDE + b) * TREE_MOVES);
				if (!taken[m] && size > most) {
					most = size;
					best = m;
				}
			}
			if (best < 0)
				break;
			taken[best] = true;
			out[b].mark[k] = (uint8_t)best;
			memcpy(out[b].weight[k], weight + ((size_t)best * SIDE + b) * TREE_MOVES, TREE_MOVES);
		}
	}
	return out;
}

static void learn_tree(struct weights *w, struct tree_state *s, const int16_t *head, bool explore, uint64_t stream)
{
	while (s->depth || s->next < s->n) {
		uint32_t row[TREE_FEATURES];
		float sum[TREE_MOVES];
		int n = tree_features(s, row), best = -1, right = -1, least = 1 << 20;
		score(w, row, n, sum);
		for (int c = 0; c < TREE_MOVES; c++) {
			if (!tree_may(s, (enum tree_move)c))
				continue;
			int cost = cost_of(s, head, (enum tree_move)c);
			if (cost < least || (cost == least && sum[c] > sum[right])) {
				least = cost;
				right = c;
			}
			if (best < 0 || sum[c] > sum[best])
				best = c;
		}
		bool wrong = cost_of(s, head, (enum tree_move)best) > least;
		w->step++;
		if (wrong) {
			change(w, row, n, right, 1);
			change(w, row, n, best, -1);
		}
		bool follow = !wrong || (explore && rng_uniform(11, stream, (uint64_t)w->step) < 0.9);
		tree_do(s, (enum tree_move)(follow ? best : right));
	}
}

struct tree_model perceptron_trees(struct arena *a, const struct part *p, const struct pos_model *m, int epochs)
{
	struct arena scratch = { 0 };
	struct order o = order_of(&scratch, p);
	uint32_t *turn = arena_array(&scratch, uint32_t, o.n + 1);
	for (size_t i = 0; i < o.n; i++)
		turn[i] = (uint32_t)i;
	struct weights w = weights_new(&scratch, 1u << TREE_BITS, TREE_MOVES);
	struct tree_state *s = tree_room(&scratch);
	for (int epoch = 0; epoch < epochs; epoch++) {
		examples_shuffle(turn, o.n, 7, (uint64_t)epoch);
		for (size_t k = 0; k < o.n; k++) {
			const struct taught *t = o.at[turn[k]];
			uint8_t tag[FORMS_MOST];
			pos_tag(m, &t->forms, tag);
			tree_start(s, t->forms.at, tag, t->forms.n);
			learn_tree(&w, s, t->head, epoch > 0, (uint64_t)epoch);
		}
	}
	struct tree_model out = { buckets_of(a, rounded(&scratch, &w)) };
	arena_free(&scratch);
	return out;
}
