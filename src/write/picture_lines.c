// Two kinds of lines: the trees of the families, as trunks and branches; and what else documents have to do with one
// another, bent round to the left of them, where nothing is written.
#include "write/picture_lines.h"

#include "write/formats.h"

#include <math.h>
#include <string.h>

bool picture_lines_beside(const struct picture *p, const struct edge *e)
{
	const struct edge *home = origin_home(p->t, e->child);
	return e->parent != SIZE_MAX && e != home && !(home && home->parent == e->parent);
}

bool picture_lines_seen(const struct picture *p, const struct edge *e)
{
	return p->rows.of[e->child] != SIZE_MAX && p->rows.of[e->parent] != SIZE_MAX;
}

static void end_link(struct picture *p, const char *why)
{
	if (!why) {
		buf_text(p->out, "\"/>\n");
		return;
	}
	buf_text(p->out, "\"><title>");
	plain_html(p->out, why);
	buf_text(p->out, "</title></path>\n");
}

static bool hangs(const struct rows_row *r)
{
	return r->kind == ROW_DOCUMENT && r->on != SIZE_MAX;
}

static const char *link_name(const struct rows_row *r)
{
	return r->edge ? relation_name(r->edge->relation) : "joined";
}

// From what others hang on down to the last of them, in their style where they all have the same.
static void draw_trunks(struct picture *p)
{
	size_t n = p->rows.list.n;
	int *end = arena_array(p->a, int, n + 1);
	const char **style = arena_array(p->a, const char *, n + 1);
	for (each (r, &p->rows.list)) {
		if (!hangs(r))
			continue;
		end[r->on] = p->y[r - p->rows.list.at];
		style[r->on] = style[r->on] && strcmp(style[r->on], link_name(r)) ? "" : link_name(r);
	}
	for (size_t i = 0; i < n; i++)
		if (end[i])
			buf_printf(p->out, "<path class=\"link %s\" d=\"M%d %dV%d\"/>\n", style[i], p->x[i],
				   p->y[i] + picture_place_radius(p, i), end[i]);
}

// From the trunk across to the row's mark.
static void draw_branch(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	int x = p->x[r->on], y = p->y[i], to = p->x[i], way = to < x ? -1 : 1;
	int end = to - way * picture_place_radius(p, i);
	if (to == x)
		return;
	buf_printf(p->out, "<path class=\"link %s\" d=\"M%d %dH%d", link_name(r), x, y, end);
	if (r->edge && r->edge->relation == RELATION_cites)
		buf_printf(p->out, "M%d %dl%d 4l%d 4", x + 7 * way, y - 4, -5 * way, 5 * way);
	end_link(p, r->edge ? r->edge->why : NULL);
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
	buf_printf(p->out, "<path class=\"link %s\" d=\"M%d %dL%d %dH%d", relation_name(e->relation), x,
		   y - (down ? 5 : 0), x - 3, y, left);
	buf_printf(p->out, "C%d %d %d %d %d %d", at, y, at, to, left, to);
	buf_printf(p->out, "H%dL%d %d", end - 3, end, to - (up ? 5 : 0));
	if (e->relation == RELATION_cites)
		buf_text(p->out, up ? "m-6 2l6 -2l0 6" : "m-6 -4l6 4l-6 4");
	end_link(p, e->why);
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
