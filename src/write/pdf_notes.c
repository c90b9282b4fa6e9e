// The notes of a section, at its end: the number leads back to the sentence; then what it is, the words as they stand,
// and document, place and date.
#include "write/pdf.h"

#include "write/formats.h"
#include "write/number.h"

static const struct scene_type say = { .size = 8.5, .paint = PAINT_ink };
static const struct scene_type words = { .size = 9.5, .serif = true, .paint = PAINT_ink };
static const struct scene_type source = { .size = 7.5, .paint = PAINT_soft };

enum { INDENT = 12, LEADING = 11 };

// The number in the margin, which leads back, and what it is.
static void add_say(struct pdf *d, const struct note *n, size_t number)
{
	struct flow *f = &d->flow;
	struct paper_run *run = arena_new(f->arena, struct paper_run);
	*run = (struct paper_run){ .text = arena_printf(f->arena, "%zu", number), .type = say };
	run->type.bold = true;
	run->dest = pdf_name(d, 'n', number);
	run->link = d->met[number - 1] ? pdf_name(d, 'r', number) : NULL;
	bool more = n->passages.n || n->values.n;
	size_t first =
	    flow_lines(f, pdf_text(d, n->say, say, PDF_MEASURE, ANCHOR_start), PDF_TEXT, 7, LEADING, more, false);
	f->boxes.at[first].aside = paper_set(f->paper, run, 1, PDF_TEXT - 10, ANCHOR_end, true);
}

static void add_passage(struct pdf *d, const struct passage *p)
{
	struct arena *a = d->flow.arena;
	const char *places = plain_places(a, p), *text = p->words ? p->words : "The words are not at hand.";
	struct buf from = buf_in(a);
	const char *const parts[] = { p->outlet, p->title, p->path };
	for (size_t i = 0; i < 3; i++)
		if (parts[i])
			buf_printf(&from, "%s, ", parts[i]);
	if (date_known(p->published))
		buf_printf(&from, "%s, ", number_date(a, p->published));
	buf_printf(&from, "%s%s, statement %s", *places ? "characters " : "place not known", places, p->statement);
	flow_open(&d->flow, "BlockQuote");
	size_t first = flow_lines(
	    &d->flow,
	    pdf_text(d, arena_printf(a, "%s%s", text, p->cut ? " ..." : ""), words, PDF_MEASURE - INDENT, ANCHOR_start),
	    PDF_TEXT + INDENT, 2, LEADING + 1.5, true, false);
	flow_lines(&d->flow, pdf_text(d, buf_str(&from), source, PDF_MEASURE - INDENT, ANCHOR_start), PDF_TEXT + INDENT,
		   0, LEADING - 1, false, true);
	flow_close(&d->flow);
	for (size_t i = first; i < d->flow.boxes.n; i++) // a bar beside it, drawn with each line
		d->flow.boxes.at[i].bar = PDF_TEXT + 2;
}

static void add_note(struct pdf *d, size_t number)
{
	const struct note *n = &d->tree->notes.at[number - 1];
	struct flow *f = &d->flow;
	flow_open(f, "Note");
	flow_open(f, "P");
	add_say(d, n, number);
	flow_close(f);
	for (each (p, &n->passages))
		add_passage(d, p);
	for (each (v, &n->values)) {
		flow_open(f, "P");
		flow_lines(f, pdf_text(d, *v, source, PDF_MEASURE - INDENT, ANCHOR_start), PDF_TEXT + INDENT, 0,
			   LEADING - 1, false, true);
		flow_close(f);
	}
	flow_close(f);
}

void pdf_notes(struct pdf *d, int section)
{
	struct flow *f = &d->flow;
	static const struct scene_type head = { .size = 9, .bold = true, .paint = PAINT_ink };
	size_t to = d->noted;
	while (to < d->tree->notes.n && d->met[to])
		to++;
	if (to == d->noted)
		return;
	flow_open(f, "Sect");
	flow_open(f, "H3");
	flow_lines(f,
		   pdf_text(d, arena_printf(f->arena, "Notes to section %d", section), head, PDF_MEASURE, ANCHOR_start),
		   PDF_TEXT, 16, 14, true, true);
	flow_close(f);
	while (d->noted < to)
		add_note(d, ++d->noted);
	flow_close(f);
}
