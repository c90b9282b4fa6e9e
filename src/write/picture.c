// The origins of a set of documents as one SVG that needs nothing else: a row for each document, a lane for each
// family, its origin on top and what comes from it hanging below; from left to right, time. What a line or a mark means
// is told by its form, never by its colour. The text twin is summary.c's.
#include "write/picture.h"

#include "write/measure.h"
#include "write/number.h"
#include "write/picture_lines.h"
#include "write/scene_svg.h"
#include "write/summary.h"

static void index_edges(struct picture *p)
{
	p->edges = arena_array(p->a, size_t, p->t->n + 2);
	size_t at = 0;
	for (size_t d = 0; d <= p->t->n; d++) {
		while (at < p->t->edges.n && p->t->edges.at[at].child < d)
			at++;
		p->edges[d] = at;
	}
}

// --- rows ---

static const struct scene_type label_type = { .size = TYPE, .paint = PAINT_ink };
static const struct scene_type head_type = { .size = TYPE, .bold = true, .paint = PAINT_ink };
static const struct scene_type absent_type = { .size = TYPE, .bold = true, .italic = true, .paint = PAINT_ink };
static const struct scene_type key_type = { .size = 11, .paint = PAINT_soft };
static const struct scene_type fold_type = { .size = 11, .italic = true, .paint = PAINT_soft };
static const struct scene_type said_type = { .size = 12.5, .serif = true, .paint = PAINT_soft, .halo = true };
static const struct scene_type tally_type = { .size = 19, .serif = true, .bold = true, .paint = PAINT_ink };

static void add_text(struct picture *p, struct scene_type type, int x, int y, const char *text)
{
	scene_text(p->s, x, y, ANCHOR_start, type, text);
}

static const char *name_of(const struct document *d)
{
	return d->outlet && *d->outlet ? d->outlet : summary_name(d);
}

// What a reader is told who points at a document: its title, outlet and day, and what it has to do with others.
static const char *tip_of(struct picture *p, const struct rows_row *r)
{
	enum { MOST = 4 };
	const struct document *d = p->docs[r->doc];
	struct buf b = buf_in(p->a);
	buf_printf(&b, "%s, %s%s%s.", summary_name(d), d->outlet && *d->outlet ? d->outlet : "",
		   d->outlet && *d->outlet ? ", " : "", number_date(p->a, d->published));
	size_t told = 0;
	for (size_t i = p->edges[r->doc]; i < p->edges[r->doc + 1] && told < MOST; i++)
		if (p->t->edges.at[i].why) {
			buf_printf(&b, " %s", p->t->edges.at[i].why);
			told++;
		}
	return buf_str(&b);
}

static void add_title(struct picture *p, size_t i, struct scene_type type, const char *text)
{
	bool left = p->left[i];
	scene_text(p->s, p->x[i] + (left ? -BESIDE : BESIDE), p->y[i] + 4, left ? ANCHOR_end : ANCHOR_start, type,
		   measure_cut(p->a, text, type.size, false, picture_place_room(p, i)));
}

static void draw_mark(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	bool lost = picture_place_lost(p, i);
	picture_key_mark(p->s,
			 r->kind == ROW_GHOST ? MARK_GHOST
			 : lost               ? MARK_LOST
			 : r->on == SIZE_MAX  ? MARK_ORIGIN
					      : MARK_ECHO,
			 p->x[i], p->y[i]);
}

// A month or a year is a bar to its last day.
static void draw_within(struct picture *p, const struct document *d, int y)
{
	long first, last;
	if (!date_known(d->published) || d->published.day)
		return;
	picture_place_days(d->published, &first, &last);
	scene_line(p->s, axis_x(&p->axis, first), y, axis_x(&p->axis, last), y, picture_key_within);
}

static void draw_origin(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	const struct family *f = &p->t->families.at[r->family];
	const struct document *d = r->kind == ROW_GHOST ? NULL : p->docs[r->doc];
	const char *name = f->origin_name ? f->origin_name : d ? name_of(d) : "an origin";
	add_text(p, key_type, MARGIN, p->y[i] + 4, f->id);
	add_text(p, d ? head_type : absent_type, NAMES, p->y[i] + 4,
		 measure_cut(p->a, name, head_type.size, true, NAMES_WIDTH));
	if (!d)
		add_title(p, i, fold_type, "not at hand");
	else if (d->title)
		add_title(p, i, said_type, d->title);
}

static void draw_document(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	scene_begin(p->s, r->kind == ROW_DOCUMENT ? tip_of(p, r) : NULL);
	scene_rect(p->s, MARGIN, p->y[i] - ROW / 2, PLOT - MARGIN, ROW, (struct scene_look){ 0 }); // to point at
	if (r->on == SIZE_MAX)
		draw_origin(p, i);
	else
		add_text(p, label_type, NAMES + 12, p->y[i] + 4,
			 measure_cut(p->a, name_of(p->docs[r->doc]), TYPE, false, NAMES_WIDTH - 12));
	if (r->kind == ROW_DOCUMENT)
		draw_within(p, p->docs[r->doc], p->y[i] + 9);
	draw_mark(p, i);
	scene_end(p->s);
}

