// ECMA-376, the least that a workbook has: one sheet, its texts in its cells, a bold row of headings that stays in
// sight.
#include "write/matrix.h"

#include "base/utf8.h"
#include "base/zipped.h"
#include "write/matrix_rows.h"
#include "write/matrix_xml.h"

#include <string.h>

enum { MOST = 32767 }; // characters that a cell of Excel can hold

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char types[] =
	XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
	"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE "worksheet+xml\"/>"
	"<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/></Types>";

static const char package[] =
	XML "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" "
	"Target=\"xl/workbook.xml\"/></Relationships>";

static const char workbook[] = XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets>"
				   "<sheet name=\"Matrix\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

static const char parts[] =
	XML "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" "
	"Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
	"</Relationships>";

// Styles: 0 plain, 1 a heading, 2 text that is broken into lines, 3 a rating.
static const char styles[] =
	XML "<styleSheet xmlns=\"" MAIN "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
	"<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
	"<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
	"<fill><patternFill patternType=\"gray125\"/></fill></fills>"
	"<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	"<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
	"<cellXfs count=\"4\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
	"<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">"
	"<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
	"<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
	"<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
	"<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
	"<alignment horizontal=\"center\" vertical=\"top\"/></xf></cellXfs></styleSheet>";

enum style { PLAIN, HEADING, WRAPPED, RATING };

// "A1", "AB12", from 0.
static void put_place(struct buf *out, size_t row, size_t column)
{
	char letters[8];
	size_t n = 0;
	for (size_t c = column + 1; c; c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	while (n)
		buf_char(out, letters[--n]);
	buf_printf(out, "%zu", row + 1);
}

static void put_cell(struct buf *out, size_t row, size_t column, enum style style, const char *text)
{
	if (!*text)
		return;
	buf_text(out, "<c r=\"");
	put_place(out, row, column);
	buf_printf(out, "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", (int)style);
	size_t n = strlen(text);
	matrix_xml_text(out, n > MOST ? arena_copy(out->arena, text, utf8_floor(text, MOST)) : text);
	buf_text(out, "</t></is></c>");
}

static enum style style_of(const struct matrix_rows *rows, size_t row, size_t column)
{
	if (row <= rows->head)
		return row == rows->head || !column ? HEADING : PLAIN;
	return column < rows->ratings ? WRAPPED : RATING;
}

static void put_sheet(struct buf *out, const struct matrix_rows *rows)
{
	buf_printf(out,
		   XML "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView workbookViewId=\"0\">"
		       "<pane ySplit=\"%zu\" topLeftCell=\"A%zu\" activePane=\"bottomLeft\" state=\"frozen\"/>"
		       "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
		       "<col min=\"1\" max=\"%zu\" width=\"24\" customWidth=\"1\"/>"
		       "<col min=\"%zu\" max=\"16384\" width=\"16\" customWidth=\"1\"/></cols><sheetData>\n",
		   rows->head + 1, rows->head + 2, rows->ratings, rows->ratings + 1);
	for (size_t r = 0; r < rows->rows.n; r++) {
		const struct matrix_row *row = &rows->rows.at[r];
		if (!row->texts.n)
			continue;
		buf_printf(out, "<row r=\"%zu\">", r + 1);
		for (size_t c = 0; c < row->texts.n; c++)
			put_cell(out, r, c, style_of(rows, r, c), row->texts.at[c]);
		buf_text(out, "</row>\n");
	}
	buf_text(out, "</sheetData></worksheet>");
}

#define PART(name, text)                                                                                               \
	{                                                                                                              \
		name,                                                                                                  \
		{                                                                                                      \
			text, sizeof text - 1                                                                          \
		}                                                                                                      \
	}

enum status matrix_xlsx_write(struct buf *out, const struct matrix *m, struct err *e)
{
	struct matrix_rows rows;
	struct buf sheet = buf_in(out->arena);
	matrix_rows_of(out->arena, m, &rows);
	put_sheet(&sheet, &rows);
	const struct zipped_member members[] = {
		PART("[Content_Types].xml", types), PART("_rels/.rels", package),
		PART("xl/workbook.xml", workbook),  PART("xl/_rels/workbook.xml.rels", parts),
		PART("xl/styles.xml", styles),      { "xl/worksheets/sheet1.xml", { buf_str(&sheet), sheet.n } },
	};
	return zipped_write(out, members, sizeof members / sizeof *members, e);
}
