// What words say of somebody or something that then is not guessed to have done it: that they were elsewhere, suffered
// it, learned of it late; that it worked.
#ifndef READ_CLEARED_H
#define READ_CLEARED_H

#include "read/aim.h"

// Whether the words name it only as what it would have taken: which way that points, nobody can tell.
bool cleared_without(const struct tokens *s, const struct aim *a);

// Whether the words of a content clear it of a role, which they would otherwise be for.
bool cleared_of(const struct tokens *s, const struct aim *a, enum role role, struct range content);

#endif
