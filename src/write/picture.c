// The origins of a set of documents as one SVG that needs nothing else: a row for each document, a lane for each
// family, its origin on top and what comes from it hanging below; from left to right, time. What a line or a mark means
// is told by its form, never by its colour. The text twin is summary.c's.
#include "write/picture.h"

#include "write/axis.h"
#include "write/formats.h"
#include "write/number.h"
#include "write/picture_key.h"
#include "write/rows.h"
#include "write/summary.h"

#include <stdlib.h>
#include <string.h>

extern const char embed_picture[]; // picture.css

enum { // pixels
	WIDTH = 980,
	MARGIN = 20,
	NAMES = 54,       // where names begin
	NAMES_WIDTH = 178,
	PLOT = 244,
	CURVES = 58,      // left of the first day, for what bends there
	STEPS = 76,       // right of the last day, for what hangs on others of one day
	STEP = 15,        // at least, from a document to what hangs on it
	UNDATED = 118,    // the column of documents without a date
	ROW = 20,
	LANE = 5,         // between two families
	TYPE = 12,
};

struct picture {
	struct buf *out;
	struct arena *a;
	const struct tracing *t;
	const struct document *const *docs;
	struct rows rows;
	struct axis axis;
	int *x, *y, *natural;       // [row] its mark; where its date alone would put it
	size_t *edges;              // [document] its first edge, and [n] the end
	bool undated;               // some documents are
	struct picture_key key;
	size_t unseen;              // edges of documents without a row
	int top, bottom, undated_x; // of the plot; where documents without a date stand
};

// --- where everything stands ---

// The first and the last day that a date may be.
static void days_of(struct date d, long *first, long *last)
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

static int place_of(const struct picture *p, const struct document *d)
{
	long first, last;
	if (!date_known(d->published))
		return p->undated_x;
	days_of(d->published, &first, &last);
	return axis_x(&p->axis, last);
}

static void set_axis(struct picture *p)
{
	long *days = arena_array(p->a, long, p->t->n + 1), first;
	size_t n = 0;
	for (size_t i = 0; i < p->t->n; i++)
		if (date_known(p->docs[i]->published))
			days_of(p->docs[i]->published, &first, &days[n++]);
	p->undated = n < p->t->n;
	int right = WIDTH - MARGIN;
	if (!n) {
		p->undated_x = PLOT + CURVES;
		return;
	}
	if (p->undated) {
		right -= UNDATED;
		p->undated_x = right + STEP;
	}
	p->axis = axis_of(p->a, days, n, PLOT + CURVES, right - STEPS);
}

// The right end of what has dates.
static int dated_end(const struct picture *p)
{
	return WIDTH - MARGIN - (p->undated && p->axis.parts.n ? UNDATED : 0);
}

// A story that is not at hand was there before the first that names it.
static int ghost_place(const struct picture *p, const struct family *f)
{
	int x = WIDTH;
	for (each (m, &f->members)) {
		int at = place_of(p, p->docs[*m]);
		x = at < x ? at : x;
	}
	return x - STEP - 5;
}

static void set_place(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	int x = p->axis.left;
	if (r->kind == ROW_DOCUMENT)
		x = place_of(p, p->docs[r->doc]);
	else if (r->kind == ROW_GHOST)
		x = ghost_place(p, &p->t->families.at[r->family]);
	p->natural[i] = x;
	if (r->on != SIZE_MAX && r->kind == ROW_DOCUMENT && x >= p->natural[r->on]) {
		int most = (date_known(p->docs[r->doc]->published) ? dated_end(p) : WIDTH - MARGIN) - 8;
		x = x < p->x[r->on] + STEP ? p->x[r->on] + STEP : x;
		x = x > most ? most : x;
	}
	p->x[i] = x;
}

static void lay_out(struct picture *p, int top)
{
	size_t n = p->rows.list.n;
	int y = top;
	p->x = arena_array(p->a, int, n + 1);
	p->y = arena_array(p->a, int, n + 1);
	p->natural = arena_array(p->a, int, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct rows_row *r = &p->rows.list.at[i];
		y += r->on == SIZE_MAX ? LANE : 0;
		p->y[i] = y + ROW / 2;
		y += r->kind == ROW_REST ? ROW + 14 : ROW;
		set_place(p, i);
	}
	p->top = top;
	p->bottom = y + LANE;
}

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

