#include "desk/server.h"

#include "base/limits.h"

#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "desk/microhttpd_calls.h" // made from microhttpd.calls

enum { BEAT = 15 }; // seconds between signs of life on a stream

// A connection from its first byte to its last.
struct peer {
	struct MHD_Connection *connection;
	struct arena arena; // which it lies in
	time_t since;       // when it opened, or its last request ended
	bool asking;        // its request is not whole yet
	struct peer *next, *before;
};

// A reply that goes on as long as there is news.
struct stream {
	struct server *server;
	struct MHD_Connection *connection;
	struct arena arena;
	unsigned long long seen;
	const char *at; // what is still to be sent
	size_t left;
	bool waits;
	time_t beat;
	struct stream *next, *before;
};

struct server {
	struct MHD_Daemon *daemon;
	struct server_calls calls;
	pthread_mutex_t lock;
	struct peer *peers;
	struct stream *streams;
	size_t n_streams;
	size_t uploads; // bytes of bodies that are in memory
	bool ends;
};

// A request and where its body goes.
struct incoming {
	struct request r;
	struct server *server;
	struct buf body;
	size_t most;
	bool taken, refused, answered;
};

static time_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

// Lists of peers and streams.
#define LINK(head, x)                                                                                                  \
	do {                                                                                                           \
		(x)->next = *(head);                                                                                   \
		(x)->before = NULL;                                                                                    \
		if (*(head))                                                                                           \
			(*(head))->before = (x);                                                                       \
		*(head) = (x);                                                                                         \
	} while (0)
#define UNLINK(head, x)                                                                                                \
	do {                                                                                                           \
		if ((x)->next)                                                                                         \
			(x)->next->before = (x)->before;                                                               \
		if ((x)->before)                                                                                       \
			(x)->before->next = (x)->next;                                                                 \
		else                                                                                                   \
			*(head) = (x)->next;                                                                           \
	} while (0)

// --- what comes in ---

static enum MHD_Result take_query(void *context, enum MHD_ValueKind kind, const char *key, const char *value)
{
	struct request *r = context;
	(void)kind;
	list_push(&r->arena, &r->query,
		  ((struct request_pair){ arena_text(&r->arena, key), arena_text(&r->arena, value ? value : "") }));
	return MHD_YES;
}

static const char *header(struct incoming *in, const char *name)
{
	return arena_text(&in->r.arena, MHD_lookup_connection_value(in->r.connection, MHD_HEADER_KIND, name));
}

static struct incoming *incoming_new(struct server *s, struct MHD_Connection *connection, const char *url,
				     const char *method)
{
	struct arena a = { 0 };
	struct incoming *in = arena_new(&a, struct incoming);
	*in = (struct incoming){ .server = s, .r = { .arena = a, .connection = connection } };
	struct request *r = &in->r;
	r->method = arena_text(&r->arena, method);
	r->path = arena_text(&r->arena, url);
	r->reply.version = -1;
	MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_query, r);
	r->host = header(in, "Host");
	r->origin = header(in, "Origin");
	r->cookie = header(in, "Cookie");
	r->type = header(in, "Content-Type");
	r->if_none_match = header(in, "If-None-Match");
	const char *accept = header(in, "Accept"), *encoding = header(in, "Accept-Encoding");
	const char *entry = header(in, "Authorization");
	r->page = accept && slice_starts(slice_of(accept), "text/html");
	r->gzip = encoding && slice_find(slice_of(encoding), "gzip") >= 0;
	if (entry && slice_starts(slice_of(entry), "Bearer "))
		r->bearer = entry + 7;
	in->body = buf_in(&r->arena);
	return in;
}

static void incoming_free(struct incoming *in)
{
	pthread_mutex_lock(&in->server->lock);
	in->server->uploads -= in->body.n;
	pthread_mutex_unlock(&in->server->lock);
	struct arena last = in->r.arena; // it lies there itself
	arena_free(&last);
}

