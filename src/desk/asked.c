// What is asked of a case: mostly what a command prints of it as JSON, so that pages and scripts speak of the same.
#include "desk/asked.h"

#include "base/limits.h"
#include "case/json.h"
#include "desk/inside.h"
#include "desk/routes.h"

#include <string.h>

enum { MOST_WIDTH = 10000 }; // of a figure, in pixels

static const char json[] = "application/json";

void asked_failed(struct request *r, struct hearsay *h, int status)
{
	request_refuse(r, status_http((enum status)status), "%s", hearsay_error(h));
}

void asked_give(struct request *r, struct hearsay *h, int status, const char *type, const char *bytes, size_t n)
{
	if (status != STATUS_OK && status != STATUS_FINDINGS)
		asked_failed(r, h, status);
	else
		request_answer(r, type, bytes, n);
}

// A number of the query; *n stays as it is where that is not given. False, and a reply, where it is none.
static bool number(struct request *r, const char *name, unsigned long long *n)
{
	const char *text = request_query(r, name);
	if (!text || request_number(text, n))
		return true;
	request_refuse(r, 400, "%s: a whole number is wanted, not '%.40s'", name, text);
	return false;
}

static bool weighing(struct request *r, struct hearsay_weighing *o)
{
	unsigned long long seed = 0, draws = 0;
	*o = (struct hearsay_weighing){ 0 };
	if (!number(r, "seed", &seed) || !number(r, "draws", &draws))
		return false;
	o->seed = seed;
	o->draws = draws < LIMIT_DRAWS_ASKED ? (size_t)draws : LIMIT_DRAWS_ASKED;
	if (request_query(r, "draws") && !draws)
		o->draws = HEARSAY_NO_DRAWS;
	return true;
}

// The case with who asks and what is drafted, least sure first.
void asked_case(struct request *r, struct hearsay *h)
{
	const char *bytes = NULL, *const *places = NULL;
	size_t n = 0, drafted = 0;
	struct buf b = buf_in(&r->arena);
	buf_text(&b, "{\"me\":");
	json_write_text(&b, r->who ? r->who : r->desk->user);
	buf_text(&b, ",\"room\":");
	json_write_text(&b, r->room->name);
	buf_text(&b, ",\"path\":");
	json_write_text(&b, r->room->path);
	buf_printf(&b, ",\"version\":%lld,\"drafted\":[", r->room->version[CREW_QUICK]);
	int s = hearsay_drafted(h, &places, &drafted);
	for (size_t i = 0; s == STATUS_OK && i < drafted; i++) {
		buf_text(&b, i ? "," : "");
		json_write_text(&b, places[i]);
	}
	buf_text(&b, "],\"case\":");
	s = s == STATUS_OK ? hearsay_export(h, "json", NULL, &bytes, &n) : s;
	if (s != STATUS_OK) {
		asked_failed(r, h, s);
		return;
	}
	buf_add(&b, bytes, n);
	buf_text(&b, "}\n");
	request_answer(r, json, b.at, b.n);
}

void asked_document(struct request *r, struct hearsay *h)
{
	const char *bytes = NULL;
	size_t n = 0;
	int s = hearsay_document_of(h, r->rest, &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_original(struct request *r, struct hearsay *h)
{
	const char *bytes = NULL;
	size_t n = 0;
	int s = hearsay_original(h, r->rest, &bytes, &n);
	asked_give(r, h, s, "application/octet-stream", bytes, n);
	if (s == STATUS_OK)
		r->reply.file = arena_printf(&r->arena, "%.12s.bin", r->rest);
}

void asked_journal(struct request *r, struct hearsay *h)
{
	const char *bytes = NULL;
	size_t n = 0;
	int s = hearsay_log(h, "json", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_search(struct request *r, struct hearsay *h)
{
	const char *words = request_query(r, "q"), *bytes = NULL;
	size_t n = 0;
	int s = hearsay_search(h, words ? words : "", 50, &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_weigh(struct request *r, struct hearsay *h)
{
	struct hearsay_weighing o;
	const char *bytes = NULL;
	size_t n = 0;
	if (!weighing(r, &o))
		return;
	int s = hearsay_weigh(h, &o, "json", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_trace(struct request *r, struct hearsay *h)
{
	const char *level = request_query(r, "level"), *bytes = NULL;
	size_t n = 0;
	struct hearsay_tracing o = { .level = level ? level : "report" };
	int s = hearsay_trace(h, NULL, 0, &o, NULL, NULL);
	if (s == STATUS_OK || s == STATUS_FINDINGS)
		s = hearsay_traced(h, "json", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_unsettled(struct request *r, struct hearsay *h)
{
	const char *bytes = NULL;
	size_t n = 0;
	int s = hearsay_unsettled(h, &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_pair(struct request *r, struct hearsay *h)
{
	const char *a = request_query(r, "a"), *b = request_query(r, "b"), *bytes = NULL;
	size_t n = 0;
	int s = hearsay_pair(h, a ? a : "", b ? b : "", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_check(struct request *r, struct hearsay *h)
{
	struct hearsay_weighing o;
	const char *bytes = NULL;
	size_t n = 0;
	if (!weighing(r, &o))
		return;
	int s = hearsay_check(h, &o, "json", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_ach(struct request *r, struct hearsay *h)
{
	struct hearsay_scoring o = { request_query(r, "question"), request_query(r, "method") };
	const char *bytes = NULL;
	size_t n = 0;
	int s = hearsay_ach(h, &o, "json", &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void asked_figure(struct request *r, struct hearsay *h)
{
	struct hearsay_weighing o;
	unsigned long long width = 0;
	const char *bytes = NULL;
	size_t n = 0;
	if (!weighing(r, &o) || !number(r, "width", &width))
		return;
	o.width = width < MOST_WIDTH ? (unsigned)width : MOST_WIDTH;
	int s = hearsay_figure(h, &o, r->rest, request_query(r, "question"), &bytes, &n);
	asked_give(r, h, s, "image/svg+xml", bytes, n);
}

// A report to read on the page ("json" without ?file), or to keep.
void asked_report(struct request *r, struct hearsay *h)
{
	static const struct {
		const char *format, *type;
	} types[] = {
		{ "html", "text/html; charset=utf-8" },
		{ "md", "text/markdown; charset=utf-8" },
		{ "pdf", "application/pdf" },
		{ "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
		{ "json", json },
		{ "stix", json },
	};
	struct hearsay_weighing o;
	const char *bytes = NULL, *type = json;
	size_t n = 0;
	if (!weighing(r, &o))
		return;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(types[i].format, r->rest))
			type = types[i].type;
	int s = hearsay_report(h, &o, r->rest, &bytes, &n);
	asked_give(r, h, s, type, bytes, n);
	if (s == STATUS_OK && request_query(r, "file"))
		r->reply.file = arena_printf(&r->arena, "report.%s", strcmp(r->rest, "stix") ? r->rest : "json");
}

void asked_jobs(struct request *r, struct hearsay *h)
{
	struct buf b = buf_in(&r->arena);
	(void)h;
	jobs_list(&r->desk->jobs, r->room->name, &b);
	request_answer(r, json, b.at, b.n);
}
