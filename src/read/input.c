#include "read/input.h"

#include "read/unpack.h"

#include <string.h>

enum { ROOM = 2 * INPUT_PEEK };

#define GZIP_START "\x1f\x8b\x08"

// A stretch of bytes of which some are taken: at[from..to) are left.
struct window {
	char at[ROOM];
	size_t from, to;
};

enum ending {
	NOT_ENDED,
	ENDED,   // as it should
	CUT,     // the file ends in the middle
	DAMAGED, // see `state`
	UNREADABLE,
};

struct input {
	input_read *read;
	void *context;
	struct unpack *unpack; // NULL: plain bytes
	enum unpack_state state;
	bool joined;
	bool raw_ended;
	enum ending ending;  // of the member
	struct window raw;   // packed bytes; not used where they are plain
	struct window plain; // what is given out
};

// Makes room behind the bytes that are left; how much there is.
static size_t make_room(struct window *w)
{
	if (w->from) {
		memmove(w->at, w->at + w->from, w->to - w->from);
		w->to -= w->from;
		w->from = 0;
	}
	return ROOM - w->to;
}

// More bytes of the file into a window; false at its end.
static bool read_more(struct input *in, struct window *w)
{
	size_t room = make_room(w);
	ptrdiff_t n = in->raw_ended || !room ? 0 : in->read(in->context, w->at + w->to, room);
	if (n < 0)
		in->ending = UNREADABLE;
	if (n <= 0) {
		in->raw_ended = true;
		return false;
	}
	w->to += (size_t)n;
	return true;
}

static struct slice left(const struct window *w)
{
	return (struct slice){ w->at + w->from, w->to - w->from };
}

// At least `want` bytes in a window of the file's bytes, if there are so many.
static bool have(struct input *in, struct window *w, size_t want)
{
	while (w->to - w->from < want)
		if (!read_more(in, w))
			return false;
	return true;
}

static bool at_gzip(struct input *in)
{
	return have(in, &in->raw, 4) && slice_starts(left(&in->raw), GZIP_START);
}

struct input *input_open(struct arena *a, input_read *read, void *context)
{
	struct input *in = arena_new(a, struct input);
	in->read = read;
	in->context = context;
	if (at_gzip(in)) {
		in->unpack = unpack_open(a, UNPACK_GZIP);
	} else {
		in->plain = in->raw;
		in->raw.from = in->raw.to = 0;
	}
	return in;
}

bool input_is_packed(const struct input *in)
{
	return in->unpack;
}

void input_join(struct input *in)
{
	in->joined = true;
}

static void unpack_more(struct input *in)
{
	if (!have(in, &in->raw, 1)) {
		in->ending = in->ending == UNREADABLE ? UNREADABLE : CUT;
		return;
	}
	struct slice packed = left(&in->raw);
	size_t room = make_room(&in->plain), n;
	in->state = unpack_some(in->unpack, &packed, in->plain.at + in->plain.to, room, &n);
	in->raw.from = in->raw.to - packed.len;
	in->plain.to += n;
	if (in->state == UNPACK_END)
		in->ending = ENDED;
	else if (in->state != UNPACK_MORE)
		in->ending = DAMAGED;
}

struct slice input_peek(struct input *in, size_t want)
{
	struct window *w = &in->plain;
	while (w->to - w->from < want) {
		if (in->ending == ENDED && in->joined && at_gzip(in))
			input_next(in);
		if (in->ending)
			break;
		if (in->unpack)
			unpack_more(in);
		else if (!read_more(in, w) && !in->ending)
			in->ending = ENDED;
	}
	return left(w);
}

void input_take(struct input *in, size_t n)
{
	in->plain.from += n;
}

bool input_line(struct input *in, struct buf *line, size_t most)
{
	for (size_t n = 0;;) {
		struct slice seen = input_peek(in, 1);
		if (!seen.len)
			return true;
		const char *end = memchr(seen.at, '\n', seen.len);
		size_t taken = end ? (size_t)(end - seen.at) + 1 : seen.len;
		if (taken > most - n)
			return false;
		buf_add(line, seen.at, taken);
		input_take(in, taken);
		n += taken;
		if (end)
			return true;
	}
}

// Past the zeros that pad some files, and past what is no gzip where the last member did not end well.
static bool find_gzip(struct input *in)
{
	bool lost = in->ending == DAMAGED;
	for (; !at_gzip(in); in->raw.from++) {
		struct slice rest = left(&in->raw);
		if (!rest.len)
			return false;
		if (lost) {
			const char *hit = memchr(rest.at + 1, GZIP_START[0], rest.len - 1);
			in->raw.from += hit ? (size_t)(hit - rest.at) - 1 : rest.len - 1;
		} else if (*rest.at) {
			in->ending = DAMAGED;
			in->state = UNPACK_BROKEN;
			return true;
		}
	}
	return true;
}

enum status input_all(struct input *in, struct buf *all, size_t most, struct err *e)
{
	for (struct slice seen; (seen = input_peek(in, 1)).len;) {
		buf_slice(all, seen);
		input_take(in, seen.len);
		if (all->n > most)
			return err_set(e, STATUS_LIMIT,
				       "more than the limit MEMBER of %zu bytes; split it or take out what is not "
				       "needed",
				       most);
	}
	return input_failed(in, e);
}

bool input_next(struct input *in)
{
	if (!in->unpack || in->ending == UNREADABLE)
		return false;
	while (!in->ending) {
		in->plain.from = in->plain.to;
		unpack_more(in);
	}
	if (!in->joined)
		in->plain.from = in->plain.to = 0;
	if (!find_gzip(in))
		return false;
	if (at_gzip(in)) {
		unpack_again(in->unpack);
		in->ending = NOT_ENDED;
	}
	return true;
}

enum status input_failed(const struct input *in, struct err *e)
{
	if (in->plain.from < in->plain.to)
		return STATUS_OK;
	if (in->ending == UNREADABLE)
		return err_set(e, STATUS_IO, "cannot be read to its end");
	if (in->ending == CUT || in->ending == DAMAGED)
		return unpack_explain(in->ending == CUT ? UNPACK_MORE : in->state, e);
	return STATUS_OK;
}
