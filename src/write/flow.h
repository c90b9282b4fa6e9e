// A column of boxes, one below the other, broken into pages. A box is never split; what must not end a page is kept
// with the next, and a table's head comes again where its rows go on.
#ifndef WRITE_FLOW_H
#define WRITE_FLOW_H

#include "write/paper.h"

// An element of the document's structure, within another.
struct flow_tag {
	const char *name;
	struct flow_tag *up; // NULL: the whole document
	bool open;           // while pages are drawn
};

enum flow_kind { FLOW_TEXT, FLOW_RECT, FLOW_SCENE, FLOW_PLACE, FLOW_OUTLINE };

// What stands in a box, from its top left corner.
struct flow_put {
	enum flow_kind kind;
	const char *tag; // an element of its own; NULL
	bool inner;      // not at the top of a page
	double x, y, w, h, leading;
	struct paper_text *text;
	size_t from, to; // lines of the text
	enum scene_paint fill;
	const struct scene *scene;
	double scene_from, scene_to; // its heights
	const char *name, *line; // of a place; of the outline
	int *entry;              // of the outline: becomes its number there
	const int *below;        // the entry that it stands below; NULL: at the top
};

struct flow_box {
	double before, height;    // what is free above it, but not at the top of a page
	bool keep;                // on the page of the next
	size_t head;              // the box that comes again above it on a new page; SIZE_MAX
	size_t put, puts;         // what stands in it
	struct paper_text *aside; // a line in the margin before it, or NULL
	const struct scene *sign; // left of that, or NULL
	double sign_x;
	double bar; // where a line stands beside it; 0: none
	struct flow_tag *tag;
	size_t page;
	double y;
};

struct flow {
	struct arena *arena;
	struct paper *paper;
	double left, top, bottom; // of every page
	LIST(struct flow_box) boxes;
	LIST(struct flow_put) puts;
	struct flow_tag *tag; // what is open
};

void flow_open(struct flow *f, const char *tag);
void flow_close(struct flow *f);

struct flow_box *flow_box(struct flow *f, double before, double height, bool keep);

// Into the box added last.
struct flow_put *flow_put(struct flow *f, enum flow_kind kind, double x, double y);

// A scene, or what stands between two of its heights, so wide.
void flow_scene(struct flow *f, const struct scene *s, double from, double to, double x, double y, double width);

// Text in a box each line, so that two lines at least stand on either page; `keep`: with what follows, `whole`: on one
// page. The baseline of a line stands so far below its top. Returns the first box.
size_t flow_lines(struct flow *f, struct paper_text *t, double x, double before, double leading, bool keep, bool whole);
double flow_baseline(double leading);

// Sets page and place of every box; returns how many pages there are.
size_t flow_pages(struct flow *f);

// Draws the boxes of one page.
void flow_draw(struct flow *f, size_t page);
void flow_end(struct flow *f); // closes what is open

#endif
