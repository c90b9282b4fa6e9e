// Word 5-grams, thinned by winnowing (Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document
// fingerprinting", SIGMOD 2003): of each window of six in a row the smallest hash is kept, so that every shared run of
// ten words leaves a shared fingerprint.
#include "trace/prints.h"

enum { GRAM = 5, WINDOW = 6, SHORT_TEXT = 300 };

// The rightmost smallest of each window; a window that keeps its smallest adds nothing.
static size_t winnow(const uint64_t *all, size_t n, uint64_t *out)
{
	size_t kept = 0, last = SIZE_MAX;
	for (size_t from = 0; from + WINDOW <= n; from++) {
		size_t least = from;
		for (size_t i = from + 1; i < from + WINDOW; i++)
			if (all[i] <= all[least])
				least = i;
		if (least != last)
			out[kept++] = all[least];
		last = least;
	}
	return kept;
}

void prints_of(struct arena *a, const struct folded *t, struct prints *out)
{
	*out = (struct prints){ 0 };
	if (t->n < GRAM)
		return;
	size_t n = t->n - GRAM + 1;
	uint64_t *all = arena_array(a, uint64_t, n);
	for (size_t i = 0; i < n; i++)
		all[i] = folded_gram(t->at + i, GRAM);
	*out = (struct prints){ .key = all, .n = n };
	if (t->n >= SHORT_TEXT)
		out->n = winnow(all, n, all); // it writes behind where it reads
}

void prints_index_make(struct arena *a, struct prints_index *x, size_t n)
{
	size_t room = 64;
	while (room < 2 * n)
		room *= 2;
	x->slot = arena_array(a, struct prints_slot, room);
	x->mask = room - 1;
}

struct prints_slot *prints_find(const struct prints_index *x, uint64_t key)
{
	size_t i = key & x->mask;
	while (x->slot[i].key && x->slot[i].key != key)
		i = (i + 1) & x->mask;
	return &x->slot[i];
}
