// A line of days, broken where nothing was published.
#ifndef WRITE_AXIS_H
#define WRITE_AXIS_H

#include "write/scene.h"

struct axis_part {
	long from, to; // days by number, both of them on the line
	int x, width;  // pixels; width 0 where the part is one day
};

struct axis {
	LIST(struct axis_part) parts; // rising; none where there are no days
	int left, right;
};

// From the days of all documents (which it sorts) to a line between two places.
struct axis axis_of(struct arena *a, long *days, size_t n, int left, int right);

// Where a day stands; one that is not on the line stands at the nearest end.
int axis_x(const struct axis *x, long day);

// The lines of the days and the gaps, from top to bottom, and their names above and, if asked for, below.
void axis_draw(struct scene *s, const struct axis *x, int top, int bottom, bool names_below);

#endif
