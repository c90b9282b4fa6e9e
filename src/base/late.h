// Libraries that are loaded when something of theirs is needed first: every command would pay for them, else. What is
// called of one stands in a list beside the file that calls it, of which tools/late.py makes a header.
#ifndef BASE_LATE_H
#define BASE_LATE_H

#include "base/err.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

// A library (its functions follow), or a function and where its address goes.
struct late_name {
	const char *library, *function;
	void *at;
};

struct late {
	const struct late_name *names;
	size_t n;
	atomic_bool loaded;
};

// By any number of threads. `needs`: "mail needs GMime", for the error.
MUST_USE enum status late_load(struct late *l, const char *needs, struct err *e);

#endif
