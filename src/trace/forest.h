// Sets that are joined and never parted, as a forest: each points up, and a tree's root stands for its set (Tarjan
// 1975; halving of paths after van Leeuwen and van der Weide 1977).
#ifndef TRACE_FOREST_H
#define TRACE_FOREST_H

#include <stddef.h>

// The root that i hangs below; the way there is shorter the next time.
static inline size_t forest_root(size_t *up, size_t i)
{
	while (up[i] != i)
		i = up[i] = up[up[i]];
	return i;
}

#endif
