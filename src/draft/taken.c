#include "draft/taken.h"

#include "base/hash.h"

#include <string.h>

enum { FEWEST = 64 };

static struct taken_slot *slot_of(const struct taken *t, const char *text)
{
	size_t i = hash_fast(text, strlen(text), 0) & (t->room - 1);
	while (t->slots[i].text && strcmp(t->slots[i].text, text))
		i = (i + 1) & (t->room - 1);
	return &t->slots[i];
}

// At most half of the slots are taken.
static void make_room(struct arena *a, struct taken *t)
{
	if (2 * (t->n + 1) <= t->room)
		return;
	struct taken old = *t;
	t->room = t->room ? 2 * t->room : FEWEST;
	t->slots = arena_array(a, struct taken_slot, t->room);
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].text)
			*slot_of(t, old.slots[i].text) = old.slots[i];
}

void taken_put(struct arena *a, struct taken *t, const char *text, size_t number)
{
	if (!text)
		return;
	make_room(a, t);
	struct taken_slot *s = slot_of(t, text);
	if (s->text)
		return;
	*s = (struct taken_slot){ text, number };
	t->n++;
}

size_t taken_find(const struct taken *t, const char *text)
{
	const struct taken_slot *s = t->room ? slot_of(t, text) : NULL;
	return s && s->text ? s->number : TAKEN_NONE;
}

// The slot of what is claimed knows the number to try next: as many of one text as there are do not cost their square.
const char *taken_claim(struct arena *a, struct taken *t, const char *text)
{
	const char *free_one = text;
	size_t next = taken_find(t, text);
	if (next != TAKEN_NONE) {
		next = next < 2 ? 2 : next;
		do
			free_one = arena_printf(a, "%s-%zu", text, next++);
		while (taken_find(t, free_one) != TAKEN_NONE);
		slot_of(t, text)->number = next;
	}
	taken_put(a, t, free_one, 0);
	return free_one;
}