// --- lines ---

// An edge that is not the one by which its document hangs in the tree.
static bool is_beside(const struct picture *p, const struct edge *e)
{
	const struct edge *home = origin_home(p->t, e->child);
	return e->parent != SIZE_MAX && e != home && !(home && home->parent == e->parent);
}

static bool is_seen(const struct picture *p, const struct edge *e)
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

static int radius(const struct picture *p, size_t row)
{
	return p->rows.list.at[row].on == SIZE_MAX ? 6 : 4;
}

// From what a row hangs on down to it, then across.
static void draw_hanging(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	int x = p->x[r->on], y = p->y[i], to = p->x[i];
	const char *name = r->edge ? relation_name(r->edge->relation) : "joined";
	to += to > x ? -radius(p, i) : to < x ? radius(p, i) : 0;
	buf_printf(p->out, "<path class=\"link %s\" d=\"M%d %dV%dH%d", name, x, p->y[r->on] + radius(p, r->on), y, to);
	if (r->edge && r->edge->relation == RELATION_cites) {
		int way = to < x ? -1 : 1;
		buf_printf(p->out, "M%d %dl%d 4l%d 4", x + 7 * way, y - 4, -5 * way, 5 * way);
	}
	end_link(p, r->edge ? r->edge->why : NULL);
}

// From a document to another family's, bent to the left, where no title stands.
static void draw_beside(struct picture *p, const struct edge *e)
{
	size_t c = p->rows.of[e->child], q = p->rows.of[e->parent];
	int left = p->x[c] < p->x[q] ? p->x[c] : p->x[q], bend = 14 + 2 * abs((int)c - (int)q);
	int at = left - (bend > CURVES - 8 ? CURVES - 8 : bend), end = p->x[q] - radius(p, q);
	buf_printf(p->out, "<path class=\"link %s\" d=\"M%d %dC%d %d %d %d %d %d", relation_name(e->relation),
		   p->x[c] - radius(p, c), p->y[c], at, p->y[c], at, p->y[q], end, p->y[q]);
	if (e->relation == RELATION_cites)
		buf_printf(p->out, "m-6 -4l6 4l-6 4");
	end_link(p, e->why);
}

static void draw_links(struct picture *p)
{
	for (each (e, &p->t->edges))
		if (is_beside(p, e) && is_seen(p, e))
			draw_beside(p, e);
	for (size_t i = 0; i < p->rows.list.n; i++)
		if (p->rows.list.at[i].kind == ROW_DOCUMENT && p->rows.list.at[i].on != SIZE_MAX)
			draw_hanging(p, i);
}

// --- rows ---

static void add_text(struct picture *p, const char *class, int x, int y, const char *text)
{
	buf_printf(p->out, "<text%s%s%s x=\"%d\" y=\"%d\">", *class ? " class=\"" : "", class, *class ? "\"" : "", x, y);
	plain_html(p->out, text);
	buf_text(p->out, "</text>");
}

static const char *name_of(const struct document *d)
{
	return d->outlet && *d->outlet ? d->outlet : summary_name(d);
}

// What a reader is told who points at a document: its title, outlet and day, and what it has to do with others.
static void add_tip(struct picture *p, const struct rows_row *r)
{
	enum { MOST = 4 };
	const struct document *d = p->docs[r->doc];
	buf_text(p->out, "<title>");
	plain_html(p->out, summary_name(d));
	buf_char(p->out, '\n');
	if (d->outlet && *d->outlet) {
		plain_html(p->out, d->outlet);
		buf_text(p->out, ", ");
	}
	plain_html(p->out, number_date(p->a, d->published));
	size_t told = 0;
	for (size_t i = p->edges[r->doc]; i < p->edges[r->doc + 1] && told < MOST; i++)
		if (p->t->edges.at[i].why) {
			buf_char(p->out, '\n');
			plain_html(p->out, p->t->edges.at[i].why);
			told++;
		}
	buf_text(p->out, "</title>");
}

