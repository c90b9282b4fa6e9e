// Bytes written one after another into an arena.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"
#include "base/span.h"

struct buf {
	struct arena *arena;
	char *at; // n bytes and a NUL, once something was written
	size_t n, room;
};

struct buf buf_in(struct arena *a);
void buf_add(struct buf *b, const char *at, size_t n);
void buf_text(struct buf *b, const char *text);
void buf_slice(struct buf *b, struct slice s);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) FORMAT(2, 3);
const char *buf_str(struct buf *b); // NUL-terminated; "" where nothing was written

// Numbers of fixed width, least byte first, for framed answers.
void buf_u32(struct buf *b, uint32_t v);
void buf_u64(struct buf *b, uint64_t v);

#endif
