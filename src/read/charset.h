// The names of encodings, and which one a page says it is in.
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/slice.h"

struct charset {
	const char *name;   // the standard's
	const char *icu;    // ICU's name of the converter that does the same; NULL: UTF-8, which needs none
	const char *labels; // in lower case, separated by spaces
	bool shifts;        // a byte of ASCII may be a part of something else
};

// The encoding of a label in any case, or NULL.
const struct charset *charset_named(struct slice label);

// What the page's first bytes say: a byte order mark, the declaration of XML, <meta>. NULL where they say nothing.
const struct charset *charset_marked(struct slice bytes, size_t *mark); // *mark: bytes of the mark
const struct charset *charset_declared(struct slice bytes);

#endif
