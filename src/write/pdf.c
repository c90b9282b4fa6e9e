// PDF: the tree as pages of A4. The kind of a sentence stands in the margin, as in HTML; notes follow their section.
// Everything is set first, then broken into pages, then drawn.
#include "write/pdf.h"

#include "write/figure.h"
#include "write/formats.h"

#include <string.h>

static const double a4_width = 595.276, a4_height = 841.89;
enum { LEFT = 54, TOP = 66, BOTTOM = 782, HEAD = 44, FOOT = 808 };

static const struct scene_type label = { .size = 7.5, .paint = PAINT_soft };

struct paper_text *pdf_text(struct pdf *d, const char *text, struct scene_type type, double width,
			    enum scene_anchor anchor)
{
	struct paper_run *run = arena_new(d->flow.arena, struct paper_run);
	*run = (struct paper_run){ .text = plain_text(d->flow.arena, text), .type = type };
	return paper_set(d->flow.paper, run, 1, width, anchor, false);
}

const char *pdf_name(struct pdf *d, char kind, size_t number)
{
	return arena_printf(d->flow.arena, "%c%zu", kind, number);
}

static void add_text(struct pdf *d, const char *tag, const char *text, struct scene_type type, double x, double before,
		     double leading, bool keep)
{
	flow_open(&d->flow, tag);
	flow_lines(&d->flow, pdf_text(d, text, type, PDF_WIDTH - x, ANCHOR_start), x, before, leading, keep, true);
	flow_close(&d->flow);
}

// --- sentences ---

// Some sentences of one kind, as runs of one paragraph.
struct stretch {
	LIST(struct paper_run) runs;
	struct scene_type type;
	const char *level; // of a confidence that they state, or NULL
};

static void add_piece(struct pdf *d, struct stretch *r, const struct piece *p)
{
	struct arena *a = d->flow.arena;
	struct paper_run *run = list_add(a, &r->runs);
	const char *text = plain_text(a, p->text);
	run->type = r->type;
	run->type.bold = p->kind == PIECE_WORD || p->kind == PIECE_STRONG || p->kind == PIECE_LEVEL;
	run->whole = p->kind == PIECE_RANGE;
	run->text = p->kind == PIECE_QUOTE ? arena_printf(a, "\xe2\x80\x9c%s\xe2\x80\x9d", text) : text;
	if (p->kind == PIECE_LEVEL)
		r->level = p->text;
}

// References of a sentence. The first to each note is where the note goes back to.
static void add_references(struct pdf *d, struct stretch *r, const struct sentence *s)
{
	for (each (n, &s->notes)) {
		struct paper_run space = { .text = " ", .type = { .size = 9, .paint = PAINT_soft }, .whole = true };
		struct paper_run run = { .text = arena_printf(d->flow.arena, "%zu", *n + 1),
					 .type = { .size = 6.5, .paint = PAINT_soft },
					 .rise = r->type.size * 0.34,
					 .whole = true,
					 .link = pdf_name(d, 'n', *n + 1),
					 .dest = d->met[*n] ? NULL : pdf_name(d, 'r', *n + 1) };
		list_push(d->flow.arena, &r->runs, space);
		list_push(d->flow.arena, &r->runs, run);
		d->met[*n] = true;
	}
}

// Three squares, as many full as the level is high.
static const struct scene *level_sign(struct arena *a, const char *level)
{
	int full = !strcmp(level, "high") ? 3 : !strcmp(level, "moderate") ? 2 : 1;
	struct scene *s = scene_new(a, 33);
	s->height = 9;
	for (int i = 0; i < 3; i++)
		scene_rect(s, i * 11 + 0.5, 0.5, 8, 8,
			   (struct scene_look){ i < full ? PAINT_ink : PAINT_none, PAINT_ink, 1, DASH_solid });
	return s;
}

static void set_row(struct pdf *d, struct stretch *r, enum sentence_kind kind, double before, double leading, bool keep,
		    bool whole)
{
	struct flow *f = &d->flow;
	flow_open(f, "P");
	struct paper_text *t = paper_set(f->paper, r->runs.at, r->runs.n, PDF_MEASURE, ANCHOR_start, false);
	size_t first = flow_lines(f, t, PDF_TEXT, before, leading, keep, whole);
	if (first < f->boxes.n) {
		struct flow_box *b = &f->boxes.at[first];
		b->aside = pdf_text(d, tree_sentence_name(kind), label, PDF_TEXT - 12, ANCHOR_end);
		b->sign = r->level ? level_sign(f->arena, r->level) : NULL;
		b->sign_x = PDF_TEXT - 12 - paper_width(b->aside) - 28;
	}
	flow_close(f);
}