// Bytes of a body; where there are too many of them the request is refused, and the rest thrown away.
static void take_body(struct incoming *in, const char *at, size_t n)
{
	struct server *s = in->server;
	if (in->refused)
		return;
	pthread_mutex_lock(&s->lock);
	bool crowded = s->uploads + n > LIMIT_UPLOADS;
	bool fits = n <= in->most - in->body.n && !crowded;
	s->uploads += fits ? n : 0;
	pthread_mutex_unlock(&s->lock);
	if (fits) {
		buf_add(&in->body, at, n);
		return;
	}
	in->refused = true;
	if (crowded)
		request_refuse(&in->r, 503, "too much is being sent at once; send it again in a moment");
	else
		request_refuse(&in->r, 413, "more than the %zu bytes that may be sent here", in->most);
}

// --- what goes out ---

static void add(struct MHD_Response *response, const char *name, const char *value)
{
	if (value)
		MHD_add_response_header(response, name, value);
}

// On every reply: what a browser must not do with it.
static void add_policy(struct MHD_Response *response, const struct reply *reply)
{
	add(response, "X-Content-Type-Options", "nosniff");
	add(response, "Referrer-Policy", "no-referrer");
	add(response, "Cross-Origin-Resource-Policy", "same-origin");
	add(response, "Cross-Origin-Opener-Policy", "same-origin");
	add(response, "X-Frame-Options", "DENY");
	add(response, "Content-Security-Policy", reply->policy ? reply->policy : "default-src 'none'; sandbox");
	add(response, "Cache-Control", reply->etag ? "no-cache" : "no-store");
}

static void stream_free(void *context)
{
	struct stream *t = context;
	struct server *s = t->server;
	pthread_mutex_lock(&s->lock);
	UNLINK(&s->streams, t);
	s->n_streams--;
	pthread_mutex_unlock(&s->lock);
	struct arena last = t->arena;
	arena_free(&last);
}

// Takes what is new into the stream; nothing is: the connection sleeps until server_wake.
static ssize_t stream_read(void *context, uint64_t at, char *into, size_t room)
{
	struct stream *t = context;
	struct server *s = t->server;
	struct arena scratch = { 0 };
	(void)at;
	pthread_mutex_lock(&s->lock);
	struct buf b = buf_in(&scratch);
	if (!t->left)
		events_since(s->calls.events, &t->seen, &b);
	if (!t->left && !b.n && now() - t->beat >= BEAT)
		buf_text(&b, ": still here\n\n");
	if (b.n) {
		t->at = arena_copy(&t->arena, b.at, b.n);
		t->left = b.n;
		t->beat = now();
	}
	size_t n = t->left < room ? t->left : room;
	if (n) {
		memcpy(into, t->at, n);
		t->at += n;
		t->left -= n;
	} else if (!s->ends) {
		t->waits = true;
		MHD_suspend_connection(t->connection);
	}
	pthread_mutex_unlock(&s->lock);
	arena_free(&scratch);
	return n || !s->ends ? (ssize_t)n : MHD_CONTENT_READER_END_OF_STREAM;
}

static struct MHD_Response *stream_new(struct server *s, struct incoming *in)
{
	struct arena a = { 0 };
	struct stream *t = arena_new(&a, struct stream);
	*t = (struct stream){ .server = s, .connection = in->r.connection, .arena = a, .beat = now() };
	t->seen = events_count(s->calls.events);
	t->at = "retry: 1000\n\n";
	t->left = strlen(t->at);
	pthread_mutex_lock(&s->lock);
	LINK(&s->streams, t);
	s->n_streams++;
	pthread_mutex_unlock(&s->lock);
	return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, stream_read, t, stream_free);
}

static bool is_crowded(struct server *s)
{
	pthread_mutex_lock(&s->lock);
	bool crowded = s->n_streams >= LIMIT_STREAMS;
	pthread_mutex_unlock(&s->lock);
	return crowded;
}

