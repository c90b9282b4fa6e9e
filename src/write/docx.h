// What the files of the DOCX writer share: the two texts that they write, and what goes into the package beside them.
#ifndef WRITE_DOCX_H
#define WRITE_DOCX_H

#include "base/zipped.h"
#include "write/formats.h"

// Between the margins of A4, in twentieths of a point; and as high as a figure may be, with its caption and some notes.
enum { DOCX_WIDE = 9071, DOCX_HIGH = 11300 };

struct docx_picture {
	const char *name; // in the package, from word/
	struct slice bytes;
};

struct docx {
	const struct tree *t;
	struct buf body;  // of word/document.xml
	struct buf notes; // of word/footnotes.xml
	bool *met;        // [note] whether a sentence has referred to it
	LIST(struct docx_picture) pictures;
};

#endif
