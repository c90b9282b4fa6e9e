// A stack, a buffer and three moves: shift; left (the top of the stack hangs on the next word); right (the top hangs on
// the one below it). 2n moves a sentence.
#include "tag/tree.h"

#include "tag/mix.h"
#include "tag/pos.h"

#include <string.h>

static const struct wordform edge;

struct seen {
	const struct wordform *form;
	uint32_t tag;
};

static struct seen see(const struct tree_state *s, int i)
{
	if (i < 0 || i >= s->n)
		return (struct seen){ &edge, i == s->n ? POS_COUNT + 1 : POS_NONE };
	return (struct seen){ &s->form[i], s->tag[i] };
}

static uint32_t tag_of(const struct tree_state *s, int i)
{
	return see(s, i).tag;
}

int tree_features(const struct tree_state *s, uint32_t row[TREE_FEATURES])
{
	int i0 = s->depth > 0 ? s->stack[s->depth - 1] : -1, i1 = s->depth > 1 ? s->stack[s->depth - 2] : -1;
	int i2 = s->depth > 2 ? s->stack[s->depth - 3] : -1, ib = s->next;
	struct seen s0 = see(s, i0), s1 = see(s, i1), b0 = see(s, ib), b1 = see(s, ib < s->n ? ib + 1 : -1);
	uint32_t t0 = s0.tag, t1 = s1.tag, t2 = tag_of(s, i2), u0 = b0.tag, u1 = b1.tag;
	uint32_t u2 = tag_of(s, ib + 1 < s->n ? ib + 2 : -1);
	uint32_t w0 = s0.form->low, w1 = s1.form->low, v0 = b0.form->low, v1 = b1.form->low;
	uint32_t l0 = tag_of(s, i0 < 0 ? -1 : s->left[i0]), r0 = tag_of(s, i0 < 0 ? -1 : s->right[i0]);
	uint32_t l1 = tag_of(s, i1 < 0 ? -1 : s->left[i1]), r1 = tag_of(s, i1 < 0 ? -1 : s->right[i1]);
	uint32_t lb = tag_of(s, s->left[ib]), lb2 = tag_of(s, s->left2[ib]);
	uint32_t l02 = tag_of(s, i0 < 0 ? -1 : s->left2[i0]), r02 = tag_of(s, i0 < 0 ? -1 : s->right2[i0]);
	uint32_t c0 = i0 < 0 ? 0 : (uint32_t)s->count[i0];
	uint32_t far = i0 < 0 ? 0 : (uint32_t)(ib - i0 > 7 ? 7 : ib - i0);
	uint32_t far1 = i1 < 0 ? 0 : (uint32_t)(i0 - i1 > 7 ? 7 : i0 - i1);
	int n = 0;
	row[n++] = mix2(1, w0, t0);
	row[n++] = mix2(2, v0, u0);
	row[n++] = mix2(3, w1, t1);
	row[n++] = mix2(4, v1, u1);
	row[n++] = mix2(5, t0, u0);
	row[n++] = mix3(6, w0, t0, u0);
	row[n++] = mix3(7, v0, u0, t0);
	row[n++] = mix2(8, w0, v0);
	row[n++] = mix2(9, t0, t1);
	row[n++] = mix3(10, w0, t0, t1);
	row[n++] = mix3(11, w1, t1, t0);
	row[n++] = mix2(12, w0, w1);
	row[n++] = mix3(13, t0, u0, u1);
	row[n++] = mix3(14, t0, t1, u0);
	row[n++] = mix3(15, t0 << 8 | t1, t2, u0);
	row[n++] = mix3(16, t0 << 8 | u0, u1, u2);
	row[n++] = mix3(17, t0 << 8 | l0, r0, u0);
	row[n++] = mix3(18, t0 << 8 | r0, r02, u0);
	row[n++] = mix3(19, t0 << 8 | u0, lb, lb2);
	row[n++] = mix3(20, t1 << 8 | t0, r1, l0);
	row[n++] = mix3(21, t1 << 8 | t0, l1, r0);
	row[n++] = mix3(22, t0, u0, far);
	row[n++] = mix3(23, t0, t1, far1 << 8 | (u0 & 0xff));
	row[n++] = mix3(24, w0, far, u0);
	row[n++] = mix3(25, t0, c0, u0);
	row[n++] = mix3(26, w0, c0, u0);
	row[n++] = mix3(27, v0, lb, t0);
	row[n++] = mix3(28, t0 << 8 | l0, l02, u0);
	row[n++] = mix3(29, w1, t0, u0);
	row[n++] = mix3(30, v0, t0, t1);
	row[n++] = mix3(31, w0, u0, u1);
	row[n++] = mix3(32, t1 << 8 | t0, u0, u1);
	row[n++] = mix3(33, w0, t1, u0);
	row[n++] = mix3(34, v1, t0, u0);
	row[n++] = mix3(35, t0 << 16 | u0 << 8 | t1,
			(i0 < 0                                       ? 0
			 : s->form[i0 < s->n ? i0 : 0].quotation == 0 ? 1u
								      : 2u),
			(ib < s->n ? b0.form->quotation == 0 ? 1u : 2u : 0u));
	int k0 = i0 < 0 ? -1 : s->left[i0], kr = i0 < 0 ? -1 : s->right[i0];
	row[n++] = mix3(36, s0.form->tail3, t0, u0);
	row[n++] = mix3(37, b0.form->tail3, t0, u0);
	row[n++] = mix3(38, see(s, k0).form->low, t0, u0);
	row[n++] = mix3(39, see(s, kr).form->low, t0, u0);
	row[n++] = mix3(40, see(s, s->left[ib]).form->low, t0, u0);
	row[n++] = mix3(41, t0 << 8 | u0, t1, t2);
	row[n++] = mix3(42, w0, v0, t1);
	row[n++] = mix3(43, b0.form->shape & FORM_EDGES, t0, s1.form->low);
	for (int k = 0; k < n; k++)
		row[k] &= (1u << TREE_BITS) - 1;
	return n;
}

