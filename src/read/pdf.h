// A PDF's words and where they stand, by pdftotext of poppler-utils, which runs as a process of its own.
#ifndef READ_PDF_H
#define READ_PDF_H

#include "base/arena.h"
#include "base/slice.h"

bool pdf_is(struct slice bytes);

// What `pdftotext -bbox-layout` prints, for read/bbox.h: XHTML, as hostile as the PDF.
MUST_USE enum status pdf_words(struct arena *a, struct slice pdf, struct slice *xhtml, struct err *e);

#endif
