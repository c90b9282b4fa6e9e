#include "read/network_names.h"

#include "base/hash.h"

enum { FEWEST = 64 };

// The slot of a name: where it is, or the free one where it would be.
static uint32_t *slot_of(const struct network_names *t, size_t owner, struct slice name)
{
	size_t mask = t->n_slots - 1, i = hash_fast(name.at, name.len, owner) & mask;
	for (; t->slots[i]; i = (i + 1) & mask) {
		const struct network_name *n = &t->list.at[t->slots[i] - 1];
		if (n->owner == owner && slice_is(name, n->text))
			break;
	}
	return &t->slots[i];
}

size_t network_names_find(const struct network_names *t, size_t owner, struct slice name)
{
	uint32_t *slot = t->n_slots ? slot_of(t, owner, name) : NULL;
	return slot && *slot ? *slot - 1 : SIZE_MAX;
}

// At most half of the slots are taken.
static void make_room(struct network_names *t)
{
	if (2 * (t->list.n + 1) <= t->n_slots)
		return;
	arena_free(&t->mem);
	t->n_slots = t->n_slots ? 2 * t->n_slots : FEWEST;
	t->slots = arena_array(&t->mem, uint32_t, t->n_slots);
	for (size_t i = 0; i < t->list.n; i++) {
		uint32_t *slot = slot_of(t, t->list.at[i].owner, slice_of(t->list.at[i].text));
		if (!*slot)
			*slot = (uint32_t)i + 1;
	}
}

void network_names_put(struct network_names *t, size_t owner, const char *text)
{
	make_room(t);
	uint32_t *slot = slot_of(t, owner, slice_of(text));
	list_push_own(&t->list, ((struct network_name){ text, (uint32_t)owner }));
	if (!*slot)
		*slot = (uint32_t)t->list.n;
}

size_t network_names_add(struct arena *a, struct network_names *t, size_t owner, struct slice name)
{
	if (network_names_find(t, owner, name) != SIZE_MAX)
		return SIZE_MAX;
	network_names_put(t, owner, arena_copy(a, name.at, name.len));
	return t->list.n - 1;
}

void network_names_free(struct network_names *t)
{
	arena_free(&t->list.mem);
	arena_free(&t->mem);
	*t = (struct network_names){ 0 };
}
