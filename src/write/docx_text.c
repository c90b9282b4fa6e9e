// Paragraphs and runs of WordprocessingML: a paragraph has a style, and a run has one where it differs.
#include "write/docx_text.h"

#include "write/formats.h"

void docx_text_begin(struct buf *out, const char *style)
{
	buf_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
}

void docx_text_end(struct buf *out)
{
	buf_text(out, "</w:p>\n");
}

static void begin_run(struct buf *out, const char *style)
{
	buf_text(out, "<w:r>");
	if (*style)
		buf_printf(out, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
}

void docx_text_run(struct buf *out, const char *style, const char *text)
{
	begin_run(out, style);
	buf_text(out, "<w:t xml:space=\"preserve\">");
	plain_html(out, text);
	buf_text(out, "</w:t></w:r>");
}

void docx_text_paragraph(struct buf *out, const char *style, const char *text)
{
	docx_text_begin(out, style);
	docx_text_run(out, "", text);
	docx_text_end(out);
}

void docx_text_unbroken(struct buf *out, const char *style, const char *text)
{
	begin_run(out, style);
	buf_text(out, "<w:t>");
	for (const char *c = text; *c; c++)
		if (*c == '-')
			buf_text(out, "</w:t><w:noBreakHyphen/><w:t>");
		else
			buf_text(out, *c == ' ' ? "\xc2\xa0" : (char[]){ *c, '\0' });
	buf_text(out, "</w:t></w:r>");
}
