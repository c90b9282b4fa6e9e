// A table: its head comes again on every page, a row is not split unless it is higher than most of a page.
#include "write/pdf.h"

#include "write/figure.h"
#include "write/formats.h"
#include "write/measure.h"
#include "write/number.h"

#include <math.h>
#include <string.h>

static const struct scene_type caption = { .size = 9, .bold = true, .paint = PAINT_ink };
static const struct scene_type head = { .size = 7.5, .paint = PAINT_soft };
static const struct scene_type under = { .size = 7.5, .paint = PAINT_ink }; // on a tint, too
static const struct scene_type body = { .size = 8.5, .paint = PAINT_ink };

enum { LEADING = 11, PAD = 3, GAP = 12, HIGHEST = 300, BAR = 46 };

// Where each column stands.
struct columns {
	double *x, *width;
};

static double longest_word(struct arena *a, const char *text, double size)
{
	struct slice rest = slice_of(text), word;
	double most = 0;
	while (slice_cut(&rest, ' ', &word))
		most = fmax(most, measure_text(arena_copy(a, word.at, word.len), size, false));
	return most;
}

// As wide as what stands in it, where there is room; else each its longest word and a share of what is left.
static struct columns columns_of(struct pdf *d, const struct table *t)
{
	enum { WORD_MOST = 110, TEXT_MOST = 1200 };
	struct arena *a = d->flow.arena;
	double room = PDF_WIDTH - GAP * (double)(t->columns - 1), least = 0, wish = 0;
	struct columns c = { arena_array(a, double, t->columns + 1), arena_array(a, double, t->columns + 1) };
	double *full = arena_array(a, double, t->columns + 1);
	for (size_t i = 0; i < t->columns; i++) {
		c.width[i] = fmin(longest_word(a, t->head.at[i].text, head.size), WORD_MOST) + 2;
		full[i] = fmax(c.width[i], fmin(measure_text(t->head.at[i].text, head.size, false), WORD_MOST) + 2);
		for (size_t at = i; at < t->cells.n; at += t->columns) {
			const char *text = t->cells.at[at].text;
			c.width[i] = fmax(c.width[i], fmin(longest_word(a, text, body.size), WORD_MOST) + 2);
			if (t->cells.at[at].look == CELL_BAR)
				c.width[i] = fmax(c.width[i], BAR + 30);
			full[i] =
			    fmax(fmax(full[i], c.width[i]), fmin(measure_text(text, body.size, false), TEXT_MOST) + 2);
		}
		least += c.width[i];
		wish += full[i];
	}
	double share = wish > least ? fmin(1, fmax(0, room - least) / (wish - least)) : 0;
	double x = 0, shrink = fmin(1, room / least);
	for (size_t i = 0; i < t->columns; i++) {
		c.width[i] = c.width[i] * shrink + (full[i] - c.width[i]) * share;
		c.x[i] = x;
		x += c.width[i] + GAP;
	}
	return c;
}

// Behind the text of a cell its tint, or beside it a bar.
static void add_look(struct flow *f, const struct cell *c, double x, double width, double height, size_t from)
{
	if (c->look == CELL_TINT && figure_tint(c->decibans) != PAINT_none) {
		struct flow_put *p = flow_put(f, FLOW_RECT, x - GAP / 3.0, 0);
		p->w = width + GAP / 3.0;
		p->h = height;
		p->fill = figure_tint(c->decibans);
	}
	if (c->look == CELL_BAR && !from) {
		const struct scene *s = figure_bar(f->arena, c->decibans);
		flow_scene(f, s, 0, s->height, x, PAD + 1, BAR);
	}
}

// One row, from these lines of its cells to those.
static void add_part(struct pdf *d, const struct table *t, const struct columns *c, const struct cell *cells,
		     struct paper_text *const *texts, size_t from, size_t to, bool first, bool header)
{
	struct flow *f = &d->flow;
	double height = (double)(to - from) * LEADING + (first ? PAD : 0) + PAD;
	flow_open(f, "TR");
	flow_box(f, 0, height, header || !first);
	for (size_t i = 0; i < t->columns; i++)
		add_look(f, &cells[i], c->x[i], c->width[i], height, from);
	struct flow_put *rule = first && !header ? flow_put(f, FLOW_RECT, 0, 0) : NULL;
	if (rule) {
		rule->w = PDF_WIDTH;
		rule->h = 0.5;
		rule->fill = PAINT_rule;
	}
	for (size_t i = 0; i < t->columns; i++) {
		size_t lines = paper_lines(texts[i]);
		struct flow_put *p = flow_put(f, FLOW_TEXT, c->x[i], (first ? PAD : 0) + flow_baseline(LEADING));
		p->tag = header || !i ? "TH" : "TD";
		p->text = texts[i];
		p->leading = LEADING;
		p->from = from < lines ? from : lines;
		p->to = to < lines ? to : lines;
	}
	flow_close(f);
}

static struct paper_text *set_cell(struct pdf *d, const struct cell *c, struct scene_type type, double width,
				   bool right)
{
	struct arena *a = d->flow.arena;
	struct paper_run *run = arena_array(a, struct paper_run, 2);
	run[0] = (struct paper_run){ .text = plain_text(a, c->text), .type = type };
	run[1] = (struct paper_run){ .text = "", .type = under };
	if (c->look == CELL_TINT) // under the text
		run[1].text = arena_printf(a, "\xe2\x80\xa8%s", number_decibans(a, c->decibans));
	return paper_set(d->flow.paper, run, 2, width, right ? ANCHOR_end : ANCHOR_start, false);
}

static size_t add_row(struct pdf *d, const struct table *t, const struct columns *c, const struct cell *cells,
		      bool header)
{
	struct paper_text **texts = arena_array(d->flow.arena, struct paper_text *, t->columns + 1);
	size_t lines = 1, most = HIGHEST / LEADING, first = d->flow.boxes.n;
	for (size_t i = 0; i < t->columns; i++) {
		texts[i] = set_cell(d, &cells[i], header ? head : body, c->width[i], t->head.at[i].figure);
		lines = paper_lines(texts[i]) > lines ? paper_lines(texts[i]) : lines;
	}
	for (size_t from = 0; from < lines; from += most)
		add_part(d, t, c, cells, texts, from, from + most < lines ? from + most : lines, !from, header);
	return first;
}

void pdf_table(struct pdf *d, const struct table *t)
{
	struct flow *f = &d->flow;
	struct columns c = columns_of(d, t);
	flow_open(f, "Table");
	flow_open(f, "Caption");
	flow_lines(f, pdf_text(d, t->caption, caption, PDF_WIDTH, ANCHOR_start), 0, 14, 13, true, true);
	flow_close(f);
	size_t header = add_row(d, t, &c, t->head.at, true);
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns) {
		size_t first = add_row(d, t, &c, &t->cells.at[at], false);
		for (size_t i = first; i < f->boxes.n; i++)
			f->boxes.at[i].head = at ? header : SIZE_MAX;
	}
	flow_close(f);
	flow_box(f, 0, 10, false);
}
