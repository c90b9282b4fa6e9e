// A matrix with its scores on a terminal.
#ifndef WRITE_MATRIX_TEXT_H
#define WRITE_MATRIX_TEXT_H

#include "case/ranking.h"

void matrix_text(struct buf *out, const struct the_case *c, const struct ranking *s);

#endif
