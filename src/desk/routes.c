#include "desk/routes.h"

#include "desk/asked.h"

#include <string.h>

// clang-format off
const struct route routes_table[] = {
	{ "GET",  "/api/case",                 CREW_QUICK,  true,  asked_case },
	{ "GET",  "/api/documents/*",          CREW_QUICK,  true,  asked_document },
	{ "GET",  "/api/documents/*/original", CREW_QUICK,  false, asked_original },
	{ "GET",  "/api/journal",              CREW_QUICK,  true,  asked_journal },
	{ "GET",  "/api/search",               CREW_QUICK,  false, asked_search },
	{ "GET",  "/api/jobs",                 CREW_QUICK,  false, asked_jobs },
	{ "GET",  "/api/weigh",                CREW_STEADY, true,  asked_weigh },
	{ "GET",  "/api/trace",                CREW_STEADY, true,  asked_trace },
	{ "GET",  "/api/unsettled",            CREW_STEADY, true,  asked_unsettled },
	{ "GET",  "/api/pair",                 CREW_STEADY, true,  asked_pair },
	{ "GET",  "/api/check",                CREW_STEADY, true,  asked_check },
	{ "GET",  "/api/ach",                  CREW_STEADY, true,  asked_ach },
	{ "GET",  "/api/figures/*",            CREW_STEADY, true,  asked_figure },
	{ "GET",  "/api/report/*",             CREW_STEADY, true,  asked_report },
	{ "POST", "/api/try",                  CREW_QUICK,  false, changing_try },
	{ "POST", "/api/edit",                 CREW_QUICK,  false, changing_edit },
	{ "POST", "/api/undo",                 CREW_QUICK,  false, changing_undo },
	{ "POST", "/api/me",                   CREW_QUICK,  false, changing_me },
	{ "POST", "/api/files",                CREW_QUICK,  false, works_files },
	{ "POST", "/api/draft",                CREW_QUICK,  false, works_draft },
	{ "POST", "/api/jobs/*/stop",          CREW_QUICK,  false, changing_stop },
	{ "POST", "/api/example",              CREW_QUICK,  false, changing_example },
	{ 0 },
};
// clang-format on

// The part that '*' stands for is copied into the request's arena.
static bool matches(struct request *r, const char *pattern)
{
	const char *star = strchr(pattern, '*');
	if (!star)
		return !strcmp(r->path, pattern);
	size_t before = (size_t)(star - pattern), after = strlen(star + 1), n = strlen(r->path);
	if (n <= before + after || strncmp(r->path, pattern, before) != 0 || strcmp(r->path + n - after, star + 1) != 0)
		return false;
	const char *rest = arena_copy(&r->arena, r->path + before, n - before - after);
	if (strchr(rest, '/'))
		return false;
	r->rest = rest;
	return true;
}

const struct route *routes_find(struct request *r)
{
	bool known = false;
	for (const struct route *t = routes_table; t->method; t++) {
		if (!matches(r, t->path))
			continue;
		known = true;
		if (!strcmp(t->method, r->method))
			return t;
	}
	if (known)
		request_refuse(r, 405, "%.200s cannot be asked with %.20s", r->path, r->method);
	else
		request_refuse(r, 404, "there is no %.200s here", r->path);
	return NULL;
}
