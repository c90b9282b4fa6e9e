// Who did it to himself, to be pitied, believed or paid: "cut the cable itself to save its budget", "shelled its own
// hospital so as to win sympathy".
#ifndef READ_STAGING_H
#define READ_STAGING_H

#include "read/finder.h"

// Whether the deed at a token is told so.
bool staging_at(const struct finder *f, int i);

#endif