static enum MHD_Result send_reply(struct incoming *in)
{
	struct reply *reply = &in->r.reply;
	char version[24];
	if (reply->streams && is_crowded(in->server)) {
		reply->streams = false;
		request_refuse(&in->r, 503, "too many pages of this desk are open; close some");
	}
	struct MHD_Response *response =
	    reply->streams ? stream_new(in->server, in)
			   : MHD_create_response_from_buffer(reply->body.len, (void *)(uintptr_t)reply->body.at,
							     MHD_RESPMEM_PERSISTENT);
	add_policy(response, reply);
	add(response, "Content-Type", reply->type);
	add(response, "ETag", reply->etag);
	add(response, "Set-Cookie", reply->cookie);
	add(response, "Location", reply->location);
	add(response, "Content-Encoding", reply->packed ? "gzip" : NULL);
	if (reply->file)
		add(response, "Content-Disposition",
		    arena_printf(&in->r.arena, "attachment; filename=\"%s\"", reply->file));
	snprintf(version, sizeof version, "%lld", reply->version);
	add(response, "Hearsay-Version", reply->version >= 0 ? version : NULL);
	enum MHD_Result sent = MHD_queue_response(in->r.connection, (unsigned)reply->status, response);
	MHD_destroy_response(response);
	return sent;
}

// --- the way of a request ---

static void set_asking(struct server *s, struct MHD_Connection *connection, bool asking)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct peer *p = info ? info->socket_context : NULL;
	pthread_mutex_lock(&s->lock);
	if (p) {
		p->asking = asking;
		p->since = now();
	}
	pthread_mutex_unlock(&s->lock);
}

// Called with the headers, then with each piece of the body, then at its end, and again once it was resumed.
static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url, const char *method,
			      const char *http, const char *at, size_t *n, void **state)
{
	struct server *s = context;
	struct incoming *in = *state;
	(void)http;
	if (!in) {
		*state = in = incoming_new(s, connection, url, method);
		in->refused = !s->calls.admit(s->calls.context, &in->r, &in->most);
		return in->refused && header(in, "Expect") ? send_reply(in) : MHD_YES;
	}
	if (*n) {
		take_body(in, at, *n);
		*n = 0;
		return MHD_YES;
	}
	set_asking(s, connection, false);
	if (in->refused || in->answered)
		return send_reply(in);
	if (in->taken)
		return MHD_YES;
	in->taken = true;
	in->r.body = (struct slice){ buf_str(&in->body), in->body.n };
	MHD_suspend_connection(connection); // before a crew can resume it
	if (s->calls.take(s->calls.context, &in->r))
		server_answer(&in->r);
	return MHD_YES;
}

void server_answer(struct request *r)
{
	struct incoming *in = (struct incoming *)((char *)r - offsetof(struct incoming, r));
	in->answered = true;
	MHD_resume_connection(r->connection);
}

static void completed(void *context, struct MHD_Connection *connection, void **state,
		      enum MHD_RequestTerminationCode how)
{
	(void)how;
	if (*state)
		incoming_free(*state);
	*state = NULL;
	set_asking(context, connection, true);
}

static void connected(void *context, struct MHD_Connection *connection, void **state,
		      enum MHD_ConnectionNotificationCode how)
{
	struct server *s = context;
	pthread_mutex_lock(&s->lock);
	if (how == MHD_CONNECTION_NOTIFY_STARTED) {
		struct arena a = { 0 };
		struct peer *p = *state = arena_new(&a, struct peer);
		*p = (struct peer){ .connection = connection, .arena = a, .since = now(), .asking = true };
		LINK(&s->peers, p);
	} else if (*state) {
		struct peer *p = *state;
		UNLINK(&s->peers, p);
		struct arena last = p->arena;
		arena_free(&last);
		*state = NULL;
	}
	pthread_mutex_unlock(&s->lock);
}

// --- listening ---

static enum status listen_unix(const char *path, int *fd, struct err *e)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX };
	if (strlen(path) >= sizeof name.sun_path)
		return err_set(e, STATUS_USAGE, "%s: the path of a socket has at most %zu bytes", path,
			       sizeof name.sun_path - 1);
	memcpy(name.sun_path, path, strlen(path) + 1);
	*fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	mode_t before = umask(0177); // for the user alone
	int failed = *fd < 0 || bind(*fd, (struct sockaddr *)&name, sizeof name) || listen(*fd, LIMIT_CONNECTIONS);
	int why = errno;
	umask(before);
	errno = why;
	if (failed && errno == EADDRINUSE)
		return err_set(e, STATUS_EXISTS, "%s: exists already; another desk may be there, or remove it", path);
	return failed ? err_system(e, path, "cannot be listened at") : STATUS_OK;
}

