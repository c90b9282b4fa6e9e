#include "train/examples.h"

#include "base/rng.h"

#include <string.h>

size_t examples_open(struct examples *x, size_t n)
{
	size_t at = x->places;
	if (x->n + 2 > x->room) {
		size_t room = x->room ? 2 * x->room : 1024;
		uint32_t *start = arena_array(x->arena, uint32_t, room);
		if (x->n)
			memcpy(start, x->start, (x->n + 1) * sizeof *start);
		x->start = start;
		x->room = room;
	}
	if (x->places + n > x->room_places) {
		size_t room = 2 * (x->places + n) + 65536;
		uint32_t *feature = arena_array(x->arena, uint32_t, room * (size_t)x->per);
		uint8_t *label = arena_array(x->arena, uint8_t, room);
		if (x->places) {
			memcpy(feature, x->feature, x->places * (size_t)x->per * sizeof *feature);
			memcpy(label, x->label, x->places);
		}
		x->feature = feature;
		x->label = label;
		x->room_places = room;
	}
	memset(x->feature + at * (size_t)x->per, 0xff, n * (size_t)x->per * sizeof *x->feature);
	memset(x->label + at, 0, n);
	x->places += n;
	x->start[x->n++] = (uint32_t)at;
	x->start[x->n] = (uint32_t)x->places;
	return at;
}

static uint32_t slot_of(const struct dictionary *d, uint32_t feature)
{
	uint32_t at = (feature * 0x9e3779b1u) & d->mask;
	while (d->count[at] && d->key[at] != feature)
		at = (at + 1) & d->mask;
	return at;
}

struct dictionary examples_dictionary(struct arena *a, const struct examples *x, uint32_t least)
{
	enum { BITS = 27 };
	struct arena scratch = { 0 };
	uint8_t *rough = arena_array(&scratch, uint8_t, 1u << BITS);
	size_t all = x->places * (size_t)x->per, often = 0;
	for (size_t i = 0; i < all; i++) {
		uint32_t at = x->feature[i] >> (32 - BITS);
		if (x->feature[i] != EXAMPLES_NONE && rough[at] < 255)
			often += ++rough[at] == least;
	}
	struct dictionary d = { .mask = 1 };
	while (d.mask + 1 < 3 * often)
		d.mask = 2 * d.mask + 1;
	d.key = arena_array(a, uint32_t, d.mask + 1ull);
	d.count = arena_array(a, uint32_t, d.mask + 1ull);
	d.id = arena_array(a, uint32_t, d.mask + 1ull);
	for (size_t i = 0; i < all; i++) {
		uint32_t f = x->feature[i];
		if (f == EXAMPLES_NONE || rough[f >> (32 - BITS)] < least)
			continue;
		uint32_t at = slot_of(&d, f);
		d.key[at] = f;
		d.count[at]++;
	}
	d.name = arena_array(a, uint32_t, d.mask + 1ull);
	for (size_t at = 0; at <= d.mask; at++) {
		d.id[at] = d.count[at] >= least ? d.n++ : EXAMPLES_NONE;
		if (d.id[at] != EXAMPLES_NONE)
			d.name[d.id[at]] = d.key[at];
	}
	arena_free(&scratch);
	return d;
}

uint32_t *examples_numbered(struct arena *a, const struct examples *x, const struct dictionary *d)
{
	size_t all = x->places * (size_t)x->per;
	uint32_t *out = arena_array(a, uint32_t, all);
	for (size_t i = 0; i < all; i++) {
		uint32_t at = x->feature[i] == EXAMPLES_NONE ? 0 : slot_of(d, x->feature[i]);
		out[i] = x->feature[i] == EXAMPLES_NONE || !d->count[at] ? EXAMPLES_NONE : d->id[at];
	}
	return out;
}

void examples_shuffle(uint32_t *order, size_t n, uint64_t seed, uint64_t epoch)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)(rng_bits(seed, epoch, i) % i);
		uint32_t swap = order[i - 1];
		order[i - 1] = order[j];
		order[j] = swap;
	}
}
