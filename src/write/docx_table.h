// Tables of WordprocessingML.
#ifndef WRITE_DOCX_TABLE_H
#define WRITE_DOCX_TABLE_H

#include "write/docx.h"

// The table under its caption. `about` is said below it; NULL: nothing.
void docx_table_write(struct docx *d, const struct table *t, const char *about);

#endif
