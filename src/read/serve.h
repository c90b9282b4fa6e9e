// The child's side of read/wire.h.
#ifndef READ_SERVE_H
#define READ_SERVE_H

#include "base/err.h"

// Before the process locks itself in: it ends with the one that asks, also in the middle of a request.
void serve_watch(int in);

// Reads requests from a file descriptor and answers them on another, until there are no more. Each has the processor
// time of READER_SECONDS; its memory is given back before the next. An error is one of the talk itself: what a request
// came to stands in its answer.
MUST_USE enum status serve_all(int in, int out, struct err *e);

#endif
