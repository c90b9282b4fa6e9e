// Boxes that are kept together make a chunk. A chunk that does not fit goes to the next page; one that is higher than a
// page is broken between its boxes all the same.
#include "write/flow.h"

static const double sign_scale = 0.66; // scale of a sign in the margin

void flow_open(struct flow *f, const char *tag)
{
	struct flow_tag *t = arena_new(f->arena, struct flow_tag);
	t->name = tag;
	t->up = f->tag;
	f->tag = t;
}

void flow_close(struct flow *f)
{
	f->tag = f->tag->up;
}

struct flow_box *flow_box(struct flow *f, double before, double height, bool keep)
{
	struct flow_box *b = list_add(f->arena, &f->boxes);
	*b = (struct flow_box){ .before = before,
				.height = height,
				.keep = keep,
				.head = SIZE_MAX,
				.put = f->puts.n,
				.puts = f->puts.n,
				.tag = f->tag };
	return b;
}

struct flow_put *flow_put(struct flow *f, enum flow_kind kind, double x, double y)
{
	struct flow_put *p = list_add(f->arena, &f->puts);
	p->kind = kind;
	p->x = x;
	p->y = y;
	f->boxes.at[f->boxes.n - 1].puts = f->puts.n;
	return p;
}

void flow_scene(struct flow *f, const struct scene *s, double from, double to, double x, double y, double width)
{
	struct flow_put *p = flow_put(f, FLOW_SCENE, x, y);
	p->scene = s;
	p->scene_from = from;
	p->scene_to = to;
	p->w = width;
}

double flow_baseline(double leading)
{
	return leading * 0.74;
}

size_t flow_lines(struct flow *f, struct paper_text *t, double x, double before, double leading, bool keep, bool whole)
{
	size_t n = paper_lines(t), first = f->boxes.n;
	for (size_t i = 0; i < n; i++) {
		bool edge = i == 0 || i + 2 == n, last = i + 1 == n;
		flow_box(f, i ? 0 : before, leading, last ? keep : whole || n < 4 || edge);
		struct flow_put *p = flow_put(f, FLOW_TEXT, x, flow_baseline(leading));
		p->text = t;
		p->from = i;
		p->to = i + 1;
	}
	return first;
}

// --- pages ---

static double height_of(const struct flow *f, size_t from, size_t to, bool at_top)
{
	double h = 0;
	for (size_t i = from; i < to; i++)
		h += (i == from && at_top ? 0 : f->boxes.at[i].before) + f->boxes.at[i].height;
	return h;
}

static double head_height(const struct flow *f, size_t box)
{
	size_t head = f->boxes.at[box].head;
	return head == SIZE_MAX ? 0 : f->boxes.at[head].height;
}

size_t flow_pages(struct flow *f)
{
	size_t page = 0, n = f->boxes.n, to;
	double y = f->top;
	for (size_t from = 0; from < n; from = to) {
		for (to = from; to + 1 < n && f->boxes.at[to].keep; to++)
			;
		to++;
		double most = f->bottom - f->top - head_height(f, from);
		if (height_of(f, from, to, true) > most)
			to = from + 1;
		if (y > f->top && y + height_of(f, from, to, false) > f->bottom) {
			page++;
			y = f->top + head_height(f, from);
		}
		for (size_t i = from; i < to; i++) {
			struct flow_box *b = &f->boxes.at[i];
			bool at_top = i == from &&
				      (y == f->top || (page && b->head != SIZE_MAX && y == f->top + head_height(f, i)));
			y += at_top ? 0 : b->before;
			b->page = page;
			b->y = y;
			y += b->height;
		}
	}
	return page + 1;
}

// --- drawing ---

static bool within(const struct flow_tag *t, const struct flow_tag *outer)
{
	while (t && t != outer)
		t = t->up;
	return t == outer;
}

static void open_tag(struct flow *f, struct flow_tag *t)
{
	if (!t || t->open)
		return;
	open_tag(f, t->up);
	paper_begin(f->paper, t->name);
	t->open = true;
}

// From the elements that are open to those of the next box.
static void change_tag(struct flow *f, struct flow_tag *to)
{
	while (f->tag && !within(to, f->tag)) {
		paper_end(f->paper, f->tag->name);
		f->tag->open = false;
		f->tag = f->tag->up;
	}
	open_tag(f, to);
	f->tag = to;
}

static void draw_put(struct flow *f, const struct flow_put *p, double y)
{
	double x = f->left + p->x;
	if (p->inner && y == f->top)
		return;
	if (p->tag)
		paper_begin(f->paper, p->tag);
	switch (p->kind) {
	case FLOW_TEXT:
		paper_draw(f->paper, p->text, p->from, p->to, x, y + p->y, p->leading, true);
		break;
	case FLOW_RECT:
		paper_rect(f->paper, x, y + p->y, p->w, p->h, p->fill);
		break;
	case FLOW_SCENE:
		paper_scene(f->paper, p->scene, p->scene_from, p->scene_to, x, y + p->y, p->w / p->scene->width);
		break;
	case FLOW_PLACE:
		paper_place(f->paper, p->name, 0, y + p->y);
		break;
	case FLOW_OUTLINE:
		*p->entry = paper_outline(f->paper, p->below ? *p->below : 0, p->line, p->name);
		break;
	}
	if (p->tag)
		paper_end(f->paper, p->tag);
}

static void draw_box(struct flow *f, const struct flow_box *b, double y)
{
	double base = y + flow_baseline(b->height);
	if (b->bar > 0)
		paper_rect(f->paper, f->left + b->bar, y, 1.2, b->height, PAINT_ink);
	if (b->sign)
		paper_scene(f->paper, b->sign, 0, b->sign->height, f->left + b->sign_x,
			    base - b->sign->height * sign_scale, sign_scale);
	if (b->aside)
		paper_draw(f->paper, b->aside, 0, 1, f->left, base, 0, true);
	for (size_t i = b->put; i < b->puts; i++)
		draw_put(f, &f->puts.at[i], y);
}

void flow_draw(struct flow *f, size_t page)
{
	size_t i = 0;
	while (i < f->boxes.n && f->boxes.at[i].page < page)
		i++;
	const struct flow_box *first = &f->boxes.at[i];
	// What goes on from the page before is an element anew: no text is marked on two pages.
	if (i < f->boxes.n && f->tag == first->tag && f->tag)
		change_tag(f, f->tag->up);
	if (i < f->boxes.n && first->head != SIZE_MAX) {
		change_tag(f, f->boxes.at[first->head].tag);
		draw_box(f, &f->boxes.at[first->head], f->top);
	}
	for (; i < f->boxes.n && f->boxes.at[i].page == page; i++) {
		change_tag(f, f->boxes.at[i].tag);
		draw_box(f, &f->boxes.at[i], f->boxes.at[i].y);
	}
}

void flow_end(struct flow *f)
{
	change_tag(f, NULL);
}
