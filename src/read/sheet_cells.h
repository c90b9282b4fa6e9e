// The cells of one sheet of a workbook.
#ifndef READ_SHEET_CELLS_H
#define READ_SHEET_CELLS_H

#include "read/sheet.h"

#include <stdint.h>

enum sheet_number { SHEET_PLAIN, SHEET_DATE, SHEET_PERCENT }; // how a number is shown

struct sheet_format {
	unsigned long id;
	enum sheet_number kind;
};
struct sheet_formats {
	LIST(struct sheet_format) list;
};

// What cells refer to.
struct sheet_cells_known {
	LIST(const char *) strings;    // [index of a shared string]
	LIST(enum sheet_number) kinds; // [style]
	bool from_1904;                // day 0
};

// A format that the workbook has of its own, and how a number of a format is shown.
void sheet_cells_format(struct arena *a, struct sheet_formats *f, unsigned long id, const char *code);
enum sheet_number sheet_cells_kind(const struct sheet_formats *f, unsigned long id);

// The name of an element without its prefix.
const char *sheet_cells_local(const char *name);

MUST_USE enum status sheet_cells_read(struct arena *a, const struct sheet_cells_known *known, struct slice bytes,
				      struct sheet *out, struct err *e);

#endif
