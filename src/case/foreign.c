#include "case/foreign.h"

#include "base/uuid.h"
#include "case/misp.h"
#include "case/stix.h"

#include <stdlib.h>
#include <string.h>

bool foreign_is_stix(const struct node *object)
{
	const char *type = node_get_text(object, "type"), *id = node_get_text(object, "id");
	size_t n = type ? strlen(type) : 0;
	return n && id && !strncmp(id, type, n) && !strncmp(id + n, "--", 2) && uuid_is(slice_of(id + n + 2));
}

const struct node *foreign_extension(const struct node *object)
{
	const struct node *ours = node_get(node_get(object, "extensions"), STIX_EXTENSION);
	return node_get_text(ours, STIX_KIND) ? ours : NULL;
}

static bool is(const char *text, const char *other)
{
	return text && !strcmp(text, other);
}

bool foreign_is_own(const char *format, const char *list, const struct node *object)
{
	const char *id = node_get_text(object, "id"), *comment = node_get_text(object, "comment");
	if (is(format, "stix"))
		return is(id, STIX_IDENTITY) || is(id, STIX_EXTENSION) || foreign_extension(object);
	if (!list)
		return is(node_get_text(node_get(object, "Orgc"), "uuid"), STIX_PROGRAM);
	return is(list, "Attribute") && comment && !strncmp(comment, MISP_OURS, sizeof MISP_OURS - 1);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum status check_ids(struct arena *a, const struct the_case *c, struct err *e)
{
	const char **ids = arena_array(a, const char *, c->foreign.n);
	for (size_t i = 0; i < c->foreign.n; i++)
		ids[i] = c->foreign.at[i].id;
	qsort(ids, c->foreign.n, sizeof *ids, by_text);
	for (size_t i = 1; i < c->foreign.n; i++)
		if (!strcmp(ids[i], ids[i - 1]))
			return err_set(e, STATUS_BAD_INPUT, "foreign.%.100s: there are two of this id; take one out",
				       ids[i]);
	return STATUS_OK;
}

// The event without its lists stands once, and has nothing but empty lists where they go.
static enum status check_event(struct arena *a, const struct the_case *c, struct err *e)
{
	const struct foreign *event = NULL;
	const char **lists = arena_array(a, const char *, c->foreign.n + 1);
	size_t n = 0;
	lists[n++] = "Attribute";
	for (each (x, &c->foreign)) {
		if (strcmp(x->format, "misp") != 0)
			continue;
		if (!x->list && event)
			return err_set(e, STATUS_BAD_INPUT, "foreign.%.100s: a second event of MISP; take one out",
				       x->id);
		if (x->list)
			lists[n++] = x->list;
		else
			event = x;
	}
	qsort(lists, n, sizeof *lists, by_text);
	for (node_each (m, event ? event->object : NULL))
		if ((m->kind != NODE_LIST || m->n) && bsearch(&m->key, lists, n, sizeof *lists, by_text))
			return err_set(e, STATUS_BAD_INPUT,
				       "foreign.%.100s: %.100s should be an empty list, or left out", event->id,
				       m->key);
	return STATUS_OK;
}

enum status foreign_check(struct arena *a, const struct the_case *c, struct err *e)
{
	for (each (x, &c->foreign))
		if (!strcmp(x->format, "stix") && !foreign_is_stix(x->object))
			return err_set(e, STATUS_BAD_INPUT,
				       "foreign.%.100s: an object of STIX has an id of its type, two dashes and a UUID",
				       x->id);
	for (each (x, &c->foreign))
		if (foreign_is_own(x->format, x->list, x->object))
			return err_set(e, STATUS_BAD_INPUT,
				       "foreign.%.100s: is none of others, but what an export makes; take it out",
				       x->id);
	if (!c->foreign.n)
		return STATUS_OK;
	enum status s = check_ids(a, c, e);
	return s ? s : check_event(a, c, e);
}
