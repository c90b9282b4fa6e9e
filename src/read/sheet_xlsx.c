// The parts of the package that count: the workbook names the sheets, its relations say where they lie, the shared
// strings are their texts, the styles tell which numbers are dates. Cells are read by read/sheet_cells.h.
#include "read/sheet_xlsx.h"

#include "base/limits.h"
#include "base/zipped.h"
#include "read/sheet_cells.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { SHEETS = 256 }; // of one workbook that are looked at

struct part {
	const char *name, *id, *path;
};

struct sheet_xlsx {
	struct zipped *zip;
	struct arena *arena;
	struct sheet_cells_known known;
	LIST(struct part) sheets;
	struct sheet_formats formats; // while the styles are read
	bool in_styles, in_phonetic, in_text, in_string;
	struct buf text;
};

static const char part_limit[] = "SHEET";

// --- the workbook ---

static void workbook_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct sheet_xlsx *x = context;
	(void)xml;
	if (!strcmp(sheet_cells_local(name), "workbookPr"))
		x->known.from_1904 =
		    strchr("1t", *xml_attribute(attributes, "date1904")) && *xml_attribute(attributes, "date1904");
	if (strcmp(sheet_cells_local(name), "sheet") || x->sheets.n >= SHEETS)
		return;
	struct part *p = list_add(x->arena, &x->sheets);
	p->name = arena_text(x->arena, xml_attribute(attributes, "name"));
	for (; attributes[0]; attributes += 2)
		if (strchr(attributes[0], ':') && !strcmp(sheet_cells_local(attributes[0]), "id"))
			p->id = arena_text(x->arena, attributes[1]);
}

static void relations_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct sheet_xlsx *x = context;
	const char *target = xml_attribute(attributes, "Target");
	(void)xml;
	if (strcmp(sheet_cells_local(name), "Relationship"))
		return;
	for (each (p, &x->sheets))
		if (p->id && !strcmp(p->id, xml_attribute(attributes, "Id")))
			p->path =
			    *target == '/' ? arena_text(x->arena, target + 1) : arena_printf(x->arena, "xl/%s", target);
}

// --- shared strings ---

static void strings_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct sheet_xlsx *x = context;
	(void)xml, (void)attributes;
	name = sheet_cells_local(name);
	if (!strcmp(name, "si")) {
		x->in_string = true;
		x->text = buf_in(x->arena);
	} else if (!strcmp(name, "rPh")) {
		x->in_phonetic = true;
	} else if (!strcmp(name, "t")) {
		x->in_text = x->in_string && !x->in_phonetic;
	}
}

static void strings_end(void *context, struct xml *xml, const char *name)
{
	struct sheet_xlsx *x = context;
	(void)xml;
	name = sheet_cells_local(name);
	if (!strcmp(name, "si")) {
		x->in_string = false;
		list_push(x->arena, &x->known.strings, buf_str(&x->text));
	} else if (!strcmp(name, "rPh")) {
		x->in_phonetic = false;
	} else if (!strcmp(name, "t")) {
		x->in_text = false;
	}
}

static void strings_text(void *context, struct xml *xml, const char *text, size_t n)
{
	struct sheet_xlsx *x = context;
	(void)xml;
	if (x->in_text)
		buf_add(&x->text, text, n);
}

// --- styles ---

static void styles_start(void *context, struct xml *xml, const char *name, const char **attributes)
{
	struct sheet_xlsx *x = context;
	(void)xml;
	name = sheet_cells_local(name);
	unsigned long id = strtoul(xml_attribute(attributes, "numFmtId"), NULL, 10);
	if (!strcmp(name, "cellXfs"))
		x->in_styles = true;
	else if (!strcmp(name, "numFmt"))
		sheet_cells_format(x->arena, &x->formats, id, xml_attribute(attributes, "formatCode"));
	else if (!strcmp(name, "xf") && x->in_styles)
		list_push(x->arena, &x->known.kinds, sheet_cells_kind(&x->formats, id));
}

