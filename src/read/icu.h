// Sentence boundaries by ICU; the only place that knows ICU.
#ifndef READ_ICU_H
#define READ_ICU_H

#include "base/arena.h"
#include "base/span.h"

struct icu_breaks;

// Loads ICU, and what it reads from files; to be called before the process locks itself in.
MUST_USE enum status icu_preload(struct err *e);

// Boundaries of one paragraph. The text must stay where it is. NULL where ICU cannot be had.
struct icu_breaks *icu_open(struct arena *a);
void icu_start(struct icu_breaks *b, const char *text, size_t n);
size_t icu_next(struct icu_breaks *b); // the next boundary, in bytes; n at the end, then 0
void icu_close(struct icu_breaks *b);

#endif
