// Paper: pages of a PDF with laid out text, tags, links and an outline; and scenes, on them or as PNG. Lengths are
// points from the top left corner. All that is drawn with cairo and pango is in paper.c.
#ifndef WRITE_PAPER_H
#define WRITE_PAPER_H

#include "write/scene.h"
#include "case/date.h"

struct paper;

struct paper_run {
	const char *text;
	struct scene_type type;
	double rise;      // of what stands above the line
	bool whole;       // never broken over lines
	const char *link; // name of a place; NULL
	const char *dest; // the name of this place; NULL
};

struct paper_sheet {
	double width, height;
	const char *title, *creator;
	struct date date; // of the document's information, never today's
};

// Fails where the machine has no fonts.
MUST_USE enum status paper_open(struct arena *a, struct buf *out, const struct paper_sheet *sheet, struct paper **p,
				struct err *e);
void paper_next(struct paper *p);  // ends the page
void paper_close(struct paper *p); // writes what is left, and gives back what is not the arena's

// Text laid out in lines no wider than `width`; with `one` in one line, cut with an ellipsis. Of the anchors, middle
// and end set each line so within the width.
struct paper_text;
struct paper_text *paper_set(struct paper *p, const struct paper_run *runs, size_t n, double width,
			     enum scene_anchor anchor, bool one);
size_t paper_lines(const struct paper_text *t);
double paper_width(const struct paper_text *t); // of the widest line

// Draws lines [from, to), the baseline of the first here, each so much below the other. `tagged`: as elements, a Span
// where no link is; else it is what every page has and no part of the document.
void paper_draw(struct paper *p, const struct paper_text *t, size_t from, size_t to, double x, double y, double leading,
		bool tagged);

// What of a scene stands between two of its heights, the upper one here.
void paper_scene(struct paper *p, const struct scene *s, double from, double to, double x, double y, double scale);
void paper_rect(struct paper *p, double x, double y, double w, double h, enum scene_paint fill);

// The structure for those who cannot see the page: "P", "H1", "Table", ... from begin to end. Cairo marks what is drawn
// in an element only where the element holds no other.
void paper_begin(struct paper *p, const char *tag);
void paper_end(struct paper *p, const char *tag);

// A place that links go to, here; and its line in the outline, below a line given before or, with 0, at the top.
void paper_place(struct paper *p, const char *name, double x, double y);
int paper_outline(struct paper *p, int below, const char *text, const char *name);

void paper_png(struct buf *out, const struct scene *s, double scale);

#endif
