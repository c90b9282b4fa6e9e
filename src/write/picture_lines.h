// The lines of a picture of origins: how documents hang together.
#ifndef WRITE_PICTURE_LINES_H
#define WRITE_PICTURE_LINES_H

#include "write/picture_place.h"

// An edge that is not the one by which its document hangs in the tree of its family.
bool picture_lines_beside(const struct picture *p, const struct edge *e);

// Whether both documents of an edge that is at hand have rows.
bool picture_lines_seen(const struct picture *p, const struct edge *e);

void picture_lines_draw(struct picture *p);

#endif
