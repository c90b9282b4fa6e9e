#include "read/matrix.h"

#include "base/file.h"
#include "base/limits.h"
#include "read/child.h"
#include "read/matrix_achz.h"
#include "read/matrix_argdown.h"
#include "read/matrix_of_sheet.h"
#include "read/sheet_csv.h"
#include "read/sheet_xlsx.h"

static const char none[] = "has no matrix: a row of headings, one for the evidence and one for each hypothesis, and "
			   "below them ratings such as "
			   "CC, C, N, I, II";

static enum status parse_csv(struct arena *a, struct slice bytes, struct matrix *m, struct err *e)
{
	struct sheet s;
	bool found = false;
	enum status st = sheet_csv(a, bytes, &s, &m->remarks, e);
	if (st == STATUS_OK && !s.rows)
		return err_set(e, STATUS_BAD_INPUT, "the sheet is empty");
	st = st ? st : matrix_of_sheet(a, &s, m, &found, e);
	return st == STATUS_OK && !found ? err_set(e, STATUS_BAD_INPUT, "%s", none) : st;
}

// The first sheet that has a matrix counts; the others are named.
static enum status find_sheet(struct arena *a, struct sheet_xlsx *x, struct matrix *m, struct err *e)
{
	size_t n = sheet_xlsx_sheets(x);
	bool found = false;
	for (size_t i = 0; i < n; i++) {
		struct sheet s;
		struct arena own = { 0 };
		enum status st = found ? STATUS_OK : sheet_xlsx_read(&own, x, i, &s, e);
		bool here = false;
		if (st == STATUS_OK && !found)
			st = matrix_of_sheet(&own, &s, m, &here, e);
		if (here)
			arena_adopt(a, &own);
		arena_free(&own);
		if (st != STATUS_OK)
			return here ? err_within(e, "sheet '%.80s'", sheet_xlsx_name(x, i)) : st;
		if (!here)
			remarks_add(a, &m->remarks, REMARK_LEFT, "sheet '%.80s': %s", sheet_xlsx_name(x, i),
				    found ? "the first sheet with a matrix counts" : "it has no matrix");
		found = found || here;
	}
	return found ? STATUS_OK : err_set(e, STATUS_BAD_INPUT, "none of its sheets %s", none);
}

static enum status parse_xlsx(struct arena *a, struct slice bytes, struct matrix *m, struct err *e)
{
	struct sheet_xlsx *x;
	if (sheet_xlsx_open(a, bytes, &x, e) != STATUS_OK)
		return e->status;
	enum status s = find_sheet(a, x, m, e);
	sheet_xlsx_close(x);
	return s;
}

static const struct {
	const char *ends[2];
	enum status (*parse)(struct arena *a, struct slice bytes, struct matrix *m, struct err *e);
} formats[MATRIX_FORMATS] = {
	[MATRIX_CSV] = { { ".csv", ".tsv" }, parse_csv },
	[MATRIX_XLSX] = { { ".xlsx", ".xlsm" }, parse_xlsx },
	[MATRIX_ACHZ] = { { ".achz", ".achz" }, matrix_achz },
	[MATRIX_ARGDOWN] = { { ".argdown", ".ad" }, matrix_argdown },
};

enum status matrix_parse(struct arena *a, enum matrix_format format, struct slice bytes, struct matrix *m,
			 struct err *e)
{
	*m = (struct matrix){ 0 };
	if (bytes.len > LIMIT_SHEET)
		return err_set(e, STATUS_LIMIT, "%zu bytes, more than the limit SHEET of %d", bytes.len, LIMIT_SHEET);
	return formats[format].parse(a, bytes, m, e);
}

bool matrix_format_of(const char *path, enum matrix_format *format)
{
	struct slice name = slice_of(path);
	for (int f = 0; f < MATRIX_FORMATS; f++)
		for (int i = 0; i < 2; i++) {
			struct slice end = slice_of(formats[f].ends[i]);
			if (name.len > end.len &&
			    slice_is_nocase((struct slice){ name.at + name.len - end.len, end.len }, end.at)) {
				*format = (enum matrix_format)f;
				return true;
			}
		}
	return false;
}

enum status read_matrix(struct arena *a, const char *path, struct matrix *m, struct err *e)
{
	struct arena scratch = { 0 };
	enum matrix_format format = MATRIX_CSV;
	struct slice bytes;
	if (!matrix_format_of(path, &format))
		return err_set(e, STATUS_BAD_INPUT,
			       "%s: a matrix is a file whose name ends with .csv, .tsv, .xlsx, "
			       ".achz or .argdown",
			       path);
	enum status s = file_read(&scratch, path, LIMIT_SHEET, "SHEET", &bytes, e);
	if (s == STATUS_OK && child_read_matrix(a, format, bytes, m, e) != STATUS_OK)
		s = err_within(e, "%s", path);
	arena_free(&scratch);
	return s;
}
