#include "desk/asset.h"

#include <stddef.h>
#include <string.h>

// Scripts and styles of our own alone; the one script that stands in a page is the map of imports, known by its hash.
static const char policy[] = "default-src 'none'; script-src 'self' '%s'; style-src 'self'; img-src 'self'; "
			     "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static const struct asset *find(const char *path)
{
	for (const struct asset *a = assets_table; a->path; a++)
		if (!strcmp(a->path, path))
			return a;
	return NULL;
}

bool asset_give(struct request *r)
{
	// The views have addresses of their own on the one page.
	static const char *const views[] = { "/", "/documents", "/origins", "/matrix", "/assessment", "/report" };
	const char *path = r->path;
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		if (!strcmp(path, views[i]))
			path = "/index.html";
	const struct asset *a = find(path);
	if (!a)
		return false;
	struct reply *reply = &r->reply;
	*reply = (struct reply){ .status = 200, .type = a->type, .etag = a->etag, .version = -1 };
	reply->policy = arena_printf(&r->arena, policy, assets_imports);
	if (r->if_none_match && !strcmp(r->if_none_match, a->etag))
		reply->status = 304;
	else if (r->gzip)
		reply->body = (struct slice){ a->packed, a->n_packed };
	else
		reply->body = (struct slice){ a->plain, a->n };
	reply->packed = reply->status == 200 && r->gzip;
	return true;
}
