// The whole report, read top to bottom: title, eight sections in their fixed order, then the format asked for.
#include "write/formats.h"
#include "write/sections.h"
#include "write/stix.h"
#include "write/number.h"

#include <string.h>

// As of the case's date, or of its last report: never today's.
static struct date as_of(const struct writing *g)
{
	struct date d = g->c->as_of;
	if (date_known(d))
		return d;
	for (size_t i = 0; i < g->c->reports.n; i++) {
		struct date p = g->c->reports.at[i].published;
		if (g->w->reports[i].live && date_known(p) && (!date_known(d) || date_compare(p, d) > 0))
			d = p;
	}
	return d;
}

static const char *under(const struct writing *g)
{
	struct arena *a = g->t->arena;
	const struct report_tally *k = &g->w->tally;
	struct date d = g->t->as_of;
	return arena_printf(a, "%s%s, %s, %s %s, %s untraceable.",
			    date_known(d) ? arena_printf(a, "As of %s. ", number_date(a, d)) : "",
			    number_of(a, k->reports, "report"), number_of(a, k->origins, "origin"),
			    number_whole(a, k->echoes), k->echoes == 1 ? "echo" : "echoes",
			    number_whole(a, k->untraceable));
}

static void build(struct tree *t, const struct write_input *in)
{
	struct writing g = { .t = t, .in = in, .c = in->c, .w = in->w };
	note_begin(&g);
	t->title = in->c->title ? in->c->title : "An assessment";
	t->as_of = as_of(&g);
	t->under = under(&g);
	t->legend = "A judgement has its decisive word in bold, an assumption stands in italics, information is plain. "
		    "Every sentence has notes that open the words behind it.";
	t->version = in->version;
	answer_section(&g);
	if (in->c->questions.n) {
		open_section(&g);
		why_section(&g);
	}
	known_section(&g);
	if (in->c->questions.n) {
		hangs_section(&g);
		next_section(&g);
		changed_section(&g);
	}
	annex_section(&g);
}

bool write_format_of(const char *name, enum write_format *out)
{
	static const char *const names[] = { [WRITE_MARKDOWN] = "md", [WRITE_HTML] = "html", [WRITE_JSON] = "json",
					     [WRITE_PDF] = "pdf",   [WRITE_DOCX] = "docx", [WRITE_STIX] = "stix" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], name)) {
			*out = (enum write_format)i;
			return true;
		}
	return false;
}

enum status write_report(struct buf *out, const struct write_input *in, enum write_format format, struct err *e)
{
	struct tree t = { .arena = out->arena };
	build(&t, in);
	switch (format) {
	case WRITE_MARKDOWN:
		markdown_write(out, &t);
		break;
	case WRITE_HTML:
		html_write(out, &t);
		break;
	case WRITE_JSON:
		record_write(out, &t, in);
		break;
	case WRITE_DOCX:
		return docx_write(out, &t, e);
	case WRITE_PDF:
		return pdf_write(out, &t, e);
	case WRITE_STIX:
		stix_write(out, in, &t);
		break;
	}
	return STATUS_OK;
}
