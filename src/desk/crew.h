// Threads that answer requests, each in the order in which they came. Each kind of work has its own, with a handle of
// its own on the case: what takes long never stands before what must be quick.
#ifndef DESK_CREW_H
#define DESK_CREW_H

#include "desk/request.h"

#include <pthread.h>

// What must be quick (a rating that is dragged), what takes a moment (intervals, reports), what takes long (reading).
enum crew_kind { CREW_QUICK, CREW_STEADY, CREW_LONG, CREW_KINDS };

struct crew {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct request *first, *last;
	bool ends;
	void (*answer)(struct request *r); // in the thread; then it is the thread's no longer
};

MUST_USE enum status crew_start(struct crew *c, void (*answer)(struct request *r), struct err *e);
bool crew_give(struct crew *c, struct request *r); // false: it has ended
void crew_end(struct crew *c);                     // what waits is answered first

#endif
