// Which documents have a fingerprint: a table of 8 bytes an entry that grows a part at a time.
#ifndef TRACE_INDEX_H
#define TRACE_INDEX_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	INDEX_PARTS = 256,
	INDEX_DOCUMENTS = (1 << 24) - 2, // most documents of one index
	INDEX_STRANGERS = 63,            // where counting ends
};

struct index_part {
	struct arena mem;
	uint64_t *slot; // 34 bits of the key, 24 of the document plus 1, 6 of strangers; 0 is empty
	uint32_t n, room;
};

struct index {
	struct index_part part[INDEX_PARTS];
};

// The first entry of a key, or NULL. index_next goes on to the others.
uint64_t *index_find(const struct index *x, uint64_t key);
uint64_t *index_next(const struct index *x, uint64_t key, const uint64_t *slot);

// Adds an entry. Addresses of slots end with it.
void index_add(struct index *x, uint64_t key, uint32_t doc, unsigned strangers);

// Asks for the memory of a key before it is needed.
void index_prefetch(const struct index *x, uint64_t key);

void index_free(struct index *x);

static inline uint32_t index_document(uint64_t slot)
{
	return (uint32_t)(slot >> 6 & 0xffffff) - 1;
}

static inline unsigned index_strangers(uint64_t slot)
{
	return slot & INDEX_STRANGERS;
}

// One more text that had it without being a relative.
static inline void index_estrange(uint64_t *slot)
{
	*slot += (*slot & INDEX_STRANGERS) < INDEX_STRANGERS;
}

#endif
