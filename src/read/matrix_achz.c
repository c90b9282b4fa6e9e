// PARC ACH 2: XML, packed by gzip, often UTF-16 with a mark. The program is no longer handed out, and its format was
// never written down; what is read is what Burton's importer of it reads: PROJECT-TITLE, CLASSIFICATION, and in MATRIX
//
//	<HYPOTHESIS><NAME>...</NAME></HYPOTHESIS>
//	<EVIDENCE><NAME/><NOTES/><LINK/><TYPE/><DATE>milliseconds since 1970</DATE><CODE/><FLAG>1</FLAG>
//		<CREDIBILITY>HIGH</CREDIBILITY><RELEVANCE>LOW</RELEVANCE><VALUES>I I,I,NA,N,C,C C</VALUES></EVIDENCE>
//
// with a value for each hypothesis, in their order. Unlike there, a code that is not known leaves its cell blank.
#include "read/matrix_achz.h"

#include "base/buf.h"
#include "base/limits.h"
#include "read/decimal.h"
#include "read/matrix_item.h"
#include "read/matrix_scale.h"
#include "read/unpack.h"
#include "read/xml.h"

#include <string.h>
#include <strings.h>

enum { DEPTH = 16 };

enum part { PROJECT, HYPOTHESIS, EVIDENCE };

struct achz {
	struct arena *arena;
	struct matrix *m;
	struct matrix_words *words;
	enum part part; // that is open
	size_t depth, part_depth;
	struct buf text;           // of the element that is open
	LIST(const char *) values; // [item]
	struct err *err;
};

static bool is(const char *name, const char *wanted)
{
	return !strcasecmp(name, wanted);
}

static void on_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct achz *x = context;
	(void)attributes;
	x->text = buf_in(x->arena);
	if (++x->depth > DEPTH) {
		err_set(x->err, STATUS_BAD_INPUT, "its elements are nested deeper than those of any such project");
		xml_stop(xml);
	} else if (x->part == PROJECT && is(name, "HYPOTHESIS")) {
		x->part = HYPOTHESIS;
		x->part_depth = x->depth;
		list_push(x->arena, &x->m->hypotheses, ((struct matrix_hypothesis){ NULL, NULL }));
	} else if (x->part == PROJECT && is(name, "EVIDENCE")) {
		x->part = EVIDENCE;
		x->part_depth = x->depth;
		list_push(x->arena, &x->m->items, ((struct matrix_item){ .line = xml_line(xml) }));
		list_push(x->arena, &x->values, "");
	}
}

static const char *place(const struct achz *x)
{
	return arena_printf(x->arena, "item %zu", x->m->items.n);
}

// Milliseconds since 1970.
static void read_date(struct achz *x, const char *text, struct matrix_item *i)
{
	double ms;
	if (decimal_read(slice_of(text), &ms) && ms > -6e13 && ms < 2.5e14) {
		i->date = date_of_day((long)(ms / 86400000) - (ms < 0));
		return;
	}
	matrix_item_field(x->arena, x->words, MATRIX_WORD_date, text, place(x), &x->m->remarks, i);
}

static void read_evidence(struct achz *x, const char *name, const char *text)
{
	static const struct {
		const char *name;
		enum matrix_word column;
	} fields[] = { { "NOTES", MATRIX_WORD_notes },
		       { "LINK", MATRIX_WORD_link },
		       { "TYPE", MATRIX_WORD_type },
		       { "CODE", MATRIX_WORD_code },
		       { "FLAG", MATRIX_WORD_flag },
		       { "SOURCE", MATRIX_WORD_source },
		       { "CREDIBILITY", MATRIX_WORD_credibility },
		       { "RELEVANCE", MATRIX_WORD_relevance } };
	struct matrix_item *i = &x->m->items.at[x->m->items.n - 1];
	if (is(name, "NAME"))
		i->say = text;
	else if (is(name, "DATE"))
		read_date(x, text, i);
	else if (is(name, "VALUES"))
		x->values.at[x->values.n - 1] = text;
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
		if (is(name, fields[f].name))
			matrix_item_field(x->arena, x->words, fields[f].column, text, place(x), &x->m->remarks, i);
}

