// What the marks and lines of a picture of origins mean.
#ifndef WRITE_PICTURE_KEY_H
#define WRITE_PICTURE_KEY_H

#include "base/buf.h"
#include "case/origin.h"

// What there is in the picture; the key explains nothing else.
struct picture_key {
	bool origin, lost, ghost, echo, folded, within;
	bool relation[relation_count], joined;
};

// Draws it in lines between two places, the first at this height. Returns the height of the line after the last.
int picture_key_draw(struct buf *out, const struct picture_key *k, int left, int right, int y);

#endif
