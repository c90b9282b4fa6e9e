// Values between separators: CSV, TSV and their kin, as spreadsheets and programs write them.
#ifndef READ_SHEET_CSV_H
#define READ_SHEET_CSV_H

#include "case/remarks.h"
#include "read/sheet.h"

// Finds encoding and separator itself; what it had to guess is a remark.
MUST_USE enum status sheet_csv(struct arena *a, struct slice bytes, struct sheet *out, struct remarks *told,
			       struct err *e);

#endif
