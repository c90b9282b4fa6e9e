// Memory that is taken piece by piece and given back all at once: per document, case snapshot, request or thread
// scratch. The program's only malloc is here. Running out of memory ends the program with a sentence: inputs are
// bounded by limits.h, so there is no partial answer worth saving.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/err.h"

#include <stddef.h>

struct arena {
	struct arena_block *block; // the newest; each links to the one before
};

// `size` bytes, zeroed, aligned for any type. Lives until arena_free.
void *arena_take(struct arena *a, size_t size) __attribute__((malloc, returns_nonnull));

// `n` elements of `size` bytes; an overflowing product ends the program.
void *arena_take_array(struct arena *a, size_t n, size_t size) __attribute__((malloc, returns_nonnull));

#define arena_new(a, type) ((type *)arena_take((a), sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_take_array((a), (n), sizeof(type)))

char *arena_copy(struct arena *a, const char *at, size_t n); // n bytes and a NUL
char *arena_text(struct arena *a, const char *text);         // a C string; NULL stays NULL
char *arena_printf(struct arena *a, const char *fmt, ...) FORMAT(2, 3);

// From now on the process keeps memory that arenas give back, some 64 MB of it, to be taken again without asking the
// system: a case that is weighed again and again needs the same each time, one page about as much as the next.
void arena_hoard(void);

// What arenas gave back and the process still holds goes back to the system: between two things that take much.
void arena_trim(void);

// All of b's memory becomes a's; b is empty.
void arena_adopt(struct arena *a, struct arena *b);

// The only piece of an arena that holds no other, or none, as long as asked for: moved where it must be, its bytes
// kept. What is new is not zeroed, and costs nothing until it is written.
void *arena_resize(struct arena *a, size_t size) __attribute__((returns_nonnull));

// Gives everything back; the arena is empty and can be used again.
void arena_free(struct arena *a);

// The same, but for one block that is kept to be used again at once: for scratch in a loop.
void arena_reset(struct arena *a);

#endif
