// Lanes that are answered side by side by the whole's own network.
#ifndef WEIGH_BATCH_H
#define WEIGH_BATCH_H

#include "weigh/lane.h"

// Answers n lanes, by a panel of the whole. e: of the first that fails, whose index is returned; n where none does.
size_t batch_run(const struct whole *w, struct panel *panel, struct lane *lanes, size_t n, struct err *e);

#endif