bool tree_may(const struct tree_state *s, enum tree_move m)
{
	switch (m) {
	case TREE_SHIFT:
		return s->next < s->n;
	case TREE_LEFT:
		return s->depth > 0 && (s->next < s->n || s->depth == 1);
	default:
		return s->depth > 1;
	}
}

static void hang(struct tree_state *s, int word, int on)
{
	s->head[word] = (int16_t)on;
	s->count[on]++;
	int16_t *near = word < on ? s->left : s->right, *next = word < on ? s->left2 : s->right2;
	next[on] = near[on];
	near[on] = (int16_t)word;
}

void tree_do(struct tree_state *s, enum tree_move m)
{
	switch (m) {
	case TREE_SHIFT:
		s->stack[s->depth++] = (int16_t)s->next++;
		break;
	case TREE_LEFT:
		s->depth--;
		hang(s, s->stack[s->depth], s->next);
		break;
	default:
		s->depth--;
		hang(s, s->stack[s->depth], s->stack[s->depth - 1]);
	}
}

struct tree_state *tree_room(struct arena *a)
{
	struct tree_state *s = arena_new(a, struct tree_state);
	int16_t **lists[] = { &s->stack, &s->head, &s->left, &s->left2, &s->right, &s->right2, &s->count };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i] = arena_array(a, int16_t, FORMS_MOST + 1);
	return s;
}

void tree_start(struct tree_state *s, const struct wordform *form, const uint8_t *tag, int n)
{
	size_t size = (size_t)(n + 1) * sizeof *s->left;
	s->form = form;
	s->tag = tag;
	s->n = n;
	s->depth = s->next = 0;
	memset(s->left, 0xff, size);
	memset(s->left2, 0xff, size);
	memset(s->right, 0xff, size);
	memset(s->right2, 0xff, size);
	memset(s->count, 0, size);
}

typedef uint8_t marks __attribute__((vector_size(TREE_SLOTS)));

// Adds a feature's weights where the bucket has it, and zeros where not: that cannot be foretold, so nothing is jumped
// over. An empty slot may bear the mark too; it comes after one that is taken, and is zero.
static inline void add_weights(const struct tree_bucket *b, uint8_t mark, int sum[TREE_MOVES])
{
	marks all;
	uint64_t half[2];
	memcpy(&all, b->mark, sizeof all);
	all = (marks)(all == mark);
	memcpy(half, &all, sizeof half);
	uint64_t low = half[0] ? half[0] : half[1];
	int slot = (half[0] ? 0 : 8) + (low ? __builtin_ctzll(low) >> 3 : 0), none = low ? 0 : -1;
	for (int m = 0; m < TREE_MOVES; m++)
		sum[m] += b->weight[slot][m] & ~none;
}

static enum tree_move best_move(const struct tree_model *m, const struct tree_state *s)
{
	uint32_t row[TREE_FEATURES];
	int sum[TREE_MOVES] = { 0 };
	if (!s->depth)
		return TREE_SHIFT; // nothing else may be done, here and at the end
	if (s->next == s->n)
		return s->depth > 1 ? TREE_RIGHT : TREE_LEFT;
	int n = tree_features(s, row);
	for (int k = 0; k < n; k++)
		__builtin_prefetch(&m->bucket[row[k] & ((1u << TREE_BUCKET_BITS) - 1)]);
	for (int k = 0; k < n; k++)
		add_weights(&m->bucket[row[k] & ((1u << TREE_BUCKET_BITS) - 1)], (uint8_t)(row[k] >> TREE_BUCKET_BITS),
			    sum);
	int best = -1;
	for (int c = 0; c < TREE_MOVES; c++)
		if (tree_may(s, (enum tree_move)c) && (best < 0 || sum[c] > sum[best]))
			best = c;
	return (enum tree_move)best;
}

void tree_parse(const struct tree_model *m, struct tree_state *s, const struct forms *f, const uint8_t *tag,
		int16_t *head)
{
	for (int k = 0; k < f->sentences; k++) {
		int from = (int)f->start[k], n = (int)f->start[k + 1] - from;
		tree_start(s, f->at + from, tag + from, n);
		while (s->depth || s->next < n)
			tree_do(s, best_move(m, s));
		for (int i = 0; i < n; i++)
			head[from + i] = (int16_t)(s->head[i] == n ? -1 : from + s->head[i]);
	}
}
