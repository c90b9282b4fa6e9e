#include "case/roster.h"

#include "base/hash.h"
#include "case/outlets.h"

#include <string.h>

struct roster_entry {
	struct roster_entry *next;
	const char *text;
	struct name name; // once it is asked for
	bool cut;
	enum { OUTLET_UNASKED, OUTLET_NO, OUTLET_YES } outlet;
};

static struct roster_entry *entry_of(struct roster *r, const char *text)
{
	struct roster_entry **list = &r->list[hash_fast(text, strlen(text), 0) % ROSTER_LISTS];
	for (struct roster_entry *e = *list; e; e = e->next)
		if (!strcmp(e->text, text))
			return e;
	struct roster_entry *e = arena_new(r->arena, struct roster_entry);
	e->text = arena_text(r->arena, text);
	e->next = *list;
	*list = e;
	return e;
}

const struct name *roster_name(struct roster *r, const char *text)
{
	struct roster_entry *e = entry_of(r, text);
	if (!e->cut)
		e->name = names_cut(r->arena, e->text);
	e->cut = true;
	return &e->name;
}

bool roster_outlet(struct roster *r, const char *text)
{
	struct roster_entry *e = entry_of(r, text);
	if (e->outlet == OUTLET_UNASKED)
		e->outlet = outlets_known(text) ? OUTLET_YES : OUTLET_NO;
	return e->outlet == OUTLET_YES;
}
