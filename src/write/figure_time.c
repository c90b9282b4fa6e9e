// The answers in time: each a line that steps on the days on which reports appeared, from before any report. The days
// are broken where nothing was published; the names stand at the ends, moved apart where they would meet.
#include "write/figure_kinds.h"

#include "write/axis.h"
#include "write/measure.h"
#include "write/number.h"
#include "case/scale.h"

#include <math.h>
#include <stdlib.h>

enum { TOP = 24, HEIGHT = 168, LINE = 15, BEFORE = 22 }; // pixels; of the way before the first day

struct plot {
	double left, right, top, height, names; // where names begin
	struct axis axis;
	int *x; // [day]
};

static double height_of(const struct plot *p, double share)
{
	return p->top + p->height * (1 - share);
}

static struct plot plot_of(struct scene *s, const struct figure *f)
{
	double names = s->width < FIGURE_WIDE ? 136 : 250;
	struct plot p = {
		.left = 26, .right = s->width - names, .top = TOP, .height = HEIGHT, .names = s->width - names + 14
	};
	long *days = arena_array(s->arena, long, f->days.n + 1);
	p.x = arena_array(s->arena, int, f->days.n + 1);
	for (size_t i = 0; i < f->days.n; i++)
		days[i] = date_day(f->days.at[i]);
	p.axis = axis_of(s->arena, days, f->days.n, (int)p.left + BEFORE, (int)p.right - BEFORE);
	for (size_t i = 0; i < f->days.n; i++)
		p.x[i] = axis_x(&p.axis, date_day(f->days.at[i]));
	return p;
}

static void draw_edges(struct scene *s, const struct plot *p)
{
	for (const struct band *b = scale_bands; b->word; b++) {
		double y = height_of(p, b->lo);
		if (b->lo < 0.02)
			continue;
		scene_line(s, p->left, y, p->right, y, figure_hair);
		scene_text(s, p->left - 6, y + 4, ANCHOR_end, figure_small,
			   arena_printf(s->arena, "%.0f", b->lo * 100));
	}
}

static void draw_course(struct scene *s, const struct plot *p, const struct course *c, size_t days)
{
	scene_path(
	    s, (struct scene_look){ PAINT_none, c->lead ? PAINT_ink : PAINT_soft, c->lead ? 2.5 : 1.2, DASH_solid });
	scene_move(s, p->left, height_of(p, c->prior));
	for (size_t i = 0; i < days; i++) {
		scene_to(s, p->x[i], height_of(p, i ? c->p[i - 1] : c->prior));
		scene_to(s, p->x[i], height_of(p, c->p[i]));
	}
	scene_to(s, p->right, height_of(p, days ? c->p[days - 1] : c->prior));
}

// --- names at the ends ---

struct end {
	const struct course *course;
	double at, y; // where the line ends, where its name stands
};

static int from_top(const void *x, const void *y)
{
	const struct end *a = x, *b = y;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->course < b->course ? -1 : a->course > b->course;
}

static void draw_names(struct scene *s, const struct plot *p, const struct figure *f)
{
	size_t n = f->courses.n, days = f->days.n;
	struct end *ends = arena_array(s->arena, struct end, n + 1);
	double room = s->width - p->names, last = p->top + p->height;
	for (size_t i = 0; i < n; i++) {
		ends[i].course = &f->courses.at[i];
		ends[i].at = height_of(p, f->courses.at[i].p[days - 1]);
	}
	qsort(ends, n, sizeof *ends, from_top);
	for (size_t i = 0; i < n; i++)
		ends[i].y = i && ends[i].at < ends[i - 1].y + LINE ? ends[i - 1].y + LINE : ends[i].at;
	for (size_t i = n; i-- > 0; last = ends[i].y - LINE)
		ends[i].y = fmin(ends[i].y, last);
	for (size_t i = 0; i < n; i++) {
		const struct course *c = ends[i].course;
		struct scene_type type = c->lead ? figure_strong : figure_label;
		const char *p_words = number_percent(s->arena, c->p[days - 1]);
		type.size = 12;
		double own = measure_text(p_words, type.size, type.bold) + 8;
		if (fabs(ends[i].y - ends[i].at) > 1)
			scene_line(s, p->right, ends[i].at, p->names - 3, ends[i].y, figure_hair);
		scene_text(s, p->names, ends[i].y + 4, ANCHOR_start, type,
			   arena_printf(s->arena, "%s %s",
					measure_cut(s->arena, c->label, type.size, type.bold, room - own), p_words));
	}
}

static void add_words(struct scene *s, const struct figure *f)
{
	struct buf b = buf_in(s->arena);
	for (each (c, &f->courses)) {
		buf_printf(&b, "%s%s: before any report %s %%", b.n ? " " : "", c->label,
			   number_percent(s->arena, c->prior));
		for (size_t i = 0; i < f->days.n; i++)
			buf_printf(&b, ", %s %s %%", number_date(s->arena, f->days.at[i]),
				   number_percent(s->arena, c->p[i]));
		buf_char(&b, '.');
	}
	s->words = buf_str(&b);
}

void figure_time(struct scene *s, const struct figure *f)
{
	struct plot p = plot_of(s, f);
	if (!f->days.n)
		return;
	axis_draw(s, &p.axis, TOP, TOP + HEIGHT, false);
	draw_edges(s, &p);
	for (int lead = 0; lead < 2; lead++) // the leader in front
		for (each (c, &f->courses))
			if (c->lead == lead)
				draw_course(s, &p, c, f->days.n);
	draw_names(s, &p, f);
	s->height = TOP + HEIGHT + 8;
	add_words(s, f);
}