// The title of an origin, on the side of its mark where there is more room.
static void add_title(struct picture *p, size_t i, const char *class, const char *text)
{
	enum { ENOUGH = 280, OFF = 13 };
	int x = p->x[i], end = x > dated_end(p) ? WIDTH - MARGIN : dated_end(p);
	int right = end - x - OFF, left = x - OFF - PLOT;
	bool on_left = right < ENOUGH && left > right;
	add_text(p, arena_printf(p->a, "%s%s", class, on_left ? " end" : ""), on_left ? x - OFF : x + OFF, p->y[i] + 4,
		 svg_cut(p->a, text, TYPE, on_left ? left : right));
}

static void draw_mark(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	bool lost = r->on == SIZE_MAX && p->t->families.at[r->family].untraceable;
	const char *class = r->kind == ROW_GHOST ? "ghost" : lost ? "lost" : r->on == SIZE_MAX ? "origin" : "echo";
	buf_printf(p->out, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%s\"/>", class, p->x[i], p->y[i],
		   r->on == SIZE_MAX ? "6" : "3.5");
	if (lost && r->kind == ROW_DOCUMENT)
		add_text(p, "what", p->x[i], p->y[i] + 4, "?");
}

// A month or a year is a bar to its last day.
static void draw_within(struct picture *p, const struct document *d, int y)
{
	long first, last;
	if (!date_known(d->published) || d->published.day)
		return;
	days_of(d->published, &first, &last);
	buf_printf(p->out, "<path class=\"within\" d=\"M%d %dH%d\"/>", axis_x(&p->axis, first), y,
		   axis_x(&p->axis, last));
}

static void draw_origin(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	const struct family *f = &p->t->families.at[r->family];
	const struct document *d = r->kind == ROW_GHOST ? NULL : p->docs[r->doc];
	const char *name = f->origin_name ? f->origin_name : d ? name_of(d) : "an origin";
	add_text(p, "id", MARGIN, p->y[i] + 4, f->id);
	add_text(p, d ? "head" : "head absent", NAMES, p->y[i] + 4,
		 svg_cut(p->a, name, TYPE + 1, NAMES_WIDTH)); // bold is wider
	if (!d)
		add_title(p, i, "fold", "not at hand");
	else if (d->title)
		add_title(p, i, "said", d->title);
}

static void draw_document(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	buf_text(p->out, "<g class=\"row\">");
	if (r->kind == ROW_DOCUMENT)
		add_tip(p, r);
	buf_printf(p->out, "<rect class=\"hit\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", MARGIN,
		   p->y[i] - ROW / 2, PLOT - MARGIN, ROW);
	if (r->on == SIZE_MAX)
		draw_origin(p, i);
	else
		add_text(p, "", NAMES + 12, p->y[i] + 4,
			 svg_cut(p->a, name_of(p->docs[r->doc]), TYPE, NAMES_WIDTH - 12));
	if (r->kind == ROW_DOCUMENT)
		draw_within(p, p->docs[r->doc], p->y[i]);
	draw_mark(p, i);
	buf_text(p->out, "</g>\n");
}

// Documents without a row: a stroke for each place where some stand.
static void draw_folded(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	bool strokes[WIDTH] = { false };
	size_t n = r->to - r->from;
	for (size_t k = r->from; k < r->to; k++)
		strokes[place_of(p, p->docs[p->rows.folded.at[k]])] = true;
	if (r->kind == ROW_FOLD) {
		add_text(p, "fold", NAMES + 12, p->y[i] + 4, arena_printf(p->a, "and %s more", number_whole(p->a, n)));
	} else {
		add_text(p, "fold", NAMES, p->y[i] + 4,
			 arena_printf(p->a, "and %s more %s,", number_whole(p->a, r->families),
				      r->families == 1 ? "family" : "families"));
		add_text(p, "fold", NAMES, p->y[i] + 18, number_of(p->a, n, "document"));
	}
	buf_text(p->out, "<path class=\"rug\" d=\"");
	for (int x = 0; x < WIDTH; x++)
		if (strokes[x])
			buf_printf(p->out, "M%d %dv8", x, p->y[i] - 4);
	buf_text(p->out, "\"/>\n");
}

