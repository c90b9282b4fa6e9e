// The paragraphs of a mail in plain text: what its author wrote, what is quoted, the signature.
#ifndef READ_QUOTED_H
#define READ_QUOTED_H

#include "read/block.h"

// Splits the text. Left out are the signature, and what is quoted where the author's own words are more.
MUST_USE enum status quoted_split(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e);

#endif
