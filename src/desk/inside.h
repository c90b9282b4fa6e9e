// What the desk is made of, for its own files.
#ifndef DESK_INSIDE_H
#define DESK_INSIDE_H

#include "desk/crew.h"
#include "desk/desk.h"
#include "desk/events.h"
#include "desk/gate.h"
#include "desk/jobs.h"
#include "desk/room.h"
#include "desk/server.h"
#include "hearsay.h"

#include <stdatomic.h>
#include <sys/types.h>

struct desk {
	struct arena arena, kept; // kept: what the quick crew adds
	const char *user;         // who changes what where nobody says
	struct gate gate;
	struct crew crews[CREW_KINDS];
	struct room main, example; // example: open once it was asked for
	atomic_bool has_example;
	const char *example_folder; // or NULL
	struct jobs jobs;
	struct events events;
	struct server *server;
	pid_t browser; // what opens it, while that may run; or 0
};

// Tells the pages that the case of a room has changed, by whom.
void desk_changed(struct desk *d, struct room *room, enum crew_kind crew, const char *who);

// Work that no request waits for, in the name of `who`. `work` gets it with what was put into its arena; it is gone
// after it.
struct errand {
	struct request r; // no connection
	enum crew_kind crew;
	unsigned long long job; // or 0
	void (*work)(struct errand *x, struct hearsay *h);
};
struct errand *desk_errand(struct desk *d, struct room *room, const char *who, enum crew_kind crew,
			   void (*work)(struct errand *x, struct hearsay *h));
void desk_send(struct errand *x);

#endif
