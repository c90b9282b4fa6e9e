// A figure as a list of what is drawn, from back to front, in pixels (96 to an inch): lines, shapes, texts, groups with
// words for those who cannot see them. Built once; scene_svg.c and paper.c draw it. Every place is computed from
// measure.h, never from the fonts of a machine.
#ifndef WRITE_SCENE_H
#define WRITE_SCENE_H

#include "base/buf.h"
#include "base/list.h"

// What a colour is for; with its values on light and on dark ground.
#define PAINT_TABLE(X)                                                                                                 \
	X(none, 0x000000, 0x000000)                                                                                    \
	X(ink, 0x1a1c1e, 0xe8e6e1)                                                                                     \
	X(soft, 0x54575b, 0xb4b3ae)                                                                                    \
	X(rule, 0xdcdcd7, 0x34373d)                                                                                    \
	X(page, 0xfdfdfc, 0x141518)                                                                                    \
	X(panel, 0xf5f5f2, 0x1b1d21)                                                                                   \
	X(tint, 0xe9edf3, 0x252a33)                                                                                    \
	X(for, 0x1d5c9e, 0x8ab8ee)                                                                                     \
	X(against, 0xa8480a, 0xf0a468)                                                                                 \
	X(shade, 0xaaabad, 0x646563)                                                                                   \
	X(for1, 0xebf2fb, 0x1a2430)                                                                                    \
	X(for2, 0xd9e6f7, 0x1d3048)                                                                                    \
	X(for3, 0xb9d2ef, 0x204468)                                                                                    \
	X(against1, 0xfbefe6, 0x2c2019)                                                                                \
	X(against2, 0xf7ddcb, 0x432a17)                                                                                \
	X(against3, 0xf2bf96, 0x633a17)
#define X_PAINT(name, light, dark) PAINT_##name,
enum scene_paint { PAINT_TABLE(X_PAINT) PAINT_count };

struct scene_colour {
	const char *name;
	uint32_t light, dark; // 0xrrggbb
};
extern const struct scene_colour scene_colours[];

// A broken line means: not settled. The others tell how a text was taken over.
enum scene_dash { DASH_solid, DASH_broken, DASH_rewrite, DASH_update, DASH_dotted, DASH_count };
extern const double scene_dashes[DASH_count][5]; // on, off, on, ... ends with 0

struct scene_look {
	enum scene_paint fill, stroke;
	double width; // of the stroke
	enum scene_dash dash;
};

struct scene_type {
	double size;
	bool serif, bold, italic;
	enum scene_paint paint;
	bool halo; // stands out from what it is written over
};

enum scene_anchor { ANCHOR_start, ANCHOR_middle, ANCHOR_end };

enum scene_kind { SCENE_PATH, SCENE_RECT, SCENE_CIRCLE, SCENE_TEXT, SCENE_BEGIN, SCENE_END };

struct scene_step {
	char op;     // M, L, C or Z
	double x[6]; // two numbers for M and L, six for C
};

struct scene_item {
	enum scene_kind kind;
	double x, y, w, h; // a circle's centre and radius (w); a text's anchor and baseline
	struct scene_look look;
	struct scene_type type;
	enum scene_anchor anchor;
	const char *text; // of a text; of a group its twin in words, or NULL
	const char *id, *what; // of a group: what of the case it stands for, for a page that listens; NULL
	size_t step, to;  // of a path: its steps
};

struct scene {
	struct arena *arena;
	double width, height;
	bool listens;              // has groups that stand for things
	const char *title, *words; // the twin: what it is, and all that it shows; NULL where it stands beside it
	LIST(struct scene_item) items;
	LIST(struct scene_step) steps;
	LIST(double) cuts; // heights where it may be cut over pages, from the top down
};

struct scene *scene_new(struct arena *a, double width);

void scene_line(struct scene *s, double x1, double y1, double x2, double y2, struct scene_look look);
void scene_rect(struct scene *s, double x, double y, double w, double h, struct scene_look look);
void scene_circle(struct scene *s, double x, double y, double r, struct scene_look look);
void scene_text(struct scene *s, double x, double y, enum scene_anchor anchor, struct scene_type type,
		const char *text); // made plain

// A path: begun, then its steps, which belong to the path begun last.
void scene_path(struct scene *s, struct scene_look look);
void scene_move(struct scene *s, double x, double y);
void scene_to(struct scene *s, double x, double y);
void scene_curve(struct scene *s, double x1, double y1, double x2, double y2, double x, double y);
void scene_bend(struct scene *s, double x1, double y1, double x, double y); // from x1, y1, level at both ends
void scene_close(struct scene *s);

void scene_begin(struct scene *s, const char *words); // a group
// One that stands for a thing: its id, and what it is ("document"). Without words it is nothing to choose: a line.
void scene_begin_of(struct scene *s, const char *what, const char *id, const char *words);
void scene_end(struct scene *s);

// Text folded into lines of so many pixels, no more than `most` of them, the last cut where more would follow. Draws
// them from this baseline down and returns how many there are; with scene NULL it only counts.
size_t scene_fold(struct scene *s, double x, double y, double width, size_t most, enum scene_anchor anchor,
		  struct scene_type type, const char *text);
double scene_leading(double size); // from one of its lines to the next

#endif
