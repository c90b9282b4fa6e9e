// Figures as rows of a table, each with a small SVG in percent coordinates, so that they stretch while type stays. The
// scale is always 0 to 100 with the edges of the words: it never stretches to the data.
#include "write/formats.h"
#include "write/number.h"
#include "case/scale.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

static void add_edges(struct buf *out)
{
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01)
			buf_printf(out, "<line class=\"edge\" x1=\"%.0f%%\" x2=\"%.0f%%\" y1=\"0\" y2=\"100%%\"/>",
				   b->lo * 100, b->lo * 100);
}

static void add_line(struct buf *out, const char *class, double from, double to)
{
	if (from >= 0)
		buf_printf(out, "<line class=\"%s\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"13\" y2=\"13\"/>", class,
			   from * 100, to * 100);
}

static void add_triangle(struct buf *out, double p)
{
	buf_printf(out,
		   "<svg x=\"%.2f%%\" y=\"18\" width=\"1\" height=\"8\" overflow=\"visible\"><path class=\"before\" "
		   "d=\"M0 0l4 7h-8z\"/></svg>",
		   p * 100);
}

// What the row shows, for those who cannot see it.
static void add_words(struct buf *out, const struct mark *m)
{
	struct arena *a = out->arena;
	buf_text(out, "<title>");
	plain_html(out, m->label);
	buf_printf(out, ": %s %%", number_percent(a, m->p));
	if (m->lo >= 0)
		buf_printf(out, ", nine draws in ten at %s %%, %s", number_interval(a, m->lo, m->hi),
			   number_word(m->p));
	if (m->prior >= 0)
		buf_printf(out, ", before any report %s %%", number_percent(a, m->prior));
	if (m->from >= 0)
		buf_printf(out, ", from %s %%", number_percent(a, m->from));
	buf_text(out, "</title>");
}

static void draw(struct buf *out, const struct mark *m)
{
	const struct band *band = scale_of(m->p);
	buf_text(out, "<svg class=\"plot\" role=\"img\" width=\"100%\" height=\"28\">");
	add_words(out, m);
	if (m->lead) {
		double lo = band->lo > 0.01 ? band->lo : 0, hi = band->hi < 0.99 ? band->hi : 1;
		buf_printf(out, "<rect class=\"band\" x=\"%.0f%%\" width=\"%.0f%%\" y=\"0\" height=\"100%%\"/>",
			   lo * 100, (hi - lo) * 100);
	}
	add_edges(out);
	if (m->from >= 0) {
		bool up = m->p >= m->from;
		buf_printf(out, "<rect class=\"%s\" x=\"%.2f%%\" width=\"%.2f%%\" y=\"8\" height=\"10\"/>",
			   up ? "for" : "against", (up ? m->from : m->p) * 100,
			   fmax(fabs(m->p - m->from), 0.002) * 100);
	} else {
		add_line(out, "most", m->lo, m->hi);
		add_line(out, "half", m->half_lo, m->half_hi);
	}
	if (m->prior >= 0)
		add_triangle(out, m->prior);
	if (m->lo >= 0)
		buf_printf(out, "<circle class=\"dot\" cx=\"%.2f%%\" cy=\"13\" r=\"5\"/>", m->p * 100);
	buf_text(out, "</svg>");
}

static void add_axis(struct buf *out)
{
	buf_text(out, "<svg class=\"axis\" aria-hidden=\"true\" width=\"100%\" height=\"18\">");
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01)
			buf_printf(out, "<text x=\"%.0f%%\" y=\"13\" text-anchor=\"middle\">%.0f</text>", b->lo * 100,
				   b->lo * 100);
	buf_text(out, "</svg>");
}

static void add_cell(struct buf *out, const char *class, const char *text)
{
	buf_printf(out, "<td role=\"cell\"%s%s%s>", *class ? " class=\"" : "", class, *class ? "\"" : "");
	plain_html(out, text);
	buf_text(out, "</td>");
}

static void add_row(struct buf *out, const struct figure *f, const struct mark *m)
{
	struct arena *a = out->arena;
	buf_printf(out, "<tr role=\"row\"%s><th role=\"rowheader\" scope=\"row\">", m->lead ? " class=\"leads\"" : "");
	plain_html(out, m->label);
	if (m->note) {
		buf_text(out, "<span class=\"when\">");
		plain_html(out, m->note);
		buf_text(out, "</span>");
	}
	buf_text(out, "</th><td role=\"cell\" class=\"draw\">");
	draw(out, m);
	buf_text(out, "</td>");
	if (f->kind == FIGURE_STEPS)
		add_cell(out,
			 m->from < 0       ? "n"
			 : m->decibans < 0 ? "n down"
					   : "n up",
			 m->from < 0 ? "" : number_decibans(a, m->decibans));
	add_cell(out, "n p", arena_printf(a, "%s %%", number_percent(a, m->p)));
	if (f->kind == FIGURE_RULER) {
		add_cell(out, "n", number_interval(a, m->lo, m->hi));
		add_cell(out, "n", number_percent(a, m->prior));
		add_cell(out, "word", number_word(m->p));
	}
	buf_text(out, "</tr>\n");
}