// Documents without a row: a stroke for each place where some stand.
static void draw_folded(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	bool *strokes = arena_array(p->a, bool, (size_t)p->width + 1);
	size_t n = r->to - r->from;
	for (size_t k = r->from; k < r->to; k++)
		strokes[picture_place_date(p, p->docs[p->rows.folded.at[k]])] = true;
	if (r->kind == ROW_FOLD) {
		add_text(p, fold_type, NAMES + 12, p->y[i] + 4,
			 arena_printf(p->a, "and %s more", number_whole(p->a, n)));
	} else {
		add_text(p, fold_type, NAMES, p->y[i] + 4,
			 arena_printf(p->a, "and %s more %s,", number_whole(p->a, r->families),
				      r->families == 1 ? "family" : "families"));
		add_text(p, fold_type, NAMES, p->y[i] + 18, number_of(p->a, n, "document"));
	}
	scene_path(p->s, picture_key_rug);
	for (int x = 0; x < p->width; x++)
		if (strokes[x]) {
			scene_move(p->s, x, p->y[i] - 4);
			scene_to(p->s, x, p->y[i] + 4);
		}
}

static void draw_rows(struct picture *p)
{
	for (size_t i = 0; i < p->rows.list.n; i++) {
		const struct rows_row *r = &p->rows.list.at[i];
		list_push(p->a, &p->s->cuts, p->y[i] - ROW / 2);
		if (r->kind == ROW_FOLD || r->kind == ROW_REST)
			draw_folded(p, i);
		else
			draw_document(p, i);
	}
}

// Whether the names of the days are needed below, too.
static bool is_tall(const struct picture *p)
{
	enum { TALL = 700 };
	return p->bottom - p->top > TALL;
}

static void draw_ground(struct picture *p)
{
	if (p->undated && p->t->n) {
		int x = p->axis.parts.n ? p->undated_x - STEP : PLOT;
		scene_rect(p->s, x, p->top, p->width - MARGIN - x, p->bottom - p->top,
			   (struct scene_look){ PAINT_panel, PAINT_none, 0, DASH_solid });
		add_text(p, key_type, x + 4, p->top - 7, "without a date");
	}
	axis_draw(p->s, &p->axis, p->top, p->bottom, is_tall(p));
	for (size_t i = 0; i < p->rows.list.n; i++) {
		int y = p->y[i] - ROW / 2 - LANE / 2;
		if (p->rows.list.at[i].on == SIZE_MAX)
			scene_line(p->s, MARGIN, y, p->width - MARGIN, y,
				   (struct scene_look){ PAINT_none, PAINT_rule, 1, DASH_solid });
	}
}

// --- the whole ---

static void note_row(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	struct picture_key *k = &p->key;
	bool first = r->on == SIZE_MAX, document = r->kind == ROW_DOCUMENT, lost = picture_place_lost(p, i);
	k->folded |= r->kind == ROW_FOLD || r->kind == ROW_REST;
	k->ghost |= r->kind == ROW_GHOST;
	k->lost |= lost;
	k->origin |= document && first && !lost;
	k->echo |= document && !first && !lost;
	k->within |= document && date_known(p->docs[r->doc]->published) && !p->docs[r->doc]->published.day;
	if (document && !first && r->edge)
		k->relation[r->edge->relation] = true;
	k->joined |= document && !first && !r->edge;
}

static void note_all(struct picture *p)
{
	for (size_t i = 0; i < p->rows.list.n; i++)
		note_row(p, i);
	for (each (e, &p->t->edges))
		if (picture_lines_beside(p, e)) {
			p->key.relation[e->relation] |= picture_lines_seen(p, e);
			p->beside |= picture_lines_seen(p, e);
			p->unseen += !picture_lines_seen(p, e);
		}
}

static void draw_all(struct picture *p, bool headed)
{
	enum { TALLY = 36, KEY = 26, BELOW = 20 };
	if (headed)
		add_text(p, tally_type, MARGIN, TALLY, p->s->title);
	picture_place_rows(p,
			   picture_key_draw(p->s, &p->key, MARGIN, p->width - MARGIN, headed ? TALLY + KEY : KEY) + 22);
	draw_ground(p);
	picture_lines_draw(p);
	draw_rows(p);
	p->s->height = p->bottom + BELOW + (is_tall(p) || p->unseen ? 14 : 0);
	if (p->unseen)
		add_text(p, key_type, MARGIN, p->bottom + 20,
			 arena_printf(p->a, "%s of documents without a row %s not drawn",
				      number_of(p->a, p->unseen, "relation"), p->unseen == 1 ? "is" : "are"));
}

// The families in words, so many of them.
static const char *words_of(const struct picture *p)
{
	enum { MOST = 200 };
	struct buf b = buf_in(p->a);
	for (size_t i = 0; i < p->t->families.n && i < MOST; i++) {
		const struct family *f = &p->t->families.at[i];
		const char *name = f->origin_name          ? f->origin_name
				   : f->origin != SIZE_MAX ? name_of(p->docs[f->origin])
							   : "an origin that is not at hand";
		buf_printf(&b, "%s%s: %s, %s%s.", i ? " " : "", f->id, name, number_of(p->a, f->members.n, "document"),
			   f->untraceable ? ", untraceable" : "");
	}
	return buf_str(&b);
}

struct scene *picture_scene(struct arena *a, const struct tracing *t, const struct document *const *docs, int width,
			    bool headed)
{
	struct picture p = { .s = scene_new(a, width), .width = width, .a = a, .t = t, .docs = docs };
	p.s->title = summary_tally(a, &t->tally);
	p.s->words = words_of(&p);
	p.rows = rows_of(p.a, t, docs);
	index_edges(&p);
	note_all(&p);
	picture_place_axis(&p);
	draw_all(&p, headed);
	return p.s;
}

void picture_write(struct buf *out, const struct tracing *t, const struct document *const *docs)
{
	enum { WIDTH = 980 };
	scene_svg_file(out, picture_scene(out->arena, t, docs, WIDTH, true));
}