static void styles_end(void *context, struct xml *xml, const char *name)
{
	struct sheet_xlsx *x = context;
	(void)xml;
	if (!strcmp(sheet_cells_local(name), "cellXfs"))
		x->in_styles = false;
}

static void no_end(void *context, struct xml *xml, const char *name)
{
	(void)context, (void)xml, (void)name;
}

static void no_text(void *context, struct xml *xml, const char *text, size_t n)
{
	(void)context, (void)xml, (void)text, (void)n;
}

static enum status read_part(struct sheet_xlsx *x, const char *path, bool needed, const struct xml_handler *handler,
			     struct err *e)
{
	struct arena scratch = { 0 };
	struct slice bytes;
	bool there;
	enum status s = zipped_read(&scratch, x->zip, path, LIMIT_SHEET, part_limit, &bytes, &there, e);
	if (s == STATUS_OK && !there && needed)
		s = err_set(e, STATUS_BAD_INPUT, "no workbook: it has no part '%s'; save it as XLSX", path);
	if (s == STATUS_OK && there && xml_read(bytes, "a workbook", handler, x, e) != STATUS_OK)
		s = err_within(e, "%s", path);
	arena_free(&scratch);
	return s;
}

static enum status read_parts(struct sheet_xlsx *x, struct err *e)
{
	static const struct xml_handler workbook = { workbook_start, no_end, no_text };
	static const struct xml_handler relations = { relations_start, no_end, no_text };
	static const struct xml_handler strings = { strings_start, strings_end, strings_text };
	static const struct xml_handler styles = { styles_start, styles_end, no_text };
	enum status s = read_part(x, "xl/workbook.xml", true, &workbook, e);
	s = s ? s : read_part(x, "xl/_rels/workbook.xml.rels", true, &relations, e);
	s = s ? s : read_part(x, "xl/sharedStrings.xml", false, &strings, e);
	s = s ? s : read_part(x, "xl/styles.xml", false, &styles, e);
	if (s == STATUS_OK && !x->sheets.n)
		s = err_set(e, STATUS_BAD_INPUT, "the workbook has no sheet");
	return s;
}

enum status sheet_xlsx_open(struct arena *a, struct slice bytes, struct sheet_xlsx **x, struct err *e)
{
	struct zipped *zip;
	if (zipped_open(a, bytes, &zip, e) != STATUS_OK)
		return e->status;
	*x = arena_new(a, struct sheet_xlsx);
	(*x)->zip = zip;
	(*x)->arena = a;
	enum status s = read_parts(*x, e);
	if (s != STATUS_OK)
		zipped_close(zip);
	return s;
}

void sheet_xlsx_close(struct sheet_xlsx *x)
{
	zipped_close(x->zip);
}

size_t sheet_xlsx_sheets(const struct sheet_xlsx *x)
{
	return x->sheets.n;
}

const char *sheet_xlsx_name(const struct sheet_xlsx *x, size_t i)
{
	return x->sheets.at[i].name;
}

enum status sheet_xlsx_read(struct arena *a, struct sheet_xlsx *x, size_t i, struct sheet *out, struct err *e)
{
	const struct part *p = &x->sheets.at[i];
	struct slice bytes;
	bool there = false;
	enum status s = STATUS_OK;
	if (p->path)
		s = zipped_read(a, x->zip, p->path, LIMIT_SHEET, part_limit, &bytes, &there, e);
	if (s == STATUS_OK && !there)
		return err_set(e, STATUS_BAD_INPUT, "sheet '%.80s': the workbook names it, but does not have it",
			       p->name);
	if (s == STATUS_OK && sheet_cells_read(a, &x->known, bytes, out, e) != STATUS_OK)
		s = err_within(e, "sheet '%.80s'", p->name);
	out->name = p->name;
	return s;
}
