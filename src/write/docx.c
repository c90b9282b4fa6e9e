// DOCX: a report that an office can restyle and go on writing. The package of Office Open XML (ECMA-376): the two texts
// that the walk writes, and the few parts that hold them together.
#include "write/docx.h"

#include "write/docx_body.h"
#include "write/docx_note.h"

#include "base/buf.h"

#include <string.h>

extern const char embed_docx_styles[]; // docx_styles.xml

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] =
	XML "<Types xmlns=\"" PACKAGE "/content-types\">\n"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
	"<Default Extension=\"png\" ContentType=\"image/png\"/>\n"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
	"<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>\n"
	"<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>\n"
	"<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>\n"
	"<Override PartName=\"/word/footnotes.xml\" ContentType=\"" TYPE "footnotes+xml\"/>\n"
	"<Override PartName=\"/word/header.xml\" ContentType=\"" TYPE "header+xml\"/>\n"
	"<Override PartName=\"/word/footer.xml\" ContentType=\"" TYPE "footer+xml\"/>\n"
	"<Override PartName=\"/docProps/core.xml\" "
	"ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n"
	"<Override PartName=\"/docProps/app.xml\" "
	"ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\n"
	"</Types>\n";

static const char package_links[] =
	XML "<Relationships xmlns=\"" PACKAGE "/relationships\">\n"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "/relationships/officeDocument\" Target=\"word/document.xml\"/>\n"
	"<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\" "
	"Target=\"docProps/core.xml\"/>\n"
	"<Relationship Id=\"rId3\" Type=\"" OFFICE "/relationships/extended-properties\" "
	"Target=\"docProps/app.xml\"/>\n"
	"</Relationships>\n";

static const char *document_links(struct arena *a, const struct docx *d)
{
	static const char *const parts[] = { "styles", "settings", "footnotes", "header", "footer" };
	struct buf b = buf_in(a);
	buf_text(&b, XML "<Relationships xmlns=\"" PACKAGE "/relationships\">\n");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_printf(&b, "<Relationship Id=\"rId%zu\" Type=\"" OFFICE "/relationships/%s\" Target=\"%s.xml\"/>\n",
			   i + 1, parts[i], parts[i]);
	for (size_t i = 0; i < d->pictures.n; i++)
		buf_printf(
		    &b, "<Relationship Id=\"rIdFigure%zu\" Type=\"" OFFICE "/relationships/image\" Target=\"%s\"/>\n",
		    i + 1, d->pictures.at[i].name);
	buf_text(&b, "</Relationships>\n");
	return buf_str(&b);
}

static const char settings[] =
	XML "<w:settings xmlns:w=\"" WORD "\"><w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl "
	"w:val=\"doNotCompress\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
	"<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
	"w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-GB\"/></w:settings>\n";

// The lines above the notes of a page, and above those that come over from the page before.
static const char separators[] =
	"<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\n"
	"<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
	"</w:footnote>\n";

#define FIELD(name) "<w:fldSimple w:instr=\" " name " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"

// A4 with margins of 25 mm; the first page has its title instead of a head.
static const char page[] =
	"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" "
	"r:id=\"rId5\"/><w:footerReference w:type=\"first\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
	"<w:pgMar w:top=\"1418\" w:right=\"1417\" w:bottom=\"1304\" w:left=\"1418\" w:header=\"709\" w:footer=\"624\" "
	"w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:titlePg/></w:sectPr>";

static const char app[] = XML "<Properties xmlns=\"" OFFICE "/extended-properties\"><Application>hearsay</Application>"
			      "</Properties>\n";

static const char *core(struct arena *a, const struct tree *t)
{
	struct buf b = buf_in(a);
	buf_text(&b, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
			 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
			 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
	plain_html(&b, t->title);
	buf_text(&b, "</dc:title><dc:creator>hearsay</dc:creator><dc:language>en-GB</dc:language>");
	if (date_known(t->as_of)) {
		const int day = t->as_of.day ? t->as_of.day : 1, month = t->as_of.month ? t->as_of.month : 1;
		const char *const names[] = { "created", "modified" };
		for (size_t i = 0; i < 2; i++)
			buf_printf(&b, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">%04d-%02d-%02dT00:00:00Z</dcterms:%s>",
				   names[i], t->as_of.year, month, day, names[i]);
	}
	buf_text(&b, "</cp:coreProperties>\n");
	return buf_str(&b);
}

static const char *header(struct arena *a, const struct tree *t)
{
	struct buf b = buf_in(a);
	buf_text(&b, XML "<w:hdr xmlns:w=\"" WORD "\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t "
			 "xml:space=\"preserve\">");
	plain_html(&b, t->title);
	buf_text(&b, "</w:t></w:r></w:p></w:hdr>\n");
	return buf_str(&b);
}

static const char *footer(struct arena *a, const struct tree *t)
{
	struct buf b = buf_in(a);
	buf_text(&b, XML "<w:ftr xmlns:w=\"" WORD "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t "
			 "xml:space=\"preserve\">hearsay ");
	plain_html(&b, t->version);
	buf_text(&b,
		 "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">Page </w:t></w:r>" FIELD(
		     "PAGE") "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>" FIELD("NUMPAGES") "</w:p></w:ftr>\n");
	return buf_str(&b);
}

enum status docx_write(struct buf *out, const struct tree *t, struct err *e)
{
	struct arena *a = out->arena;
	struct docx d = { .t = t, .body = buf_in(a), .notes = buf_in(a), .met = arena_array(a, bool, t->notes.n + 1) };
	buf_text(&d.body, XML "<w:document xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE "/relationships\"><w:body>\n");
	docx_body_write(&d);
	buf_printf(&d.body, "%s</w:body></w:document>\n", page);
	buf_printf(&d.notes, XML "<w:footnotes xmlns:w=\"" WORD "\">%s", separators);
	docx_note_all(&d);
	buf_text(&d.notes, "</w:footnotes>\n");
	const struct zipped_member parts[] = {
		{ "[Content_Types].xml", slice_of(types) },
		{ "_rels/.rels", slice_of(package_links) },
		{ "word/document.xml", { buf_str(&d.body), d.body.n } },
		{ "word/_rels/document.xml.rels", slice_of(document_links(a, &d)) },
		{ "word/footnotes.xml", { buf_str(&d.notes), d.notes.n } },
		{ "word/styles.xml", slice_of(embed_docx_styles) },
		{ "word/settings.xml", slice_of(settings) },
		{ "word/header.xml", slice_of(header(a, t)) },
		{ "word/footer.xml", slice_of(footer(a, t)) },
		{ "docProps/core.xml", slice_of(core(a, t)) },
		{ "docProps/app.xml", slice_of(app) },
	};
	LIST(struct zipped_member) all = { 0 };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		list_push(a, &all, parts[i]);
	for (each (p, &d.pictures))
		list_push(a, &all, ((struct zipped_member){ arena_printf(a, "word/%s", p->name), p->bytes }));
	return zipped_write(out, all.at, all.n, e);
}
