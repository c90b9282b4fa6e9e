// From a figure's kind to what draws it, and what they share.
#include "write/figure_kinds.h"

#include "write/number.h"
#include "write/picture.h"
#include "case/scale.h"

#include <math.h>

const struct scene_type figure_label = { .size = 13, .paint = PAINT_ink };
const struct scene_type figure_strong = { .size = 13, .bold = true, .paint = PAINT_ink };
const struct scene_type figure_small = { .size = 11, .paint = PAINT_soft };
const struct scene_look figure_hair = { PAINT_none, PAINT_rule, 1, DASH_solid };
const struct scene_look figure_thin = { PAINT_none, PAINT_ink, 1.5, DASH_solid };
const struct scene_look figure_full = { PAINT_ink, PAINT_none, 0, DASH_solid };

double figure_scale_x(struct figure_scale k, double p)
{
	return k.x + k.width * p;
}

void figure_scale_edges(struct scene *s, struct figure_scale k, double top, double bottom)
{
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01)
			scene_line(s, figure_scale_x(k, b->lo), top, figure_scale_x(k, b->lo), bottom, figure_hair);
}

void figure_scale_names(struct scene *s, struct figure_scale k, double y)
{
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01)
			scene_text(s, figure_scale_x(k, b->lo), y, ANCHOR_middle, figure_small,
				   arena_printf(s->arena, "%.0f", b->lo * 100));
}

void figure_scale_interval(struct scene *s, struct figure_scale k, const struct mark *m, double y)
{
	const struct scene_look half = { PAINT_none, PAINT_ink, 5, DASH_solid };
	const struct scene_look dot = { PAINT_ink, PAINT_page, 2, DASH_solid };
	if (m->lo >= 0)
		scene_line(s, figure_scale_x(k, m->lo), y, figure_scale_x(k, m->hi), y, figure_thin);
	if (m->half_lo >= 0)
		scene_line(s, figure_scale_x(k, m->half_lo), y, figure_scale_x(k, m->half_hi), y, half);
	if (m->lo >= 0)
		scene_circle(s, figure_scale_x(k, m->p), y, 5, dot);
}

void figure_scale_prior(struct scene *s, struct figure_scale k, double p, double y)
{
	double x = figure_scale_x(k, p);
	scene_path(s, (struct scene_look){ PAINT_page, PAINT_soft, 1, DASH_solid });
	scene_move(s, x, y);
	scene_to(s, x + 4, y + 7);
	scene_to(s, x - 4, y + 7);
	scene_close(s);
}

void figure_words(struct buf *out, const struct mark *m)
{
	struct arena *a = out->arena;
	buf_printf(out, "%s%s%s%s", out->n ? " " : "", m->label, m->note ? ", " : "", m->note ? m->note : "");
	if (m->from >= 0)
		buf_printf(out, ": %s decibans, from %s %% to %s %%.", number_decibans(a, m->decibans),
			   number_percent(a, m->from), number_percent(a, m->p));
	else
		buf_printf(out, ": %s %%", number_percent(a, m->p));
	if (m->lo >= 0)
		buf_printf(out, ", nine draws in ten at %s %%, %s", number_interval(a, m->lo, m->hi),
			   number_word(m->p));
	if (m->prior >= 0 && m->lo >= 0)
		buf_printf(out, ", before any report %s %%", number_percent(a, m->prior));
	if (m->from < 0)
		buf_char(out, '.');
}

struct scene *figure_bar(struct arena *a, double decibans)
{
	enum { HALF = 34, FULL = 3 };
	struct scene *s = scene_new(a, 2 * HALF + 2);
	double width = fmin(fabs(decibans), FULL) * HALF / FULL;
	s->height = 14;
	if (width >= 0.5)
		scene_rect(s, decibans < 0 ? HALF + 1 - width : HALF + 1, 3, width, 8,
			   (struct scene_look){ decibans < 0 ? PAINT_against : PAINT_for, PAINT_none, 0, DASH_solid });
	scene_line(s, HALF + 1, 0, HALF + 1, 14, (struct scene_look){ PAINT_none, PAINT_soft, 1, DASH_solid });
	return s;
}

enum scene_paint figure_tint(double decibans)
{
	double weight = fabs(decibans);
	int step = weight < 0.25 ? 0 : weight < 1 ? 1 : weight < 3 ? 2 : 3;
	return !step ? PAINT_none : (decibans < 0 ? PAINT_against1 : PAINT_for1) + (enum scene_paint)(step - 1);
}

struct scene *figure_scene(struct arena *a, const struct figure *f, double width)
{
	static void (*const draw[FIGURE_count])(struct scene * s, const struct figure *f) = {
		[FIGURE_ruler] = figure_ruler, [FIGURE_steps] = figure_steps, [FIGURE_tally] = figure_tally,
		[FIGURE_time] = figure_time,   [FIGURE_ways] = figure_ways,
	};
	bool folds = f->kind != FIGURE_ways && f->kind != FIGURE_documents;
	if (!folds && width < FIGURE_WIDE)
		width = FIGURE_WIDE;
	if (f->kind == FIGURE_documents)
		return picture_scene(a, f->traced, f->documents, (int)width, false);
	struct scene *s = scene_new(a, width);
	s->title = f->title;
	draw[f->kind](s, f);
	return s->items.n ? s : NULL;
}
