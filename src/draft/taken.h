// Texts that are taken, such as ids, each with a number: found without a search through all of them.
#ifndef DRAFT_TAKEN_H
#define DRAFT_TAKEN_H

#include "base/arena.h"

#include <stdint.h>

#define TAKEN_NONE SIZE_MAX

struct taken {
	struct taken_slot {
		const char *text; // NULL: free
		size_t number;
	} * slots;
	size_t n, room;
};

// Of a text that is taken already, the first number stays. NULL is none.
void taken_put(struct arena *a, struct taken *t, const char *text, size_t number);
size_t taken_find(const struct taken *t, const char *text); // its number, or TAKEN_NONE

// The text itself, or where it is taken the text with a number behind it that makes it free: taken from then on.
const char *taken_claim(struct arena *a, struct taken *t, const char *text);

#endif
