// The words of a PDF and where they stand (read/pdf.h) -> paragraphs.
#ifndef READ_BBOX_H
#define READ_BBOX_H

#include "read/bytes.h"

struct bbox {
	struct decoded text; // paragraphs with blank lines between; no way back: words do not lead to bytes of a PDF
	const char *title;   // what stands on the first page in larger letters; NULL: nothing does
	struct names warnings;
};

MUST_USE enum status bbox_read(struct arena *a, const struct decoded *from, struct bbox *out, struct err *e);

#endif
