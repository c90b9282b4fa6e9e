// Likelihoods on rulers, one below the other: dot = centre, thick = half of the draws, thin = nine in ten, triangle =
// before any report, shaded = the band of the leader's word. No filled bars: they look certain up to their end.
#include "write/figure_kinds.h"

#include "write/number.h"
#include "case/scale.h"

#include <math.h>

enum { PLOT = 28, NAMES = 18, LINES_MOST = 4 }; // heights; of a label

struct columns {
	double label, label_width;
	struct figure_scale scale;
	double p, range, before, word; // right ends; of the word, its left
};

static struct columns columns_of(double width)
{
	double label = 184, rest = 300;
	return (struct columns){ 0,           label - 16, { label, width - label - rest }, width - 242, width - 172,
				 width - 126, width - 108 };
}

static void draw_plot(struct scene *s, const struct mark *m, struct figure_scale k, double top, double height)
{
	const struct band *b = scale_of(m->p);
	double lo = b->lo > 0.01 ? b->lo : 0, hi = b->hi < 0.99 ? b->hi : 1, y = top + 13;
	if (m->lead)
		scene_rect(s, figure_scale_x(k, lo), top, k.width * (hi - lo), height,
			   (struct scene_look){ PAINT_tint, PAINT_none, 0, DASH_solid });
	figure_scale_edges(s, k, top, top + height);
	figure_scale_interval(s, k, m, y);
	if (m->prior >= 0)
		figure_scale_prior(s, k, m->prior, top + 19);
}

static double draw_row(struct scene *s, const struct mark *m, const struct columns *c, double top)
{
	struct arena *a = s->arena;
	struct scene_type strong = m->lead ? figure_strong : figure_label;
	size_t lines = scene_fold(s, c->label, top + 17, c->label_width, LINES_MOST, ANCHOR_start, strong, m->label);
	double height = fmax(PLOT, (double)lines * scene_leading(strong.size) + 10);
	draw_plot(s, m, c->scale, top, height);
	scene_text(s, c->p, top + 17, ANCHOR_end, strong, arena_printf(a, "%s %%", number_percent(a, m->p)));
	scene_text(s, c->range, top + 17, ANCHOR_end, figure_label, number_interval(a, m->lo, m->hi));
	scene_text(s, c->before, top + 17, ANCHOR_end, figure_label, number_percent(a, m->prior));
	strong.size = 12;
	scene_fold(s, c->word, top + 17, s->width - c->word, 2, ANCHOR_start, strong, number_word(m->p));
	return top + height;
}

static void draw_heads(struct scene *s, const struct columns *c)
{
	scene_text(s, c->p, 13, ANCHOR_end, figure_small, "estimate");
	scene_text(s, c->range, 13, ANCHOR_end, figure_small, "nine in ten");
	scene_text(s, c->before, 13, ANCHOR_end, figure_small, "before");
	scene_text(s, c->word, 13, ANCHOR_start, figure_small, "word");
	figure_scale_names(s, c->scale, 13);
}

// The label above, the ruler over the whole width, the numbers below.
static double draw_narrow(struct scene *s, const struct mark *m, double top)
{
	struct arena *a = s->arena;
	struct figure_scale k = { 4, s->width - 8 };
	struct scene_type strong = m->lead ? figure_strong : figure_label;
	size_t lines = scene_fold(s, 0, top + 15, s->width, LINES_MOST, ANCHOR_start, strong, m->label);
	double y = top + (double)lines * scene_leading(strong.size) + 6;
	draw_plot(s, m, k, y, PLOT);
	y += PLOT + 14;
	scene_text(s, 0, y, ANCHOR_start, strong, arena_printf(a, "%s %%", number_percent(a, m->p)));
	scene_text(s, 52, y, ANCHOR_start, figure_small,
		   arena_printf(a, "nine in ten %s, before %s", number_interval(a, m->lo, m->hi),
				number_percent(a, m->prior)));
	strong.size = 12;
	scene_text(s, s->width, y, ANCHOR_end, strong, number_word(m->p));
	scene_line(s, 0, y + 8.5, s->width, y + 8.5, figure_hair);
	return y + 10;
}

void figure_ruler(struct scene *s, const struct figure *f)
{
	bool narrow = s->width < FIGURE_WIDE;
	struct columns c = columns_of(s->width);
	struct buf words = buf_in(s->arena);
	double y = NAMES;
	if (narrow)
		figure_scale_names(s, (struct figure_scale){ 4, s->width - 8 }, 13);
	else
		draw_heads(s, &c);
	for (each (m, &f->marks)) {
		list_push(s->arena, &s->cuts, y);
		scene_begin(s, NULL);
		y = narrow ? draw_narrow(s, m, y) : draw_row(s, m, &c, y);
		scene_end(s);
		figure_words(&words, m);
	}
	s->height = y + 2;
	s->words = buf_str(&words);
}
