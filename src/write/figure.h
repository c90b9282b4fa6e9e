// Figures of the tree as scenes; their captions stand outside. Each fits any width from FIGURE_NARROW up: below
// FIGURE_WIDE what stands in columns goes below one another.
#ifndef WRITE_FIGURE_H
#define WRITE_FIGURE_H

#include "write/scene.h"
#include "write/tree.h"

enum { FIGURE_WIDE = 740, FIGURE_NARROW = 358 }; // pixels

// NULL where there is nothing to see.
struct scene *figure_scene(struct arena *a, const struct figure *f, double width);

#endif
