// A half-open range of byte offsets into a text.
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include "base/slice.h"

#include <stdint.h>

typedef struct {
	uint32_t from, to; // [from, to) in bytes
} span;

static inline uint32_t span_len(span s) { return s.to - s.from; }
static inline bool span_empty(span s) { return s.to <= s.from; }
static inline bool span_same(span a, span b) { return a.from == b.from && a.to == b.to; }
static inline bool span_meets(span a, span b) { return a.from < b.to && b.from < a.to; }
static inline bool span_holds(span outer, span inner) { return outer.from <= inner.from && inner.to <= outer.to; }

// The bytes of a span.
static inline struct slice slice_in(const char *text, span s) { return (struct slice){ text + s.from, span_len(s) }; }

#endif
