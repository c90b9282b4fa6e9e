// News for the pages that are open, as server-sent events (https://html.spec.whatwg.org/#server-sent-events): who
// listens gets every event since it began to, or a word that some were missed.
#ifndef DESK_EVENTS_H
#define DESK_EVENTS_H

#include "base/buf.h"

#include <pthread.h>

enum { EVENTS_KEPT = 256 };

struct events {
	pthread_mutex_t lock;
	struct arena arena[EVENTS_KEPT]; // an event's own
	const char *text[EVENTS_KEPT];   // "event: ...\ndata: ...\n\n"
	unsigned long long n;            // all that there were; event i stands at i % EVENTS_KEPT
	void (*told)(void *context);     // after each: wakes the connections that wait
	void *context;
};

void events_init(struct events *e, void (*told)(void *context), void *context);

void events_free(struct events *e);

// `json` on one line.
void events_tell(struct events *e, const char *name, const char *json);

// The events from *seen on, which is moved behind them.
void events_since(struct events *e, unsigned long long *seen, struct buf *out);
unsigned long long events_count(struct events *e);

#endif
