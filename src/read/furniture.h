// What of a web page is furniture, by the class and id names of its elements and by how its lines begin
// (models/furniture.tsv).
#ifndef READ_FURNITURE_H
#define READ_FURNITURE_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

// What an element's names say; several may hold.
enum {
	FURNITURE_ASIDE = 1 << 0,  // beside the article: a menu, a teaser, a caption
	FURNITURE_DIALOG = 1 << 1, // comments, consent: never the article, however long
	FURNITURE_BODY = 1 << 2,   // the article's text
	FURNITURE_LEAD = 1 << 3,   // its standfirst
	FURNITURE_HOVER = 1 << 4,  // not shown on the page as it stands
};

struct furniture;

struct furniture *furniture_read(struct arena *a);

// Of a class or id attribute: words separated by white space.
unsigned furniture_names(const struct furniture *f, struct slice names);

// A line that begins as none of an article does: "Read more: ...", "Posted by Ann", "Contact:".
bool furniture_line(const struct furniture *f, struct slice line, uint32_t words, bool sentence);

// A caption by what it ends with: "(Photo: Ann Lee)", "Getty Images".
bool furniture_caption(const struct furniture *f, struct slice line);

#endif
