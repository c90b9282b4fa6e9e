// The bytes of a container as they come, of which as many as one needs are looked at and as many taken. Where they are
// packed by gzip, that is undone: a gzip file is one member behind another (RFC 1952, section 2.2), and what reads it
// may go from one to the next, also past one that is damaged.
#ifndef READ_INPUT_H
#define READ_INPUT_H

#include "base/buf.h"

#include <stdbool.h>

// At most n bytes to `at`: how many, 0 at the end, < 0 where reading failed.
typedef ptrdiff_t input_read(void *context, char *at, size_t n);

struct input;

enum { INPUT_PEEK = 1 << 15 }; // bytes that can be looked at, at once

struct input *input_open(struct arena *a, input_read *read, void *context);

bool input_is_packed(const struct input *in);
void input_join(struct input *in); // from here on the members are one

// What comes next: at least `want` bytes (at most INPUT_PEEK), unless there are no more of this member.
struct slice input_peek(struct input *in, size_t want);
void input_take(struct input *in, size_t n); // n of those that were peeked at

// The next line with its end, added to `line`, at most `most` bytes of it. False where it is longer: the rest is left.
// At the end of the member nothing is added.
bool input_line(struct input *in, struct buf *line, size_t most);

// All that is left of this member. Fails where that is more than `most` bytes (MEMBER), or ends in another way than it
// should.
MUST_USE enum status input_all(struct input *in, struct buf *all, size_t most, struct err *e);

// Goes on to the next member, leaving out what is left of this one; where it was damaged, to the next place that could
// begin one. False where there is none.
bool input_next(struct input *in);

// Where there are no more bytes: whether they ended in another way than they should, and the sentence for it.
enum status input_failed(const struct input *in, struct err *e);

#endif
