// Where the content of an element without markup ends.
#ifndef READ_HTML_RAW_H
#define READ_HTML_RAW_H

#include "base/slice.h"

#include <stdint.h>

// Whether s begins with the end tag of `name`: "</name" and then white space, '/' or '>'.
bool html_raw_ends(struct slice s, const char *name);

// The offset of the end tag of `name` in s, or s.len.
size_t html_raw_text(struct slice s, const char *name);

// The same for a script, in which "<!-- <script>" hides an end tag.
size_t html_raw_script(struct slice s, const char *name);

#endif
