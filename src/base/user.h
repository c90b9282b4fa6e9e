// Who works here.
#ifndef BASE_USER_H
#define BASE_USER_H

#include "base/arena.h"

// HEARSAY_USER, or the name of the user that the system has; valid UTF-8.
const char *user_name(struct arena *a);

#endif