// Sentences of one kind that follow one another make a row. `answer`: the first is the answer to the question.
static void add_sentences(struct pdf *d, const struct block *b, bool answer)
{
	bool item = b->kind == BLOCK_ITEM, small = item && b->sentences.n <= 3;
	flow_open(&d->flow, item ? "LI" : "Div");
	if (item)
		flow_open(&d->flow, "LBody");
	for (size_t from = 0, to; from < b->sentences.n; from = to) {
		enum sentence_kind kind = b->sentences.at[from].kind;
		bool big = answer && !from;
		struct stretch r = { .type = { .size = big ? 13.5 : 10.5, .serif = true, .paint = PAINT_ink } };
		r.type.italic = kind == SENTENCE_assumption;
		for (to = from; to < b->sentences.n && b->sentences.at[to].kind == kind; to++) {
			const struct sentence *s = &b->sentences.at[to];
			if (to > from)
				list_push(d->flow.arena, &r.runs, ((struct paper_run){ .text = " ", .type = r.type }));
			for (each (p, &s->pieces))
				add_piece(d, &r, p);
			add_references(d, &r, s);
		}
		set_row(d, &r, kind, from ? 1.5 : item ? 6 : 5, big ? 18 : 14.5, small && to < b->sentences.n, small);
	}
	if (item)
		flow_close(&d->flow);
	flow_close(&d->flow);
}

// --- blocks ---

static void add_caption(struct pdf *d, const struct figure *g)
{
	static const struct scene_type strong = { .size = 9, .bold = true, .paint = PAINT_ink };
	struct flow *f = &d->flow;
	struct paper_run *run = arena_array(f->arena, struct paper_run, 2);
	run[0] = (struct paper_run){ .text = plain_text(f->arena, g->title), .type = strong };
	run[1] =
	    (struct paper_run){ .text = arena_printf(f->arena, "  %s", plain_text(f->arena, g->about)), .type = label };
	flow_open(f, "Caption");
	flow_lines(f, paper_set(f->paper, run, 2, PDF_WIDTH, ANCHOR_start, false), 0, 14, 12, true, true);
	flow_close(f);
	flow_box(f, 0, 6, true);
	struct flow_put *rule = flow_put(f, FLOW_RECT, 0, 2);
	rule->w = PDF_WIDTH;
	rule->h = 0.5;
	rule->fill = PAINT_rule;
}

// Where a scene ends on a page, that begins on it at `from`: at its end where that fits, else between two rows.
static double cut_of(const struct scene *s, double from, double most)
{
	double to = from + most;
	if (s->height <= to)
		return s->height;
	for (each (c, &s->cuts))
		if (*c > from + 1 && *c <= from + most)
			to = *c;
	return to;
}

// A figure is on one page; only what is higher than a page is cut.
static void add_figure(struct pdf *d, const struct figure *g)
{
	struct flow *f = &d->flow;
	const struct scene *s = figure_scene(f->arena, g, FIGURE_WIDE);
	if (!s)
		return;
	double scale = PDF_WIDTH / s->width, most = (BOTTOM - TOP - 60) / scale;
	add_caption(d, g);
	flow_open(f, "Figure");
	for (double from = 0, to; from < s->height; from = to) {
		to = cut_of(s, from, most);
		flow_box(f, 0, (to - from) * scale + (to < s->height ? 0 : 10), false);
		flow_scene(f, s, from, to, 0, 0, PDF_WIDTH);
	}
	flow_close(f);
}

// A place in the last box, and its entry in the outline.
static int *add_place(struct pdf *d, const char *name, const char *line, const int *below)
{
	flow_put(&d->flow, FLOW_PLACE, 0, -10)->name = name;
	struct flow_put *p = flow_put(&d->flow, FLOW_OUTLINE, 0, 0);
	p->name = name;
	p->line = plain_text(d->flow.arena, line);
	p->entry = arena_new(d->flow.arena, int);
	p->below = below;
	return p->entry;
}

static void add_question(struct pdf *d, const char *text, struct scene_type type)
{
	struct flow *f = &d->flow;
	flow_open(f, "H3");
	flow_box(f, 12, 0, true);
	add_place(d, pdf_name(d, 'h', ++d->questions), text, d->section);
	flow_lines(f, pdf_text(d, text, type, PDF_WIDTH - PDF_TEXT, ANCHOR_start), PDF_TEXT, 0, 14, true, true);
	flow_close(f);
}

static void add_section(struct pdf *d, const struct section *s)
{
	struct scene_type question = { .size = 9, .bold = true, .paint = PAINT_ink };
	bool answer = false;
	if (s->number == 1)
		question = (struct scene_type){ .size = 11, .serif = true, .bold = true, .paint = PAINT_ink };
	for (size_t i = 0; i < s->blocks.n; i++) {
		const struct block *b = &s->blocks.at[i];
		bool item = b->kind == BLOCK_ITEM;
		if (item && (!i || s->blocks.at[i - 1].kind != BLOCK_ITEM))
			flow_open(&d->flow, "L");
		switch (b->kind) {
		case BLOCK_HEADING:
			add_question(d, b->heading, question);
			break;
		case BLOCK_PARAGRAPH:
		case BLOCK_ITEM:
			add_sentences(d, b, answer);
			break;
		case BLOCK_TABLE:
			pdf_table(d, &b->table);
			break;
		case BLOCK_FIGURE:
			add_figure(d, &b->figure);
			break;
		}
		answer = s->number == 1 && b->kind == BLOCK_HEADING;
		if (item && (i + 1 == s->blocks.n || s->blocks.at[i + 1].kind != BLOCK_ITEM))
			flow_close(&d->flow);
	}
}

