// Header lines as mail, HTTP and WARC have them: "Name: value", up to an empty line. Lines end with CRLF or LF.
#ifndef READ_HEADERS_H
#define READ_HEADERS_H

#include "base/list.h"
#include "base/span.h"

struct header {
	struct slice name, value; // value without white space at its ends
};

struct headers {
	LIST(struct header) list;
};

// Takes the lines off *rest, and the empty line behind them. A line that begins with white space goes on with the one
// before: its words do not count. The error names the first line that is none, or says that the empty line is missing.
MUST_USE enum status headers_read(struct arena *a, struct slice *rest, struct headers *out, struct err *e);

// The value of the first of a name; at NULL where there is none.
struct slice headers_get(const struct headers *h, const char *name);
size_t headers_count(const struct headers *h, const char *name);

// A word of letters, digits and marks, as names of media types and encodings are, in lower case; NULL for any other.
const char *headers_word(struct arena *a, struct slice s);

// "text/html; charset=UTF-8" -> "text/html" and "utf-8", in lower case; NULL where there is none.
void headers_media(struct arena *a, struct slice value, const char **media, const char **charset);

// A whole number without sign; false for anything else.
bool headers_number(struct slice value, uint64_t *n);

#endif
