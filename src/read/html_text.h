// The characters of a text or an attribute's value: references decoded, line ends as line feeds.
#ifndef READ_HTML_TEXT_H
#define READ_HTML_TEXT_H

#include "read/html_tree.h"

#include "base/buf.h"

// Appends the characters of a text node to `out`; `map`, which may be NULL, gets the way back from them to the decoded
// page, in which each reference is a unit.
void html_text_add(const struct html_tree *t, uint32_t node, struct buf *out, struct runs *map);

// The same for the value of an attribute.
void html_text_add_value(const struct html_tree *t, const struct html_attr *attr, struct buf *out, struct runs *map);

// The characters of a text node, of a value; the page's own bytes where nothing is to be decoded.
struct slice html_text_of(struct arena *a, const struct html_tree *t, uint32_t node);
struct slice html_text_value(struct arena *a, const struct html_tree *t, const struct html_attr *attr); // NULL: empty

#endif
