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

// The outermost dependent of a word that may be none.
static int below(const int16_t *list, int i)
{
	return i < 0 ? -1 : list[i];
}

// Whether a word stands in a quotation: 1 no, 2 yes, 0 where there is none.
static uint32_t quoted(const struct tree_state *s, int i)
{
	return i < 0 || i >= s->n ? 0 : s->form[i].quotation ? 2 : 1;
}

static uint32_t up_to_seven(int d)
{
	return (uint32_t)(d > 7 ? 7 : d);
}

// What a move is chosen by: the words on top of the stack (0, 1, 2) and at the front of the buffer, their tags, and the
// tags of their outermost dependents.
struct top {
	int i0;
	uint32_t w0, w1, v0, v1;                    // words of the stack; of the buffer
	uint32_t t0, t1, t2, u0, u1, u2;            // tags of the stack; of the buffer
	uint32_t l0, l02, r0, r02, l1, r1, lb, lb2; // dependents at the left, at the right; of the buffer's first
	uint32_t c0, far, far1;                     // how many dependents; how far the word below, or the buffer, is
};

static struct top see_top(const struct tree_state *s)
{
	int i0 = s->depth > 0 ? s->stack[s->depth - 1] : -1, i1 = s->depth > 1 ? s->stack[s->depth - 2] : -1;
	int i2 = s->depth > 2 ? s->stack[s->depth - 3] : -1, ib = s->next;
	struct seen s0 = see(s, i0), s1 = see(s, i1), b0 = see(s, ib), b1 = see(s, ib < s->n ? ib + 1 : -1);
	struct top x = { .i0 = i0, .w0 = s0.form->low, .w1 = s1.form->low, .v0 = b0.form->low, .v1 = b1.form->low };
	x.t0 = s0.tag;
	x.t1 = s1.tag;
	x.t2 = tag_of(s, i2);
	x.u0 = b0.tag;
	x.u1 = b1.tag;
	x.u2 = tag_of(s, ib + 1 < s->n ? ib + 2 : -1);
	x.l0 = tag_of(s, below(s->left, i0));
	x.l02 = tag_of(s, below(s->left2, i0));
	x.r0 = tag_of(s, below(s->right, i0));
	x.r02 = tag_of(s, below(s->right2, i0));
	x.l1 = tag_of(s, below(s->left, i1));
	x.r1 = tag_of(s, below(s->right, i1));
	x.lb = tag_of(s, s->left[ib]);
	x.lb2 = tag_of(s, s->left2[ib]);
	x.c0 = i0 < 0 ? 0 : (uint32_t)s->count[i0];
	x.far = i0 < 0 ? 0 : up_to_seven(ib - i0);
	x.far1 = i1 < 0 ? 0 : up_to_seven(i0 - i1);
	return x;
}

// Words and tags of the stack and the buffer.
static int words(const struct top *x, uint32_t *row)
{
	int n = 0;
	row[n++] = mix2(1, x->w0, x->t0);
	row[n++] = mix2(2, x->v0, x->u0);
	row[n++] = mix2(3, x->w1, x->t1);
	row[n++] = mix2(4, x->v1, x->u1);
	row[n++] = mix2(5, x->t0, x->u0);
	row[n++] = mix3(6, x->w0, x->t0, x->u0);
	row[n++] = mix3(7, x->v0, x->u0, x->t0);
	row[n++] = mix2(8, x->w0, x->v0);
	row[n++] = mix2(9, x->t0, x->t1);
	row[n++] = mix3(10, x->w0, x->t0, x->t1);
	row[n++] = mix3(11, x->w1, x->t1, x->t0);
	row[n++] = mix2(12, x->w0, x->w1);
	row[n++] = mix3(13, x->t0, x->u0, x->u1);
	row[n++] = mix3(14, x->t0, x->t1, x->u0);
	row[n++] = mix3(15, x->t0 << 8 | x->t1, x->t2, x->u0);
	row[n++] = mix3(16, x->t0 << 8 | x->u0, x->u1, x->u2);
	return n;
}

// What hangs on them already, and how far they are from each other.
static int dependents(const struct top *x, uint32_t *row)
{
	int n = 0;
	row[n++] = mix3(17, x->t0 << 8 | x->l0, x->r0, x->u0);
	row[n++] = mix3(18, x->t0 << 8 | x->r0, x->r02, x->u0);
	row[n++] = mix3(19, x->t0 << 8 | x->u0, x->lb, x->lb2);
	row[n++] = mix3(20, x->t1 << 8 | x->t0, x->r1, x->l0);
	row[n++] = mix3(21, x->t1 << 8 | x->t0, x->l1, x->r0);
	row[n++] = mix3(22, x->t0, x->u0, x->far);
	row[n++] = mix3(23, x->t0, x->t1, x->far1 << 8 | (x->u0 & 0xff));
	row[n++] = mix3(24, x->w0, x->far, x->u0);
	row[n++] = mix3(25, x->t0, x->c0, x->u0);
	row[n++] = mix3(26, x->w0, x->c0, x->u0);
	row[n++] = mix3(27, x->v0, x->lb, x->t0);
	row[n++] = mix3(28, x->t0 << 8 | x->l0, x->l02, x->u0);
	return n;
}

// Longer runs, endings, quotations, and the words that hang on them.
static int more(const struct tree_state *s, const struct top *x, uint32_t *row)
{
	int n = 0, ib = s->next;
	row[n++] = mix3(29, x->w1, x->t0, x->u0);
	row[n++] = mix3(30, x->v0, x->t0, x->t1);
	row[n++] = mix3(31, x->w0, x->u0, x->u1);
	row[n++] = mix3(32, x->t1 << 8 | x->t0, x->u0, x->u1);
	row[n++] = mix3(33, x->w0, x->t1, x->u0);
	row[n++] = mix3(34, x->v1, x->t0, x->u0);
	row[n++] = mix3(35, x->t0 << 16 | x->u0 << 8 | x->t1, quoted(s, x->i0), quoted(s, ib));
	row[n++] = mix3(36, see(s, x->i0).form->tail3, x->t0, x->u0);
	row[n++] = mix3(37, see(s, ib).form->tail3, x->t0, x->u0);
	row[n++] = mix3(38, see(s, below(s->left, x->i0)).form->low, x->t0, x->u0);
	row[n++] = mix3(39, see(s, below(s->right, x->i0)).form->low, x->t0, x->u0);
	row[n++] = mix3(40, see(s, s->left[ib]).form->low, x->t0, x->u0);
	row[n++] = mix3(41, x->t0 << 8 | x->u0, x->t1, x->t2);
	row[n++] = mix3(42, x->w0, x->v0, x->t1);
	row[n++] = mix3(43, see(s, ib).form->shape & FORM_EDGES, x->t0, x->w1);
	return n;
}

int tree_features(const struct tree_state *s, uint32_t row[TREE_FEATURES])
{
	struct top x = see_top(s);
	int n = words(&x, row);
	n += dependents(&x, row + n);
	n += more(s, &x, row + n);
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
