// The writers: one walk over the tree for each format.
#ifndef WRITE_FORMATS_H
#define WRITE_FORMATS_H

#include "write/tree.h"
#include "write/write.h"

#include "base/err.h"

void markdown_write(struct buf *out, const struct tree *t);
void html_write(struct buf *out, const struct tree *t);
MUST_USE enum status pdf_write(struct buf *out, const struct tree *t, struct err *e);
void record_write(struct buf *out, const struct tree *t, const struct write_input *in); // JSON
MUST_USE enum status docx_write(struct buf *out, const struct tree *t, struct err *e);

// Text of anywhere made fit to print: white space is one space, what could steer a terminal or turn the line round
// (control characters, bidirectional overrides) or may not stand in XML is U+FFFD.
const char *plain_text(struct arena *a, const char *text);

// Plain text with & < > " ' as entities.
void plain_html(struct buf *out, const char *text);

// "412-501, 530-540", or "" where no place is known.
const char *plain_places(struct arena *a, const struct passage *p);

#endif
