// A circle for each origin, untraceable report and echo, in rows.
#include "write/figure_kinds.h"

#include "write/number.h"

enum { MOST = 200, LINE = 16 };

struct pen {
	struct scene *s;
	double x, y;
};

static void add_circles(struct pen *p, size_t n, double r, struct scene_look look)
{
	for (size_t i = 0; i < n; i++) {
		if (p->x + 2 * r + 2 > p->s->width) {
			p->x = 0;
			p->y += LINE;
		}
		scene_circle(p->s, p->x + r + 1, p->y, r, look);
		p->x += 2 * r + 4;
	}
}

void figure_tally(struct scene *s, const struct figure *f)
{
	const struct report_tally *k = &f->tally;
	size_t n = k->origins + k->echoes + k->untraceable;
	struct pen p = { s, 0, 8 };
	if (!n || n > MOST)
		return;
	add_circles(&p, k->origins, 5, figure_full);
	add_circles(&p, k->untraceable, 5, (struct scene_look){ PAINT_page, PAINT_ink, 1.5, DASH_broken });
	add_circles(&p, k->echoes, 3, (struct scene_look){ PAINT_page, PAINT_soft, 1, DASH_solid });
	s->height = p.y + 8;
	s->words = arena_printf(s->arena, "%s, %s %s, %s untraceable.", number_of(s->arena, k->origins, "origin"),
				number_whole(s->arena, k->echoes), k->echoes == 1 ? "echo" : "echoes",
				number_whole(s->arena, k->untraceable));
}
