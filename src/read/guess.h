// The encoding of bytes that do not say it, by the statistics of uchardet.
#ifndef READ_GUESS_H
#define READ_GUESS_H

#include "base/err.h"
#include "base/slice.h"

// Loads uchardet, if it is not there yet; to be called before a process locks itself in.
MUST_USE enum status guess_load(struct err *e);

// A label, or "" where it has no idea; `label` is cut where it does not fit.
void guess_charset(struct slice bytes, char *label, size_t room);

#endif
