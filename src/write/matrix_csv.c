#include "write/matrix.h"

#include "write/matrix_rows.h"

#include <string.h>

// A spreadsheet computes what begins with one of these; so does one that takes off an apostrophe only once.
static bool computes(const char *text)
{
	return *text && (strchr("=+-@\t\r", *text) || (*text == '\'' && text[1] && strchr("=+-@", text[1])));
}

static void put_field(struct buf *out, const char *text)
{
	bool guard = computes(text);
	if (!guard && !strpbrk(text, ",;\t|\"\r\n") && *text != ' ') {
		buf_text(out, text);
		return;
	}
	buf_char(out, '"');
	if (guard)
		buf_char(out, '\'');
	for (; *text; text++) {
		if (*text == '"')
			buf_char(out, '"');
		buf_char(out, *text);
	}
	buf_char(out, '"');
}

void matrix_csv_write(struct buf *out, const struct matrix *m)
{
	struct matrix_rows rows;
	matrix_rows_of(out->arena, m, &rows);
	buf_text(out, "\xef\xbb\xbf");
	for (each (row, &rows.rows)) {
		for (size_t i = 0; i < row->texts.n; i++) {
			if (i)
				buf_char(out, ',');
			put_field(out, row->texts.at[i]);
		}
		buf_text(out, "\r\n");
	}
}