static void draw_rows(struct picture *p)
{
	for (size_t i = 0; i < p->rows.list.n; i++) {
		const struct rows_row *r = &p->rows.list.at[i];
		if (r->kind == ROW_FOLD || r->kind == ROW_REST)
			draw_folded(p, i);
		else
			draw_document(p, i);
	}
}

static void draw_ground(struct picture *p)
{
	enum { TALL = 700 };
	if (p->undated && p->t->n) {
		int x = p->axis.parts.n ? p->undated_x - STEP : PLOT;
		buf_printf(p->out, "<rect class=\"undated\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x, p->top,
			   WIDTH - MARGIN - x, p->bottom - p->top);
		add_text(p, "key", x + 4, p->top - 7, "without a date");
		buf_char(p->out, '\n');
	}
	axis_draw(p->out, &p->axis, p->top, p->bottom, p->bottom - p->top > TALL);
	for (size_t i = 0; i < p->rows.list.n; i++)
		if (p->rows.list.at[i].on == SIZE_MAX)
			buf_printf(p->out, "<path class=\"lane\" d=\"M%d %dH%d\"/>\n", MARGIN,
				   p->y[i] - ROW / 2 - 2, WIDTH - MARGIN);
}

// --- the whole ---

static void note_row(struct picture *p, const struct rows_row *r)
{
	struct picture_key *k = &p->key;
	bool first = r->on == SIZE_MAX, document = r->kind == ROW_DOCUMENT;
	bool lost = document && first && p->t->families.at[r->family].untraceable;
	k->folded |= r->kind == ROW_FOLD || r->kind == ROW_REST;
	k->ghost |= r->kind == ROW_GHOST;
	k->lost |= lost;
	k->origin |= document && first && !lost;
	k->echo |= document && !first;
	k->within |= document && date_known(p->docs[r->doc]->published) && !p->docs[r->doc]->published.day;
	if (document && !first && r->edge)
		k->relation[r->edge->relation] = true;
	k->joined |= document && !first && !r->edge;
}

static void note_all(struct picture *p)
{
	for (each (r, &p->rows.list))
		note_row(p, r);
	for (each (e, &p->t->edges))
		if (is_beside(p, e)) {
			p->key.relation[e->relation] |= is_seen(p, e);
			p->unseen += !is_seen(p, e);
		}
}

static void draw_all(struct picture *p, struct buf *head)
{
	enum { TITLE = 36, KEY = 62, BELOW = 40 };
	struct buf body = buf_in(p->a);
	const char *tally = summary_tally(p->a, &p->t->tally);
	p->out = &body;
	add_text(p, "tally", MARGIN, TITLE, tally);
	lay_out(p, picture_key_draw(&body, &p->key, MARGIN, WIDTH - MARGIN, KEY) + 22);
	draw_ground(p);
	draw_links(p);
	draw_rows(p);
	if (p->unseen)
		add_text(p, "key", MARGIN, p->bottom + BELOW - 12,
			 arena_printf(p->a, "%s of documents without a row %s not drawn",
				      number_of(p->a, p->unseen, "relation"), p->unseen == 1 ? "is" : "are"));
	int height = p->bottom + BELOW;
	buf_printf(head,
		   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
		   "lang=\"en\">\n<title>%s</title>\n<style>\n%s</style>\n",
		   WIDTH, height, WIDTH, height, tally, embed_picture);
	buf_printf(head, "<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n", WIDTH, height);
	buf_add(head, buf_str(&body), body.n);
	buf_text(head, "\n</svg>\n");
}

void picture_write(struct buf *out, const struct tracing *t, const struct document *const *docs)
{
	struct picture p = { .a = out->arena, .t = t, .docs = docs };
	p.rows = rows_of(p.a, t, docs);
	set_axis(&p);
	index_edges(&p);
	note_all(&p);
	draw_all(&p, out);
}
