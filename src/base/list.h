// A list that grows in an arena: LIST(struct fact) facts; struct fact *f = list_add(arena, &facts);
// Elements may move when the list grows: hold indices, not pointers, while adding.
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/arena.h"

#define LIST(type)              \
	struct {                \
		type *at;       \
		size_t n, room; \
	}

// Makes room for one more of `size` bytes and returns the (possibly moved) array.
void *list_grow(struct arena *a, void *at, size_t n, size_t *room, size_t size);

// A list in an arena of its own, which leaves nothing behind when it grows: for those of millions.
#define LIST_OWN(type)            \
	struct {                  \
		struct arena mem; \
		type *at;         \
		size_t n, room;   \
	}

void *list_grow_own(struct arena *mem, void *at, size_t n, size_t *room, size_t size);

#define list_push_own(list, value)                                                            \
	((list)->at = list_grow_own(&(list)->mem, (list)->at, (list)->n, &(list)->room,       \
				    sizeof *(list)->at),                                      \
	 (list)->n++, (list)->at[(list)->n - 1] = (value))

// The list is complete: what it has room for beyond that is given back.
void *list_trim_own(struct arena *mem, void *at, size_t n, size_t *room, size_t size);

#define list_done_own(list)                                                                   \
	((list)->at = list_trim_own(&(list)->mem, (list)->at, (list)->n, &(list)->room,       \
				    sizeof *(list)->at))

// Adds a zeroed element and gives its address.
#define list_add(a, list)                                                                                     \
	((list)->at = list_grow((a), (list)->at, (list)->n, &(list)->room, sizeof *(list)->at), (list)->n++, \
	 &(list)->at[(list)->n - 1])

// Adds a value.
#define list_push(a, list, value) (*list_add((a), (list)) = (value))

// Keeps the first `left` elements. Those behind them are zeroed, for list_add gives them out again.
#define list_cut(list, left) ((list)->n = list_left((list)->at, (list)->n, (left), sizeof *(list)->at))
size_t list_left(void *at, size_t n, size_t left, size_t size);

// `for (each(f, &facts))` with f a pointer to the element type.
#define each(p, list) __typeof__((list)->at + 0) p = (list)->at, p##_end = p ? p + (list)->n : p; p < p##_end; p++

#endif
