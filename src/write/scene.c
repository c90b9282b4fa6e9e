// Building a scene: each call adds one thing in front of what is there.
#include "write/scene.h"

#include "write/formats.h"
#include "write/measure.h"

#include <math.h>
#include <assert.h>
#include <string.h>

#define X_COLOUR(name, light, dark) { #name, light, dark },
const struct scene_colour scene_colours[] = { PAINT_TABLE(X_COLOUR) };

const double scene_dashes[DASH_count][5] = { [DASH_broken] = { 3, 2 },
					     [DASH_rewrite] = { 5, 3 },
					     [DASH_update] = { 7, 3, 1.5, 3 },
					     [DASH_dotted] = { 0.01, 4 } };

struct scene *scene_new(struct arena *a, double width)
{
	struct scene *s = arena_new(a, struct scene);
	s->arena = a;
	s->width = width;
	return s;
}

static struct scene_item *add(struct scene *s, enum scene_kind kind, double x, double y, struct scene_look look)
{
	struct scene_item *i = list_add(s->arena, &s->items);
	i->kind = kind;
	i->x = x;
	i->y = y;
	i->look = look;
	return i;
}

void scene_rect(struct scene *s, double x, double y, double w, double h, struct scene_look look)
{
	struct scene_item *i = add(s, SCENE_RECT, x, y, look);
	i->w = w;
	i->h = h;
}

void scene_circle(struct scene *s, double x, double y, double r, struct scene_look look)
{
	add(s, SCENE_CIRCLE, x, y, look)->w = r;
}

void scene_text(struct scene *s, double x, double y, enum scene_anchor anchor, struct scene_type type, const char *text)
{
	struct scene_item *i = add(s, SCENE_TEXT, x, y, (struct scene_look){ 0 });
	i->anchor = anchor;
	i->type = type;
	i->text = plain_text(s->arena, text);
}

void scene_path(struct scene *s, struct scene_look look)
{
	struct scene_item *i = add(s, SCENE_PATH, 0, 0, look);
	i->step = i->to = s->steps.n;
}

static void step(struct scene *s, struct scene_step step)
{
	struct scene_item *last = &s->items.at[s->items.n - 1];
	assert(s->items.n && last->kind == SCENE_PATH);
	list_push(s->arena, &s->steps, step);
	last->to = s->steps.n;
}

void scene_move(struct scene *s, double x, double y)
{
	step(s, (struct scene_step){ 'M', { x, y } });
}

void scene_to(struct scene *s, double x, double y)
{
	step(s, (struct scene_step){ 'L', { x, y } });
}

void scene_curve(struct scene *s, double x1, double y1, double x2, double y2, double x, double y)
{
	step(s, (struct scene_step){ 'C', { x1, y1, x2, y2, x, y } });
}

void scene_bend(struct scene *s, double x1, double y1, double x, double y)
{
	double middle = (x1 + x) / 2;
	if (fabs(y1 - y) < 0.5)
		scene_to(s, x, y);
	else
		scene_curve(s, middle, y1, middle, y, x, y);
}

void scene_close(struct scene *s)
{
	step(s, (struct scene_step){ .op = 'Z' });
}

void scene_line(struct scene *s, double x1, double y1, double x2, double y2, struct scene_look look)
{
	scene_path(s, look);
	scene_move(s, x1, y1);
	scene_to(s, x2, y2);
}

void scene_begin(struct scene *s, const char *words)
{
	add(s, SCENE_BEGIN, 0, 0, (struct scene_look){ 0 })->text = words ? plain_text(s->arena, words) : NULL;
}

void scene_begin_of(struct scene *s, const char *what, const char *id, const char *words)
{
	scene_begin(s, words);
	s->items.at[s->items.n - 1].what = what;
	s->items.at[s->items.n - 1].id = id;
	s->listens |= words != NULL;
}

void scene_end(struct scene *s)
{
	add(s, SCENE_END, 0, 0, (struct scene_look){ 0 });
}

double scene_leading(double size)
{
	return size < 12 ? size + 3 : size + 4;
}

// How many bytes of the text make one line: whole words where one fits, else what fits.
static size_t line_of(const char *text, struct scene_type type, double width)
{
	size_t fits = measure_fitting(text, type.size, type.bold, width), at = fits;
	if (!text[fits])
		return fits;
	while (at && text[at] != ' ')
		at--;
	return at ? at : fits ? fits : 1;
}

size_t scene_fold(struct scene *s, double x, double y, double width, size_t most, enum scene_anchor anchor,
		  struct scene_type type, const char *text)
{
	struct arena own = { 0 }, *a = s ? s->arena : &own;
	const char *rest = plain_text(a, text);
	size_t n = 0;
	while (*rest && n < most) {
		size_t len = line_of(rest, type, width);
		bool cut = rest[len] && n + 1 == most;
		const char *line = cut ? measure_cut(a, rest, type.size, type.bold, width) : arena_copy(a, rest, len);
		if (s)
			scene_text(s, x, y + (double)n * scene_leading(type.size), anchor, type, line);
		rest += len;
		while (*rest == ' ')
			rest++;
		n++;
	}
	arena_free(&own);
	return n;
}
