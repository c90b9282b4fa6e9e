#include "desk/gate.h"

#include "base/hash.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

static enum status make_token(char out[GATE_TOKEN + 1], struct err *e)
{
	unsigned char bytes[SHA256_BYTES];
	if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
		return err_system(e, "the desk's token", "cannot be made");
	hash_hex(bytes, out);
	return STATUS_OK;
}

enum status gate_open(struct arena *a, struct gate *g, unsigned port, struct err *e)
{
	*g = (struct gate){ .port = port, .sessions = arena_array(a, struct session, LIMIT_SESSIONS) };
	pthread_mutex_init(&g->lock, NULL);
	snprintf(g->cookie, sizeof g->cookie, "hearsay_%u", port);
	return make_token(g->token, e);
}

// In the same time wherever they differ, so that a token cannot be found digit by digit.
static bool same_token(const char *token, const char *given, size_t n)
{
	unsigned char differ = n != GATE_TOKEN;
	for (size_t i = 0; i < GATE_TOKEN; i++)
		differ |= (unsigned char)(token[i] ^ (i < n ? given[i] : 0));
	return !differ;
}

static bool is_ours(const struct gate *g, const char *host)
{
	static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };
	char wanted[40];
	if (!g->port)
		return true; // whoever may open the socket is meant
	for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
		snprintf(wanted, sizeof wanted, "%s:%u", names[i], g->port);
		if (slice_is_nocase(slice_of(host), wanted))
			return true;
	}
	return false;
}

static bool is_own_origin(const struct gate *g, const struct request *r)
{
	struct slice o = slice_of(r->origin);
	if (!slice_starts(o, "http://"))
		return false;
	return g->port ? is_ours(g, o.at + 7) : r->host && slice_is_nocase(slice_of(o.at + 7), r->host);
}

static struct session *find(struct gate *g, struct slice id)
{
	for (size_t i = 0; i < LIMIT_SESSIONS; i++)
		if (g->sessions[i].used && same_token(g->sessions[i].id, id.at, id.len))
			return &g->sessions[i];
	return NULL;
}

// The session whose cookie the request has.
static struct session *session_of(struct gate *g, const struct request *r)
{
	struct slice rest = slice_of(r->cookie), one, name;
	while (slice_cut(&rest, ';', &one)) {
		one = slice_trim(one);
		if (slice_cut(&one, '=', &name) && slice_is(name, g->cookie))
			return find(g, one);
	}
	return NULL;
}

static struct session *session_new(struct gate *g, struct err *e)
{
	struct session *oldest = g->sessions;
	for (size_t i = 1; i < LIMIT_SESSIONS; i++)
		if (g->sessions[i].used < oldest->used)
			oldest = &g->sessions[i];
	char id[GATE_TOKEN + 1];
	if (make_token(id, e) != STATUS_OK)
		return NULL;
	*oldest = (struct session){ .used = ++g->uses };
	memcpy(oldest->id, id, sizeof id);
	return oldest;
}

// The opening address: a cookie for the browser, and on to the page without the token in sight.
static void let_in(struct gate *g, struct request *r, const char *token)
{
	struct err e;
	pthread_mutex_lock(&g->lock);
	struct session *s = same_token(g->token, token, strlen(token)) ? session_new(g, &e) : NULL;
	if (s)
		r->reply.cookie = arena_printf(&r->arena, "%s=%s; Path=/; HttpOnly; SameSite=Strict", g->cookie, s->id);
	pthread_mutex_unlock(&g->lock);
	if (!s) {
		request_refuse(r, 403, "this address is of another run of the desk; use the one that it printed last");
		return;
	}
	request_answer(r, "text/plain; charset=utf-8", "", 0);
	r->reply.status = 303;
	r->reply.location = "/";
}

static bool has_entry(struct gate *g, struct request *r)
{
	if (r->bearer && same_token(g->token, r->bearer, strlen(r->bearer)))
		return true;
	pthread_mutex_lock(&g->lock);
	struct session *s = session_of(g, r);
	if (s)
		s->used = ++g->uses;
	if (s && *s->who)
		r->who = arena_text(&r->arena, s->who);
	pthread_mutex_unlock(&g->lock);
	return s != NULL;
}

bool gate_pass(struct gate *g, struct request *r)
{
	const char *token = request_query(r, "token");
	bool reads = !strcmp(r->method, "GET") || !strcmp(r->method, "HEAD");
	if (!is_ours(g, r->host))
		request_refuse(r, 421, "the desk answers at 127.0.0.1:%u and localhost:%u alone", g->port, g->port);
	else if (r->origin && !is_own_origin(g, r))
		request_refuse(r, 403, "the desk answers to its own page alone");
	else if (!strcmp(r->path, "/") && token && reads)
		let_in(g, r, token);
	else if (!has_entry(g, r))
		request_refuse(r, 401, "open the desk with the address that hearsay serve printed: it has a token");
	else if (!reads && !r->origin && !r->bearer)
		request_refuse(r, 403, "a change must come from the desk's own page");
	else
		return true;
	return false;
}

bool gate_name(struct gate *g, const struct request *r, const char *who)
{
	pthread_mutex_lock(&g->lock);
	struct session *s = session_of(g, r);
	if (s)
		snprintf(s->who, sizeof s->who, "%s", who);
	pthread_mutex_unlock(&g->lock);
	return s != NULL;
}
