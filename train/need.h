// What training cannot do without: else it ends.
#ifndef TRAIN_NEED_H
#define TRAIN_NEED_H

#include "base/err.h"

#include <stdbool.h>

// Ends the program with `what`, and what `e` says where something went wrong, unless it is fine.
void need(bool fine, const char *what, const struct err *e);

#endif
