// What its marks mean: circle an origin, sized by what the answer loses without it, broken where nobody is known;
// lozenge a relay; square a document, small where it is an echo, broken where it is not established. A relay of many is
// a narrow waist that is seen at once.
#include "write/provenance.h"

#include "case/between.h"
#include "write/figure_kinds.h"
#include "write/measure.h"
#include "write/number.h"
#include "write/picture_key.h"
#include "write/summary.h"

#include <math.h>

static const struct scene_type echo_type = { .size = 11, .paint = PAINT_soft, .halo = true };
static const struct scene_type page_type = { .size = 12, .paint = PAINT_ink, .halo = true };

static double radius(const struct provenance_origin *o)
{
	return 4 + fmin(fabs(o->decibans), 3) * 2;
}

// --- lines ---

static void draw_way(struct provenance *p, struct scene *s, const struct provenance_way *w)
{
	const struct provenance_origin *o = &p->origins.at[w->origin];
	const struct provenance_page *to = &p->pages.at[w->page];
	struct scene_look look = { PAINT_none, w->echo ? PAINT_shade : PAINT_soft, w->echo ? 1 : 1.5,
				   o->lost ? DASH_broken : DASH_solid };
	double x = o->x + radius(o), y = o->y;
	scene_begin_of(s, "way", arena_printf(p->a, "%s %s", o->id, to->id), NULL);
	scene_path(s, look);
	scene_move(s, x, y);
	for (each (r, &w->relays)) {
		const struct provenance_relay *via = &p->relays.at[*r];
		scene_bend(s, x, y, via->x, via->y);
		x = via->x;
		y = via->y;
	}
	scene_bend(s, x, y, fmin(x + 90, to->x - 6), to->y);
	scene_to(s, to->x - 6, to->y);
	scene_end(s);
}

// All that comes through a relay goes on as one line, which is as thick as it is many.
static void draw_waists(struct provenance *p, struct scene *s)
{
	for (each (r, &p->relays))
		for (size_t i = 0; i < p->pages.n; i++) {
			size_t n = 0;
			for (each (w, &p->ways))
				n += w->page == i && w->relays.n &&
				     w->relays.at[w->relays.n - 1] == (size_t)(r - p->relays.at);
			const struct provenance_page *to = &p->pages.at[i];
			if (n < 2)
				continue;
			scene_path(s, (struct scene_look){ PAINT_none, PAINT_ink, fmin(1 + 0.5 * (double)n, 3.5),
							   DASH_solid });
			scene_move(s, r->x, r->y);
			scene_bend(s, r->x, r->y, fmin(r->x + 90, to->x - 6), to->y);
			scene_to(s, to->x - 6, to->y);
		}
}

static void draw_branch(struct provenance *p, struct scene *s, const struct provenance_page *x)
{
	const struct provenance_page *on = &p->pages.at[x->on];
	double side = x->x < on->x ? -1 : 1, turn = on->x + side * 12;
	scene_begin_of(s, "edge", arena_printf(p->a, "%s %s", on->id, x->id), NULL);
	scene_path(s, picture_key_link((int)x->relation));
	scene_move(s, on->x + side * 6, on->y);
	scene_to(s, turn, on->y);
	scene_to(s, turn, x->y);
	scene_to(s, x->x - side * 4, x->y);
	scene_end(s);
}

// What a person left open between two pages, with a mark in the middle.
static void draw_open(struct provenance *p, struct scene *s, const struct settled *o)
{
	const struct provenance_page *x = NULL, *y = NULL;
	for (each (page, &p->pages)) {
		x = page->document == o->a ? page : x;
		y = page->document == o->b ? page : y;
	}
	if (!x || !y || o->is != BETWEEN_open)
		return;
	double mx = (x->x + y->x) / 2 - 18, my = (x->y + y->y) / 2;
	scene_begin_of(s, "open", arena_printf(p->a, "%s %s", x->id, y->id), NULL);
	scene_path(s, (struct scene_look){ PAINT_none, PAINT_ink, 1.5, DASH_dotted });
	scene_move(s, x->x, x->y);
	scene_curve(s, mx, x->y, mx, my, mx, my);
	scene_curve(s, mx, my, mx, y->y, y->x, y->y);
	scene_circle(s, mx, my, 7, (struct scene_look){ PAINT_page, PAINT_ink, 1, DASH_solid });
	scene_text(s, mx, my + 4, ANCHOR_middle, (struct scene_type){ .size = 10, .bold = true, .paint = PAINT_ink },
		   "?");
	scene_end(s);
}

// --- marks ---

static void draw_origin(struct provenance *p, struct scene *s, const struct provenance_origin *o)
{
	const struct scene_look lost = { PAINT_page, PAINT_ink, 1.5, DASH_broken };
	const char *weight = o->weighed ? arena_printf(p->a, "%s dB", number_decibans(p->a, o->decibans)) : NULL;
	struct scene_type name = page_type, side = figure_small;
	double room = o->x - 18;
	side.paint = o->decibans < 0 ? PAINT_against : PAINT_for;
	side.halo = true;
	scene_begin_of(s, "source", o->id,
		       arena_printf(p->a, "%s, %s%s%s", o->name, o->under, weight ? ", " : "", weight ? weight : ""));
	scene_circle(s, o->x, o->y, radius(o), o->lost ? lost : figure_full);
	scene_text(s, 0, o->y - 1, ANCHOR_start, name, measure_cut(p->a, o->name, name.size, false, room));
	scene_text(s, 0, o->y + 13, ANCHOR_start, figure_small,
		   measure_cut(p->a, o->under, figure_small.size, false, room));
	if (weight)
		scene_text(s, o->x + 16, o->y - 6, ANCHOR_start, side, weight);
	scene_end(s);
}

