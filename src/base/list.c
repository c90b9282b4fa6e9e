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
