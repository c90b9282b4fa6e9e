// Compressed bytes -> bytes, a piece at a time, by zlib. What grows out of proportion is found out while it grows.
#ifndef READ_UNPACK_H
#define READ_UNPACK_H

#include "base/arena.h"
#include "base/span.h"

enum unpack_format { UNPACK_GZIP, UNPACK_ZLIB, UNPACK_RAW };

enum unpack_state {
	UNPACK_MORE,   // goes on: with more input, or more room
	UNPACK_END,    // all of it came, and its check sum is right
	UNPACK_BROKEN, // no such format, or damaged
	UNPACK_BOMB,   // more than INFLATION times its packed size
};

struct unpack;

struct unpack *unpack_open(struct arena *a, enum unpack_format format);
void unpack_again(struct unpack *u); // from the start, for the next stream of the same format

// Unpacks from *in into out[0..room), taking off *in what was used and setting *n to what came.
enum unpack_state unpack_some(struct unpack *u, struct slice *in, char *out, size_t room, size_t *n);

// All of a stream, at most `most` bytes of it, the limit that limits.h names `limit`. *cut: it ends too early; what
// came is given.
MUST_USE enum status unpack_all(struct arena *a, enum unpack_format format, struct slice in, size_t most,
				const char *limit, struct slice *out, bool *cut, struct err *e);

// The sentence for a state that is the end of it: "... is damaged".
enum status unpack_explain(enum unpack_state state, struct err *e);

#endif
