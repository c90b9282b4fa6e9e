// What takes long: files that are read, and what a draft makes of them. The request is answered with a job at once; the
// job is told of by events.
#include "desk/asked.h"

#include "case/json.h"
#include "desk/inside.h"

#include <string.h>

// Of one file there is mostly one sentence; of an archive the last one is told.
static void failed(void *context, const char *error)
{
	struct errand *x = context;
	x->r.rest = arena_text(&x->r.arena, error);
}

static void finish(struct errand *x, struct hearsay *h, int s)
{
	struct jobs *j = &x->r.desk->jobs;
	if (s == STATUS_OK)
		jobs_finish(j, x->job, JOB_done, NULL);
	else if (s == STATUS_FINDINGS)
		jobs_finish(j, x->job, JOB_failed, x->r.rest ? x->r.rest : hearsay_error(h));
	else
		jobs_finish(j, x->job, s == STATUS_STOPPED ? JOB_stopped : JOB_failed, hearsay_error(h));
}

static void read_file(struct errand *x, struct hearsay *h)
{
	int s;
	if (!jobs_begin(&x->r.desk->jobs, x->job))
		return;
	do // again after a stop that was meant for the one before
		s = hearsay_add_bytes(h, x->r.path, x->r.body.at, x->r.body.len, failed, x);
	while (s == STATUS_STOPPED && !jobs_asked(&x->r.desk->jobs, x->job));
	if (s == STATUS_OK || s == STATUS_FINDINGS)
		desk_changed(x->r.desk, x->r.room, CREW_LONG, x->r.who);
	finish(x, h, s);
}

static void make_draft(struct errand *x, struct hearsay *h)
{
	if (!jobs_begin(&x->r.desk->jobs, x->job))
		return;
	int s = hearsay_draft(h);
	if (s == STATUS_OK)
		desk_changed(x->r.desk, x->r.room, CREW_LONG, x->r.who);
	finish(x, h, s);
}

static void begin(struct request *r, const char *kind, const char *name,
		  void (*work)(struct errand *x, struct hearsay *h))
{
	unsigned long long job = jobs_add(&r->desk->jobs, r->room->name, kind, name);
	if (!job) {
		request_refuse(r, 503, "too much waits to be read; drop the rest when some of it is done");
		return;
	}
	struct errand *x = desk_errand(r->desk, r->room, r->who, CREW_LONG, work);
	x->job = job;
	x->r.path = arena_text(&x->r.arena, name);
	x->r.body = (struct slice){ arena_copy(&x->r.arena, r->body.at, r->body.len), r->body.len };
	desk_send(x);
	struct buf b = buf_in(&r->arena);
	buf_printf(&b, "{\"job\":%llu}\n", job);
	request_answer(r, "application/json", b.at, b.n);
	r->reply.status = 202;
}

void works_files(struct request *r, struct hearsay *h)
{
	const char *name = request_query(r, "name");
	(void)h;
	if (!name || !*name || strlen(name) > 1000)
		request_refuse(r, 400, "name: the file's name is missing");
	else
		begin(r, "file", name, read_file);
}

void works_draft(struct request *r, struct hearsay *h)
{
	(void)h;
	begin(r, "draft", "draft", make_draft);
}
