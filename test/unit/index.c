// The table of fingerprints against a plain list of what was put into it.
#include "trace/index.h"
#include "base/rng.h"
#include "test/tap.h"

#include <stdlib.h>

enum { KEYS = 300000, COUNTED = 42, MOST = 8192 }; // upper bits of a key that count; entries of one key, at most

static struct index table;
static struct arena arena;

struct entry {
	uint64_t key;
	uint32_t doc;
	unsigned strangers;
};

static int by_key(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->doc != b->doc)
		return a->doc < b->doc ? -1 : 1;
	return (a->strangers > b->strangers) - (a->strangers < b->strangers);
}

// What the table has of a key, in order. Returns how many.
static size_t found(uint64_t key, struct entry *out, size_t room)
{
	size_t n = 0;
	for (uint64_t *s = index_find(&table, key); s; s = index_next(&table, key, s))
		if (n++ < room)
			out[n - 1] = (struct entry){ key, index_document(*s), index_strangers(*s) };
	qsort(out, n < room ? n : room, sizeof *out, by_key);
	return n;
}

// Keys that differ in the bits that count; one in three is there more than once.
static struct entry *entries_of(uint64_t seed)
{
	struct entry *e = arena_array(&arena, struct entry, KEYS);
	for (uint64_t i = 0; i < KEYS; i++) {
		bool again = i && rng_bits(seed, 1, i) % 3 == 0;
		uint64_t fresh = rng_bits(seed, 2, i) >> (64 - COUNTED) << (64 - COUNTED);
		e[i].key = again ? e[rng_bits(seed, 3, i) % i].key : fresh;
		e[i].doc = rng_bits(seed, 4, i) % INDEX_DOCUMENTS;
		e[i].strangers = rng_bits(seed, 5, i) % (INDEX_STRANGERS + 1);
	}
	return e;
}

// `e` in order.
static void check_all(const struct entry *e, size_t n, const char *when)
{
	static struct entry got[MOST];
	size_t wrong = 0, missing = 0;
	for (size_t i = 0, to; i < n; i = to) {
		for (to = i; to < n && e[to].key == e[i].key; to++)
			;
		size_t have = found(e[i].key, got, MOST);
		missing += have != to - i;
		for (size_t k = 0; k < have && k < to - i; k++)
			wrong += got[k].doc != e[i + k].doc || got[k].strangers != e[i + k].strangers;
	}
	is_int((long long)missing, 0, "%s: every key has as many entries as were added", when);
	is_int((long long)wrong, 0, "%s: with their documents and strangers", when);
}

static void check_oracle(uint64_t seed)
{
	struct entry *e = entries_of(seed), *sorted = arena_array(&arena, struct entry, KEYS);
	size_t steps[] = { 10, 1000, 50000, KEYS }, n = 0, chance = 0, room = 0;
	ok(!index_find(&table, e[0].key), "nothing is found in an empty table");
	index_prefetch(&table, e[0].key);
	for (size_t k = 0; k < 4; k++) {
		for (; n < steps[k]; n++) {
			index_add(&table, e[n].key, e[n].doc, e[n].strangers);
			index_prefetch(&table, e[n].key);
		}
		memcpy(sorted, e, n * sizeof *e);
		qsort(sorted, n, sizeof *sorted, by_key);
		check_all(sorted, n, arena_printf(&arena, "%zu entries", n));
	}
	for (uint64_t i = 0; i < KEYS; i++)
		chance += index_find(&table, rng_bits(seed, 6, i)) != NULL;
	ok(chance <= 2, "keys that were not added are not found: %zu of %d are by chance", chance, KEYS);
	for (size_t i = 0; i < INDEX_PARTS; i++)
		room += table.part[i].room;
	ok((double)room < KEYS * 1.7, "there are few empty slots: %zu for %d", room, KEYS);
	index_free(&table);
	ok(!index_find(&table, e[0].key), "nothing is left when it is given back");
}

// Keys of one part, and of one home: all of them are still found, and ends meet.
static void check_crowded(void)
{
	static const struct {
		uint64_t first, step;
		const char *what;
	} rows[] = {
		{ 0, 1ull << 22, "the lowest keys of a part" },
		{ ~0ull << 22, -(1ull << 22), "the highest ones, whose places go round to the start" },
		{ 5ull << 56, 1ull << 22, "the lowest keys of another part" },
	};
	for (size_t r = 0; r < 3; r++) {
		struct entry *e = arena_array(&arena, struct entry, 3000);
		for (uint32_t i = 0; i < 3000; i++) {
			e[i] = (struct entry){ rows[r].first + i * rows[r].step, i, 0 };
			index_add(&table, e[i].key, i, 0);
		}
		qsort(e, 3000, sizeof *e, by_key);
		check_all(e, 3000, rows[r].what);
		index_free(&table);
	}
}

static void check_one_key(void)
{
	enum { N = 2000 };
	static struct entry got[N];
	for (uint32_t i = 0; i < N; i++)
		index_add(&table, 77ull << 50, i, 0);
	size_t n = found(77ull << 50, got, N), wrong = 0;
	for (uint32_t i = 0; i < N; i++)
		wrong += got[i].doc != i;
	ok(n == N && !wrong, "%d entries of one key are all there", N);
	ok(!index_find(&table, 78ull << 50), "and none of its neighbour's");
	index_free(&table);
}

static void check_strangers(void)
{
	uint64_t key = 0x123456789abcdef0u;
	struct entry got[2] = { 0 };
	index_add(&table, key, INDEX_DOCUMENTS - 1, 0);
	index_add(&table, key, 0, INDEX_STRANGERS);
	size_t wrong = 0;
	for (unsigned i = 0; i < 3 * INDEX_STRANGERS; i++) {
		wrong += found(key, got, 2) != 2 || got[0].doc != 0 || got[1].doc != INDEX_DOCUMENTS - 1;
		wrong += got[0].strangers != INDEX_STRANGERS;
		wrong += got[1].strangers != (i < INDEX_STRANGERS ? i : INDEX_STRANGERS);
		for (uint64_t *s = index_find(&table, key); s; s = index_next(&table, key, s))
			index_estrange(s);
	}
	is_int((long long)wrong, 0, "strangers are counted up to %d, and touch no document", INDEX_STRANGERS);
	for (uint32_t i = 0; i < 20000; i++)
		index_add(&table, rng_bits(3, 1, i) >> 8 | 0x12ull << 56, i, 7);
	ok(found(key, got, 2) == 2 && got[1].strangers == INDEX_STRANGERS, "and are kept when the table grows");
	index_free(&table);
}

int main(void)
{
	check_oracle(1);
	check_oracle(2);
	check_crowded();
	check_one_key();
	check_strangers();
	arena_free(&arena);
	return done();
}