static void draw_relay(struct provenance *p, struct scene *s, const struct provenance_relay *r)
{
	const double room = PROVENANCE_DEPTH - 8;
	struct scene_type name = page_type, under = echo_type;
	scene_begin_of(s, "relay", r->id, arena_printf(p->a, "%s, %s", r->name, r->under));
	scene_path(s, (struct scene_look){ PAINT_page, PAINT_ink, 1.5, DASH_solid });
	scene_move(s, r->x, r->y - 8);
	scene_to(s, r->x + 8, r->y);
	scene_to(s, r->x, r->y + 8);
	scene_to(s, r->x - 8, r->y);
	scene_close(s);
	name.size = 11;
	scene_text(s, r->x, r->y + 20, ANCHOR_middle, name, measure_cut(p->a, r->name, name.size, false, room));
	scene_text(s, r->x, r->y + 32, ANCHOR_middle, under, measure_cut(p->a, r->under, under.size, false, room));
	scene_end(s);
}

static const char *say_page(struct provenance *p, const struct provenance_page *x)
{
	struct buf b = buf_in(p->a);
	buf_printf(&b, "%s, %s", x->name, number_date(p->a, x->day));
	if (x->on != SIZE_MAX)
		buf_printf(&b, ", %s, from %s", x->how, p->pages.at[x->on].name);
	if (x->lost)
		buf_text(&b, ", untraceable");
	return buf_str(&b);
}

static void draw_page(struct provenance *p, struct scene *s, const struct provenance_page *x)
{
	bool echo = x->group != (size_t)(x - p->pages.at);
	double half = echo ? 3.5 : 5.5;
	struct scene_type type = echo ? echo_type : page_type;
	const char *text = x->how ? arena_printf(p->a, "%s, %s", x->name, x->how) : x->name;
	double room = x->left ? x->x - p->axis.left + 92 : p->width - x->x - half - 6;
	scene_begin_of(s, "document", x->id, say_page(p, x));
	scene_rect(
	    s, x->x - half, x->y - half, 2 * half, 2 * half,
	    (struct scene_look){ PAINT_page, echo ? PAINT_soft : PAINT_ink, 1.5, x->lost ? DASH_broken : DASH_solid });
	text = measure_cut(p->a, x->lost ? arena_printf(p->a, "%s, untraceable", text) : text, type.size, false,
			   fmax(room, 40));
	if (x->left)
		scene_text(s, x->x - half - 4, x->y - 7, ANCHOR_end, type, text);
	else
		scene_text(s, x->x + half + 6, x->y + 4, ANCHOR_start, type, text);
	scene_end(s);
}

// --- the whole ---

static void add_words(struct provenance *p, struct scene *s)
{
	struct buf b = buf_in(p->a);
	for (each (w, &p->ways)) {
		const struct provenance_origin *o = &p->origins.at[w->origin];
		buf_printf(&b, "%s%s (%s)", b.n ? " " : "", o->name, o->under);
		for (each (r, &w->relays))
			buf_printf(&b, ", through %s", p->relays.at[*r].name);
		buf_printf(&b, ", %s%s.", say_page(p, &p->pages.at[w->page]), w->echo ? ", an echo" : "");
	}
	for (each (x, &p->pages))
		if (!x->carries)
			buf_printf(&b, "%s%s.", b.n ? " " : "", say_page(p, x));
	s->words = buf_str(&b);
}

static void draw_heads(struct provenance *p, struct scene *s)
{
	axis_draw(s, &p->axis, PROVENANCE_TOP - 8, (int)p->bottom, false);
	if (p->origins.n)
		scene_text(s, 0, 29, ANCHOR_start, figure_small, "Who it came from");
	if (p->relays.n)
		scene_text(s, PROVENANCE_RELAY, 29, ANCHOR_middle, figure_small, "Through whom");
	for (each (x, &p->pages))
		if (!x->day.day) {
			scene_text(s, x->x, 29, ANCHOR_middle, figure_small, "without a day");
			return;
		}
}

struct scene *provenance_scene(struct writing *g, size_t question, double width)
{
	struct arena *a = g->t->arena;
	struct provenance p = { .a = a, .g = g, .width = fmax(width, FIGURE_WIDE) };
	provenance_find(&p, question);
	if (!p.pages.n)
		return NULL;
	provenance_place(&p);
	struct scene *s = scene_new(a, p.width);
	s->title = g->in->t ? arena_printf(a, "Where it comes from: %s", summary_tally(a, &g->in->t->tally))
			    : "Where the reports come from";
	draw_heads(&p, s);
	for (int echo = 1; echo >= 0; echo--) // what counts in front
		for (each (w, &p.ways))
			if (w->echo == echo)
				draw_way(&p, s, w);
	draw_waists(&p, s);
	for (each (x, &p.pages))
		if (x->on != SIZE_MAX)
			draw_branch(&p, s, x);
	for (size_t i = 0; g->in->t && i < g->in->t->settled.n; i++)
		draw_open(&p, s, &g->in->t->settled.at[i]);
	for (each (o, &p.origins))
		draw_origin(&p, s, o);
	for (each (r, &p.relays))
		draw_relay(&p, s, r);
	for (each (x, &p.pages))
		draw_page(&p, s, x);
	s->height = p.bottom + (p.unseen ? 22 : 8);
	if (p.unseen)
		scene_text(s, 0, p.bottom + 14, ANCHOR_start, figure_small,
			   arena_printf(a, "and %s more", number_of(a, p.unseen, "document")));
	add_words(&p, s);
	return s;
}
