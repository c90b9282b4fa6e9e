#include "desk/room.h"

#include <string.h>

enum { MOST_KEPT = 8 << 20 }; // bytes of an answer that is worth keeping

enum status room_open(struct room *r, const char *path, const char *name, struct err *e)
{
	*r = (struct room){ .path = path, .name = name };
	for (int i = 0; i < CREW_KINDS; i++) {
		r->handle[i] = hearsay_new();
		int s = hearsay_open(r->handle[i], path);
		if (s != STATUS_OK)
			return err_set(e, (enum status)s, "%s", hearsay_error(r->handle[i]));
	}
	long long version = 0;
	hearsay_at(r->handle[CREW_QUICK], &version);
	r->told = version;
	if (!version)
		return err_set(e, STATUS_BAD_INPUT,
			       "%s: is no case file, so nothing could be kept; make one with hearsay new, and hearsay "
			       "import takes this",
			       path);
	return STATUS_OK;
}

void room_close(struct room *r)
{
	for (int i = 0; i < CREW_KINDS; i++) {
		hearsay_free(r->handle[i]);
		arena_free(&r->cache[i].arena);
	}
}

enum status room_enter(struct room *r, enum crew_kind crew, const char *who, struct err *e)
{
	struct hearsay *h = r->handle[crew];
	struct room_cache *c = &r->cache[crew];
	hearsay_as(h, who);
	int s = hearsay_at(h, &r->version[crew]);
	if (s != STATUS_OK)
		return err_set(e, (enum status)s, "%s", hearsay_error(h));
	if (c->version != r->version[crew]) {
		arena_free(&c->arena);
		*c = (struct room_cache){ .version = r->version[crew] };
	}
	return STATUS_OK;
}

const struct room_kept *room_known(struct room *r, enum crew_kind crew, const char *key)
{
	struct room_cache *c = &r->cache[crew];
	for (size_t i = 0; i < c->n; i++)
		if (!strcmp(c->kept[i].key, key))
			return &c->kept[i];
	return NULL;
}

void room_keep(struct room *r, enum crew_kind crew, const char *key, const char *type, struct slice body)
{
	struct room_cache *c = &r->cache[crew];
	if (body.len > MOST_KEPT)
		return;
	if (c->n == ROOM_KEPT) { // rare: begin anew
		arena_free(&c->arena);
		c->n = 0;
	}
	struct slice own = { arena_copy(&c->arena, body.at, body.len), body.len };
	c->kept[c->n++] = (struct room_kept){ arena_text(&c->arena, key), type, own };
}
