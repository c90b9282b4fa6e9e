#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_in(struct arena *a)
{
	return (struct buf){ .arena = a };
}

// Room for n more bytes and a NUL.
static void reserve(struct buf *b, size_t n)
{
	if (b->room - b->n > n)
		return;
	size_t room = b->room ? b->room : 256;
	while (room - b->n <= n)
		room *= 2;
	char *moved = arena_take(b->arena, room);
	if (b->n)
		memcpy(moved, b->at, b->n);
	b->at = moved;
	b->room = room;
}

void buf_add(struct buf *b, const char *at, size_t n)
{
	reserve(b, n);
	if (n)
		memcpy(b->at + b->n, at, n);
	b->n += n;
	b->at[b->n] = 0;
}

void buf_text(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void buf_slice(struct buf *b, struct slice s)
{
	buf_add(b, s.at, s.len);
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		reserve(b, (size_t)n);
		vsnprintf(b->at + b->n, (size_t)n + 1, fmt, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

const char *buf_str(struct buf *b)
{
	return b->at ? b->at : "";
}

void buf_u32(struct buf *b, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		buf_char(b, (char)(v >> 8 * i));
}

void buf_u64(struct buf *b, uint64_t v)
{
	buf_u32(b, (uint32_t)v);
	buf_u32(b, (uint32_t)(v >> 32));
}