static void add_heading(struct pdf *d, const struct section *s)
{
	static const struct scene_type strong = { .size = 14, .serif = true, .bold = true, .paint = PAINT_ink };
	static const struct scene_type number = { .size = 14, .serif = true, .paint = PAINT_soft };
	struct flow *f = &d->flow;
	enum { BESIDE = 21 }; // the title, from the number
	flow_open(f, "H2");
	flow_box(f, 22, 8, true);
	struct flow_put *p = flow_put(f, FLOW_RECT, 0, 0);
	p->w = PDF_WIDTH;
	p->h = 0.5;
	p->fill = PAINT_rule;
	p->inner = true;
	d->section = add_place(d, pdf_name(d, 's', (size_t)s->number),
			       arena_printf(f->arena, "%d. %s", s->number, s->title), NULL);
	size_t first =
	    flow_lines(f, pdf_text(d, s->title, strong, PDF_WIDTH - BESIDE, ANCHOR_start), BESIDE, 0, 18, true, true);
	f->boxes.at[first].aside =
	    pdf_text(d, arena_printf(f->arena, "%d", s->number), number, PDF_WIDTH, ANCHOR_start);
	flow_close(f);
}

// --- pages ---

static void draw_ends(struct pdf *d, size_t page, size_t pages, const char *section)
{
	struct arena *a = d->flow.arena;
	struct paper *p = d->flow.paper;
	struct paper_run *run = arena_array(a, struct paper_run, 3);
	run[0] = (struct paper_run){ .text = plain_text(a, d->tree->title), .type = label };
	run[1] = (struct paper_run){ .text = section ? section : "", .type = label };
	run[2] = (struct paper_run){ .text = arena_printf(a, "%zu of %zu", page + 1, pages), .type = label };
	if (page) {
		paper_draw(p, paper_set(p, &run[0], 1, PDF_WIDTH - 150, ANCHOR_start, true), 0, 1, LEFT, HEAD, 0,
			   false);
		paper_draw(p, paper_set(p, &run[1], 1, PDF_WIDTH, ANCHOR_end, true), 0, 1, LEFT, HEAD, 0, false);
		paper_rect(p, LEFT, HEAD + 6, PDF_WIDTH, 0.5, PAINT_rule);
	}
	paper_draw(p, paper_set(p, &run[2], 1, PDF_WIDTH, ANCHOR_end, true), 0, 1, LEFT, FOOT, 0, false);
}

// Whether a section has begun where a page does.
static bool begins_by(const struct flow *f, const struct flow_box *heading, size_t page)
{
	return heading->page < page || (heading->page == page && heading->y == f->top);
}

static void draw_all(struct pdf *d, const size_t *starts)
{
	struct flow *f = &d->flow;
	size_t pages = flow_pages(f), at = 0;
	f->tag = NULL;
	for (size_t page = 0; page < pages; page++) {
		while (at < d->tree->sections.n && begins_by(f, &f->boxes.at[starts[at]], page))
			at++;
		draw_ends(d, page, pages, at ? d->tree->sections.at[at - 1].title : NULL);
		flow_draw(f, page);
		if (page + 1 == pages)
			flow_end(f);
		paper_next(f->paper);
	}
}

static void add_title(struct pdf *d)
{
	static const struct scene_type title = { .size = 20, .serif = true, .bold = true, .paint = PAINT_ink };
	static const struct scene_type under = { .size = 9, .paint = PAINT_soft };
	add_text(d, "H1", d->tree->title, title, 0, 0, 25, true);
	add_text(d, "P", d->tree->under, under, 0, 5, 12.5, true);
	add_text(d, "P", d->tree->legend, under, 0, 0, 12.5, true);
}

enum status pdf_write(struct buf *out, const struct tree *t, struct err *e)
{
	struct arena *a = out->arena;
	struct paper_sheet sheet = { a4_width, a4_height, plain_text(a, t->title),
				     arena_printf(a, "hearsay %s", t->version ? t->version : ""), t->as_of };
	struct pdf d = { .tree = t, .met = arena_array(a, bool, t->notes.n + 1) };
	size_t *starts = arena_array(a, size_t, t->sections.n + 1);
	if (paper_open(a, out, &sheet, &d.flow.paper, e) != STATUS_OK)
		return e->status;
	d.flow.arena = a;
	d.flow.left = LEFT;
	d.flow.top = TOP;
	d.flow.bottom = BOTTOM;
	flow_open(&d.flow, "Document");
	add_title(&d);
	for (size_t i = 0; i < t->sections.n; i++) {
		const struct section *s = &t->sections.at[i];
		starts[i] = d.flow.boxes.n;
		flow_open(&d.flow, "Sect");
		add_heading(&d, s);
		add_section(&d, s);
		pdf_notes(&d, s->number);
		flow_close(&d.flow);
	}
	draw_all(&d, starts);
	paper_close(d.flow.paper);
	return STATUS_OK;
}
