// The web workbench of a case: a server on loopback or a Unix socket, for the browser of whoever started it.
//
// Data's way through the folder: server (bytes of a connection) -> gate (who may ask) -> routes (what is asked) ->
// crew (a thread that answers, with a handle of its own) -> server. Beside it: asset (the pages), jobs (long work),
// events (news), room (a case and its handles).
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "base/err.h"

#include <stdbool.h>

struct desk_options {
	const char *path;   // of the case file
	const char *socket; // the path of a Unix socket to listen at, instead of a port; or NULL
	unsigned port;      // 0: any that is free
	bool browse;        // open the browser
};

// Serves until SIGINT or SIGTERM. The address with its token goes to stdout when the desk can be used.
MUST_USE enum status desk_serve(const struct desk_options *o, struct err *e);

#endif
