// Grams of twenty letters, one from the start of each word on, without the blanks between: some four words, and still
// the same where a scanner lost a blank or took one letter in ten for another (of five words three in a hundred would
// be left). They are thinned by their own value ("0 mod p", Manber, "Finding similar files in a large file system",
// 1994): whether one is kept does not hang on its neighbours, and a text asks for as few as it would enter itself.
// The start of a text is kept whole, since briefs are made of it. Short texts keep more, and what a long text keeps a
// short one keeps too.
#include "trace/prints.h"

#include <stdlib.h>
#include <string.h>

enum {
	GRAM = 20, // letters
	SHORT = 80,
	MIDDLE = 200,
	LEAD = 24, // words
	ROW = 5,   // words, where paragraphs are too short for grams
	ALL = 1024,
	THIN = 6,     // of so many values of a key these are kept: all, half, a sixth
	OFTEN = 1000, // fingerprints from which repeats are taken out
};

static uint64_t gram_key(const char *letters)
{
	uint64_t a, b;
	uint32_t c;
	memcpy(&a, letters, 8);
	memcpy(&b, letters + 8, 8);
	memcpy(&c, letters + 16, 4);
	uint64_t h = a * 0x9e3779b97f4a7c15u;
	h = (h ^ h >> 32 ^ b) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 32 ^ c) * 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 29;
}

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

// A long text may be one phrase over and over.
static size_t each_once(uint64_t *key, size_t n)
{
	size_t kept = 0;
	qsort(key, n, sizeof *key, by_key);
	for (size_t i = 0; i < n; i++)
		if (!kept || key[kept - 1] != key[i])
			key[kept++] = key[i];
	return kept;
}

size_t prints_of(const struct folded *t, uint64_t *room)
{
	uint64_t least = ALL / (t->n < SHORT ? 1 : t->n < MIDDLE ? 2 : THIN); // kept: values below it
	size_t kept = 0;
	for (size_t from = 0, to; from < t->n; from = to) {
		to = folded_paragraph(t, from);
		const char *last = t->letters + t->place[to - 1].letter, *end = last;
		while (*end != '\n')
			end++;
		for (size_t i = from; i < to && t->letters + t->place[i].letter + GRAM <= end; i++) {
			room[kept] = gram_key(t->letters + t->place[i].letter);
			kept += i < LEAD || (room[kept] & (ALL - 1)) < least; // a branch here would be chance
		}
	}
	// A list, whose paragraphs are all too short: rows of words, whatever paragraphs they stand in.
	for (size_t i = 0, n = kept ? 0 : t->n; i + ROW <= n; i++) {
		uint64_t key = folded_gram(t->at + i, ROW);
		if (i < LEAD || (key & (ALL - 1)) < least)
			room[kept++] = key;
	}
	return kept > OFTEN ? each_once(room, kept) : kept;
}
