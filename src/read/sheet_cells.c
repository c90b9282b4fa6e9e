// ECMA-376 part 1, 18.3: <row r="5"><c r="B5" t="s" s="3"><v>7</v></c></row>. Where a cell or row does not say where it
// stands, it stands behind the one before.
#include "read/sheet_cells.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/search.h"
#include "case/date.h"
#include "read/decimal.h"
#include "read/xml.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROW = 1 << 20, MOST_COLUMN = 1 << 14 }; // of Excel

struct merged {
	size_t column, from, to; // rows, both with it
};

struct cells {
	struct sheet_build build;
	const struct sheet_cells_known *known;
	LIST(struct merged) merged;
	struct buf text;
	size_t row, column; // of the next
	char type[12];      // "s", "str", "inlineStr", "b", "e", "n" or ""
	unsigned long style;
	bool in_value, in_phonetic;
	struct err *err;
};

const char *sheet_cells_local(const char *name)
{
	const char *colon = strrchr(name, ':');
	return colon ? colon + 1 : name;
}

// --- formats of numbers (18.8.30, 18.8.31) ---

// A code that shows days or years outside of quotation marks and brackets.
static enum sheet_number kind_of_code(const char *code)
{
	bool quoted = false, bracket = false, percent = false, date = false;
	for (const char *p = code; *p; p++) {
		if (*p == '"')
			quoted = !quoted;
		else if (*p == '[' || *p == ']')
			bracket = *p == '[';
		else if (*p == '\\' && p[1])
			p++;
		else if (!quoted && !bracket) {
			percent = percent || *p == '%';
			date = date || strchr("dDyY", *p);
		}
	}
	return percent ? SHEET_PERCENT : date ? SHEET_DATE : SHEET_PLAIN;
}

void sheet_cells_format(struct arena *a, struct sheet_formats *f, unsigned long id, const char *code)
{
	list_push(a, &f->list, ((struct sheet_format){ id, kind_of_code(code) }));
}

enum sheet_number sheet_cells_kind(const struct sheet_formats *f, unsigned long id)
{
	enum { LOOK = 1000 }; // a workbook has a dozen
	if (id == 9 || id == 10)
		return SHEET_PERCENT;
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return SHEET_DATE;
	for (size_t i = 0; i < f->list.n && i < LOOK; i++)
		if (f->list.at[i].id == id)
			return f->list.at[i].kind;
	return SHEET_PLAIN;
}

// The day that a number stands for. Excel holds 1900 for a leap year, so that days before its March are one less.
static bool day_of(const struct cells *x, double number, struct date *d)
{
	if (!(number >= 1 && number < 2958466)) // the last is 9999-12-31
		return false;
	long day = (long)number;
	long first = x->known->from_1904 ? date_day((struct date){ 1904, 1, 1, 0 })
					 : date_day((struct date){ 1899, 12, day < 60 ? 31 : 30, 0 });
	*d = date_of_day(first + day);
	return true;
}

static void print_number(struct cells *x, struct buf *out, struct slice text)
{
	enum sheet_number kind = x->style < x->known->kinds.n ? x->known->kinds.at[x->style] : SHEET_PLAIN;
	double number;
	struct date day;
	char date[DATE_TEXT];
	if (!decimal_read(text, &number) || !isfinite(number)) {
		buf_slice(out, text);
	} else if (kind == SHEET_DATE && day_of(x, number, &day)) {
		date_print(day, date);
		buf_text(out, date);
	} else if (kind == SHEET_PERCENT) {
		buf_printf(out, "%.10g %%", number * 100);
	} else {
		buf_printf(out, "%.15g", number);
	}
}

// --- cells ---

// "B5", "$B$5": column and row from 0; false where it is none.
static bool read_place(const char **at, size_t *row, size_t *column)
{
	size_t c = 0, r = 0;
	const char *p = *at;
	for (p += *p == '$'; *p >= 'A' && *p <= 'Z' && c <= MOST_COLUMN; p++)
		c = 26 * c + (size_t)(*p - 'A') + 1;
	for (p += *p == '$'; *p >= '0' && *p <= '9' && r <= MOST_ROW; p++)
		r = 10 * r + (size_t)(*p - '0');
	*at = p;
	*row = r - 1;
	*column = c - 1;
	return c && r && c <= MOST_COLUMN && r <= MOST_ROW;
}

static void stop(struct cells *x, struct xml *xml, const char *place)
{
	err_set(x->err, STATUS_BAD_INPUT, "'%.20s' is no place of a sheet", place);
	xml_stop(xml);
}

