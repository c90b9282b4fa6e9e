// The calibration curve as a picture: what was said, and how often it came true.
#ifndef WRITE_CALIBRATION_H
#define WRITE_CALIBRATION_H

#include "base/buf.h"
#include "case/score.h"

// SVG of the program's answers; the scale is 0 to 100 both ways, with the edges of the words.
void calibration_svg(struct buf *out, const struct scores *s);

#endif
