// The origins of a set of documents as one self-contained SVG.
#ifndef WRITE_PICTURE_H
#define WRITE_PICTURE_H

#include "write/scene.h"
#include "case/origin.h"

// Which documents come from which, in time. Large sets are folded: the picture has some hundred rows at most.
void picture_write(struct buf *out, const struct tracing *t, const struct document *const *docs);

// The same as a scene of so many pixels; `headed`: with the tally on top.
struct scene *picture_scene(struct arena *a, const struct tracing *t, const struct document *const *docs, int width,
			    bool headed);

#endif
