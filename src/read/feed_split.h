// A feed as a container: each of its items is a document.
#ifndef READ_FEED_SPLIT_H
#define READ_FEED_SPLIT_H

#include "read/input.h"
#include "read/member.h"

enum { FEED_HEAD = 4096 }; // bytes of a file within which the root of a feed begins

// Whether a file begins as markup does; then as a feed does: RSS 1.0 or 2.0, Atom. Looks at FEED_HEAD bytes, whatever
// there are, so that it does not matter how many have come.
bool feed_split_may_be(struct slice head);
bool feed_split_is(struct slice head);

// A member for each item, with what the feed says of all: its title as the outlet, its encoding.
void feed_split(struct input *in, member_give *give, void *context);

#endif