static void on_end(void *context, struct xml *xml, const char *name)
{
	struct achz *x = context;
	struct slice s = slice_trim((struct slice){ buf_str(&x->text), x->text.n });
	const char *text = arena_copy(x->arena, s.at, s.len);
	(void)xml;
	if (x->part != PROJECT && x->depth == x->part_depth)
		x->part = PROJECT;
	else if (s.len && x->part == HYPOTHESIS && is(name, "NAME"))
		x->m->hypotheses.at[x->m->hypotheses.n - 1].say = text;
	else if (s.len && x->part == EVIDENCE)
		read_evidence(x, name, text);
	else if (s.len && is(name, "PROJECT-TITLE"))
		x->m->title = text;
	else if (s.len && is(name, "CLASSIFICATION"))
		x->m->classification = text;
	x->text = buf_in(x->arena);
	x->depth--;
}

static void on_text(void *context, struct xml *xml, const char *text, size_t n)
{
	struct achz *x = context;
	(void)xml;
	buf_add(&x->text, text, n);
}

// The values of an item, one a hypothesis; what there are too few of is blank.
static void read_values(struct achz *x, size_t item)
{
	static const struct matrix_scale letters = { 0 };
	struct matrix_item *i = &x->m->items.at[item];
	struct slice rest = slice_of(x->values.at[item]), value;
	size_t n = x->m->hypotheses.n, h = 0;
	i->cells = arena_array(x->arena, struct matrix_cell, n);
	for (bool more = rest.len; more; h++) {
		const char *comma = rest.len ? memchr(rest.at, ',', rest.len) : NULL;
		more = comma != NULL;
		value = more ? (struct slice){ rest.at, (size_t)(comma - rest.at) } : rest;
		rest = more ? (struct slice){ comma + 1, rest.len - value.len - 1 } : rest;
		const char *folded = matrix_words_fold(x->arena, slice_trim(value));
		if (h >= n || matrix_scale_read(x->arena, &letters, x->words, folded, &i->cells[h]))
			continue;
		i->cells[h] = (struct matrix_cell){ MATRIX_BLANK, NULL };
		remarks_add(x->arena, &x->m->remarks, REMARK_LEFT,
			    "item %zu, hypothesis %zu: '%.40s' is no rating that is known; the cell was left blank",
			    item + 1, h + 1, folded);
	}
	if (h != n)
		remarks_add(x->arena, &x->m->remarks, REMARK_LEFT, "item %zu: ratings: %zu, hypotheses: %zu; %s",
			    item + 1, h, n, h < n ? "the rest is blank" : "the rest was left out");
	if (!i->say)
		i->say = arena_printf(x->arena, "Item %zu", item + 1);
}

static enum status check(struct achz *x)
{
	struct matrix *m = x->m;
	if (!m->hypotheses.n || !m->items.n)
		return err_set(x->err, STATUS_BAD_INPUT,
			       "no project of ACH: it has %zu <HYPOTHESIS> and %zu <EVIDENCE>", m->hypotheses.n,
			       m->items.n);
	if (matrix_item_bounds(m, x->err) != STATUS_OK)
		return x->err->status;
	for (size_t h = 0; h < m->hypotheses.n; h++)
		if (!m->hypotheses.at[h].say)
			m->hypotheses.at[h].say = arena_printf(x->arena, "Hypothesis %zu", h + 1);
	return STATUS_OK;
}

enum status matrix_achz(struct arena *a, struct slice bytes, struct matrix *m, struct err *e)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };
	struct achz x = { .arena = a, .m = m, .words = matrix_words_read(a), .text = buf_in(a), .err = e };
	bool cut = false;
	*m = (struct matrix){ 0 };
	if (slice_starts(bytes, "\x1f\x8b") &&
	    unpack_all(a, UNPACK_GZIP, bytes, LIMIT_SHEET, "SHEET", &bytes, &cut, e) != STATUS_OK)
		return e->status;
	if (cut)
		return err_set(e, STATUS_BAD_INPUT, "its compressed data end too early; the file is cut short");
	enum status s = xml_read(bytes, "ACH", &handler, &x, e);
	s = s ? s : check(&x);
	for (size_t i = 0; s == STATUS_OK && i < m->items.n; i++)
		read_values(&x, i);
	if (s == STATUS_OK)
		remarks_add(a, &m->remarks, REMARK_READ, "project of PARC ACH: hypotheses: %zu, items of evidence: %zu",
			    m->hypotheses.n, m->items.n);
	return s;
}
