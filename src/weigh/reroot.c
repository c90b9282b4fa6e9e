// A triangulated graph has an order without new ties that ends in any vertex one likes: number the vertices from there,
// always next to as many numbered ones as possible, and take them backwards (maximum cardinality search: Tarjan and
// Yannakakis, "Simple linear-time algorithms to test chordality of graphs", 1984).
#include "weigh/reroot.h"

#include <string.h>

struct search {
	struct graph both; // each vertex with all its neighbours
	uint32_t *count;   // [vertex] of its neighbours that are numbered
	bool *done;
	LIST(uint32_t) * waiting; // [count] vertices; outdated ones linger
	size_t top;
};

static void wait(struct arena *a, struct search *s, uint32_t v)
{
	list_push(a, &s->waiting[s->count[v]], v);
	if (s->count[v] > s->top)
		s->top = s->count[v];
}

static uint32_t next(struct search *s)
{
	for (;;) {
		while (!s->waiting[s->top].n)
			s->top--;
		uint32_t v = s->waiting[s->top].at[--s->waiting[s->top].n];
		if (!s->done[v] && s->count[v] == s->top)
			return v;
	}
}

void reroot(const struct graph *filled, const uint32_t *states, struct order *o, uint32_t last)
{
	struct arena a = { 0 };
	struct search s = { .count = arena_array(&a, uint32_t, filled->n + 1),
			    .done = arena_array(&a, bool, filled->n + 1),
			    .waiting = arena_take_array(&a, o->n + 1, sizeof *s.waiting) };
	graph_make(&a, &s.both, filled->n);
	for (size_t i = 0; i < o->n; i++)
		for (each (u, &filled->at[o->vars[i]].near))
			graph_tie(&a, &s.both, o->vars[i], *u);
	for (size_t i = 0; i < o->n; i++)
		wait(&a, &s, o->vars[i]);
	wait(&a, &s, last);
	o->cells = 0;
	for (size_t i = o->n; i-- > 0;) {
		uint32_t v = next(&s);
		double cells = states[v];
		s.done[v] = true;
		o->vars[i] = v;
		for (each (u, &s.both.at[v].near))
			if (s.done[*u]) {
				cells *= states[*u];
			} else {
				s.count[*u]++;
				wait(&a, &s, *u);
			}
		o->cells += cells;
	}
	arena_free(&a);
}
