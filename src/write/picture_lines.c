// Two kinds of lines: the trees of the families, as trunks and branches; and what else documents have to do with one
// another, bent round to the left of them, where nothing is written.
#include "write/picture_lines.h"

#include <math.h>

bool picture_lines_beside(const struct picture *p, const struct edge *e)
{
	const struct edge *home = origin_home(p->t, e->child);
	return e->parent != SIZE_MAX && e != home && !(home && home->parent == e->parent);
}

bool picture_lines_seen(const struct picture *p, const struct edge *e)
{
	return p->rows.of[e->child] != SIZE_MAX && p->rows.of[e->parent] != SIZE_MAX;
}

// A line with the words that tell why it is there.
static void begin_link(struct picture *p, const char *why, int relation)
{
	scene_begin(p->s, why);
	scene_path(p->s, picture_key_link(relation));
}

static bool hangs(const struct rows_row *r)
{
	return r->kind == ROW_DOCUMENT && r->on != SIZE_MAX;
}

static int relation_of(const struct rows_row *r)
{
	return r->edge ? (int)r->edge->relation : (int)relation_count;
}

// From what others hang on down to the last of them, in their style where they all have the same.
static void draw_trunks(struct picture *p)
{
	size_t n = p->rows.list.n;
	int *end = arena_array(p->a, int, n + 1), *style = arena_array(p->a, int, n + 1);
	for (each (r, &p->rows.list)) {
		if (!hangs(r))
			continue;
		style[r->on] = end[r->on] && style[r->on] != relation_of(r) ? (int)RELATION_copy : relation_of(r);
		end[r->on] = p->y[r - p->rows.list.at];
	}
	for (size_t i = 0; i < n; i++)
		if (end[i])
			scene_line(p->s, p->x[i], p->y[i] + picture_place_radius(p, i), p->x[i], end[i],
				   picture_key_link(style[i]));
}

// From the trunk across to the row's mark.
static void draw_branch(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	int x = p->x[r->on], y = p->y[i], to = p->x[i], way = to < x ? -1 : 1;
	if (to == x)
		return;
	begin_link(p, r->edge ? r->edge->why : NULL, relation_of(r));
	scene_move(p->s, x, y);
	scene_to(p->s, to - way * picture_place_radius(p, i), y);
	if (r->edge && r->edge->relation == RELATION_cites)
		picture_key_arrow(p->s, x + 2 * way, y, way);
	scene_end(p->s);
}

// How low the end of a bent line runs along its row: below a branch or a title that stands left of the mark.
static int sink(const struct picture *p, size_t row)
{
	return p->rows.list.at[row].on != SIZE_MAX || p->left[row] ? 8 : 0;
}

static int bend(size_t from, size_t to)
{
	enum { LEAST = 10, FAR = 60 }; // pixels, rows
	double rows = fmin(fabs((double)from - (double)to), FAR);
	return LEAST + (int)((CURVES - 8 - LEAST) * sqrt(rows / FAR));
}

// From a document to one of another branch or family: along its row to the left and round, before the first day, where
// no title stands. Only neighbours need not go so far.
static void draw_beside(struct picture *p, const struct edge *e)
{
	size_t c = p->rows.of[e->child], q = p->rows.of[e->parent];
	int down = sink(p, c), up = sink(p, q), y = p->y[c] + down, to = p->y[q] + up;
	int x = p->x[c] - (down ? 2 : picture_place_radius(p, c));
	int end = p->x[q] - (up ? 2 : picture_place_radius(p, q));
	int first = p->x[c] < p->x[q] ? p->x[c] : p->x[q], edge = picture_place_left(p);
	bool near = c + 1 == q || q + 1 == c;
	int left = (near || first < edge ? first : edge) - 7, at = left - bend(c, q);
	begin_link(p, e->why, (int)e->relation);
	scene_move(p->s, x, y - (down ? 5 : 0));
	scene_to(p->s, x - 3, y);
	scene_to(p->s, left, y);
	scene_curve(p->s, at, y, at, to, left, to);
	scene_to(p->s, end - 3, to);
	scene_to(p->s, end, to - (up ? 5 : 0));
	if (e->relation == RELATION_cites && up) {
		scene_move(p->s, end - 6, to - 3);
		scene_to(p->s, end, to - 5);
		scene_to(p->s, end, to + 1);
	} else if (e->relation == RELATION_cites) {
		picture_key_arrow(p->s, end, to, -1);
	}
	scene_end(p->s);
}

void picture_lines_draw(struct picture *p)
{
	for (each (e, &p->t->edges))
		if (picture_lines_beside(p, e) && picture_lines_seen(p, e))
			draw_beside(p, e);
	draw_trunks(p);
	for (size_t i = 0; i < p->rows.list.n; i++)
		if (hangs(&p->rows.list.at[i]))
			draw_branch(p, i);
}
