// Variables that lie side by side in all three tables are one loop. Of the kept ones and of the summed ones the fastest
// may be the run; the rest become lists of offsets, the kept ones two lists whose sums are taken, so that no list is
// much longer than the root of a table.
#include "weigh/loops.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"

enum { MOST_DIMS = 128, LONG_LIST = 1024 };

struct dim {
	uint32_t size, a, b; // strides
};

struct dims {
	uint32_t n;
	struct dim at[MOST_DIMS];
};

struct loops_key {
	uint32_t n, *words;
};

static uint32_t stride_of(struct scope x, uint32_t rank, const uint32_t *states)
{
	uint32_t stride = 1;
	for (uint32_t i = x.n; i-- > 0; stride *= states[x.at[i]])
		if (x.at[i] == rank)
			return stride;
	return 0;
}

static void add_dim(struct dims *d, struct dim x)
{
	struct dim *last = d->n ? &d->at[d->n - 1] : NULL;
	if (x.size == 1)
		return;
	if (last && last->a == x.a * x.size && last->b == x.b * x.size) {
		*last = (struct dim){ last->size * x.size, x.a, x.b };
		return;
	}
	assert(d->n < MOST_DIMS);
	d->at[d->n++] = x;
}

// How long a run the fastest of the dims gives; 0: its cells are not side by side.
static uint32_t run_of(const struct dims *d)
{
	const struct dim *x = d->n ? &d->at[d->n - 1] : NULL;
	return x && x->a <= 1 && x->b <= 1 && x->a + x->b ? x->size : 0;
}

static uint32_t cells_of(const struct dim *d, uint32_t n)
{
	uint32_t cells = 1;
	for (uint32_t i = 0; i < n; i++)
		cells *= d[i].size;
	return cells;
}

static void push_pairs(struct loops_pool *p, const struct dim *d, uint32_t n, bool swap)
{
	uint32_t digit[MOST_DIMS] = { 0 }, a = 0, b = 0, cells = cells_of(d, n);
	for (uint32_t c = 0; c < cells; c++) {
		list_push_own(&p->pairs, swap ? b : a);
		list_push_own(&p->pairs, swap ? a : b);
		for (uint32_t i = n; i-- > 0;) {
			a += d[i].a;
			b += d[i].b;
			if (++digit[i] < d[i].size)
				break;
			a -= d[i].a * d[i].size;
			b -= d[i].b * d[i].size;
			digit[i] = 0;
		}
	}
}

static uint32_t make(struct loops_pool *p, struct dims *kept, struct dims *summed, bool *swap)
{
	uint32_t along = run_of(kept), across = run_of(summed);
	bool dot = across > along;
	struct loops l = { .run = 1, .at = (uint32_t)(p->pairs.n / 2) };
	struct dims *from = dot ? summed : kept;
	struct dim run = { 1, 1, 1 };
	if (along || across)
		run = from->at[--from->n];
	*swap = !run.a;
	l.run = run.size;
	l.kind = (dot ? LOOPS_DOT_AB : LOOPS_RUN_AB) + (run.a != run.b);
	uint32_t high = 0;
	while (high < kept->n && cells_of(kept->at + high, kept->n - high) > LONG_LIST)
		high++;
	l.high = cells_of(kept->at, high);
	l.low = cells_of(kept->at + high, kept->n - high);
	l.summed = cells_of(summed->at, summed->n);
	l.code = LOOPS_CODES * l.kind + (l.run <= 4 || l.run == 8 ? l.run : 0);
	push_pairs(p, kept->at, high, *swap);
	push_pairs(p, kept->at + high, kept->n - high, *swap);
	push_pairs(p, summed->at, summed->n, *swap);
	list_push_own(&p->loops, l);
	return (uint32_t)(p->loops.n - 1);
}

static uint32_t *slot_of(struct loops_pool *p, const struct loops_key *k)
{
	uint64_t at = hash_fast(k->words, k->n * sizeof *k->words, 0);
	for (;; at++) {
		uint32_t *slot = &p->slots[at & (p->room - 1)];
		if (!*slot)
			return slot;
		const struct loops_key *x = &p->keys.at[*slot - 1];
		if (x->n == k->n && !memcmp(x->words, k->words, k->n * sizeof *k->words))
			return slot;
	}
}

static void grow(struct loops_pool *p)
{
	p->room = p->room ? 2 * p->room : 64;
	p->slots = arena_array(p->arena, uint32_t, p->room);
	for (size_t i = 0; i < p->keys.n; i++)
		*slot_of(p, &p->keys.at[i]) = (uint32_t)(i + 1);
}

uint32_t loops_find(struct loops_pool *p, const uint32_t *states, struct scope out, struct scope a, struct scope b,
		    bool *swap)
{
	struct dims kept = { 0 }, summed = { 0 };
	for (uint32_t i = 0, j = 0, k = 0; i < out.n || j < a.n || k < b.n;) {
		uint32_t r = UINT32_MAX;
		r = i < out.n && out.at[i] < r ? out.at[i] : r;
		r = j < a.n && a.at[j] < r ? a.at[j] : r;
		r = k < b.n && b.at[k] < r ? b.at[k] : r;
		bool keep = i < out.n && out.at[i] == r;
		add_dim(keep ? &kept : &summed,
			(struct dim){ states[r], stride_of(a, r, states), stride_of(b, r, states) });
		i += keep;
		j += j < a.n && a.at[j] == r;
		k += k < b.n && b.at[k] == r;
	}
	uint32_t words[2 + 6 * MOST_DIMS], n = 0;
	words[n++] = kept.n;
	for (uint32_t i = 0; i < kept.n + summed.n; i++) {
		const struct dim *d = i < kept.n ? &kept.at[i] : &summed.at[i - kept.n];
		words[n++] = d->size;
		words[n++] = d->a;
		words[n++] = d->b;
	}
	struct loops_key key = { n, words };
	if (2 * p->keys.n >= p->room)
		grow(p);
	uint32_t *slot = slot_of(p, &key), found = *slot;
	if (found) { // which way round follows from the run
		const struct loops *l = &p->loops.at[found - 1];
		const struct dims *from = l->kind >= LOOPS_DOT_AB ? &summed : &kept;
		*swap = from->n && run_of(from) && !from->at[from->n - 1].a;
		return found - 1;
	}
	key.words = arena_array(p->arena, uint32_t, n);
	memcpy(key.words, words, n * sizeof *words);
	list_push_own(&p->keys, key);
	*slot = (uint32_t)p->keys.n;
	return make(p, &kept, &summed, swap);
}
