// A group is a page with what hangs on it. On its left stand the origins that count there, on its right a row for each
// page, its own in the middle of them; so no two names of pages stand in one row. Relays stand in the middle of the
// ways through them and are moved apart.
#include "write/provenance.h"

#include "write/measure.h"

#include <math.h>
#include <stdlib.h>

enum {
	ORIGIN = 40, // the height of an origin's row
	PAGE = 24,   // of a page's
	APART = 10,  // between groups
	LEAST = 36,  // of a group
	STEP = 26,   // from a page to what hangs on it
	NAME = 176,  // right of the last day
	NONE = 84,   // right of the last day, before what has no day
	RELAY = 44,  // from one relay to the next
};

static void place_axis(struct provenance *p)
{
	long *days = arena_array(p->a, long, p->pages.n + 1);
	size_t n = 0, deepest = 0;
	bool undated = false;
	for (each (x, &p->pages)) {
		if (x->day.day)
			days[n++] = date_day(x->day);
		undated |= !x->day.day;
	}
	for (each (r, &p->relays))
		deepest = r->depth + 1 > deepest ? r->depth + 1 : deepest;
	int left = deepest ? PROVENANCE_RELAY + (int)(deepest - 1) * PROVENANCE_DEPTH + 164 : PROVENANCE_ORIGIN + 170;
	double least = left + 140 + NAME + (undated ? NONE : 0);
	p->width = fmax(p->width, least);
	p->axis = axis_of(p->a, days, n, left, (int)p->width - NAME - (undated ? NONE : 0));
	for (each (x, &p->pages))
		x->x = x->day.day ? axis_x(&p->axis, date_day(x->day)) : p->width - NAME;
}

// What hangs on a page stands beside it, where its own day would put it on top of it.
static void step_aside(struct provenance *p, size_t i)
{
	struct provenance_page *x = &p->pages.at[i];
	const struct provenance_page *on = x->on != SIZE_MAX ? &p->pages.at[x->on] : NULL;
	if (on && x->group != i && fabs(x->x - on->x) < STEP)
		x->x = on->x + STEP;
}

static int by_time(const struct provenance *p, size_t i, size_t k)
{
	int order = date_compare(p->pages.at[i].day, p->pages.at[k].day);
	return order ? order : (i > k) - (i < k);
}

// The pages of a group but its head, by date.
static size_t members(struct provenance *p, size_t head, size_t *out)
{
	size_t n = 0;
	for (size_t i = 0; i < p->pages.n; i++) {
		if (p->pages.at[i].group != head || i == head)
			continue;
		size_t k = n++;
		for (; k && by_time(p, out[k - 1], i) > 0; k--)
			out[k] = out[k - 1];
		out[k] = i;
	}
	return n;
}

static double place_group(struct provenance *p, size_t head, double top, size_t *scratch)
{
	size_t origins = 0, n = members(p, head, scratch), at = 0;
	for (each (o, &p->origins))
		origins += o->group == head;
	double height = fmax(fmax((double)origins * ORIGIN, (double)(n + 1) * PAGE), LEAST);
	double middle = top + height / 2, first = middle - (double)(n + 1) * PAGE / 2 + PAGE / 2.0;
	size_t own = n / 2; // the row of the head, among all
	for (size_t row = 0; row <= n; row++) {
		struct provenance_page *x = &p->pages.at[row == own ? head : scratch[at++]];
		x->y = first + (double)row * PAGE;
	}
	for (size_t i = 0; i < n; i++)
		step_aside(p, scratch[i]);
	at = 0;
	for (each (o, &p->origins))
		if (o->group == head) {
			o->x = PROVENANCE_ORIGIN;
			o->y = middle + ((double)at++ - (double)(origins - 1) / 2) * ORIGIN;
		}
	return top + height + APART;
}

static int by_place(const void *x, const void *y)
{
	const struct provenance_relay *const *a = x, *const *b = y;
	if ((*a)->depth != (*b)->depth)
		return (*a)->depth < (*b)->depth ? -1 : 1;
	return ((*a)->y > (*b)->y) - ((*a)->y < (*b)->y);
}

static void place_relays(struct provenance *p)
{
	struct provenance_relay **order = arena_array(p->a, struct provenance_relay *, p->relays.n + 1);
	for (each (w, &p->ways))
		for (each (r, &w->relays))
			p->relays.at[*r].y += p->origins.at[w->origin].y;
	for (size_t i = 0; i < p->relays.n; i++) {
		struct provenance_relay *r = order[i] = &p->relays.at[i];
		r->x = PROVENANCE_RELAY + (double)r->depth * PROVENANCE_DEPTH;
		r->y = round(r->y / (double)r->n);
	}
	if (p->relays.n)
		qsort(order, p->relays.n, sizeof(struct provenance_relay *), by_place);
	for (size_t i = 0; i < p->relays.n; i++) {
		if (i && order[i]->depth == order[i - 1]->depth)
			order[i]->y = fmax(order[i]->y, order[i - 1]->y + RELAY);
		p->bottom = fmax(p->bottom, order[i]->y + RELAY);
	}
}

void provenance_place(struct provenance *p)
{
	size_t *scratch = arena_array(p->a, size_t, p->pages.n + 1);
	double y = PROVENANCE_TOP + 8;
	place_axis(p);
	for (each (h, &p->heads))
		y = place_group(p, *h, y, scratch);
	p->bottom = y;
	place_relays(p);
	for (each (x, &p->pages)) {
		bool followed = false;
		for (each (o, &p->pages))
			followed |= o->on == (size_t)(x - p->pages.at) && o->group == x->group && o != x;
		x->left = followed && x->group == (size_t)(x - p->pages.at);
	}
}
