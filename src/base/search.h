// Binary search in what is in rising order.
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stddef.h>

// The first of the numbers below n for which `before`, an expression of the number `i`, is false; n where it never is:
// search_first(list.n, k, list.at[k].from < byte). Those for which it is true come first.
#define search_first(n, i, before)                                                                                     \
	__extension__({                                                                                                \
		size_t search_low = 0, search_high = (n);                                                              \
		while (search_low < search_high) {                                                                     \
			size_t i = (search_low + search_high) / 2;                                                     \
			if (before)                                                                                    \
				search_low = i + 1;                                                                    \
			else                                                                                           \
				search_high = i;                                                                       \
		}                                                                                                      \
		search_low;                                                                                            \
	})

#endif
