// From left to right, time; but what hangs on another document stands right of it even where both are of one day, and
// left of it where its date is earlier, so that every line has a length.
#include "write/picture_place.h"

void picture_place_days(struct date d, long *first, long *last)
{
	struct date next = { .year = d.year + !d.month, .month = d.month ? d.month : 1, .day = 1 };
	if (d.day) {
		*first = *last = date_day(d);
		return;
	}
	*first = date_day((struct date){ d.year, next.month, 1 });
	if (d.month && ++next.month > 12)
		next = (struct date){ d.year + 1, 1, 1 };
	*last = date_day(next) - 1;
}

int picture_place_date(const struct picture *p, const struct document *d)
{
	long first, last;
	if (!date_known(d->published))
		return p->undated_x;
	picture_place_days(d->published, &first, &last);
	return axis_x(&p->axis, last);
}

int picture_place_left(const struct picture *p)
{
	return PLOT + (p->beside ? CURVES : EDGE);
}

void picture_place_axis(struct picture *p)
{
	long *days = arena_array(p->a, long, p->t->n + 1), first;
	size_t n = 0;
	for (size_t i = 0; i < p->t->n; i++)
		if (date_known(p->docs[i]->published))
			picture_place_days(p->docs[i]->published, &first, &days[n++]);
	p->undated = n < p->t->n;
	int right = p->width - MARGIN;
	if (!n) {
		p->undated_x = picture_place_left(p);
		return;
	}
	if (p->undated) {
		right -= UNDATED;
		p->undated_x = right + STEP;
	}
	p->axis = axis_of(p->a, days, n, picture_place_left(p), right - STEPS);
}

// The right end of what has dates.
static int dated_end(const struct picture *p)
{
	return p->width - MARGIN - (p->undated && p->axis.parts.n ? UNDATED : 0);
}

// A story that is not at hand was there before the first that names it.
static int ghost_place(const struct picture *p, const struct family *f)
{
	int x = p->width;
	for (each (m, &f->members)) {
		int at = picture_place_date(p, p->docs[*m]);
		x = at < x ? at : x;
	}
	return x - STEP - 5;
}

static void set_place(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	int x = p->axis.left;
	if (r->kind == ROW_DOCUMENT)
		x = picture_place_date(p, p->docs[r->doc]);
	else if (r->kind == ROW_GHOST)
		x = ghost_place(p, &p->t->families.at[r->family]);
	p->natural[i] = x;
	p->x[i] = x;
	if (r->on == SIZE_MAX || r->kind != ROW_DOCUMENT)
		return;
	int on = p->x[r->on], most = (date_known(p->docs[r->doc]->published) ? dated_end(p) : p->width - MARGIN) - 8;
	if (x >= p->natural[r->on])
		x = x < on + STEP ? on + STEP : x;
	else
		x = x > on - BACK ? on - BACK : x;
	p->x[i] = x > most ? most : x;
}

static int room_right(const struct picture *p, size_t i)
{
	int end = dated_end(p);
	return (p->x[i] > end ? p->width - MARGIN : end) - p->x[i] - BESIDE;
}

static int room_left(const struct picture *p, size_t i)
{
	return p->x[i] - BESIDE - (p->beside ? picture_place_left(p) - 4 : PLOT);
}

void picture_place_rows(struct picture *p, int top)
{
	size_t n = p->rows.list.n;
	int y = top;
	p->x = arena_array(p->a, int, n + 1);
	p->y = arena_array(p->a, int, n + 1);
	p->natural = arena_array(p->a, int, n + 1);
	p->left = arena_array(p->a, bool, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct rows_row *r = &p->rows.list.at[i];
		y += r->on == SIZE_MAX ? LANE : 0;
		p->y[i] = y + ROW / 2;
		y += r->kind == ROW_REST ? ROW + 14 : ROW;
		set_place(p, i);
		if (r->on == SIZE_MAX)
			p->left[i] = room_right(p, i) < TITLE && room_left(p, i) > room_right(p, i);
	}
	p->top = top + LANE / 2;
	p->bottom = y + LANE / 2;
}

int picture_place_room(const struct picture *p, size_t row)
{
	return p->left[row] ? room_left(p, row) : room_right(p, row);
}

int picture_place_radius(const struct picture *p, size_t row)
{
	return p->rows.list.at[row].on == SIZE_MAX || picture_place_lost(p, row) ? 6 : 4;
}

bool picture_place_lost(const struct picture *p, size_t row)
{
	const struct rows_row *r = &p->rows.list.at[row];
	return r->kind == ROW_DOCUMENT && p->t->root[r->doc] == r->doc && p->t->families.at[r->family].untraceable;
}
