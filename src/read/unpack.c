// zlib 1.2, RFC 1950 to 1952. Deflate packs at most 1032:1, a page of text about 5:1; between the two a cap tells a
// bomb.
#include "read/unpack.h"

#include "base/buf.h"
#include "base/limits.h"

#include <zlib.h>

enum { FREE_GROWTH = 1 << 20, PIECE = 1 << 16 };

struct unpack {
	z_stream z;
	bool good;
	unsigned long long in, out; // bytes of this stream so far
};

// zlib asks for its tables once and for its window once; both are used again by every stream.
static void *take(void *arena, unsigned n, unsigned size)
{
	return arena_take_array(arena, n, size);
}

static void leave(void *arena, void *at)
{
	(void)arena;
	(void)at;
}

struct unpack *unpack_open(struct arena *a, enum unpack_format format)
{
	static const int bits[] = {
		[UNPACK_GZIP] = 16 + MAX_WBITS, [UNPACK_ZLIB] = MAX_WBITS, [UNPACK_RAW] = -MAX_WBITS
	};
	struct unpack *u = arena_new(a, struct unpack);
	u->z.zalloc = take;
	u->z.zfree = leave;
	u->z.opaque = a;
	u->good = inflateInit2(&u->z, bits[format]) == Z_OK;
	return u;
}

void unpack_again(struct unpack *u)
{
	u->good = inflateReset(&u->z) == Z_OK;
	u->in = u->out = 0;
}

enum unpack_state unpack_some(struct unpack *u, struct slice *in, char *out, size_t room, size_t *n)
{
	*n = 0;
	if (!u->good)
		return UNPACK_BROKEN;
	size_t given = in->len < UINT32_MAX ? in->len : UINT32_MAX;
	u->z.next_in = (Bytef *)(uintptr_t)in->at; // zlib does not write there
	u->z.avail_in = (uInt)given;
	u->z.next_out = (Bytef *)out;
	u->z.avail_out = (uInt)(room < UINT32_MAX ? room : UINT32_MAX);
	uInt before = u->z.avail_out;
	int code = inflate(&u->z, Z_NO_FLUSH);
	size_t used = given - u->z.avail_in;
	*in = (struct slice){ in->at + used, in->len - used };
	*n = before - u->z.avail_out;
	u->in += used;
	u->out += *n;
	if (u->out > FREE_GROWTH && u->out > u->in * LIMIT_INFLATION)
		return UNPACK_BOMB;
	if (code == Z_STREAM_END)
		return UNPACK_END;
	return code == Z_OK || code == Z_BUF_ERROR ? UNPACK_MORE : UNPACK_BROKEN;
}

enum status unpack_explain(enum unpack_state state, struct err *e)
{
	if (state == UNPACK_BOMB)
		return err_set(e, STATUS_LIMIT, "grows to more than %d times its packed size (INFLATION)",
			       LIMIT_INFLATION);
	if (state == UNPACK_BROKEN)
		return err_set(e, STATUS_BAD_INPUT, "its compressed data are damaged");
	return err_set(e, STATUS_BAD_INPUT, "its compressed data end too early; the file is cut short");
}

enum status unpack_all(struct arena *a, enum unpack_format format, struct slice in, size_t most, const char *limit,
		       struct slice *out, bool *cut, struct err *e)
{
	struct unpack *u = unpack_open(a, format);
	struct buf b = buf_in(a);
	char *piece = arena_take(a, PIECE);
	enum unpack_state state = UNPACK_MORE;
	for (size_t n = 1; state == UNPACK_MORE && (in.len || n);) {
		state = unpack_some(u, &in, piece, PIECE, &n);
		buf_add(&b, piece, n);
		if (b.n > most)
			return err_set(e, STATUS_LIMIT, "more than the limit %s of %zu bytes, unpacked", limit, most);
	}
	*cut = state == UNPACK_MORE;
	*out = (struct slice){ buf_str(&b), b.n };
	return state == UNPACK_MORE || state == UNPACK_END ? STATUS_OK : unpack_explain(state, e);
}
