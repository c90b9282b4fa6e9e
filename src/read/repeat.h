// Second copies of a paragraph, and quotations that are printed a second time as an ornament.
#ifndef READ_REPEAT_H
#define READ_REPEAT_H

#include "read/block.h"

void repeat_mark(struct blocks *b);

// Appends the words of a text alone, in lower case: " one two three ".
void repeat_fold(struct buf *out, struct slice s);

#endif
