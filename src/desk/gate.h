// Who may ask: only the browser of whoever has the opening address, and only from the desk's own page.
//
// A page elsewhere may make a browser send requests here, under a name that it has made point to loopback (DNS
// rebinding) or across sites (request forgery). So Host must be one of ours, Origin, where there is one, our own, and
// every request but the opening one must carry the cookie, which is SameSite=Strict, or the token itself.
#ifndef DESK_GATE_H
#define DESK_GATE_H

#include "desk/request.h"

#include <pthread.h>

enum { GATE_TOKEN = 64, GATE_NAME = 64 };

// A browser that opened the desk.
struct session {
	char id[GATE_TOKEN + 1];
	char who[GATE_NAME + 1]; // whose changes it makes; "": the user's own
	unsigned long long used;
};

struct gate {
	char token[GATE_TOKEN + 1];
	char cookie[24]; // its name: cookies do not know ports, so the port is in it
	unsigned port;   // 0: a Unix socket, whose name says nothing
	pthread_mutex_t lock;
	struct session *sessions; // LIMIT_SESSIONS of them; the one not used for longest makes room
	unsigned long long uses;
};

MUST_USE enum status gate_open(struct arena *a, struct gate *g, unsigned port, struct err *e);

// Whether the request may go on; where not, its reply says why, or lets the browser in.
bool gate_pass(struct gate *g, struct request *r);

// Names who makes the changes of the request's browser from now on; false where it has the token alone.
bool gate_name(struct gate *g, const struct request *r, const char *who);

#endif
