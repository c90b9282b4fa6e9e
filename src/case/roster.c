#include "case/roster.h"

#include "base/hash.h"

#include <string.h>

struct roster_entry {
	struct roster_entry *next;
	struct name name;
};

const struct name *roster_name(struct roster *r, const char *text)
{
	struct roster_entry **list = &r->list[hash_fast(text, strlen(text), 0) % ROSTER_LISTS];
	for (const struct roster_entry *e = *list; e; e = e->next)
		if (!strcmp(e->name.text, text))
			return &e->name;
	struct roster_entry *e = arena_new(r->arena, struct roster_entry);
	e->name = names_cut(r->arena, arena_text(r->arena, text));
	e->next = *list;
	*list = e;
	return &e->name;
}
