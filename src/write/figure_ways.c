// The ways of the reports: left who it came from, in the middle through whom, right when it was published, the axis
// broken where nothing was. A relay of many is a narrow waist that is seen at once.
#include "write/figure_kinds.h"

#include "write/axis.h"
#include "write/measure.h"
#include "write/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { // pixels
	TOP = 40,
	ROW = 40,   // of a row
	TIGHT = 28, // where there are many
	MANY = 24,
	ORIGIN = 222, // the middle of the circles
	RELAYS = 296, // of the first relays
	RELAY = 92,   // from one to the next
	OUTLET = 140, // the name of an outlet
	DEPTHS = 3,   // relays of one way that are drawn
};

struct relay {
	const char *name;
	size_t depth, n; // how many ways go through it
	double x, y;
};

struct graph {
	struct scene *s;
	const struct figure *f;
	struct axis axis;
	double *y, *origin; // [way] its row; where its origin stands
	LIST(struct relay) relays;
	size_t deepest; // relays of one way, at most
	double row, bottom;
};

static bool same_origin(const struct way *a, const struct way *b)
{
	return !a->lost && !b->lost && !strcmp(a->origin, b->origin) && !strcmp(a->under, b->under);
}

static size_t depths(const struct way *w)
{
	return w->relays.n < DEPTHS ? w->relays.n : DEPTHS;
}

static struct relay *relay_of(struct graph *g, const char *name, size_t depth)
{
	for (each (r, &g->relays))
		if (r->depth == depth && !strcmp(r->name, name))
			return r;
	struct relay *r = list_add(g->s->arena, &g->relays);
	r->name = name;
	r->depth = depth;
	r->x = RELAYS + (double)depth * RELAY;
	return r;
}

static void place_rows(struct graph *g)
{
	size_t n = g->f->ways.n;
	const struct way *w = g->f->ways.at;
	g->row = n > MANY ? TIGHT : ROW;
	g->y = arena_array(g->s->arena, double, n + 1);
	g->origin = arena_array(g->s->arena, double, n + 1);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && (to == from || same_origin(&w[from], &w[to])); to++)
			g->y[to] = TOP + ((double)to + 0.5) * g->row;
		for (size_t i = from; i < to; i++)
			g->origin[i] = (g->y[from] + g->y[to - 1]) / 2;
	}
	g->bottom = TOP + (double)n * g->row;
}

static int by_place(const void *x, const void *y)
{
	const struct relay *a = x, *b = y;
	if (a->depth != b->depth)
		return a->depth < b->depth ? -1 : 1;
	return a->y < b->y ? -1 : a->y > b->y;
}

// Each in the middle of the ways through it, and no two of a column on one another.
static void place_relays(struct graph *g)
{
	for (size_t i = 0; i < g->f->ways.n; i++)
		for (size_t d = 0; d < depths(&g->f->ways.at[i]); d++) {
			struct relay *r = relay_of(g, g->f->ways.at[i].relays.at[d], d);
			r->y += g->y[i];
			r->n++;
		}
	for (each (r, &g->relays)) // between two rows, so that its name stands free
		r->y = TOP + round((r->y / (double)r->n - TOP) / g->row) * g->row;
	if (g->relays.n)
		qsort(g->relays.at, g->relays.n, sizeof *g->relays.at, by_place);
	for (size_t i = 1; i < g->relays.n; i++) {
		struct relay *r = &g->relays.at[i];
		if (r->depth == r[-1].depth)
			r->y = fmax(r->y, r[-1].y + g->row);
		g->bottom = fmax(g->bottom, r->y + g->row / 2);
	}
}

static double date_x(const struct graph *g, const struct way *w)
{
	return w->day.day && g->axis.parts.n ? axis_x(&g->axis, date_day(w->day)) : g->s->width - OUTLET;
}

static void place_days(struct graph *g)
{
	size_t n = 0;
	long *days = arena_array(g->s->arena, long, g->f->ways.n + 1);
	for (each (w, &g->f->ways)) {
		if (w->day.day)
			days[n++] = date_day(w->day);
		g->deepest = depths(w) > g->deepest ? depths(w) : g->deepest;
	}
	g->axis = axis_of(g->s->arena, days, n, RELAYS + 24 + (int)g->deepest * RELAY, (int)g->s->width - OUTLET);
}

