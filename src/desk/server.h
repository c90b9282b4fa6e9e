// Connections: whole requests in, replies out. The only file that knows libmicrohttpd, which is loaded when a desk is
// opened.
#ifndef DESK_SERVER_H
#define DESK_SERVER_H

#include "desk/events.h"
#include "desk/request.h"

struct server;

struct server_calls {
	void *context;
	// All headers are there, no body: whether it may send one of at most *most bytes. Where not, the reply is set.
	bool (*admit)(void *context, struct request *r, size_t *most);
	// The whole request. True: answered. False: server_answer will be called.
	bool (*take)(void *context, struct request *r);
	struct events *events; // for replies that stream
};

// Listens at a port of loopback (0: any that is free), or at a Unix socket. `*port` is the one that it got.
MUST_USE enum status server_listen(const char *socket_path, unsigned *port, int *fd, struct err *e);
MUST_USE enum status server_start(struct arena *a, int fd, const struct server_calls *calls, struct server **s,
				  struct err *e);

// From any thread: the reply of a request that was not answered at once.
void server_answer(struct request *r);
// From any thread: there are new events.
void server_wake(struct server *s);
// Once a second: ends connections that take too long to say what they want, and keeps streams alive.
void server_tick(struct server *s);
// Takes no more connections, and ends the streams.
void server_quiet(struct server *s);
void server_stop(struct server *s); // when every request is answered

#endif
