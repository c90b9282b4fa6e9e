// Footnotes. A mark of Word stands for one place, so a note's first mark is the footnote and each later one a field
// that shows the number of the first and leads there.
#include "write/docx_note.h"

#include "write/docx_text.h"
#include "write/number.h"

static void first_mark(struct buf *out, size_t number)
{
	buf_printf(out,
		   "<w:bookmarkStart w:id=\"%zu\" w:name=\"_Note%zu\"/><w:r><w:rPr><w:rStyle "
		   "w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"%zu\"/></w:r><w:bookmarkEnd "
		   "w:id=\"%zu\"/>",
		   number, number, number, number);
}

static void later_mark(struct buf *out, size_t number)
{
	buf_printf(out, "<w:fldSimple w:instr=\" NOTEREF _Note%zu \\f \\h \">", number);
	docx_text_run(out, "FootnoteReference", arena_printf(out->arena, "%zu", number));
	buf_text(out, "</w:fldSimple>");
}

void docx_note_refer(struct docx *d, const struct sentence *s)
{
	for (each (n, &s->notes)) {
		if (n > s->notes.at)
			docx_text_run(&d->body, "FootnoteReference", ",\xc2\xa0");
		if (d->met[*n])
			later_mark(&d->body, *n + 1);
		else
			first_mark(&d->body, *n + 1);
		d->met[*n] = true;
	}
}

// "Meridian News, "Title", page.html, 24 May 2023, characters 412-501, document d1, statement s4"
static const char *place_of(struct arena *a, const struct passage *p)
{
	struct buf b = buf_in(a);
	const char *places = plain_places(a, p);
	const char *const parts[] = { p->outlet, p->title, p->path };
	for (size_t i = 0; i < 3; i++)
		if (parts[i])
			buf_printf(&b, i == 1 ? "\xe2\x80\x9c%s\xe2\x80\x9d, " : "%s, ", parts[i]);
	if (date_known(p->published))
		buf_printf(&b, "%s, ", number_date(a, p->published));
	buf_printf(&b, "%s%s", *places ? "characters " : "place not known", places);
	if (p->document && !p->title && !p->path) // a name that tells nothing, where there is another
		buf_printf(&b, ", document %s", p->document);
	if (p->statement)
		buf_printf(&b, ", statement %s", p->statement);
	return buf_str(&b);
}

static void add_passage(struct buf *out, const struct passage *p)
{
	docx_text_begin(out, "Quote");
	if (p->words) {
		docx_text_run(out, "", "\xe2\x80\x9c");
		docx_text_run(out, "", p->words);
		docx_text_run(out, "", p->cut ? " ...\xe2\x80\x9d" : "\xe2\x80\x9d");
	} else {
		docx_text_run(out, "", "The words are not at hand.");
	}
	docx_text_end(out);
	docx_text_paragraph(out, "QuoteSource", place_of(out->arena, p));
}

static void add_note(struct buf *out, const struct note *n, size_t number)
{
	buf_printf(out, "<w:footnote w:id=\"%zu\">", number);
	docx_text_begin(out, "FootnoteText");
	buf_text(out, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
	docx_text_run(out, "", " ");
	docx_text_run(out, "", n->say);
	docx_text_end(out);
	for (each (p, &n->passages))
		add_passage(out, p);
	for (each (v, &n->values))
		docx_text_paragraph(out, "FootnoteValue", *v);
	buf_text(out, "</w:footnote>\n");
}

void docx_note_all(struct docx *d)
{
	for (size_t i = 0; i < d->t->notes.n; i++)
		add_note(&d->notes, &d->t->notes.at[i], i + 1);
}
