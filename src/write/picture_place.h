// A picture of origins while it is drawn, and where everything stands in it.
#ifndef WRITE_PICTURE_PLACE_H
#define WRITE_PICTURE_PLACE_H

#include "write/axis.h"
#include "write/picture_key.h"
#include "write/rows.h"

enum picture_pixels {
	MARGIN = 20,
	NAMES = 54, // where names begin
	NAMES_WIDTH = 178,
	PLOT = 244,
	CURVES = 58,   // left of the first day, for lines that go round
	EDGE = 30,     // the same, where there are none
	STEPS = 84,    // right of the last day, for what hangs on others of one day
	STEP = 18,     // at least, from a document to what hangs on it
	BACK = 26,     // and back to what is dated earlier; no multiple of STEP, so that no mark meets a trunk
	UNDATED = 124, // the column of documents without a date
	ROW = 20,
	LANE = 6, // between two families
	TYPE = 12,
	BESIDE = 13, // from a mark to its title
	TITLE = 280, // room for a title, so that it need not go to the left
};

struct picture {
	struct scene *s;
	int width;
	struct arena *a;
	const struct tracing *t;
	const struct document *const *docs;
	struct rows rows;
	struct axis axis;
	int *x, *y, *natural; // [row] its mark; where its date alone would put it
	bool *left;           // [row] whether a title stands left of the mark
	size_t *edges;        // [document] its first edge, and [n] the end
	struct picture_key key;
	bool beside;                // there are lines beside the trees
	size_t unseen;              // edges of documents without a row
	bool undated;               // some documents are
	int top, bottom, undated_x; // of the plot; where documents without a date stand
};

// The first and the last day that a date may be; the date must be known.
void picture_place_days(struct date d, long *first, long *last);

// Where a document's date puts it: at the last day that it may be.
int picture_place_date(const struct picture *p, const struct document *d);

// Sets the axis; then, once it is known where the first row begins, every row.
void picture_place_axis(struct picture *p);
void picture_place_rows(struct picture *p, int top);

// Where the first day stands.
int picture_place_left(const struct picture *p);

// Pixels for a title on the side of a row's mark where it goes.
int picture_place_room(const struct picture *p, size_t row);

// Whether a row is the document that the tally counts as untraceable: itself, or for an origin that is not at hand.
bool picture_place_lost(const struct picture *p, size_t row);

// Of a row's mark.
int picture_place_radius(const struct picture *p, size_t row);

#endif