static void open_row(struct cells *x, struct xml *xml, const char *number)
{
	char *end;
	unsigned long r = strtoul(number, &end, 10);
	if (*number && (*end || !r || r > MOST_ROW))
		stop(x, xml, number);
	else if (*number)
		x->row = r - 1;
	x->column = 0;
}

static void open_cell(struct cells *x, struct xml *xml, const char **attributes)
{
	const char *place = xml_attribute(attributes, "r"), *at = place, *type = xml_attribute(attributes, "t");
	if (*place && (!read_place(&at, &x->row, &x->column) || *at))
		stop(x, xml, place);
	else if (x->column >= MOST_COLUMN || x->row >= MOST_ROW)
		stop(x, xml, "behind the last cell");
	snprintf(x->type, sizeof x->type, "%s", type);
	x->style = strtoul(xml_attribute(attributes, "s"), NULL, 10);
	x->text.n = 0;
}

static void open_merged(struct cells *x, const char *place)
{
	struct merged m;
	size_t column;
	if (read_place(&place, &m.from, &m.column) && *place++ == ':' && read_place(&place, &m.to, &column) &&
	    !*place && column == m.column && m.to > m.from)
		list_push(x->build.arena, &x->merged, m);
}

static void on_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct cells *x = context;
	name = sheet_cells_local(name);
	if (!strcmp(name, "row"))
		open_row(x, xml, xml_attribute(attributes, "r"));
	else if (!strcmp(name, "c"))
		open_cell(x, xml, attributes);
	else if (!strcmp(name, "mergeCell"))
		open_merged(x, xml_attribute(attributes, "ref"));
	else if (!strcmp(name, "rPh"))
		x->in_phonetic = true;
	else if (!strcmp(name, "v") || !strcmp(name, "t"))
		x->in_value = !x->in_phonetic;
}

static enum status close_cell(struct cells *x)
{
	struct slice text = { buf_str(&x->text), x->text.n };
	struct arena scratch = { 0 };
	struct buf out = buf_in(&scratch);
	if (!strcmp(x->type, "s")) {
		unsigned long i = strtoul(text.at, NULL, 10);
		buf_text(&out, text.len && i < x->known->strings.n ? x->known->strings.at[i] : "");
	} else if (!*x->type || !strcmp(x->type, "n")) {
		print_number(x, &out, text);
	} else {
		buf_slice(&out, text);
	}
	enum status s =
	    sheet_put(&x->build, x->row, x->column, x->row + 1, (struct slice){ buf_str(&out), out.n }, x->err);
	arena_free(&scratch);
	x->column++;
	return s;
}

static void on_end(void *context, struct xml *xml, const char *name)
{
	struct cells *x = context;
	name = sheet_cells_local(name);
	if (!strcmp(name, "row"))
		x->row++;
	else if (!strcmp(name, "c") && close_cell(x) != STATUS_OK)
		xml_stop(xml);
	else if (!strcmp(name, "rPh"))
		x->in_phonetic = false;
	else if (!strcmp(name, "v") || !strcmp(name, "t"))
		x->in_value = false;
}

static void on_text(void *context, struct xml *xml, const char *text, size_t n)
{
	struct cells *x = context;
	(void)xml;
	if (x->in_value)
		buf_add(&x->text, text, n);
}

// What is merged down a column stands in its first cell alone: it is meant for each of its rows.
static void fill(struct cells *x, struct sheet *s)
{
	size_t left = LIMIT_CELLS;
	for (each (m, &x->merged)) {
		const char *text = "";
		for (size_t r = search_first(s->rows, i, s->lines[i] < m->from + 1);
		     m->column < s->columns && r < s->rows && s->lines[r] <= m->to + 1 && left; r++, left--) {
			const char **at = &s->texts[r * s->columns + m->column];
			text = s->lines[r] == m->from + 1 ? *at : text;
			*at = **at ? *at : text;
		}
	}
}

enum status sheet_cells_read(struct arena *a, const struct sheet_cells_known *known, struct slice bytes,
			     struct sheet *out, struct err *e)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };
	struct cells x = { .build = { .arena = a }, .known = known, .text = buf_in(a), .err = e };
	enum status s = xml_read(bytes, "a workbook", &handler, &x, e);
	s = s ? s : sheet_make(&x.build, out, e);
	if (s == STATUS_OK)
		fill(&x, out);
	return s;
}
