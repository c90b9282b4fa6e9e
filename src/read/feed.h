// The items of feeds: RSS 1.0 and 2.0 <item>, Atom <entry>. A feed holds many; each is a document.
#ifndef READ_FEED_H
#define READ_FEED_H

#include "read/bytes.h"

// The next item of *rest from its start tag to its end tag, or to where the next one begins, taking all up to there
// off. The bytes are of any encoding that ASCII is a part of. False, and nothing left, where there is none.
bool feed_next(struct slice *rest, struct slice *item);

struct feed_item {
	const char *media;        // of the feed
	const char *title, *link; // NULL: none
	struct names authors;
	struct date date;    // when it was published, or else changed
	struct decoded page; // its text, a web page or a part of one, with the way back to the original bytes
};

bool feed_is_item(const struct decoded *from);

// What an item says. Fails by a limit, and where it has no text.
MUST_USE enum status feed_read(struct arena *a, const struct decoded *from, struct feed_item *out, struct err *e);

#endif
