// The tree's sections as the body of a WordprocessingML document.
#ifndef WRITE_DOCX_BODY_H
#define WRITE_DOCX_BODY_H

#include "write/docx.h"

void docx_body_write(struct docx *d);

#endif
