#include "base/list.h"

#include <string.h>

void *list_grow(struct arena *a, void *at, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return at;
	size_t more = *room ? *room * 2 : 8;
	void *moved = arena_take_array(a, more, size);
	if (n)
		memcpy(moved, at, n * size);
	*room = more;
	return moved;
}

size_t list_left(void *at, size_t n, size_t left, size_t size)
{
	if (left < n)
		memset((char *)at + left * size, 0, (n - left) * size);
	return left;
}

void *list_grow_own(struct arena *mem, void *at, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return at;
	*room = *room ? *room + *room / 2 : 64;
	return arena_resize(mem, *room * size);
}

void *list_trim_own(struct arena *mem, void *at, size_t n, size_t *room, size_t size)
{
	if (!n)
		return at;
	*room = n;
	return arena_resize(mem, n * size);
}
