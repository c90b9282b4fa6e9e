// A view of bytes that nobody owns here.
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>

// Not NUL-terminated.
struct slice {
	const char *at;
	size_t len;
};

struct slice slice_of(const char *text);                // a C string; NULL is empty
struct slice slice_trim(struct slice s);                // without ASCII white space at both ends
bool slice_is(struct slice s, const char *text);        // same bytes
bool slice_same(const char *a, const char *b);          // two C strings, both there, of the same bytes
bool slice_is_nocase(struct slice s, const char *text); // same but for ASCII case
bool slice_starts(struct slice s, const char *text);
bool slice_ends(struct slice s, const char *text);
ptrdiff_t slice_find(struct slice s, const char *text); // offset of the first occurrence, or -1

// The next line of *rest without its end (LF, CRLF or CR), taking it off; false when nothing is left.
bool slice_line(struct slice *rest, struct slice *line);

// The next piece of *rest up to `sep` (or the end), taking both off; false when nothing is left.
bool slice_cut(struct slice *rest, char sep, struct slice *piece);

#endif
