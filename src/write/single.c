// One figure alone, as a page of the workbench shows it: the report's own, drawn from the same blocks.
#include "write/figure_kinds.h"
#include "write/provenance.h"
#include "write/scene_svg.h"
#include "write/sections.h"

#include <string.h>

enum { WIDE = 868 }; // as wide as the text of a report and its margin

static struct scene *confidence(struct writing *g, size_t q)
{
	enum { SIZE = 9, STEP = 12 };
	const struct confidence *k = &g->w->questions[q].confidence;
	const char *word = sureness_name(k->level);
	struct scene *s = scene_new(g->t->arena, 110);
	s->height = 20;
	s->title = arena_printf(g->t->arena, "Confidence: %s", word);
	s->words =
	    arena_printf(g->t->arena, "%d of 3 squares are full. %s", (int)k->level + 1, because_of(g->t->arena, k));
	for (int i = 0; i < 3; i++)
		scene_rect(
		    s, 1 + i * STEP, 5.5, SIZE, SIZE,
		    (struct scene_look){ i <= (int)k->level ? PAINT_ink : PAINT_none, PAINT_ink, 1, DASH_solid });
	scene_text(s, 3 * STEP + 6, 14, ANCHOR_start, figure_strong, word);
	return s;
}

// The last block of a section, where a figure was put into it.
static const struct figure *last_figure(const struct tree *t)
{
	const struct section *s = &t->sections.at[0];
	return s->blocks.n ? &s->blocks.at[s->blocks.n - 1].figure : NULL;
}

static void of_question(struct writing *g, const char *name, size_t q)
{
	if (!strcmp(name, "ruler"))
		answer_figure(g, q);
	else if (!strcmp(name, "steps"))
		why_figure(g, q);
	else
		course_figure(g, q);
}

static struct scene *draw(struct writing *g, const char *name, size_t q, double width)
{
	bool asked = q < g->c->questions.n;
	if (!strcmp(name, "origins"))
		return provenance_scene(g, q, width);
	if (!strcmp(name, "ways"))
		ways_figure(g);
	else if (!strcmp(name, "tally"))
		known_figure(g);
	else if (asked && !strcmp(name, "confidence"))
		return confidence(g, q);
	else if (asked)
		of_question(g, name, q);
	const struct figure *f = last_figure(g->t);
	return f ? figure_scene(g->t->arena, f, width) : NULL;
}

// Of a name that is known; nothing where there is nothing to see.
static void print(struct buf *out, const struct write_input *in, const char *name, size_t question, double width)
{
	struct tree t = { .arena = out->arena };
	struct writing g = { .t = &t, .in = in, .c = in->c, .w = in->w };
	note_begin(&g);
	tree_section(&t, 0, "");
	double least = width > 0 && width < FIGURE_NARROW ? FIGURE_NARROW : width;
	struct scene *s = draw(&g, name, question, width > 0 ? least : WIDE);
	if (s)
		scene_svg(out, s, arena_printf(out->arena, "figure %s", name));
}

bool write_figure(struct buf *out, const struct write_input *in, const char *name, size_t question, double width)
{
	static const char *const names[] = { "ruler", "steps", "time", "confidence", "ways", "tally", "origins" };
	if (!strcmp(name, "style")) {
		scene_svg_style(out);
		return true;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i], name))
			continue;
		print(out, in, name, question, width);
		return true;
	}
	return false;
}
