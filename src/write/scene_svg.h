// Scenes as SVG.
#ifndef WRITE_SCENE_SVG_H
#define WRITE_SCENE_SVG_H

#include "write/scene.h"

// Inside a page whose style sheet has the colours, as scene_svg_colours gives them; `class` of the whole.
void scene_svg(struct buf *out, const struct scene *s, const char *class);

// That style sheet, by variables of the page with the colours on light and dark ground where it has none.
void scene_svg_style(struct buf *out);

// A file that stands alone, on light and dark ground.
void scene_svg_file(struct buf *out, const struct scene *s);

#endif
