#include "weigh/scope.h"

#include <string.h>

struct scope scope_union(struct arena *a, struct scope x, struct scope y)
{
	if (scope_within(y, x))
		return x;
	if (scope_within(x, y))
		return y;
	uint32_t *out = arena_array(a, uint32_t, x.n + y.n), n = 0;
	for (uint32_t i = 0, k = 0; i < x.n || k < y.n;) {
		uint32_t r = k == y.n || (i < x.n && x.at[i] <= y.at[k]) ? x.at[i] : y.at[k];
		i += i < x.n && x.at[i] == r;
		k += k < y.n && y.at[k] == r;
		out[n++] = r;
	}
	return (struct scope){ out, n };
}

struct scope scope_without(struct arena *a, struct scope x, uint32_t rank)
{
	if (x.n && x.at[0] == rank)
		return (struct scope){ x.at + 1, x.n - 1 };
	if (!scope_has(x, rank))
		return x;
	uint32_t *out = arena_array(a, uint32_t, x.n), n = 0;
	for (uint32_t i = 0; i < x.n; i++)
		if (x.at[i] != rank)
			out[n++] = x.at[i];
	return (struct scope){ out, n };
}

struct scope scope_with(struct arena *a, struct scope x, uint32_t rank)
{
	uint32_t *one = arena_array(a, uint32_t, 1);
	*one = rank;
	return scope_union(a, x, (struct scope){ one, 1 });
}

bool scope_has(struct scope x, uint32_t rank)
{
	for (uint32_t i = 0; i < x.n; i++)
		if (x.at[i] == rank)
			return true;
	return false;
}

bool scope_within(struct scope part, struct scope whole)
{
	uint32_t k = 0;
	for (uint32_t i = 0; i < part.n; i++, k++) {
		while (k < whole.n && whole.at[k] < part.at[i])
			k++;
		if (k == whole.n || whole.at[k] != part.at[i])
			return false;
	}
	return true;
}

double scope_cells(struct scope x, const uint32_t *states)
{
	double cells = 1;
	for (uint32_t i = 0; i < x.n; i++)
		cells *= states[x.at[i]];
	return cells;
}

double scope_cells_of_union(struct scope x, struct scope y, const uint32_t *states)
{
	double cells = scope_cells(x, states);
	for (uint32_t i = 0, k = 0; k < y.n; k++) {
		while (i < x.n && x.at[i] < y.at[k])
			i++;
		if (i == x.n || x.at[i] != y.at[k])
			cells *= states[y.at[k]];
	}
	return cells;
}
