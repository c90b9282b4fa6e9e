// RFC 4180, and what there is beside it: any of four separators, "sep=;" on the first line (Excel), line ends of any
// system, an apostrophe in front of a text that a spreadsheet would take for a formula.
#include "read/sheet_csv.h"

#include "base/buf.h"
#include "read/sheet_text.h"

#include <string.h>

static const char separators[] = { ',', ';', '\t', '|' };

enum { SEPARATORS = sizeof separators, SAMPLE = 50 }; // records that tell the separator

struct csv {
	struct arena *arena;
	struct slice rest;
	char separator;
	size_t line;
	struct err *err;
};

static char first(const struct csv *c)
{
	return c->rest.len ? c->rest.at[0] : 0;
}

// A line ends with LF, CRLF or CR.
static void skip(struct csv *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *at = c->rest.at + i;
		bool cr = *at == '\r' && (i + 1 >= c->rest.len || at[1] != '\n');
		c->line += cr || *at == '\n';
	}
	c->rest = (struct slice){ c->rest.at + n, c->rest.len - n };
}

static bool at_end(const struct csv *c)
{
	return !c->rest.len || first(c) == '\n' || first(c) == '\r';
}

// What is in quotation marks, one doubled for itself.
static enum status take_quoted(struct csv *c, struct buf *field)
{
	size_t from = c->line;
	skip(c, 1);
	for (;;) {
		const char *quote = c->rest.len ? memchr(c->rest.at, '"', c->rest.len) : NULL;
		if (!quote)
			return err_set(c->err, STATUS_BAD_INPUT,
				       "line %zu: a quotation mark opens here that is never closed", from);
		size_t n = (size_t)(quote - c->rest.at);
		buf_add(field, c->rest.at, n);
		skip(c, n + 1);
		if (first(c) != '"')
			return STATUS_OK;
		buf_char(field, '"');
		skip(c, 1);
	}
}

// The next field, the separator behind it taken off; *last: the record ends with it.
static enum status take_field(struct csv *c, struct buf *field, bool *last)
{
	field->n = 0;
	if (first(c) == '"' && take_quoted(c, field) != STATUS_OK)
		return c->err->status;
	size_t n = 0;
	while (n < c->rest.len && c->rest.at[n] != c->separator && c->rest.at[n] != '\n' && c->rest.at[n] != '\r')
		n++;
	buf_add(field, c->rest.at, n);
	skip(c, n);
	*last = at_end(c);
	if (!*last)
		skip(c, 1);
	else if (c->rest.len)
		skip(c, slice_starts(c->rest, "\r\n") ? 2 : 1);
	return STATUS_OK;
}

// How many of the first records have as many fields as most of them have, more than one; *fields: so many.
static size_t agree(struct arena *a, struct slice text, char separator, size_t *fields)
{
	struct err e;
	struct csv c = { a, text, separator, 1, &e };
	struct buf field = buf_in(a);
	size_t counts[SAMPLE], n = 0, best = 0;
	*fields = 0;
	while (c.rest.len && n < SAMPLE) {
		bool last = false;
		for (counts[n] = 0; !last; counts[n]++)
			if (take_field(&c, &field, &last) != STATUS_OK)
				return 0;
		n += counts[n] > 1;
	}
	for (size_t i = 0; i < n; i++) {
		size_t same = 0;
		for (size_t k = 0; k < n; k++)
			same += counts[k] == counts[i];
		if (same > best || (same == best && counts[i] > *fields)) {
			best = same;
			*fields = counts[i];
		}
	}
	return best;
}

static char find_separator(struct slice text)
{
	size_t best = 0, most = 0;
	char found = ',';
	for (int i = 0; i < SEPARATORS; i++) {
		struct arena scratch = { 0 };
		size_t fields, same = agree(&scratch, text, separators[i], &fields);
		arena_free(&scratch);
		if (same > best || (same == best && fields > most)) {
			best = same;
			most = fields;
			found = separators[i];
		}
	}
	return found;
}

// "sep=;" on a line of its own.
static bool take_hint(struct csv *c)
{
	struct slice rest = c->rest, line;
	if (!slice_line(&rest, &line) || line.len != 5 || !slice_starts(line, "sep="))
		return false;
	c->separator = line.at[4];
	c->rest = rest;
	c->line++;
	return true;
}

// The apostrophe that keeps a spreadsheet from computing a text.
static struct slice unguarded(struct buf *field)
{
	struct slice s = { buf_str(field), field->n };
	if (s.len > 1 && s.at[0] == '\'' && strchr("=+-@", s.at[1]))
		return (struct slice){ s.at + 1, s.len - 1 };
	return s;
}

enum status sheet_csv(struct arena *a, struct slice bytes, struct sheet *out, struct remarks *told, struct err *e)
{
	struct csv c = { .arena = a, .line = 1, .err = e };
	struct sheet_build b = { .arena = a };
	struct buf field = buf_in(a);
	if (sheet_text(a, bytes, &c.rest, told, e) != STATUS_OK)
		return e->status;
	if (!take_hint(&c))
		c.separator = find_separator(c.rest);
	for (size_t row = 0; c.rest.len; row++) {
		size_t line = c.line;
		bool last = false;
		for (size_t column = 0; !last; column++)
			if (take_field(&c, &field, &last) != STATUS_OK ||
			    sheet_put(&b, row, column, line, unguarded(&field), e) != STATUS_OK)
				return e->status;
	}
	return sheet_make(&b, out, e);
}
