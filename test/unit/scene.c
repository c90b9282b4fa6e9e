// Scenes: what SVG they become, that text folds and is cut within its width, and that no figure is wider than it was
// asked to be, however long what it names.
#include "write/figure.h"
#include "write/measure.h"
#include "write/paper.h"
#include "write/scene_svg.h"
#include "test/tap.h"

#include <stdio.h>
#include <string.h>

static void check_svg(struct arena *a)
{
	struct scene *s = scene_new(a, 40);
	struct buf out = buf_in(a);
	s->height = 20;
	s->title = "A & B";
	scene_begin(s, "one");
	scene_line(s, 0, 1.5, 40, 1.255, (struct scene_look){ PAINT_none, PAINT_rule, 1, DASH_solid });
	scene_rect(s, 1, 2, 3, 4, (struct scene_look){ PAINT_for, PAINT_none, 0, DASH_solid });
	scene_circle(s, 5, 6, 7, (struct scene_look){ PAINT_page, PAINT_ink, 1.5, DASH_broken });
	scene_text(s, 20, 10, ANCHOR_end, (struct scene_type){ .size = 11, .bold = true, .paint = PAINT_soft }, "<x>");
	scene_end(s);
	scene_svg(&out, s, "wide");
	is_text(
	    buf_str(&out),
	    "<svg class=\"wide\" width=\"40\" height=\"20\" viewBox=\"0 0 40 20\" role=\"img\">\n"
	    "<title>A &amp; B</title>\n"
	    "<g><title>one</title>\n"
	    "<path class=\"f-none s-rule\" d=\"M0 1.5L40 1.25\"/>\n"
	    "<rect class=\"f-for\" x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\n"
	    "<circle class=\"f-page s-ink\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\" cx=\"5\" cy=\"6\" r=\"7\"/>\n"
	    "<text class=\"sans f-soft\" x=\"20\" y=\"10\" font-size=\"11\" font-weight=\"600\" "
	    "text-anchor=\"end\">&lt;x&gt;</text>\n"
	    "</g>\n"
	    "</svg>\n",
	    "a scene as SVG");
}

static void check_fold(struct arena *a)
{
	const struct scene_type type = { .size = 10, .paint = PAINT_ink };
	struct scene *s = scene_new(a, 60);
	const char *text = "some words that are folded and wwwwwwwwwwwwwwwwwwwwwwwwwwwwww";
	size_t n = scene_fold(s, 0, 10, 60, 3, ANCHOR_start, type, text);
	ok(n == 3 && s->items.n == 3, "no more lines than are asked for");
	ok(scene_fold(NULL, 0, 10, 60, 99, ANCHOR_start, type, text) > 5, "counted alone, all of them");
	ok(scene_fold(s, 0, 0, 60, 3, ANCHOR_start, type, "") == 0, "nothing is no line");
	ok(scene_fold(s, 0, 0, 1, 2, ANCHOR_start, type, "W") == 1, "a letter wider than the line is one line");
	for (each (i, &s->items))
		if (i->text[0] != 'W')
			ok(measure_text(i->text, 10, false) <= 60, "'%s' fits", i->text);
	ok(strstr(s->items.at[2].text, "\xe2\x80\xa6") != NULL, "the last line shows that it is cut");
	ok(s->items.at[1].y == 10 + scene_leading(10), "lines stand below one another");
}

// How far the texts of a scene reach.
static bool within(const struct scene *s)
{
	for (each (i, &s->items)) {
		double wide = i->kind == SCENE_TEXT ? measure_text(i->text, i->type.size, i->type.bold) : 0;
		double from = i->x - (i->anchor == ANCHOR_end ? wide : i->anchor == ANCHOR_middle ? wide / 2 : 0);
		if (i->kind == SCENE_TEXT && (from < -0.5 || from + wide > s->width + 0.5 || i->y > s->height))
			return printf("# '%s' from %.1f to %.1f, %.1f down\n", i->text, from, from + wide, i->y) < 0;
	}
	return true;
}

static void fill(struct arena *a, struct figure *f)
{
	static const char longest[] =
	    "A very long name of an answer, an origin or an outlet that nobody would ever give "
	    "to one but that a text may hold all the same";
	const struct date days[] = { { 2024, 1, 1 }, { 2024, 1, 3 }, { 2024, 3, 9 } };
	static double p[] = { 0.1, 0.5, 0.8 };
	for (size_t i = 0; i < 3; i++) {
		list_push(a, &f->days, days[i]);
		list_push(a, &f->courses, ((struct course){ longest, i == 1, 0.3, p }));
		list_push(a, &f->marks,
			  ((struct mark){ longest, i ? "1 May 2024" : NULL, p[i], i == 1 ? -1 : 0.05, 0.95, 0.2, 0.8,
					  0.3, i == 1 ? 0.2 : -1, 1.2, i == 0 }));
		struct way *w = list_add(a, &f->ways);
		*w = (struct way){ .origin = longest, .under = longest, .outlet = i ? longest : NULL };
		w->day = i == 1 ? (struct date){ 0 } : days[i];
		w->lost = i == 2;
		for (size_t k = 0; k < 2 * i; k++)
			list_push(a, &w->relays, longest);
	}
	f->tally = (struct report_tally){ 30, 20, 8, 2 };
}

static void check_figures(struct arena *a)
{
	for (int k = 0; k < FIGURE_documents; k++) {
		struct figure f = { .kind = (enum figure_kind)k, .title = "t", .about = "a" };
		const char *name = tree_figure_name(f.kind);
		fill(a, &f);
		struct scene *wide = figure_scene(a, &f, FIGURE_WIDE), *narrow = figure_scene(a, &f, FIGURE_NARROW);
		ok(wide && wide->width == FIGURE_WIDE && within(wide), "%s: nothing runs out", name);
		ok(narrow && within(narrow), "%s: narrow, too", name);
		ok(wide && wide->words && *wide->words, "%s: it has its twin in words", name);
	}
}

static void check_tints(void)
{
	ok(figure_tint(0.24) == PAINT_none && figure_tint(0.25) == PAINT_for1, "weak evidence has no tint");
	ok(figure_tint(-1) == PAINT_against2 && figure_tint(-99) == PAINT_against3, "the scale is fixed and ends at 3");
}

static void check_png(struct arena *a)
{
	struct figure f = { .kind = FIGURE_ruler, .title = "t" };
	struct buf one = buf_in(a), two = buf_in(a);
	fill(a, &f);
	struct scene *s = figure_scene(a, &f, FIGURE_WIDE);
	paper_png(&one, s, 2);
	paper_png(&two, s, 2);
	const unsigned char *b = (const unsigned char *)buf_str(&one);
	ok(one.n > 1000 && !memcmp(b, "\x89PNG", 4), "a scene as PNG");
	ok(one.n > 1000 && (b[18] << 8 | b[19]) == 2 * FIGURE_WIDE, "twice as wide in pixels");
	ok(one.n == two.n && !memcmp(one.at, two.at, one.n), "the same bytes again");
}

int main(void)
{
	struct arena a = { 0 };
	check_svg(&a);
	check_fold(&a);
	check_figures(&a);
	check_tints();
	check_png(&a);
	arena_free(&a);
	return done();
}
