// Named parts -> the bytes of a ZIP file: the wrapping of office documents.
#ifndef WRITE_ZIP_H
#define WRITE_ZIP_H

#include "base/buf.h"
#include "base/err.h"

struct zip_part {
	const char *name; // with folders before it: "word/document.xml"
	struct slice bytes;
};

// In the order given, deflated, every part dated at the first day that a ZIP file can name: same parts, same bytes.
MUST_USE enum status zip_write(struct buf *out, const struct zip_part *parts, size_t n, struct err *e);

#endif
