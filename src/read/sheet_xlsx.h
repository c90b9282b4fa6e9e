// Workbooks of Excel and its kin (ECMA-376): their sheets as grids of texts.
#ifndef READ_SHEET_XLSX_H
#define READ_SHEET_XLSX_H

#include "read/sheet.h"

struct sheet_xlsx;

// Opens a workbook whose bytes stay where they are. To be closed.
MUST_USE enum status sheet_xlsx_open(struct arena *a, struct slice bytes, struct sheet_xlsx **x, struct err *e);
void sheet_xlsx_close(struct sheet_xlsx *x);

size_t sheet_xlsx_sheets(const struct sheet_xlsx *x);
const char *sheet_xlsx_name(const struct sheet_xlsx *x, size_t i);

// A sheet: numbers as they are, dates as "2024-03-02", percentages as "70 %", formulas as what came out when the file
// was saved; what is merged down a column stands in each of its rows.
MUST_USE enum status sheet_xlsx_read(struct arena *a, struct sheet_xlsx *x, size_t i, struct sheet *out, struct err *e);

#endif
