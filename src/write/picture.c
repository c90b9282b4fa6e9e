// The origins of a set of documents as one SVG that needs nothing else: a row for each document, a lane for each
// family, its origin on top and what comes from it hanging below; from left to right, time. What a line or a mark means
// is told by its form, never by its colour. The text twin is summary.c's.
#include "write/picture.h"

#include "write/formats.h"
#include "write/measure.h"
#include "write/number.h"
#include "write/picture_lines.h"
#include "write/summary.h"

extern const char embed_picture[]; // picture.css

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

static void add_text(struct picture *p, const char *class, int x, int y, const char *text)
{
	if (*class)
		buf_printf(p->out, "<text class=\"%s\" x=\"%d\" y=\"%d\">", class, x, y);
	else
		buf_printf(p->out, "<text x=\"%d\" y=\"%d\">", x, y);
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

static void add_title(struct picture *p, size_t i, const char *class, const char *text)
{
	bool left = p->left[i];
	int x = p->x[i] + (left ? -BESIDE : BESIDE);
	add_text(p, arena_printf(p->a, "%s%s", class, left ? " end" : ""), x, p->y[i] + 4,
		 measure_cut(p->a, text, TYPE, false, picture_place_room(p, i)));
}

static void draw_mark(struct picture *p, size_t i)
{
	const struct rows_row *r = &p->rows.list.at[i];
	bool lost = picture_place_lost(p, i);
	const char *class = r->kind == ROW_GHOST ? "ghost" : lost ? "lost" : r->on == SIZE_MAX ? "origin" : "echo";
	buf_printf(p->out, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%s\"/>", class, p->x[i], p->y[i],
		   *class == 'e' ? "3.5" : "6");
	if (lost)
		add_text(p, "what", p->x[i], p->y[i] + 4, "?");
}

// A month or a year is a bar to its last day.
static void draw_within(struct picture *p, const struct document *d, int y)
{
	long first, last;
	if (!date_known(d->published) || d->published.day)
		return;
	picture_place_days(d->published, &first, &last);
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
		 measure_cut(p->a, name, TYPE, true, NAMES_WIDTH));
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
			 measure_cut(p->a, name_of(p->docs[r->doc]), TYPE, false, NAMES_WIDTH - 12));
	if (r->kind == ROW_DOCUMENT)
		draw_within(p, p->docs[r->doc], p->y[i] + 9);
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
		strokes[picture_place_date(p, p->docs[p->rows.folded.at[k]])] = true;
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
		buf_printf(p->out, "<rect class=\"undated\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x, p->top,
			   WIDTH - MARGIN - x, p->bottom - p->top);
		add_text(p, "key", x + 4, p->top - 7, "without a date");
		buf_char(p->out, '\n');
	}
	axis_draw(p->out, &p->axis, p->top, p->bottom, is_tall(p));
	for (size_t i = 0; i < p->rows.list.n; i++)
		if (p->rows.list.at[i].on == SIZE_MAX)
			buf_printf(p->out, "<path class=\"lane\" d=\"M%d %dH%d\"/>\n", MARGIN,
				   p->y[i] - ROW / 2 - LANE / 2, WIDTH - MARGIN);
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

static void draw_all(struct picture *p, struct buf *head)
{
	enum { TALLY = 36, KEY = 62, BELOW = 20 };
	struct buf body = buf_in(p->a);
	const char *tally = summary_tally(p->a, &p->t->tally);
	p->out = &body;
	add_text(p, "tally", MARGIN, TALLY, tally);
	picture_place_rows(p, picture_key_draw(&body, &p->key, MARGIN, WIDTH - MARGIN, KEY) + 22);
	draw_ground(p);
	picture_lines_draw(p);
	draw_rows(p);
	int height = p->bottom + BELOW + (is_tall(p) || p->unseen ? 14 : 0);
	if (p->unseen)
		add_text(p, "key", MARGIN, p->bottom + 20,
			 arena_printf(p->a, "%s of documents without a row %s not drawn",
				      number_of(p->a, p->unseen, "relation"), p->unseen == 1 ? "is" : "are"));
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
	index_edges(&p);
	note_all(&p);
	picture_place_axis(&p);
	draw_all(&p, out);
}
