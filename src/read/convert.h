// Characters of old encodings, one by one, by ICU's converters; the only place that knows them.
#ifndef READ_CONVERT_H
#define READ_CONVERT_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

struct convert;

// Loads ICU, and what it reads from files; to be called before the process locks itself in.
MUST_USE enum status convert_preload(struct err *e);

// A converter by ICU's name; NULL where it cannot be had. To be closed.
struct convert *convert_open(struct arena *a, const char *icu);
void convert_close(struct convert *c);

// The next character of *rest, not empty, taking off the bytes it was made from, at least one. U+FFFD for what is none.
uint32_t convert_next(struct convert *c, struct slice *rest);

#endif
