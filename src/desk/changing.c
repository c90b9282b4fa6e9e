// What changes a case, or asks what a change would do.
#include "desk/asked.h"

#include "case/json.h"
#include "desk/example.h"
#include "desk/inside.h"

#include <math.h>
#include <string.h>

static const char json[] = "application/json";
static const double MOST_BASE = 1e15; // doubles have every whole number up to there

// The body as a map of JSON; NULL, and a reply, where it is none.
static const struct node *body_of(struct request *r)
{
	struct err e;
	struct node *n = NULL;
	if (!r->type || !slice_starts(slice_of(r->type), json))
		request_refuse(r, 415, "the body should be application/json");
	else if (json_read(&r->arena, r->body, &n, &e) != STATUS_OK)
		request_refuse(r, 400, "the body: %s", e.text);
	else if (n->kind != NODE_MAP)
		request_refuse(r, 400, "the body should be an object of JSON");
	else
		return n;
	return NULL;
}

// The edits of a body, as text again. NULL, and a reply, where there are none.
static const char *edits_of(struct request *r, const struct node *body, size_t *n)
{
	const struct node *edits = node_get(body, "edits");
	struct buf b = buf_in(&r->arena);
	if (!edits || edits->kind != NODE_LIST) {
		request_refuse(r, 400, "edits: a list is wanted");
		return NULL;
	}
	json_write(&b, edits);
	*n = b.n;
	return buf_str(&b);
}

// The version that the edits were made on; -1: not given. False, and a reply, where it is none.
static bool base_of(struct request *r, const struct node *body, long long *base)
{
	const struct node *n = node_get(body, "base");
	*base = -1;
	if (!n)
		return true;
	if (n->kind != NODE_NUMBER || !(n->number >= 0 && n->number < MOST_BASE) || n->number != trunc(n->number)) {
		request_refuse(r, 400, "base: the version that the edits were made on is wanted, a whole number");
		return false;
	}
	*base = (long long)n->number;
	return true;
}

static void tell_version(struct request *r, const char *more, const char *text)
{
	struct buf b = buf_in(&r->arena);
	buf_printf(&b, "{\"version\":%lld", r->room->version[CREW_QUICK]);
	if (more) {
		buf_printf(&b, ",\"%s\":", more);
		json_write_text(&b, text);
	}
	buf_text(&b, "}\n");
	request_answer(r, json, b.at, b.n);
}

// After a change: the version that the case has now, and news for all pages.
static bool changed(struct request *r, struct hearsay *h, int status)
{
	struct err e;
	if (status != STATUS_OK) {
		asked_failed(r, h, status);
		return false;
	}
	if (room_enter(r->room, CREW_QUICK, r->who, &e) != STATUS_OK) {
		request_refuse(r, status_http(e.status), "%s", e.text);
		return false;
	}
	desk_changed(r->desk, r->room, CREW_QUICK, r->who);
	return true;
}

// So few tell how wide an interval is while a rating is dragged, in a fraction of a frame; once it is let go, all are
// drawn.
enum { DRAWS = 200 };

void changing_try(struct request *r, struct hearsay *h)
{
	const struct hearsay_weighing o = { .draws = DRAWS, .sets = 1 };
	const struct node *body = body_of(r);
	const char *bytes = NULL, *edits;
	size_t n = 0, length;
	if (!body || !(edits = edits_of(r, body, &length)))
		return;
	const char *format = node_get_bool(body, "brief", false) ? "brief" : "line";
	int s = hearsay_try(h, edits, length, &o, format, &bytes, &n);
	asked_give(r, h, s, json, bytes, n);
}

void changing_edit(struct request *r, struct hearsay *h)
{
	const struct node *body = body_of(r);
	const char *edits;
	size_t length;
	if (!body || !(edits = edits_of(r, body, &length)))
		return;
	long long base, before = r->room->version[CREW_QUICK];
	if (!base_of(r, body, &base))
		return;
	if (!changed(r, h, hearsay_edit(h, edits, length, node_get_text(body, "why"), base)))
		return;
	long long now = r->room->version[CREW_QUICK];
	const char *told = arena_printf(&r->arena, "{\"version\":%lld,\"before\":%lld}\n", now, before);
	request_answer(r, json, told, strlen(told));
}

void changing_undo(struct request *r, struct hearsay *h)
{
	const struct node *body = body_of(r);
	const char *bytes = NULL;
	size_t n = 0;
	if (!body)
		return;
	int s = hearsay_undo(h, node_get_bool(body, "redo", false), &bytes, &n);
	const char *what = s == STATUS_OK ? arena_copy(&r->arena, bytes, n) : "";
	if (changed(r, h, s))
		tell_version(r, "what", what);
}

void changing_me(struct request *r, struct hearsay *h)
{
	const struct node *body = body_of(r);
	const char *name = node_get_text(body, "name");
	(void)h;
	if (!body)
		return;
	if (!name || strlen(name) > GATE_NAME || strpbrk(name, "\n\r\t"))
		request_refuse(r, 422, "name: at most %d bytes on one line", GATE_NAME);
	else if (!gate_name(&r->desk->gate, r, name))
		request_refuse(r, 422, "name: only a browser that opened the desk has one");
	else
		tell_version(r, "me", *name ? name : r->desk->user);
}

void changing_stop(struct request *r, struct hearsay *h)
{
	(void)h;
	unsigned long long id;
	if (!request_number(r->rest, &id) || !jobs_stop(&r->desk->jobs, r->room->name, id, r->room->handle[CREW_LONG]))
		request_refuse(r, 404, "there is no job %.20s", r->rest);
	else
		request_answer(r, json, "{}\n", 3);
}

// All requests of this kind come one after another: the crew is one thread.
void changing_example(struct request *r, struct hearsay *h)
{
	struct desk *d = r->desk;
	const char *path;
	struct err e;
	(void)h;
	if (!d->has_example) {
		enum status s = example_make(&d->kept, &d->example_folder, &path, &e);
		s = s ? s : room_open(&d->example, path, "example", &e);
		if (s != STATUS_OK) {
			if (d->example_folder)
				example_remove(&d->kept, d->example_folder);
			d->example_folder = NULL;
			request_refuse(r, status_http(s), "the example cannot be opened: %s", e.text);
			return;
		}
		d->has_example = true;
	}
	request_answer(r, json, "{}\n", 3);
}
