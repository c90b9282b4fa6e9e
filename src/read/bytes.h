// Bytes -> UTF-8, with the way back.
#ifndef READ_BYTES_H
#define READ_BYTES_H

#include "case/document.h"

struct decoded {
	const char *text; // valid UTF-8 without NUL
	size_t len;
	struct runs map;      // covers the text in order; a character that was converted is a unit of its run
	const char *warning;  // what was not as it should be, or NULL
};

// By byte order mark; else UTF-8 where it is valid UTF-8, or nearly; else as `transport` (a label, or NULL) says, or
// the page itself; else as it looks; else windows-1252. Bytes that are no character become U+FFFD, and so does NUL.
// What is no text at all (a PDF, an archive, random bytes) is STATUS_BAD_INPUT.
MUST_USE enum status bytes_decode(struct arena *a, struct slice bytes, const char *transport, struct decoded *out,
				  struct err *e);

// The original bytes that a stretch of the decoded text came from.
span bytes_original(const struct decoded *d, span at);

#endif
