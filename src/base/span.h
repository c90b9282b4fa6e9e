// A half-open range of byte offsets into a text, and a view of bytes that nobody owns here.
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
	uint32_t from, to; // [from, to) in bytes
} span;

static inline uint32_t span_len(span s) { return s.to - s.from; }
static inline bool span_empty(span s) { return s.to <= s.from; }
static inline bool span_same(span a, span b) { return a.from == b.from && a.to == b.to; }
static inline bool span_meets(span a, span b) { return a.from < b.to && b.from < a.to; }
static inline bool span_holds(span outer, span inner) { return outer.from <= inner.from && inner.to <= outer.to; }

// Bytes by address and length; not NUL-terminated.
struct slice {
	const char *at;
	size_t len;
};

struct slice slice_of(const char *text);                   // a C string; NULL is empty
struct slice slice_in(const char *text, span s);           // the bytes of a span
struct slice slice_trim(struct slice s);                   // without ASCII white space at both ends
bool slice_is(struct slice s, const char *text);           // same bytes
bool slice_is_nocase(struct slice s, const char *text);    // same but for ASCII case
bool slice_starts(struct slice s, const char *text);
bool slice_ends(struct slice s, const char *text);
ptrdiff_t slice_find(struct slice s, const char *text);    // offset of the first occurrence, or -1

// The next line of *rest without its end (LF, CRLF or CR), taking it off; false when nothing is left.
bool slice_line(struct slice *rest, struct slice *line);

// The next piece of *rest up to `sep` (or the end), taking both off; false when nothing is left.
bool slice_cut(struct slice *rest, char sep, struct slice *piece);

#endif
