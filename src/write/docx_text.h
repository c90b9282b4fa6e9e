// Paragraphs and runs of WordprocessingML.
#ifndef WRITE_DOCX_TEXT_H
#define WRITE_DOCX_TEXT_H

#include "base/buf.h"

void docx_text_begin(struct buf *out, const char *style);
void docx_text_end(struct buf *out);

// Text in a character style, "" for the paragraph's own.
void docx_text_run(struct buf *out, const char *style, const char *text);

// A whole paragraph of one run.
void docx_text_paragraph(struct buf *out, const char *style, const char *text);

// Text that no line ends in: its spaces and hyphens hold.
void docx_text_unbroken(struct buf *out, const char *style, const char *text);

#endif