static enum status listen_port(unsigned *port, int *fd, struct err *e)
{
	struct sockaddr_in name = { .sin_family = AF_INET, .sin_port = htons((uint16_t)*port) };
	socklen_t n = sizeof name;
	int yes = 1;
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	*fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*fd < 0 || setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) ||
	    bind(*fd, (struct sockaddr *)&name, sizeof name) || listen(*fd, LIMIT_CONNECTIONS) ||
	    getsockname(*fd, (struct sockaddr *)&name, &n)) {
		char what[32];
		snprintf(what, sizeof what, "port %u", *port);
		return errno == EADDRINUSE ? err_set(e, STATUS_EXISTS, "%s is in use; give another with --port", what)
					   : err_system(e, what, "cannot be listened at");
	}
	*port = ntohs(name.sin_port);
	return STATUS_OK;
}

enum status server_listen(const char *socket_path, unsigned *port, int *fd, struct err *e)
{
	return socket_path ? listen_unix(socket_path, fd, e) : listen_port(port, fd, e);
}

// A thousand connections, and the files of the case beside them.
static void raise_files(void)
{
	struct rlimit r;
	if (getrlimit(RLIMIT_NOFILE, &r) || r.rlim_cur >= LIMIT_CONNECTIONS * 2)
		return;
	r.rlim_cur = r.rlim_max < LIMIT_CONNECTIONS * 2 ? r.rlim_max : LIMIT_CONNECTIONS * 2;
	if (setrlimit(RLIMIT_NOFILE, &r))
		return; // fewer connections, then
}

enum status server_start(struct arena *a, int fd, const struct server_calls *calls, struct server **out, struct err *e)
{
	if (late_load(&late_all, "the desk needs libmicrohttpd", e) != STATUS_OK)
		return e->status;
	struct server *s = *out = arena_new(a, struct server);
	*s = (struct server){ .calls = *calls };
	pthread_mutex_init(&s->lock, NULL);
	raise_files();
	s->daemon = MHD_start_daemon(
	    MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, s,
	    MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)LIMIT_CONNECTIONS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_REQUEST_HEAD, MHD_OPTION_NOTIFY_COMPLETED, completed, s,
	    MHD_OPTION_NOTIFY_CONNECTION, connected, s, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
	return s->daemon ? STATUS_OK : err_set(e, STATUS_IO, "the desk's server cannot be started");
}

void server_wake(struct server *s)
{
	pthread_mutex_lock(&s->lock);
	for (struct stream *t = s->streams; t; t = t->next)
		if (t->waits) {
			t->waits = false;
			MHD_resume_connection(t->connection);
		}
	pthread_mutex_unlock(&s->lock);
}

void server_tick(struct server *s)
{
	bool beat = false;
	pthread_mutex_lock(&s->lock);
	for (struct peer *p = s->peers; p; p = p->next) {
		if (!p->asking || now() - p->since < LIMIT_REQUEST_SECONDS)
			continue;
		const union MHD_ConnectionInfo *info =
		    MHD_get_connection_info(p->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
		shutdown(info->connect_fd, SHUT_RDWR);
	}
	for (struct stream *t = s->streams; t; t = t->next)
		beat |= now() - t->beat >= BEAT;
	pthread_mutex_unlock(&s->lock);
	if (beat)
		server_wake(s);
}

void server_quiet(struct server *s)
{
	pthread_mutex_lock(&s->lock);
	s->ends = true;
	pthread_mutex_unlock(&s->lock);
	close(MHD_quiesce_daemon(s->daemon));
	server_wake(s);
}

void server_stop(struct server *s)
{
	MHD_stop_daemon(s->daemon);
}
