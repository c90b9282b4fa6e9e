// Names that are being read, each belonging to something, found by hash: the variables of a network, and the states of
// each of them.
#ifndef READ_NETWORK_NAMES_H
#define READ_NETWORK_NAMES_H

#include "base/list.h"
#include "base/slice.h"

#include <stdint.h>

struct network_name {
	const char *text;
	uint32_t owner;
};

// {0} is one without names.
struct network_names {
	LIST_OWN(struct network_name) list; // in the order they were added
	struct arena mem;
	uint32_t *slots; // one more than an index; 0: free
	size_t n_slots;  // a power of two
};

// The index of an owner's name, or SIZE_MAX.
size_t network_names_find(const struct network_names *t, size_t owner, struct slice name);

// Adds a name, its text in `a`; SIZE_MAX where the owner has it already.
size_t network_names_add(struct arena *a, struct network_names *t, size_t owner, struct slice name);

// Adds a text that stays where it is, which may be there already: then the first is the one that is found.
void network_names_put(struct network_names *t, size_t owner, const char *text);

void network_names_free(struct network_names *t);

#endif