static void add_rows(struct buf *out, const struct figure *f)
{
	bool ruler = f->kind == FIGURE_RULER;
	buf_printf(
	    out,
	    "<table role=\"table\" class=\"%s\"><thead role=\"rowgroup\"><tr role=\"row\"><td role=\"cell\"></td>"
	    "<td role=\"cell\" class=\"draw\">",
	    ruler ? "ruler" : "steps");
	add_axis(out);
	buf_text(out, "</td>");
	static const char *const ruler_heads[] = { "estimate", "nine in ten", "before", "word" };
	static const char *const step_heads[] = { "dB", "then" };
	for (size_t i = 0; i < (ruler ? 4u : 2u); i++)
		buf_printf(out, "<th role=\"columnheader\" scope=\"col\"%s>%s</th>",
			   ruler && i == 3 ? "" : " class=\"n\"", ruler ? ruler_heads[i] : step_heads[i]);
	buf_text(out, "</tr></thead><tbody role=\"rowgroup\">\n");
	for (each (m, &f->marks))
		add_row(out, f, m);
	buf_text(out, "</tbody></table>\n");
}

static void add_circles(struct buf *out, const char *class, size_t n, int r, size_t *x)
{
	for (size_t i = 0; i < n; i++, *x += (size_t)r * 2 + 4)
		buf_printf(out, "<circle class=\"%s\" cx=\"%zu\" cy=\"8\" r=\"%d\"/>", class, *x + (size_t)r + 1, r);
}

// A circle for each origin, untraceable report and echo.
static void add_tally(struct buf *out, const struct figure *f)
{
	enum { MOST = 60 };
	const struct report_tally *k = &f->tally;
	size_t n = k->origins + k->echoes + k->untraceable, x = 0;
	if (!n || n > MOST)
		return;
	buf_printf(out,
		   "<svg class=\"tally\" role=\"img\" width=\"%zu\" height=\"16\"><title>%s, %s echoes, %s "
		   "untraceable</title>",
		   k->origins * 14 + k->untraceable * 14 + k->echoes * 10 + 4,
		   number_of(out->arena, k->origins, "origin"), number_whole(out->arena, k->echoes),
		   number_whole(out->arena, k->untraceable));
	add_circles(out, "origin", k->origins, 5, &x);
	add_circles(out, "lost", k->untraceable, 5, &x);
	add_circles(out, "echo", k->echoes, 3, &x);
	buf_text(out, "</svg>\n");
}

void svg_figure(struct buf *out, const struct figure *f)
{
	buf_text(out, "<figure><figcaption>");
	plain_html(out, f->title);
	buf_text(out, " <span class=\"about\">");
	plain_html(out, f->about);
	buf_text(out, "</span></figcaption>\n");
	if (f->kind == FIGURE_TALLY)
		add_tally(out, f);
	else
		add_rows(out, f);
	buf_text(out, "</figure>\n");
}

// Thousandths of the type's size, after Helvetica, whose measures Arial and Liberation Sans share. Of other scripts
// only that they are wide: too much leaves room, too little would run into what stands beside it.
static int letter_width(uint32_t c)
{
	static const struct {
		const char *letters;
		int width;
	} widths[] = {
		{ "ijl'|", 222 },    { " ,.:;!/\\It[]f", 278 },
		{ "r()-`\"*", 340 }, { "ckJsvxyz", 500 },
		{ "FLTZ", 611 },     { "ABEKPSVXY&", 667 },
		{ "wCDHNRU", 722 },  { "GOQ", 778 },
		{ "mM", 833 },       { "W%@", 970 },
	};
	if (c >= 0x80)
		return c < 0x250 ? 640 : c < 0x590 ? 720 : c < 0x800 ? 600 : c < 0x1100 ? 720 : c < 0x2070 ? 600 : 1000;
	for (size_t i = 0; c && i < sizeof widths / sizeof *widths; i++)
		if (strchr(widths[i].letters, (int)c))
			return widths[i].width;
	return 556;
}

static const int ellipsis_width = 1000;

// How many bytes of the text fit into so many thousandths; *width becomes theirs.
static size_t fitting(const char *text, long most, long *width)
{
	size_t n = strlen(text), at = 0;
	*width = 0;
	while (at < n) {
		uint32_t c = 0xfffd;
		size_t len = utf8_decode(text + at, n - at, &c);
		int w = letter_width(c);
		if (*width + w > most)
			break;
		*width += w;
		at += len ? len : 1;
	}
	return at;
}

int svg_width(const char *text, int size)
{
	long width;
	fitting(text, (long)1e9, &width);
	return (int)(width * size / 1000);
}

const char *svg_cut(struct arena *a, const char *text, int size, int most)
{
	const char *plain = plain_text(a, text);
	long width, room = 1000L * most / size;
	if (!plain[fitting(plain, room, &width)])
		return plain;
	size_t n = fitting(plain, room - ellipsis_width, &width);
	while (n && plain[n - 1] == ' ')
		n--;
	return arena_printf(a, "%.*s\xe2\x80\xa6", (int)n, plain);
}
