// HTML: one file that needs nothing else and runs nothing. The policy in its head allows its one style sheet, by hash,
// and refuses everything else; text of documents is escaped like all text.
#include "write/figure.h"
#include "write/formats.h"
#include "write/number.h"
#include "write/scene_svg.h"

#include "base/buf.h"
#include "base/hash.h"

#include <string.h>

extern const char embed_report[]; // report.css

static const char *base64(struct arena *a, const unsigned char *at, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct buf b = buf_in(a);
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)at[i] << 16 | (i + 1 < n ? at[i + 1] << 8 : 0) | (i + 2 < n ? at[i + 2] : 0);
		for (size_t k = 0; k < 4; k++)
			buf_char(&b, k <= n - i ? digits[v >> (18 - 6 * k) & 63] : '=');
	}
	return buf_str(&b);
}

static void add_head(struct buf *out, const struct tree *t)
{
	unsigned char hash[SHA256_BYTES];
	hash_sha256(embed_report, strlen(embed_report), hash);
	buf_text(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
	buf_printf(out,
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "
		   "base-uri 'none'; form-action 'none'\">\n",
		   base64(out->arena, hash, sizeof hash));
	buf_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
		      "name=\"color-scheme\" content=\"light dark\">\n");
	buf_printf(out, "<meta name=\"generator\" content=\"hearsay %s\">\n<title>", t->version ? t->version : "");
	plain_html(out, t->title);
	buf_printf(out, "</title>\n<style>%s</style>\n</head>\n", embed_report);
}

// Three squares, as many full as the level is high.
static void add_level(struct buf *out, const char *level)
{
	int full = !strcmp(level, "high") ? 3 : !strcmp(level, "moderate") ? 2 : 1;
	buf_text(out, "<svg class=\"level\" aria-hidden=\"true\" width=\"32\" height=\"9\">");
	for (int i = 0; i < 3; i++)
		buf_printf(out, "<rect class=\"%s\" x=\"%d.5\" y=\".5\" width=\"8\" height=\"8\"/>",
			   i < full ? "full" : "none", i * 11);
	buf_text(out, "</svg>");
}

static void add_piece(struct buf *out, const struct piece *p)
{
	static const char *const open[] = {
		"", "<strong class=\"word\">", "<span class=\"range\">", "<strong>", "<strong>", "<q>"
	};
	static const char *const close[] = { "", "</strong>", "</span>", "</strong>", "</strong>", "</q>" };
	buf_text(out, open[p->kind]);
	plain_html(out, p->text);
	buf_text(out, close[p->kind]);
}

// References of a sentence. The first to each note carries the id that the note goes back to.
static void add_references(struct buf *out, const struct sentence *s, bool *met)
{
	for (each (n, &s->notes)) {
		buf_printf(out, "<sup><a href=\"#n%zu\"", *n + 1);
		if (!met[*n])
			buf_printf(out, " id=\"r%zu\"", *n + 1);
		buf_printf(out, " aria-label=\"note %zu\">%zu</a></sup>", *n + 1, *n + 1);
		met[*n] = true;
	}
}

static const char *level_of(const struct sentence *s)
{
	for (each (p, &s->pieces))
		if (p->kind == PIECE_LEVEL)
			return p->text;
	return NULL;
}

// Sentences of one kind that follow one another make a row with the kind in its margin.
static void add_sentences(struct buf *out, const struct block *b, bool *met)
{
	buf_printf(out, "<div class=\"%s\">\n", b->kind == BLOCK_ITEM ? "item" : "paragraph");
	for (size_t i = 0; i < b->sentences.n; i++) {
		const struct sentence *s = &b->sentences.at[i];
		bool first = !i || s->kind != b->sentences.at[i - 1].kind;
		const char *name = tree_sentence_name(s->kind), *level = level_of(s);
		if (first)
			buf_printf(out, "%s<div class=\"row %s\"><span class=\"kind\">%s</span><p>",
				   i ? "</p></div>\n" : "", name, name);
		else
			buf_char(out, ' ');
		if (level)
			add_level(out, level);
		for (each (p, &s->pieces))
			add_piece(out, p);
		add_references(out, s, met);
	}
	buf_text(out, b->sentences.n ? "</p></div>\n</div>\n" : "</div>\n");
}

enum { MANY = 7 }; // columns of a table that paper has room for

static void add_cell(struct buf *out, const struct cell *c)
{
	enum scene_paint tint = c->look == CELL_TINT ? figure_tint(c->decibans) : PAINT_none;
	buf_printf(out, "<td%s", c->figure ? " class=\"n\"" : "");
	if (tint != PAINT_none)
		buf_printf(out, " class=\"t-%s\"", scene_colours[tint].name);
	buf_char(out, '>');
	plain_html(out, c->text);
	if (c->look == CELL_TINT)
		buf_printf(out, "<span class=\"adds\">%s</span>", number_decibans(out->arena, c->decibans));
	if (c->look == CELL_BAR)
		scene_svg(out, figure_bar(out->arena, c->decibans), "bar");
	buf_text(out, "</td>");
}

static void add_table(struct buf *out, const struct table *t)
{
	buf_printf(out, "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"");
	plain_html(out, t->caption);
	buf_printf(out, "\"><table class=\"plain%s\"><caption>", t->columns > MANY ? " many" : "");
	plain_html(out, t->caption);
	buf_text(out, "</caption><thead><tr>");
	for (each (c, &t->head)) {
		buf_printf(out, "<th scope=\"col\"%s>", c->figure ? " class=\"n\"" : "");
		plain_html(out, c->text);
		buf_text(out, "</th>");
	}
	buf_text(out, "</tr></thead><tbody>\n");
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns) {
		buf_text(out, "<tr><th scope=\"row\">");
		plain_html(out, t->cells.at[at].text);
		buf_text(out, "</th>");
		for (size_t i = 1; i < t->columns; i++)
			add_cell(out, &t->cells.at[at + i]);
		buf_text(out, "</tr>\n");
	}
	buf_text(out, "</tbody></table></div>\n");
}

