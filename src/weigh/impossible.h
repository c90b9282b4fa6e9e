// Evidence of probability zero: which reports cannot all be true.
#ifndef WEIGH_IMPOSSIBLE_H
#define WEIGH_IMPOSSIBLE_H

#include "weigh/lane.h"

// Sets an error that names the smallest set of counted reports that cannot all be true. Returns STATUS_IMPOSSIBLE.
enum status impossible_explain(struct whole *w, struct err *e);

#endif
