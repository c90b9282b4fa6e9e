// Kept paragraphs -> the normalized text and its map to the original bytes.
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include "read/block.h"

// Sets text, len, paragraphs and map of the document from the blocks that are not left out.
MUST_USE enum status text_compose(struct arena *a, const struct decoded *from, const struct blocks *b,
				  struct document *d, struct err *e);

// The text as it is.
MUST_USE enum status text_verbatim(struct arena *a, const struct decoded *from, const struct blocks *b,
				   struct document *d, struct err *e);

#endif
