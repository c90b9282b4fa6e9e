// What is asked and what is answered, whatever carries it.
#ifndef DESK_REQUEST_H
#define DESK_REQUEST_H

#include "base/buf.h"
#include "base/list.h"

#include <stdbool.h>

struct desk;
struct room;
struct route;

struct request_pair {
	const char *name, *value;
};

struct reply {
	int status; // of HTTP
	const char *type, *etag, *cookie, *location, *file;
	bool packed;        // body is gzip
	const char *policy; // Content-Security-Policy; NULL: nothing may run or load
	long long version;  // of the case it was made from; -1: none
	struct slice body;
	bool streams; // the connection stays open for events; no body
};

struct request {
	struct arena arena;
	const char *method, *path;
	LIST(struct request_pair) query;
	const char *host, *origin, *cookie, *bearer, *type, *if_none_match;
	bool gzip, page; // what the other side takes: packed answers; pages, so that a person reads what is refused
	struct slice body;
	const char *who; // makes the changes; NULL: the user
	struct desk *desk;
	struct room *room;
	const char *rest; // what a route's '*' stands for
	const struct route *route;
	struct reply reply;
	void *connection;     // the server's
	struct request *next; // in a crew's queue
};

const char *request_query(const struct request *r, const char *name); // NULL: not given

// Whether the text is a whole number, and nothing else.
bool request_number(const char *text, unsigned long long *n);

// A sentence as {"error": ...}, or as text for a person, with a status of HTTP.
void request_refuse(struct request *r, int status, const char *fmt, ...) FORMAT(3, 4);

// A reply of bytes that the request's arena holds from now on.
void request_answer(struct request *r, const char *type, const char *bytes, size_t n);

#endif
