#include "desk/inside.h"

#include "base/limits.h"
#include "base/user.h"
#include "case/json.h"
#include "desk/asked.h"
#include "desk/asset.h"
#include "desk/example.h"
#include "desk/routes.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// --- news ---

static void wake(void *context)
{
	struct desk *d = context;
	if (d->server)
		server_wake(d->server);
}

static void tell_job(void *context, const char *json)
{
	events_tell(&((struct desk *)context)->events, "job", json);
}

void desk_changed(struct desk *d, struct room *room, enum crew_kind crew, const char *who)
{
	struct arena scratch = { 0 };
	struct buf b = buf_in(&scratch);
	long long version = 0, before = room->told;
	if (hearsay_at(room->handle[crew], &version) != STATUS_OK)
		return; // what cannot be read now is told of when it can
	while (before < version && !atomic_compare_exchange_weak(&room->told, &before, version))
		; // another crew may have told of more
	buf_printf(&b, "{\"version\":%lld,\"room\":", version);
	json_write_text(&b, room->name);
	buf_text(&b, ",\"who\":");
	json_write_text(&b, who ? who : d->user);
	buf_char(&b, '}');
	events_tell(&d->events, "changed", buf_str(&b));
	arena_free(&scratch);
}

// --- from a connection to a crew and back ---

static bool is_of_example(const char *path)
{
	return !strcmp(path, "/example") || slice_starts(slice_of(path), "/example/");
}

// "/example/api/case" is "/api/case" of the built-in example.
static void find_room(struct desk *d, struct request *r)
{
	r->desk = d;
	r->room = &d->main;
	if (!is_of_example(r->path))
		return;
	r->room = &d->example;
	r->path = r->path[strlen("/example")] ? r->path + strlen("/example") : "/";
}

static bool admit(void *context, struct request *r, size_t *most)
{
	struct desk *d = context;
	*most = 0;
	if (!gate_pass(&d->gate, r))
		return false;
	find_room(d, r);
	bool reads = !strcmp(r->method, "GET") || !strcmp(r->method, "HEAD");
	if (reads && (!strcmp(r->path, "/api/events") || asset_give(r)))
		return true;
	r->route = routes_find(r);
	*most = reads ? 0 : r->route && r->route->answer == works_files ? LIMIT_DOCUMENT : LIMIT_REQUEST;
	return r->route != NULL;
}

static bool take(void *context, struct request *r)
{
	struct desk *d = context;
	if (r->reply.status)
		return true; // an asset
	if (!r->route) {
		r->reply = (struct reply){ .status = 200, .type = "text/event-stream", .streams = true, .version = -1 };
		return true;
	}
	if (r->room == &d->example && !d->has_example) {
		request_refuse(r, 404, "the example is not open; ask for it with POST /api/example");
		return true;
	}
	if (crew_give(&d->crews[r->route->crew], r))
		return false;
	request_refuse(r, 503, "the desk is about to end");
	return true;
}

static const char *key_of(struct request *r)
{
	struct buf b = buf_in(&r->arena);
	buf_text(&b, r->path);
	for (each (q, &r->query))
		buf_printf(&b, "&%s=%s", q->name, q->value);
	return buf_str(&b);
}

static void answer_route(struct request *r)
{
	const struct route *t = r->route;
	struct err e;
	if (room_enter(r->room, t->crew, r->who, &e) != STATUS_OK) {
		request_refuse(r, status_http(e.status), "%s", e.text);
		return;
	}
	const char *key = t->kept ? arena_printf(&r->arena, "%s|%s", key_of(r), r->who ? r->who : "") : NULL;
	const struct room_kept *known = key ? room_known(r->room, t->crew, key) : NULL;
	if (known)
		request_answer(r, known->type, known->body.at, known->body.len);
	else
		t->answer(r, r->room->handle[t->crew]);
	r->reply.version = r->room->version[t->crew];
	if (key && !known && r->reply.status == 200 && !r->reply.file)
		room_keep(r->room, t->crew, key, r->reply.type, r->reply.body);
}

static void run_errand(struct errand *x)
{
	struct request *r = &x->r;
	struct err e;
	if (room_enter(r->room, x->crew, r->who, &e) == STATUS_OK)
		x->work(x, r->room->handle[x->crew]);
	else if (x->job)
		jobs_finish(&r->desk->jobs, x->job, JOB_failed, e.text);
	struct arena last = r->arena; // it lies there itself
	arena_free(&last);
}

static void answer(struct request *r)
{
	if (!r->connection) {
		run_errand((struct errand *)r);
		return;
	}
	answer_route(r);
	server_answer(r);
}

struct errand *desk_errand(struct desk *d, struct room *room, const char *who, enum crew_kind crew,
			   void (*work)(struct errand *x, struct hearsay *h))
{
	struct arena a = { 0 };
	struct errand *x = arena_new(&a, struct errand);
	*x = (struct errand){ .r = { .arena = a, .desk = d, .room = room }, .crew = crew, .work = work };
	x->r.who = arena_text(&x->r.arena, who);
	return x;
}

