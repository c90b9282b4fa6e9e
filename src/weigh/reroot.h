// The same triangulation, another order.
#ifndef WEIGH_REROOT_H
#define WEIGH_REROOT_H

#include "weigh/order.h"

// `filled`: each vertex of the order with the neighbours that outlived it. Rewrites the order so that `last` comes
// last, and its cells; no tie is added by it.
void reroot(const struct graph *filled, const uint32_t *states, struct order *o, uint32_t last);

#endif
