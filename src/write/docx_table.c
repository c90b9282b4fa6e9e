// A table with its caption: the head stands again on every page, no row is torn, and columns are as wide as what they
// hold asks for, so that every program that opens it shows the same.
#include "write/docx_table.h"

#include "write/docx_text.h"
#include "write/figure.h"
#include "write/number.h"
#include "base/utf8.h"

#include <string.h>

enum { LETTER = 92, PADDING = 160, MOST = 36 }; // MOST: letters that a column may ask for before its text is folded

// Letters of the longest word, which a column must hold.
static size_t longest_word(const char *text)
{
	struct slice left = slice_of(text), word;
	size_t most = 0;
	while (slice_cut(&left, ' ', &word)) {
		size_t n = utf8_count(word.at, word.len);
		most = n > most ? n : most;
	}
	return most;
}

static void measure(const struct table *t, size_t column, size_t *least, size_t *wanted)
{
	const char *head = t->head.at[column].text;
	*least = longest_word(head);
	*wanted = utf8_count(head, strlen(head));
	for (size_t at = column; at < t->cells.n; at += t->columns) {
		const char *text = t->cells.at[at].text;
		size_t word = longest_word(text), n = utf8_count(text, strlen(text));
		*least = word > *least ? word : *least;
		*wanted = n > *wanted ? n : *wanted;
	}
	*least = *least < MOST / 2 ? *least : MOST / 2;
	if (t->head.at[column].figure)
		*least = *wanted < MOST / 2 ? *wanted : *least;
	*wanted = *wanted < MOST ? *wanted : MOST;
	*wanted = *wanted > *least ? *wanted : *least;
}

// Widths in twentieths of a point that make up DOCX_WIDE: what each column needs, and of the rest what it asks for.
static int *widths(struct arena *a, const struct table *t)
{
	int *width = arena_array(a, int, t->columns + 1), left = DOCX_WIDE;
	size_t *more = arena_array(a, size_t, t->columns + 1), asked = 0;
	for (size_t i = 0; i < t->columns; i++) {
		size_t least, wanted;
		measure(t, i, &least, &wanted);
		width[i] = (int)least * LETTER + PADDING;
		left -= width[i];
		more[i] = wanted - least + !t->head.at[i].figure;
		asked += more[i];
	}
	for (size_t i = 0; i < t->columns; i++)
		if (left > 0)
			width[i] += asked ? (int)((size_t)left * more[i] / asked) : left / (int)t->columns;
		else
			width[i] = DOCX_WIDE / (int)t->columns;
	return width;
}

static void add_row(struct buf *out, const struct table *t, const struct cell *cells, const int *width, bool head,
		    bool with_next)
{
	buf_printf(out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>", head ? "<w:tblHeader/>" : "");
	for (size_t i = 0; i < t->columns; i++) {
		bool tinted = cells[i].look == CELL_TINT;
		buf_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width[i]);
		if (tinted && figure_tint(cells[i].decibans) != PAINT_none)
			buf_printf(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
				   (unsigned)scene_colours[figure_tint(cells[i].decibans)].light);
		buf_text(out, "</w:tcPr>");
		buf_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>",
			   t->head.at[i].figure ? "TableFigure" : "TableText", with_next ? "<w:keepNext/>" : "");
		docx_text_run(out, "", cells[i].text);
		if (tinted) {
			buf_text(out, "<w:r><w:br/></w:r>");
			docx_text_run(out, "Weight", number_decibans(out->arena, cells[i].decibans));
		}
		docx_text_end(out);
		buf_text(out, "</w:tc>");
	}
	buf_text(out, "</w:tr>\n");
}

static void add_rows(struct buf *out, const struct table *t)
{
	const int *width = widths(out->arena, t);
	buf_printf(out,
		   "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout "
		   "w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" "
		   "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
		   DOCX_WIDE);
	for (size_t i = 0; i < t->columns; i++)
		buf_printf(out, "<w:gridCol w:w=\"%d\"/>", width[i]);
	buf_text(out, "</w:tblGrid>\n");
	add_row(out, t, t->head.at, width, true, true);
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns) // the first and the last two stay together
		add_row(out, t, &t->cells.at[at], width, false, !at || at + 2 * t->columns == t->cells.n);
	buf_text(out, "</w:tbl>\n");
}

void docx_table_write(struct docx *d, const struct table *t, const char *about)
{
	docx_text_paragraph(&d->body, "Caption", t->caption);
	add_rows(&d->body, t);
	docx_text_paragraph(&d->body, "About", about ? about : "");
}
