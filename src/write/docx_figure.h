// Figures of the report in a WordprocessingML document.
#ifndef WRITE_DOCX_FIGURE_H
#define WRITE_DOCX_FIGURE_H

#include "write/docx.h"

void docx_figure_write(struct docx *d, const struct block *b);

#endif
