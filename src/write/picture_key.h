// What the marks and lines of a picture of origins mean.
#ifndef WRITE_PICTURE_KEY_H
#define WRITE_PICTURE_KEY_H

#include "write/scene.h"
#include "case/origin.h"

// What there is in the picture; the key explains nothing else.
struct picture_key {
	bool origin, lost, ghost, echo, folded, within;
	bool relation[relation_count], joined;
};

// Draws it in lines between two places, the first at this height. Returns the height of the line after the last.
int picture_key_draw(struct scene *s, const struct picture_key *k, int left, int right, int y);

// How a relation is drawn, and what only belongs to a family (relation_count), and a mark of each kind.
struct scene_look picture_key_link(int relation);
enum picture_mark { MARK_ORIGIN, MARK_LOST, MARK_GHOST, MARK_ECHO };
void picture_key_mark(struct scene *s, enum picture_mark mark, int x, int y);
void picture_key_arrow(struct scene *s, int x, int y, int way); // of a citation, its tip here
extern const struct scene_look picture_key_rug, picture_key_within;

#endif
