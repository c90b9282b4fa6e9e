// A view of bytes that nobody owns here.
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// Not NUL-terminated.
struct slice {
	const char *at;
	size_t len;
};

struct slice slice_trim(struct slice s);                // without ASCII white space at both ends
bool slice_same(const char *a, const char *b);          // two C strings, both there, of the same bytes
bool slice_is_nocase(struct slice s, const char *text); // same but for ASCII case
ptrdiff_t slice_find(struct slice s, const char *text); // offset of the first occurrence, or -1

// These are asked of nearly every word of a text, mostly with a constant.

// A C string; NULL is empty.
static inline struct slice slice_of(const char *text)
{
	return (struct slice){ text ? text : "", text ? strlen(text) : 0 };
}

// The same bytes.
static inline bool slice_is(struct slice s, const char *text)
{
	if (s.len && s.at[0] != text[0])
		return false; // as most do not
	return s.len == strlen(text) && !memcmp(s.at, text, s.len);
}

static inline bool slice_starts(struct slice s, const char *text)
{
	if (s.len && text[0] && s.at[0] != text[0])
		return false; // as most do not
	size_t n = strlen(text);
	return s.len >= n && !memcmp(s.at, text, n);
}

static inline bool slice_ends(struct slice s, const char *text)
{
	size_t n = strlen(text);
	return s.len >= n && !memcmp(s.at + s.len - n, text, n);
}

// The next line of *rest without its end (LF, CRLF or CR), taking it off; false when nothing is left.
bool slice_line(struct slice *rest, struct slice *line);

// The next piece of *rest up to `sep` (or the end), taking both off; false when nothing is left.
bool slice_cut(struct slice *rest, char sep, struct slice *piece);

#endif
