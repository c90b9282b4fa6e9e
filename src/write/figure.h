// Figures of the tree as scenes; their captions stand outside. Each fits any width from FIGURE_NARROW up: below
// FIGURE_WIDE what stands in columns goes below one another. Those of origins are never narrower than FIGURE_WIDE.
#ifndef WRITE_FIGURE_H
#define WRITE_FIGURE_H

#include "write/scene.h"
#include "write/tree.h"

enum { FIGURE_WIDE = 740, FIGURE_NARROW = 358 }; // pixels

// NULL where there is nothing to see.
struct scene *figure_scene(struct arena *a, const struct figure *f, double width);

// A bar from a middle line, full at 3 decibans; and the tint of a cell for so many, on a scale fixed for all cases:
// weak evidence must look weak.
struct scene *figure_bar(struct arena *a, double decibans);
enum scene_paint figure_tint(double decibans);

#endif
