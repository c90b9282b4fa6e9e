#include "base/arena.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// With AddressSanitizer (meson.build says so) every piece is a block of its own, with a gap before it that nobody may
// touch, so that an overrun is seen on either side.
#ifdef ARENA_PIECES
#include <sanitizer/asan_interface.h>
enum { BLOCK = 0, ALIGN = 1 };
#else
enum { BLOCK = 64 * 1024, ALIGN = alignof(max_align_t) };
#endif

struct arena_block {
	struct arena_block *before;
	size_t used, size;
#ifdef ARENA_PIECES
	alignas(max_align_t) char gap[128];
#endif
	alignas(max_align_t) char bytes[];
};

static _Noreturn void out_of_memory(size_t size)
{
	fprintf(stderr, "hearsay: out of memory (%zu bytes asked for)\n", size);
	abort();
}

static struct arena_block *block_new(struct arena_block *before, size_t size)
{
	if (size > SIZE_MAX - sizeof(struct arena_block))
		out_of_memory(size);
	struct arena_block *b = malloc(sizeof *b + size);
	if (!b)
		out_of_memory(size);
	b->before = before;
	b->used = 0;
	b->size = size;
#ifdef ARENA_PIECES
	ASAN_POISON_MEMORY_REGION(b->gap, sizeof b->gap);
#endif
	return b;
}

void *arena_take(struct arena *a, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory(size);
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	struct arena_block *b = a->block;
	if (!b || b->size - b->used < size) {
		// A large piece gets a block of its own behind the current one, whose free end stays in use.
		if (b && size > BLOCK / 4) {
			b->before = block_new(b->before, size);
			b = b->before;
		} else {
			b = a->block = block_new(b, size > BLOCK ? size : BLOCK);
		}
	}
	void *p = b->bytes + b->used;
	b->used += size;
	return memset(p, 0, size);
}

void *arena_take_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		out_of_memory(SIZE_MAX);
	return arena_take(a, n * size);
}

char *arena_copy(struct arena *a, const char *at, size_t n)
{
	char *p = arena_take(a, n + 1);
	if (n)
		memcpy(p, at, n);
	return p;
}

char *arena_text(struct arena *a, const char *text)
{
	return text ? arena_copy(a, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	char small[256]; // most are printed once
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int printed = vsnprintf(small, sizeof small, fmt, ap);
	va_end(ap);
	size_t n = printed < 0 ? 0 : (size_t)printed;
	char *p = arena_take(a, n + 1);
	if (n < sizeof small)
		memcpy(p, small, n);
	else
		vsnprintf(p, n + 1, fmt, again);
	va_end(again);
	return p;
}

void *arena_resize(struct arena *a, size_t size)
{
	struct arena_block *b = a->block;
	if (!b)
		b = block_new(NULL, size);
	else if (size > SIZE_MAX / 2 || !(b = realloc(b, sizeof *b + size)))
		out_of_memory(size);
	b->used = b->size = size;
	a->block = b;
	return b->bytes;
}

void arena_adopt(struct arena *a, struct arena *b)
{
	// Behind a's newest, whose free end stays in use: the walk is over b alone.
	struct arena_block **behind = a->block ? &a->block->before : &a->block, *rest = *behind;
	*behind = b->block;
	while (*behind)
		behind = &(*behind)->before;
	*behind = rest;
	b->block = NULL;
}

void arena_free(struct arena *a)
{
	for (struct arena_block *b = a->block, *before; b; b = before) {
		before = b->before;
		free(b);
	}
	a->block = NULL;
}

void arena_reset(struct arena *a)
{
	struct arena_block *kept = a->block;
	if (BLOCK && kept) {
		struct arena rest = { kept->before };
		arena_free(&rest);
		kept->before = NULL;
		kept->used = 0;
	} else {
		arena_free(a);
	}
}

void arena_hoard(void)
{
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	mallopt(M_MMAP_THRESHOLD, 4 << 20); // else each larger block is the system's, taken and given back
}

void arena_trim(void)
{
	malloc_trim(0);
}