void desk_send(struct errand *x)
{
	if (crew_give(&x->r.desk->crews[x->crew], &x->r))
		return;
	struct arena last = x->r.arena;
	arena_free(&last);
}

// --- beginning and end ---

// The browser, as the desktop knows it. It says itself what is wrong; the address is printed anyway.
static pid_t browse(const char *address)
{
	sigset_t none;
	pid_t child = fork();
	if (child)
		return child;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL); // what ends a desk ends a browser too, not what a desk waits for
	signal(SIGPIPE, SIG_DFL);
	setsid();
	if (!freopen("/dev/null", "r+", stdout) || !freopen("/dev/null", "r+", stderr))
		_exit(1);
	execlp("xdg-open", "xdg-open", address, (char *)NULL);
	_exit(1);
}

static void announce(struct desk *d, const struct desk_options *o)
{
	char address[160];
	snprintf(address, sizeof address, "http://127.0.0.1:%u/?token=%s", d->gate.port, d->gate.token);
	if (o->socket)
		printf("the desk of %s listens at %s with the token %s\n", o->path, o->socket, d->gate.token);
	else
		printf("the desk of %s is at %s\n", o->path, address);
	fflush(stdout);
	if (o->browse && !o->socket)
		d->browser = browse(address);
}

// The case is read and its network compiled before the first page asks for it: what cannot be weighed is told then.
static void warm(struct errand *x, struct hearsay *h)
{
	const struct hearsay_weighing o = { .draws = HEARSAY_NO_DRAWS };
	const char *bytes;
	size_t n;
	(void)x;
	if (hearsay_weigh(h, &o, "line", &bytes, &n) != STATUS_OK)
		return;
}

static enum status start(struct desk *d, const struct desk_options *o, int fd, struct err *e)
{
	const struct server_calls calls = { d, admit, take, &d->events };
	enum status s = STATUS_OK;
	for (int i = 0; s == STATUS_OK && i < CREW_KINDS; i++)
		s = crew_start(&d->crews[i], answer, e);
	s = s ? s : server_start(&d->arena, fd, &calls, &d->server, e);
	if (s != STATUS_OK)
		return s;
	desk_send(desk_errand(d, &d->main, NULL, CREW_QUICK, warm));
	desk_send(desk_errand(d, &d->main, NULL, CREW_STEADY, warm));
	announce(d, o);
	return STATUS_OK;
}

// Another program may have changed the case: the pages are told.
static void look(struct errand *x, struct hearsay *h)
{
	(void)h;
	if (x->r.room->version[CREW_QUICK] > x->r.room->told)
		desk_changed(x->r.desk, x->r.room, CREW_QUICK, "another program");
}

// Until a signal asks for the end.
static void wait_for_end(struct desk *d, const sigset_t *ends)
{
	const struct timespec second = { 1, 0 };
	while (sigtimedwait(ends, NULL, &second) < 0) {
		server_tick(d->server);
		desk_send(desk_errand(d, &d->main, NULL, CREW_QUICK, look));
		if (d->browser > 0 && waitpid(d->browser, NULL, WNOHANG)) // it alone: others wait for the readers
			d->browser = 0;
	}
}

// What was asked for is answered, but for jobs, which stop; then nothing is left behind.
static void finish(struct desk *d, const struct desk_options *o)
{
	server_quiet(d->server);
	jobs_end(&d->jobs);
	hearsay_stop(d->main.handle[CREW_LONG]);
	if (d->has_example)
		hearsay_stop(d->example.handle[CREW_LONG]);
	for (int i = 0; i < CREW_KINDS; i++)
		crew_end(&d->crews[i]);
	server_stop(d->server);
	if (o->socket)
		unlink(o->socket);
	room_close(&d->main);
	if (d->has_example)
		room_close(&d->example);
	if (d->example_folder)
		example_remove(&d->arena, d->example_folder);
	jobs_free(&d->jobs);
	events_free(&d->events);
	arena_free(&d->kept);
	arena_free(&d->arena);
}

enum status desk_serve(const struct desk_options *o, struct err *e)
{
	struct desk d = { 0 };
	unsigned port = o->port;
	int fd = -1;
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &ends, NULL); // before there are threads: they all keep it
	signal(SIGPIPE, SIG_IGN);
	d.user = user_name(&d.arena);
	events_init(&d.events, wake, &d);
	jobs_init(&d.arena, &d.jobs, tell_job, &d);
	enum status s = room_open(&d.main, o->path, "", e);
	s = s ? s : server_listen(o->socket, &port, &fd, e);
	s = s ? s : gate_open(&d.arena, &d.gate, o->socket ? 0 : port, e);
	s = s ? s : start(&d, o, fd, e);
	if (s != STATUS_OK) {
		if (o->socket && fd >= 0)
			unlink(o->socket);
		return s;
	}
	wait_for_end(&d, &ends);
	finish(&d, o);
	return STATUS_OK;
}