// Drawn twice: a wide page and paper show the one, a narrow screen the other; what cannot be folded is moved under a
// narrow window.
static void add_figure(struct buf *out, const struct figure *f)
{
	enum { WIDE = 868 }; // as wide as the text and its margin
	struct scene *wide = figure_scene(out->arena, f, WIDE);
	struct scene *narrow = figure_scene(out->arena, f, FIGURE_NARROW);
	buf_text(out, "<figure><figcaption>");
	plain_html(out, f->title);
	buf_text(out, " <span class=\"about\">");
	plain_html(out, f->about);
	buf_text(out, "</span></figcaption>\n");
	if (wide && narrow && narrow->width < wide->width) {
		scene_svg(out, wide, "wide");
		scene_svg(out, narrow, "narrow");
	} else if (wide) {
		buf_text(out, "<div class=\"window\" tabindex=\"0\" role=\"region\" aria-label=\"");
		plain_html(out, f->title);
		buf_text(out, "\">");
		scene_svg(out, wide, "whole");
		buf_text(out, "</div>\n");
	}
	buf_text(out, "</figure>\n");
}

static void add_block(struct buf *out, const struct block *b, bool *met)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		buf_text(out, "<h3>");
		plain_html(out, b->heading);
		buf_text(out, "</h3>\n");
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		add_sentences(out, b, met);
		break;
	case BLOCK_TABLE:
		add_table(out, &b->table);
		break;
	case BLOCK_FIGURE:
		add_figure(out, &b->figure);
		break;
	}
}

static void add_passage(struct buf *out, const struct passage *p)
{
	const char *places = plain_places(out->arena, p);
	buf_text(out, "<blockquote><p>");
	plain_html(out, p->words ? p->words : "The words are not at hand.");
	buf_printf(out, "%s</p><footer>", p->cut ? " ..." : "");
	const char *const parts[] = { p->outlet, p->title, p->path };
	for (size_t i = 0; i < 3; i++)
		if (parts[i]) {
			buf_text(out, i == 1 ? "<cite>" : i == 2 ? "<code>" : "");
			plain_html(out, parts[i]);
			buf_text(out, i == 1 ? "</cite>, " : i == 2 ? "</code>, " : ", ");
		}
	if (date_known(p->published))
		buf_printf(out, "%s, ", number_date(out->arena, p->published));
	buf_printf(out, "%s%s, statement ", *places ? "characters " : "place not known", places);
	plain_html(out, p->statement);
	buf_text(out, "</footer></blockquote>");
}

static void add_notes(struct buf *out, const struct tree *t, const bool *met)
{
	buf_text(out, "<section id=\"notes\" aria-labelledby=\"hn\"><h2 id=\"hn\">Notes</h2>\n<ol class=\"notes\">\n");
	for (size_t i = 0; i < t->notes.n; i++) {
		const struct note *n = &t->notes.at[i];
		buf_printf(out, "<li id=\"n%zu\"><p>", i + 1);
		plain_html(out, n->say);
		if (met[i])
			buf_printf(out,
				   " <a class=\"back\" href=\"#r%zu\" aria-label=\"back to the sentence of note "
				   "%zu\">back</a>",
				   i + 1, i + 1);
		buf_text(out, "</p>");
		for (each (p, &n->passages))
			add_passage(out, p);
		if (n->values.n)
			buf_text(out, "<ul>");
		for (each (v, &n->values)) {
			buf_text(out, "<li><code>");
			plain_html(out, *v);
			buf_text(out, "</code></li>");
		}
		buf_printf(out, "%s</li>\n", n->values.n ? "</ul>" : "");
	}
	buf_text(out, "</ol>\n</section>\n");
}

static void add_contents(struct buf *out, const struct tree *t)
{
	buf_text(out, "<nav aria-label=\"Sections\"><ol>");
	for (each (s, &t->sections))
		buf_printf(out, "<li><a href=\"#s%d\">%s</a></li>", s->number, s->title);
	buf_text(out, "<li><a href=\"#notes\">Notes</a></li></ol></nav>\n");
}

void html_write(struct buf *out, const struct tree *t)
{
	bool *met = arena_array(out->arena, bool, t->notes.n + 1);
	add_head(out, t);
	buf_text(out, "<body>\n");
	add_contents(out, t);
	buf_text(out, "<main>\n<header><h1>");
	plain_html(out, t->title);
	buf_text(out, "</h1><p class=\"under\">");
	plain_html(out, t->under);
	buf_text(out, "</p><p class=\"legend\">");
	plain_html(out, t->legend);
	buf_text(out, "</p></header>\n");
	for (each (s, &t->sections)) {
		buf_printf(out,
			   "<section id=\"s%d\" aria-labelledby=\"h%d\"><h2 id=\"h%d\"><span "
			   "class=\"number\">%d</span> %s</h2>\n",
			   s->number, s->number, s->number, s->number, s->title);
		for (each (b, &s->blocks))
			add_block(out, b, met);
		buf_text(out, "</section>\n");
	}
	add_notes(out, t, met);
	buf_text(out, "</main>\n</body>\n</html>\n");
}
