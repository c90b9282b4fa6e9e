// Locks the process in: from here on it can compute, read what is open, write to what is open, and end.
#ifndef READ_LOCK_H
#define READ_LOCK_H

#include "base/err.h"

#include <stdbool.h>

// Bounds on memory and processor time, no core file, no new files, no system call but those that need nothing from
// outside. There is no way back.
MUST_USE enum status lock_in(unsigned long long memory, unsigned seconds, struct err *e);

#endif
