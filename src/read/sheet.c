#include "read/sheet.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdlib.h>

static enum status too_many(struct err *e)
{
	return err_set(e, STATUS_LIMIT, "more than the limit CELLS of %d in one sheet", LIMIT_CELLS);
}

// Without white space at the ends, that of no break included; control characters become blanks.
static struct slice clean(struct arena *a, struct slice s)
{
	char *copy = arena_copy(a, s.at, s.len);
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)copy[i] < ' ' || copy[i] == 0x7f)
			copy[i] = ' ';
	struct slice out = slice_trim((struct slice){ copy, s.len }), before;
	do {
		before = out;
		if (slice_starts(out, "\u00a0"))
			out = (struct slice){ out.at + 2, out.len - 2 };
		if (slice_ends(out, "\u00a0"))
			out.len -= 2;
		out = slice_trim(out);
	} while (out.len < before.len);
	copy[out.at - copy + (ptrdiff_t)out.len] = 0;
	return out;
}

enum status sheet_put(struct sheet_build *b, size_t row, size_t column, size_t line, struct slice text, struct err *e)
{
	b->bytes += text.len;
	if (b->bytes > 2 * (size_t)LIMIT_SHEET)
		return err_set(e, STATUS_LIMIT, "the texts of its cells are twice the limit SHEET of %d bytes",
			       LIMIT_SHEET);
	struct slice kept = clean(b->arena, text);
	if (!kept.len)
		return STATUS_OK;
	if (b->cells.n >= LIMIT_CELLS)
		return too_many(e);
	list_push(b->arena, &b->cells, ((struct sheet_cell){ row, column, line, b->cells.n, kept.at }));
	return STATUS_OK;
}

static int by_row(const void *a, const void *b)
{
	const struct sheet_cell *x = a, *y = b;
	int order = (x->row > y->row) - (x->row < y->row);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

enum status sheet_make(struct sheet_build *b, struct sheet *out, struct err *e)
{
	*out = (struct sheet){ 0 };
	if (b->cells.n)
		qsort(b->cells.at, b->cells.n, sizeof *b->cells.at, by_row);
	for (size_t i = 0; i < b->cells.n; i++) {
		const struct sheet_cell *cell = &b->cells.at[i];
		out->rows += !i || cell[-1].row != cell->row;
		out->columns = cell->column >= out->columns ? cell->column + 1 : out->columns;
	}
	if (out->rows && out->columns > LIMIT_CELLS / out->rows)
		return too_many(e);
	out->texts = arena_array(b->arena, const char *, out->rows * out->columns);
	out->lines = arena_array(b->arena, size_t, out->rows);
	out->apart = arena_array(b->arena, bool, out->rows);
	for (size_t i = 0; i < out->rows * out->columns; i++)
		out->texts[i] = "";
	size_t row = 0;
	for (size_t i = 0; i < b->cells.n; i++) {
		const struct sheet_cell *cell = &b->cells.at[i];
		bool begins = !i || cell[-1].row != cell->row;
		row += i && begins;
		if (begins)
			out->apart[row] = i && cell->row > cell[-1].row + 1;
		out->lines[row] = cell->line;
		out->texts[row * out->columns + cell->column] = cell->text;
	}
	return STATUS_OK;
}

void sheet_turn(struct arena *a, const struct sheet *s, struct sheet *out)
{
	*out = (struct sheet){ s->name, s->columns, s->rows, NULL, NULL, NULL };
	out->texts = arena_array(a, const char *, s->rows * s->columns);
	out->lines = arena_array(a, size_t, s->columns);
	out->apart = arena_array(a, bool, s->columns);
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->columns; c++)
			out->texts[c * s->rows + r] = sheet_at(s, r, c);
	for (size_t c = 0; c < s->columns; c++)
		out->lines[c] = c + 1;
}
