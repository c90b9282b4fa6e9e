// Names for things that several programs speak of: UUIDs of version 5, made of a name within a space of names (RFC
// 4122, 4.3), so that the same name gives the same UUID everywhere.
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include "base/slice.h"

enum { UUID_BYTES = 16, UUID_TEXT = 36 };

// The UUID of a name; `space` is a UUID itself, as text.
void uuid_of(const char *space, const char *name, char out[UUID_TEXT + 1]);

// "6f1b7a54-7d0e-4b0e-9c39-3f1f6f0a3c55": 36 characters, lower-case digits or upper-case ones.
bool uuid_is(struct slice text);

#endif
