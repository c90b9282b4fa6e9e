// Open addressing with linear probing in 256 parts. A slot keeps 34 bits of the key, enough to find its place again
// when its part grows by a quarter, so that no moment needs two tables and none is long. 42 bits of a key count: of a
// hundred million entries a lookup takes one in 40,000 for another, and one alone never makes a candidate.
#include "trace/index.h"

enum { KEEP = 34, FIRST_ROOM = 32, LINE = 8 };

static const double fullest = 0.8, growth = 1.25;

static size_t part_of(uint64_t key)
{
	return key >> 56;
}

static uint64_t kept(uint64_t key)
{
	return key >> (56 - KEEP) & ((1ull << KEEP) - 1);
}

// Homes rise with the keys, whatever the room.
static uint32_t home(const struct index_part *p, uint64_t bits)
{
	return (uint32_t)(bits * p->room >> KEEP);
}

static uint64_t *probe(const struct index_part *p, uint64_t bits, uint32_t i)
{
	for (;; i = i + 1 == p->room ? 0 : i + 1) {
		if (!p->slot[i])
			return NULL;
		if (p->slot[i] >> (64 - KEEP) == bits)
			return &p->slot[i];
	}
}

uint64_t *index_find(const struct index *x, uint64_t key)
{
	const struct index_part *p = &x->part[part_of(key)];
	return p->n ? probe(p, kept(key), home(p, kept(key))) : NULL;
}

uint64_t *index_next(const struct index *x, uint64_t key, const uint64_t *slot)
{
	const struct index_part *p = &x->part[part_of(key)];
	uint32_t i = (uint32_t)(slot - p->slot) + 1;
	return probe(p, kept(key), i == p->room ? 0 : i);
}

void index_prefetch(const struct index *x, uint64_t key)
{
	const struct index_part *p = &x->part[part_of(key)];
	if (!p->n)
		return;
	uint32_t i = home(p, kept(key)), next = i + LINE; // a search goes on into the next line as often as not
	__builtin_prefetch(&p->slot[i]);
	__builtin_prefetch(&p->slot[next < p->room ? next : 0]);
}

static void put(struct index_part *p, uint64_t slot)
{
	uint32_t i = home(p, slot >> (64 - KEEP));
	while (p->slot[i])
		i = i + 1 == p->room ? 0 : i + 1;
	p->slot[i] = slot;
	p->n++;
}

static void grow(struct index_part *p)
{
	struct index_part bigger = { .room = p->room ? (uint32_t)(p->room * growth) : FIRST_ROOM };
	bigger.slot = arena_array(&bigger.mem, uint64_t, bigger.room);
	for (uint32_t i = 0; i < p->room; i++)
		if (p->slot[i])
			put(&bigger, p->slot[i]);
	arena_free(&p->mem);
	*p = bigger;
}

void index_add(struct index *x, uint64_t key, uint32_t doc, unsigned strangers)
{
	struct index_part *p = &x->part[part_of(key)];
	if (p->n + 1 > p->room * fullest)
		grow(p);
	put(p, kept(key) << (64 - KEEP) | (uint64_t)(doc + 1) << 6 | strangers);
}

void index_free(struct index *x)
{
	for (size_t i = 0; i < INDEX_PARTS; i++)
		arena_free(&x->part[i].mem);
	*x = (struct index){ 0 };
}
