// The built-in example: the case of example/river, made in a folder of its own when it is asked for first.
#ifndef DESK_EXAMPLE_H
#define DESK_EXAMPLE_H

#include "base/arena.h"

// Makes the case file below `folder`, which is made too; *path: the case file.
MUST_USE enum status example_make(struct arena *a, const char **folder, const char **path, struct err *e);

// Removes the folder with what is in it.
void example_remove(struct arena *a, const char *folder);

#endif
