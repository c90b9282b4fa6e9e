// Character references: "&amp;", "&#8217;", "&#x2019;".
#ifndef READ_HTML_REFS_H
#define READ_HTML_REFS_H

#include "base/slice.h"

#include <stdint.h>

// Which rules hold where a reference stands.
enum html_refs_in { HTML_REFS_TEXT, HTML_REFS_VALUE, HTML_REFS_XML }; // text, an attribute's value, XML

enum { HTML_REFS_MOST = 8 }; // bytes of UTF-8 that one reference stands for, at most

// Reads the reference that begins at s.at[0] == '&'. Writes what it stands for and how many bytes that is; returns the
// bytes of the reference, or 0 where it is none and the '&' is itself.
size_t html_refs_read(struct slice s, enum html_refs_in in, char out[HTML_REFS_MOST], size_t *n);

// The named ones, sorted; made from models/entities.tsv.
struct html_ref {
	char name[32]; // without '&' and ';'
	char text[7];
	uint8_t len : 7, bare : 1; // bytes of text; needs no ';'
};

extern const struct html_ref html_refs_table[];
extern const uint16_t html_refs_first[128]; // [byte] the rows whose names begin with a lesser one

#endif
