// Of things that cannot all hold, a smallest set that cannot.
#ifndef WEIGH_CONFLICT_H
#define WEIGH_CONFLICT_H

#include <stdbool.h>
#include <stddef.h>

struct conflict {
	size_t n;
	bool (*possible)(void *context, const bool *in); // whether those that are in can all hold
	void *context;
	size_t most; // answers to ask for at the most, beyond those that a first set needs
	size_t asked;
};

// in[n]: which may be in the set; all of them together are not possible. Leaves in it a set from which none can be
// spared; a smallest one, where that is found within the bound. Returns its size; 0: nothing at all is impossible even
// without any.
size_t conflict_find(struct conflict *c, bool *in);

#endif