static void draw_way(struct graph *g, size_t i)
{
	const struct way *w = &g->f->ways.at[i];
	double x = ORIGIN, y = g->origin[i];
	scene_path(g->s, (struct scene_look){ PAINT_none, w->echo ? PAINT_shade : PAINT_soft, w->echo ? 1 : 1.5,
					      w->lost ? DASH_broken : DASH_solid });
	scene_move(g->s, x, y);
	for (size_t d = 0; d < depths(w); d++) {
		const struct relay *r = relay_of(g, w->relays.at[d], d);
		scene_bend(g->s, x, y, r->x, r->y);
		x = r->x;
		y = r->y;
	}
	if (fabs(y - g->y[i]) > 0.5) {
		scene_bend(g->s, x, y, x + 44, g->y[i]);
		x += 44;
	}
	scene_to(g->s, date_x(g, w), g->y[i]);
}

static void draw_origin(struct graph *g, size_t i)
{
	const struct way *w = &g->f->ways.at[i];
	const struct scene_look lost = { PAINT_page, PAINT_ink, 1.5, DASH_broken };
	double y = g->origin[i];
	struct scene_type type = figure_label;
	if (i && same_origin(w, w - 1))
		return;
	type.size = 12;
	scene_circle(g->s, ORIGIN, y, 6, w->lost ? lost : figure_full);
	scene_text(g->s, 0, y, ANCHOR_start, type, measure_cut(g->s->arena, w->origin, type.size, false, ORIGIN - 18));
	scene_text(g->s, 0, y + 13, ANCHOR_start, figure_small,
		   measure_cut(g->s->arena, w->under, figure_small.size, false, ORIGIN - 18));
}

static void draw_relay(struct graph *g, const struct relay *r)
{
	struct scene_type type = figure_small;
	type.halo = true;
	scene_path(g->s, (struct scene_look){ PAINT_page, PAINT_ink, 1.5, DASH_solid });
	scene_move(g->s, r->x, r->y - 7);
	scene_to(g->s, r->x + 7, r->y);
	scene_to(g->s, r->x, r->y + 7);
	scene_to(g->s, r->x - 7, r->y);
	scene_close(g->s);
	scene_text(g->s, r->x, r->y + 17, ANCHOR_middle, type,
		   measure_cut(g->s->arena, r->name, type.size, false,
			       g->deepest > 1 ? RELAY - 6 : 2 * (RELAYS - ORIGIN) - 12));
}

static void draw_report(struct graph *g, size_t i)
{
	const struct way *w = &g->f->ways.at[i];
	double x = date_x(g, w), y = g->y[i], half = w->echo ? 3.5 : 5;
	struct scene_type type = figure_label;
	type.size = 12;
	type.halo = true;
	if (w->echo)
		type.paint = PAINT_soft;
	scene_rect(g->s, x - half, y - half, 2 * half, 2 * half,
		   (struct scene_look){ PAINT_page, w->echo ? PAINT_soft : PAINT_ink, 1.5, DASH_solid });
	scene_text(
	    g->s, x + 10, y + 4, ANCHOR_start, type,
	    measure_cut(g->s->arena, w->outlet ? w->outlet : "at first hand", type.size, false, g->s->width - x - 10));
}

static void add_words(struct graph *g)
{
	struct buf b = buf_in(g->s->arena);
	for (each (w, &g->f->ways)) {
		buf_printf(&b, "%s%s (%s)", b.n ? " " : "", w->origin, w->under);
		for (each (r, &w->relays))
			buf_printf(&b, ", through %s", *r);
		buf_printf(&b, ", %s, %s%s.", w->outlet ? w->outlet : "at first hand", number_date(b.arena, w->day),
			   w->echo ? ", an echo" : "");
	}
	g->s->words = buf_str(&b);
}

void figure_ways(struct scene *s, const struct figure *f)
{
	struct graph g = { .s = s, .f = f };
	place_rows(&g);
	place_days(&g);
	place_relays(&g);
	axis_draw(s, &g.axis, TOP - 8, (int)g.bottom, false);
	scene_text(s, 0, 25, ANCHOR_start, figure_small, "Who it came from");
	if (g.relays.n)
		scene_text(s, RELAYS, 25, ANCHOR_middle, figure_small, "Through whom");
	for (int echo = 1; echo >= 0; echo--) // what counts in front
		for (size_t i = 0; i < f->ways.n; i++)
			if (f->ways.at[i].echo == echo)
				draw_way(&g, i);
	for (size_t i = 0; i < f->ways.n; i++) {
		draw_origin(&g, i);
		draw_report(&g, i);
	}
	for (each (r, &g.relays))
		draw_relay(&g, r);
	s->height = g.bottom + 6;
	add_words(&g);
}
