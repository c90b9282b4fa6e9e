// Locks the process in: from here on it can compute, read what is open, write to what is open, and end.
#ifndef READ_LOCK_H
#define READ_LOCK_H

#include "base/err.h"

#include <stdbool.h>

// Bounds on memory and on the processor time of the whole life (0: none), no core file, no new files, no system call
// but those that need nothing from outside. There is no way back.
MUST_USE enum status lock_in(unsigned long long memory, unsigned seconds, struct err *e);

// Begins a piece of work that may take so much processor time: more ends the process by SIGPROF. 0: the work is done.
void lock_time(unsigned seconds);

#endif
