// Hashes are h(x) = x * odd + plus modulo 2^64 of a mixed hash of the shingle: one multiply-add a value, no tables.
#include "minhash.h"

#include "base/hash.h"
#include "base/rng.h"

#include <stdbool.h>
#include <string.h>

// Tuned for the best F1 over pairs of the 20,000 documents of seed 1 (bench-trace --tune): shingles of 2 to 5 words,
// bands of 2 to 5 rows, 20 to 60 equal values of 128. It is flat at the top: shingles of 2, 4 and 5 words are at most
// 0.001 worse; bands of two rows are 0.0004 better, for many times the candidates.
const struct minhash_options minhash_tuned = { .gram = 3, .bands = 42, .rows = 3, .threshold = 0.38 };

struct entry {
	uint64_t key; // of one band's values
	uint32_t first; // document + 1; 0: free
};

void minhash_open(struct minhash *m, const struct minhash_options *o)
{
	*m = (struct minhash){ .options = *o };
	for (int i = 0; i < MINHASH_VALUES; i++) {
		m->times[i] = rng_bits(1, 0, (uint64_t)i) | 1;
		m->plus[i] = rng_bits(1, 1, (uint64_t)i);
	}
}

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// A hash for each word in lower case. Typographic punctuation parts words as plain punctuation does, which is in the
// peer's favour.
static void words_hash(struct arena *a, struct minhash *m, const char *text, size_t len)
{
	m->words.n = 0;
	uint64_t h = 0;
	for (size_t i = 0; i <= len; i++) {
		unsigned char c = i < len ? (unsigned char)text[i] : ' ';
		if (c == 0xe2 && i + 2 < len) { // dashes and curly quotes
			i += 2;
			c = ' ';
		}
		if (is_letter(c)) {
			h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 0x9e3779b97f4a7c15u;
			h ^= h >> 29;
		} else if (h) {
			list_push(a, &m->words, h);
			h = 0;
		}
	}
}

// One hash a shingle; a text shorter than one is one.
static void shingles_hash(struct arena *a, struct minhash *m)
{
	size_t gram = (size_t)m->options.gram, n = m->words.n;
	m->shingles.n = 0;
	for (size_t i = 0; i == 0 || i + gram <= n; i++) {
		uint64_t h = 0;
		for (size_t k = i; k < i + gram && k < n; k++) {
			h = (h + m->words.at[k]) * 0xd6e8feb86659fd93u;
			h ^= h >> 32;
		}
		list_push(a, &m->shingles, h);
	}
}

// The smallest of each hash over all shingles: 128 multiply-adds a shingle, in vectors where the machine has them.
#define SMALLEST(name, attributes)                                                                                  \
	attributes static void name(const uint64_t *shingle, size_t n, const struct minhash *m, uint64_t *out)     \
	{                                                                                                           \
		for (size_t k = 0; k < n; k++)                                                                      \
			for (int i = 0; i < MINHASH_VALUES; i++) {                                                  \
				uint64_t v = shingle[k] * m->times[i] + m->plus[i];                                 \
				out[i] = v < out[i] ? v : out[i];                                                   \
			}                                                                                           \
	}

SMALLEST(smallest_plain, )

#if defined(__x86_64__) && defined(__GNUC__)
SMALLEST(smallest_avx512, __attribute__((target("avx512f,avx512dq,prefer-vector-width=512"), optimize("O3"))))
SMALLEST(smallest_avx2, __attribute__((target("avx2"), optimize("O3"))))

static void smallest(const uint64_t *shingle, size_t n, const struct minhash *m, uint64_t *out)
{
	if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
		smallest_avx512(shingle, n, m, out);
	else if (__builtin_cpu_supports("avx2"))
		smallest_avx2(shingle, n, m, out);
	else
		smallest_plain(shingle, n, m, out);
}
#else
static void smallest(const uint64_t *shingle, size_t n, const struct minhash *m, uint64_t *out)
{
	smallest_plain(shingle, n, m, out);
}
#endif

void minhash_add(struct arena *a, struct minhash *m, const char *text, size_t len)
{
	struct minhash_signature *s = arena_new(a, struct minhash_signature);
	list_push(a, &m->signatures, s);
	memset(s, 0xff, sizeof *s);
	words_hash(a, m, text, len);
	shingles_hash(a, m);
	smallest(m->shingles.at, m->shingles.n, m, s->value);
}

static size_t root_of(size_t *up, size_t i)
{
	while (up[i] != i)
		i = up[i] = up[up[i]];
	return i;
}

static bool alike(const struct minhash *m, size_t i, size_t j)
{
	const uint64_t *x = m->signatures.at[i]->value, *y = m->signatures.at[j]->value;
	int same = 0;
	for (int k = 0; k < MINHASH_VALUES; k++)
		same += x[k] == y[k];
	return same >= m->options.threshold * MINHASH_VALUES;
}

// Joins the documents that share a band's values and are alike. Of a bucket only what has been told to be one cluster
// already is passed over; a bucket is a list through `next`.
static void band_join(const struct minhash *m, int band, struct entry *slots, size_t mask, uint32_t *next, size_t *up)
{
	size_t rows = (size_t)m->options.rows;
	memset(slots, 0, (mask + 1) * sizeof *slots);
	for (size_t i = 0; i < m->signatures.n; i++) {
		uint64_t key = hash_fast(m->signatures.at[i]->value + (size_t)band * rows, rows * sizeof(uint64_t), 7);
		size_t at = key & mask;
		while (slots[at].first && slots[at].key != key)
			at = (at + 1) & mask;
		next[i] = slots[at].first;
		for (uint32_t j = slots[at].first; j; j = next[j - 1]) {
			size_t x = root_of(up, i), y = root_of(up, j - 1);
			if (x != y && alike(m, i, j - 1))
				up[x > y ? x : y] = x < y ? x : y;
		}
		slots[at] = (struct entry){ key, (uint32_t)i + 1 };
	}
}

void minhash_clusters(struct minhash *m, size_t *cluster)
{
	struct arena scratch = { 0 };
	size_t n = m->signatures.n, room = 64;
	while (room < 2 * n)
		room *= 2;
	struct entry *slots = arena_array(&scratch, struct entry, room);
	uint32_t *next = arena_array(&scratch, uint32_t, n + 1);
	for (size_t i = 0; i < n; i++)
		cluster[i] = i;
	for (int band = 0; band < m->options.bands; band++)
		band_join(m, band, slots, room - 1, next, cluster);
	for (size_t i = 0; i < n; i++)
		cluster[i] = root_of(cluster, i);
	arena_free(&scratch);
}
