// From before any report to the answer, origin by origin; the last row is the answer with its interval, which is often
// wider than all steps together.
#include "write/figure_kinds.h"

#include "write/number.h"

#include <math.h>

enum { PLAIN = 28, NAMES = 18 }; // heights: of a row, of the names of the edges

struct columns {
	double label_width;
	struct figure_scale scale;
	double decibans, then; // right ends
};

static struct columns columns_of(double width)
{
	bool narrow = width < FIGURE_WIDE;
	double label = narrow ? 0 : 214, rest = narrow ? 8 : 124;
	return (struct columns){
		narrow ? width - 120 : label - 16, { label + (narrow ? 4 : 0), width - label - rest }, width - 60, width
	};
}

static void draw_step(struct scene *s, const struct mark *m, struct figure_scale k, double y)
{
	bool up = m->p >= m->from;
	double from = figure_scale_x(k, m->from), to = figure_scale_x(k, m->p), width = fmax(fabs(to - from), 1);
	scene_rect(s, up ? from : to, y - 5, width, 10,
		   (struct scene_look){ up ? PAINT_for : PAINT_against, PAINT_none, 0, DASH_solid });
}

static void draw_numbers(struct scene *s, const struct mark *m, const struct columns *c, double y)
{
	struct arena *a = s->arena;
	struct scene_type type = m->lead ? figure_strong : figure_label, side = figure_label;
	side.paint = m->decibans < 0 ? PAINT_against : PAINT_for;
	if (m->from >= 0)
		scene_text(s, c->decibans, y, ANCHOR_end, side,
			   arena_printf(a, "%s dB", number_decibans(a, m->decibans)));
	scene_text(s, c->then, y, ANCHOR_end, type, arena_printf(a, "%s %%", number_percent(a, m->p)));
}

// The name and, below it, the date. Returns how high they are.
static double draw_label(struct scene *s, const struct mark *m, const struct columns *c, double top)
{
	struct scene_type type = m->lead ? figure_strong : figure_label;
	size_t lines = scene_fold(s, 0, top + 16, c->label_width, 2, ANCHOR_start, type, m->label);
	double height = (double)lines * scene_leading(type.size) + (m->note ? 13 : 0);
	if (m->note)
		scene_text(s, 0, top + height + 2, ANCHOR_start, figure_small, m->note);
	return height;
}

// Draws a row and returns the height of its line in the plot.
static double draw_row(struct scene *s, const struct mark *m, const struct columns *c, double *top)
{
	bool narrow = s->width < FIGURE_WIDE;
	double label = draw_label(s, m, c, *top);
	double height = narrow ? label + PLAIN : fmax(label + 8, PLAIN);
	double line = narrow ? *top + height - 14 : *top + height / 2;
	figure_scale_edges(s, c->scale, narrow ? line - 12 : *top, *top + height);
	if (m->from >= 0)
		draw_step(s, m, c->scale, line);
	else
		figure_scale_interval(s, c->scale, m, line);
	if (m->prior >= 0)
		figure_scale_prior(s, c->scale, m->prior, line - 4);
	draw_numbers(s, m, c, narrow ? *top + 16 : line + 4);
	*top += height;
	return line;
}

void figure_steps(struct scene *s, const struct figure *f)
{
	struct columns c = columns_of(s->width);
	struct buf words = buf_in(s->arena);
	double y = NAMES, before = 0;
	figure_scale_names(s, c.scale, 13);
	if (s->width >= FIGURE_WIDE) {
		scene_text(s, c.decibans, 13, ANCHOR_end, figure_small, "weight");
		scene_text(s, c.then, 13, ANCHOR_end, figure_small, "then");
	}
	for (each (m, &f->marks)) {
		list_push(s->arena, &s->cuts, y);
		scene_begin(s, NULL);
		double line = draw_row(s, m, &c, &y), x = figure_scale_x(c.scale, m->from >= 0 ? m->from : m->p);
		if (m != f->marks.at && s->width >= FIGURE_WIDE)
			scene_line(s, x, before + 5, x, line - 5,
				   (struct scene_look){ PAINT_none, PAINT_soft, 1, DASH_solid });
		scene_end(s);
		before = line;
		figure_words(&words, m);
	}
	s->height = y + 2;
	s->words = buf_str(&words);
}
