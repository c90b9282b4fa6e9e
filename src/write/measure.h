// How wide text is, about, in the sans type of the figures: the same on every machine.
#ifndef WRITE_MEASURE_H
#define WRITE_MEASURE_H

#include "base/arena.h"

#include <stdbool.h>

double measure_text(const char *text, double size, bool bold);

// How many bytes of the text fit into so many pixels.
size_t measure_fitting(const char *text, double size, bool bold, double width);

// As much of it as fits, made plain, with an ellipsis where more was cut.
const char *measure_cut(struct arena *a, const char *text, double size, bool bold, double width);

#endif
