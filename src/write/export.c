#include "write/export.h"

#include "write/phrase.h"

#include <string.h>

const char *export_title(const struct the_case *c)
{
	return c->title ? c->title : c->questions.n ? phrase_ask(&c->questions.at[0]) : "";
}

static struct date date_of(const struct the_case *c)
{
	struct date d = c->as_of;
	if (!date_known(d))
		for (each (r, &c->reports))
			if (date_known(r->published) && (!date_known(d) || date_compare(r->published, d) > 0))
				d = r->published;
	return d;
}

void export_times(const struct write_input *in, int64_t *made, int64_t *changed)
{
	struct date first, last, d = date_of(in->c);
	*made = *changed = date_known(d) ? date_moment(d) : 0;
	if (!in->created || !in->changed || !date_read(slice_of(in->created), &first) ||
	    !date_read(slice_of(in->changed), &last))
		return;
	*changed = last.at;
	*made = first.at < last.at ? first.at : last.at; // the clock may have been set back between
}

bool export_attributes(const struct hypothesis *h)
{
	static const char *const roles[] = { "did", "directed", "staged" };
	for (size_t i = 0; h->actor && *h->actor && h->role && i < sizeof roles / sizeof *roles; i++)
		if (!strcmp(h->role, roles[i]))
			return true;
	return false;
}

struct node *export_copy(struct arena *a, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = *n;
	copy->next = NULL;
	copy->key = NULL;
	return copy;
}
