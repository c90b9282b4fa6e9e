// A request of the desk, line by line: method, address, then headers. Nothing but the token or a cookie of the desk's
// passes its gate, and whatever does has a route, a page or a refusal.
#include "desk/asset.h"
#include "desk/gate.h"
#include "desk/routes.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

// "name=value&name=value"
static void take_query(struct request *r, struct slice query)
{
	struct slice one, name;
	while (slice_cut(&query, '&', &one)) {
		if (!slice_cut(&one, '=', &name))
			continue;
		list_push(&r->arena, &r->query,
			  ((struct request_pair){ arena_copy(&r->arena, name.at, name.len),
						  arena_copy(&r->arena, one.at, one.len) }));
	}
}

static const char *next(struct request *r, struct slice *rest)
{
	struct slice line;
	return slice_line(rest, &line) && line.len ? arena_copy(&r->arena, line.at, line.len) : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct request r = { 0 };
	struct arena a = { 0 };
	struct gate g;
	struct err e;
	struct slice rest = { (const char *)at, n }, path, address;
	const char *method = next(&r, &rest), *whole = next(&r, &rest);
	if (gate_open(&a, &g, 8080, &e) != STATUS_OK)
		abort();
	memset(g.token, 'a', GATE_TOKEN);
	r.method = method ? method : "GET";
	address = slice_of(whole ? whole : "/");
	r.path = slice_cut(&address, '?', &path) ? arena_copy(&r.arena, path.at, path.len) : "";
	take_query(&r, address);
	r.host = next(&r, &rest);
	r.origin = next(&r, &rest);
	r.cookie = next(&r, &rest);
	r.bearer = next(&r, &rest);
	if (gate_pass(&g, &r)) {
		if (!r.bearer || strlen(r.bearer) != GATE_TOKEN || memcmp(r.bearer, g.token, GATE_TOKEN) != 0)
			abort(); // no browser has opened it
		if (!asset_give(&r) && !routes_find(&r) && r.reply.status < 400)
			abort();
	} else if (r.reply.status < 300) {
		abort();
	}
	arena_free(&r.arena);
	arena_free(&a);
	return 0;
}
