// The child's side of read/wire.h.
#ifndef READ_SERVE_H
#define READ_SERVE_H

#include "base/err.h"

// Reads one request from a file descriptor and answers it on another. An error is one of the talk itself: what the
// request came to stands in the answer.
MUST_USE enum status serve_one(int in, int out, struct err *e);

#endif
