// News comes in bursts: a line of days that is true to scale from the first to the last mostly shows that nothing
// happened. So the line is broken where one gap takes up nearly half of what is left of it, and within each part it is
// true to scale again, the same for all parts.
#include "write/axis.h"

#include "write/measure.h"
#include "case/date.h"

#include <stdlib.h>

enum {
	GAP = 44,      // pixels of a break
	LEAST = 30,    // of a part, beside what its days take
	APART = 78,    // between the names of two days
	LEAST_GAP = 4, // days
	MOST_BREAKS = 5,
};

static const double share_of_gap = 0.45; // of the days that are left

static int by_number(const void *x, const void *y)
{
	long a = *(const long *)x, b = *(const long *)y;
	return (a > b) - (a < b);
}

// Marks the gaps to break, before day i, widest first. Returns how many days are left between the others.
static long breaks(const long *days, size_t n, bool *broken)
{
	long left = n ? days[n - 1] - days[0] : 0;
	for (int k = 0; n > 2 && k < MOST_BREAKS; k++) {
		size_t widest = 0;
		for (size_t i = 1; i < n; i++)
			if (!broken[i] && (!widest || days[i] - days[i - 1] > days[widest] - days[widest - 1]))
				widest = i;
		long gap = widest ? days[widest] - days[widest - 1] : 0;
		if (gap < LEAST_GAP || (double)gap < share_of_gap * (double)left || gap == left)
			break;
		broken[widest] = true;
		left -= gap;
	}
	return left;
}

struct axis axis_of(struct arena *a, long *days, size_t n, int left, int right)
{
	struct axis x = { .left = left, .right = right };
	size_t kept = 0;
	if (n)
		qsort(days, n, sizeof *days, by_number);
	for (size_t i = 0; i < n; i++)
		if (!i || days[i] != days[i - 1])
			days[kept++] = days[i];
	bool *broken = arena_array(a, bool, kept + 1);
	long left_days = breaks(days, kept, broken);
	struct axis_part *p = NULL;
	for (size_t i = 0; i < kept; i++) {
		if (!i || broken[i]) {
			p = list_add(a, &x.parts);
			p->from = days[i];
		}
		p->to = days[i];
	}
	int k = (int)x.parts.n, room = right - left - (k - 1) * (GAP + LEAST), at = left;
	for (each (part, &x.parts)) {
		part->x = at;
		part->width = left_days ? (int)((double)room * (double)(part->to - part->from) / (double)left_days) : 0;
		at += part->width + LEAST + GAP;
	}
	return x;
}

int axis_x(const struct axis *x, long day)
{
	int at = x->left;
	for (each (p, &x->parts)) {
		if (day < p->from)
			break;
		long days = p->to - p->from, in = day < p->to ? day - p->from : days;
		at = p->x + (days ? (int)((double)p->width * (double)in / (double)days) : 0);
	}
	return at;
}

// --- its names ---

// A step from one name to the next: so many days, or months.
struct step {
	int days, months;
};

static struct step step_of(const struct axis *x)
{
	static const struct step steps[] = { { 1, 0 },  { 2, 0 },   { 7, 0 },   { 14, 0 }, { 0, 1 },
					     { 0, 2 },  { 0, 3 },   { 0, 6 },   { 0, 12 }, { 0, 24 },
					     { 0, 60 }, { 0, 120 }, { 0, 240 }, { 0, 600 } };
	double days = 0, pixels = 0;
	for (each (p, &x->parts)) {
		days += (double)(p->to - p->from);
		pixels += p->width;
	}
	enum { N = sizeof steps / sizeof *steps };
	for (size_t i = 0; i < N; i++)
		if ((steps[i].days + steps[i].months * 30.4) * pixels >= APART * days)
			return steps[i];
	return (struct step){ 0, 1200 };
}

// The first day with a name at or after this one; `part` is where the steps of days begin.
static long next_named(struct step s, long part, long day)
{
	if (s.days)
		return part + (day - part + s.days - 1) / s.days * s.days;
	struct date d = date_of_day(day);
	int month = d.year * 12 + d.month - 1 + (d.day > 1);
	month = (month + s.months - 1) / s.months * s.months;
	return date_day((struct date){ .year = month / 12, .month = month % 12 + 1, .day = 1 });
}

static const char *name_of(struct arena *a, long day, struct step s, int *year)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct date d = date_of_day(day);
	bool said = *year == d.year;
	*year = d.year;
	if (s.months >= 12 && d.month == 1 && d.day == 1)
		return arena_printf(a, "%d", d.year);
	const char *text = arena_printf(a, "%d %s", d.day, months[d.month - 1]);
	if (s.months && d.day == 1)
		text = months[d.month - 1];
	return said ? text : arena_printf(a, "%s %d", text, d.year);
}

// Where the names of an axis go, and how far it has them already.
struct names_at {
	int above, below; // lines of text; below 0: none
	int end;          // pixels that are taken
	int year;         // the last that was said
};

static const struct scene_type name_type = { .size = 11, .paint = PAINT_soft };
static const struct scene_look grid = { PAINT_none, PAINT_rule, 1, DASH_solid };

// Unless it would run into the name before it, or over what must stay free for the next.
static void add_name(struct scene *s, struct names_at *n, int x, long day, struct step step, int free_from)
{
	enum { BETWEEN = 8 };
	int year = n->year;
	const char *text = name_of(s->arena, day, step, &year);
	int half = (int)measure_text(text, name_type.size, false) / 2;
	if (x - half < n->end + BETWEEN || x + half + BETWEEN > free_from)
		return;
	n->end = x + half;
	n->year = year;
	scene_text(s, x, n->above, ANCHOR_middle, name_type, text);
	if (n->below)
		scene_text(s, x, n->below, ANCHOR_middle, name_type, text);
}

// The lines and names of one part, whose first always has one.
static void draw_part(struct scene *s, const struct axis *x, const struct axis_part *p, struct step step, int top,
		      int bottom, struct names_at *n)
{
	enum { HALF = 32 }; // of a long name
	bool more = p + 1 < x->parts.at + x->parts.n;
	int free_from = more ? p[1].x - HALF : x->right + 2 * APART;
	long day = next_named(step, p->from, p->from);
	if (day > p->to || axis_x(x, day) - p->x > APART)
		day = p->from;
	for (bool first = true; day <= p->to; day = next_named(step, p->from, day + 1), first = false) {
		int at = axis_x(x, day);
		scene_line(s, at, top, at, bottom, grid);
		add_name(s, n, at, day, step, first ? x->right + 2 * APART : free_from);
	}
}

// Two strokes across a gap.
static void draw_break(struct scene *s, double x, double y)
{
	const struct scene_look look = { PAINT_none, PAINT_soft, 1, DASH_solid };
	scene_line(s, x, y, x + 4, y - 8, look);
	scene_line(s, x + 7, y - 8, x + 3, y, look);
}

void axis_draw(struct scene *s, const struct axis *x, int top, int bottom, bool names_below)
{
	struct step step = step_of(x);
	struct names_at names = { .above = top - 7, .below = names_below ? bottom + 15 : 0 };
	for (each (p, &x->parts)) {
		draw_part(s, x, p, step, top, bottom, &names);
		if (p == x->parts.at)
			continue;
		int from = p->x - GAP + 4, to = p->x - 14;
		scene_rect(s, from, top, to - from, bottom - top,
			   (struct scene_look){ PAINT_panel, PAINT_none, 0, DASH_solid });
		draw_break(s, (from + to) / 2 - 3, top + 4);
	}
}
