// What is told around a deed without taking a side: that a man was questioned, that the culprit is known.
#ifndef READ_SIDELESS_H
#define READ_SIDELESS_H

#include "read/stance.h"

// Whether a frame's content tells such a thing alone; what it seems to claim is then no claim.
bool sideless_told(const struct verdict *r, const struct tokens *s, const struct frame *f);

#endif
