// A sheet as a plain grid of texts, whatever file it came from.
#ifndef READ_SHEET_H
#define READ_SHEET_H

#include "base/list.h"
#include "base/slice.h"

struct sheet {
	const char *name; // NULL: it has none
	size_t rows, columns;
	const char **texts; // [row * columns + column], without white space at the ends; "" where nothing stands
	size_t *lines;      // [row] of the file, from 1
	bool *apart;        // [row] an empty row is before it
};

static inline const char *sheet_at(const struct sheet *s, size_t row, size_t column)
{
	return s->texts[row * s->columns + column];
}

struct sheet_cell {
	size_t row, column, line, order;
	const char *text;
};

// A sheet that is being read.
struct sheet_build {
	struct arena *arena;
	LIST(struct sheet_cell) cells;
	size_t bytes; // of their texts
};

// Puts a text into a cell; where one stands already, the later one counts. Fails by the limits CELLS and
// SHEET: one text may stand in many cells.
MUST_USE enum status sheet_put(struct sheet_build *b, size_t row, size_t column, size_t line, struct slice text,
			       struct err *e);

// The grid of what was put; rows without any text are left out.
MUST_USE enum status sheet_make(struct sheet_build *b, struct sheet *out, struct err *e);

// The rows as columns.
void sheet_turn(struct arena *a, const struct sheet *s, struct sheet *out);

#endif
