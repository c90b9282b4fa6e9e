// Markdown that reads well as it is, on a terminal and aloud: lines folded at 100 columns, tables padded, the ruler
// drawn in text, footnotes at the end. Document text is escaped, so that nothing in it becomes markup.
#include "write/formats.h"
#include "write/number.h"
#include "write/phrase.h"
#include "case/scale.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { WIDTH = 100, RULER = 50 };

#define HARD_SPACE '\x01' // stays a space but is never a line's end; plain_text leaves no such byte

static void escape(struct buf *out, const char *text)
{
	const char *plain = plain_text(out->arena, text);
	for (const char *c = plain; *c; c++) {
		bool inside = c > plain && isalnum((unsigned char)c[-1]) && isalnum((unsigned char)c[1]);
		if (strchr("\\`*[]<>|", *c) || (*c == '_' && !inside) || (*c == '~' && c[1] == '~') ||
		    (*c == '&' && (isalpha((unsigned char)c[1]) || c[1] == '#')))
			buf_char(out, '\\');
		buf_char(out, *c);
	}
}

// Text inside code, which only backquotes could end.
static const char *fenced(struct arena *a, const char *text)
{
	char *out = arena_text(a, plain_text(a, text));
	for (char *c = out; *c; c++)
		if (*c == '`')
			*c = '\'';
	return out;
}

static size_t columns(const char *text)
{
	return utf8_count(text, strlen(text));
}

// Where a backslash goes, from 1, so that a line beginning with this word stays text: before "#" or after "12" of
// "12."; 0 where nothing is needed.
static size_t starts_block(struct slice word)
{
	size_t i = 0;
	if (word.len && strchr("#+-=|~>", word.at[0]))
		return 1;
	while (i < word.len && isdigit((unsigned char)word.at[i]))
		i++;
	return i && i < word.len && (word.at[i] == '.' || word.at[i] == ')') ? i + 1 : 0;
}

// Folds at spaces. `first` opens the first line and `rest` every other one.
static void fold(struct buf *out, const char *text, const char *first, const char *rest)
{
	struct slice left = slice_of(text), word;
	size_t at = columns(first);
	bool begun = false;
	buf_text(out, first);
	while (slice_cut(&left, ' ', &word)) {
		size_t wide = utf8_count(word.at, word.len);
		if (begun && at + 1 + wide > WIDTH && !starts_block(word)) {
			buf_printf(out, "\n%s", rest);
			at = columns(rest);
		} else if (begun) {
			buf_char(out, ' ');
			at++;
		}
		size_t mark = begun ? 0 : starts_block(word);
		for (size_t i = 0; i < word.len; i++) {
			if (mark && i + 1 == mark)
				buf_char(out, '\\');
			buf_char(out, word.at[i] == HARD_SPACE ? ' ' : word.at[i]);
		}
		at += wide;
		begun = true;
	}
	buf_char(out, '\n');
}

static void add_piece(struct buf *b, const struct piece *p)
{
	const char *around = p->kind == PIECE_WORD || p->kind == PIECE_STRONG || p->kind == PIECE_LEVEL ? "**"
			     : p->kind == PIECE_QUOTE                                                   ? "\""
													: "";
	size_t from;
	buf_text(b, around);
	from = b->n;
	escape(b, p->text);
	for (size_t i = from; p->kind == PIECE_RANGE && i < b->n; i++)
		if (b->at[i] == ' ')
			b->at[i] = HARD_SPACE;
	buf_text(b, around);
}

static void add_sentence(struct buf *b, const struct sentence *s)
{
	const char *around = s->kind == SENTENCE_assumption ? "*" : "";
	buf_text(b, around);
	for (each (p, &s->pieces))
		add_piece(b, p);
	buf_text(b, around);
	for (each (n, &s->notes)) // apart, or 1 and 2 would be shown as 12
		buf_printf(b, n == s->notes.at ? "[^%zu]" : " [^%zu]", *n + 1);
}

static void add_sentences(struct buf *out, const struct block *block)
{
	struct buf b = buf_in(out->arena);
	for (each (s, &block->sentences)) {
		if (b.n)
			buf_char(&b, ' ');
		add_sentence(&b, s);
	}
	bool item = block->kind == BLOCK_ITEM;
	fold(out, buf_str(&b), item ? "- " : "", item ? "  " : "");
}

static void pad(struct buf *out, const char *text, size_t width, bool right)
{
	size_t n = columns(text);
	for (size_t i = n; right && i < width; i++)
		buf_char(out, ' ');
	buf_text(out, text);
	for (size_t i = n; !right && i < width; i++)
		buf_char(out, ' ');
}

static const char *cell_text(struct arena *a, const struct cell *c)
{
	struct buf b = buf_in(a);
	escape(&b, c->text);
	if (c->look == CELL_TINT)
		buf_printf(&b, " %s", number_decibans(a, c->decibans));
	return buf_str(&b);
}

static void add_row(struct buf *out, const struct table *t, const struct cell *cells, const size_t *width)
{
	for (size_t i = 0; i < t->columns; i++) {
		buf_text(out, i ? " | " : "| ");
		pad(out, cell_text(out->arena, &cells[i]), width[i], t->head.at[i].figure);
	}
	buf_text(out, " |\n");
}

// A table too wide for a terminal: an item a row, each cell with its head.
static void add_wide(struct buf *out, const struct table *t)
{
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns) {
		struct buf b = buf_in(out->arena);
		for (size_t i = 0; i < t->columns; i++) {
			if (i)
				buf_printf(&b, "%s%s: ", i == 1 ? ". " : "; ", cell_text(out->arena, &t->head.at[i]));
			buf_text(&b, cell_text(out->arena, &t->cells.at[at + i]));
		}
		fold(out, buf_str(&b), "- ", "  ");
	}
}

static void add_table(struct buf *out, const struct table *t)
{
	size_t *width = arena_array(out->arena, size_t, t->columns + 1), sum = 1;
	for (size_t i = 0; i < t->columns; i++) {
		width[i] = columns(cell_text(out->arena, &t->head.at[i]));
		for (size_t at = i; at < t->cells.n; at += t->columns) {
			size_t n = columns(cell_text(out->arena, &t->cells.at[at]));
			width[i] = n > width[i] ? n : width[i];
		}
		width[i] = width[i] > 3 ? width[i] : 3;
		sum += width[i] + 3;
	}
	bool wide = sum > WIDTH + 20;
	struct buf caption = buf_in(out->arena);
	escape(&caption, t->caption);
	if (wide && *t->head.at[0].text) {
		buf_text(&caption, " (");
		escape(&caption, t->head.at[0].text);
		buf_char(&caption, ')');
	}
	buf_text(&caption, ispunct((unsigned char)caption.at[caption.n - 1]) && !wide ? "" : ":");
	fold(out, buf_str(&caption), "", "");
	buf_char(out, '\n');
	if (wide) {
		add_wide(out, t);
		return;
	}
	add_row(out, t, t->head.at, width);
	for (size_t i = 0; i < t->columns; i++) {
		buf_text(out, i ? "|" : "|");
		buf_text(out, t->head.at[i].figure ? "-" : ":");
		for (size_t k = 0; k < width[i]; k++)
			buf_char(out, '-');
		buf_text(out, t->head.at[i].figure ? ":" : "-");
	}
	buf_text(out, "|\n");
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns)
		add_row(out, t, &t->cells.at[at], width);
}

static int column_of(double p)
{
	int at = (int)lround(p * RULER);
	return at < 0 ? 0 : at > RULER ? RULER : at;
}

// One line of the ruler: edges, interval, prior, estimate, the later over the earlier.
static void draw(struct buf *out, const struct mark *m)
{
	const char *cells[RULER + 1];
	for (int i = 0; i <= RULER; i++)
		cells[i] = i == 0 || i == RULER ? "|" : " ";
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01)
			cells[column_of(b->lo)] = "\xc2\xb7";
	if (m->from >= 0)
		for (int i = column_of(fmin(m->from, m->p)); i <= column_of(fmax(m->from, m->p)); i++)
			cells[i] = m->p < m->from ? "<" : ">";
	for (int i = column_of(m->lo); m->lo >= 0 && i <= column_of(m->hi); i++)
		cells[i] = "\xe2\x94\x80";
	for (int i = column_of(m->half_lo); m->half_lo >= 0 && i <= column_of(m->half_hi); i++)
		cells[i] = "\xe2\x94\x81";
	if (m->prior >= 0)
		cells[column_of(m->prior)] = "\xe2\x96\xb3";
	cells[column_of(m->p)] = m->prior == m->p && m->lo < 0 ? "\xe2\x96\xb3" : "\xe2\x97\x8f";
	for (int i = 0; i <= RULER; i++)
		buf_text(out, cells[i]);
}

static void add_axis(struct buf *out, size_t wide)
{
	char line[RULER + 4];
	memset(line, ' ', sizeof line);
	line[0] = '0';
	for (const struct band *b = scale_bands; b->word; b++)
		if (b->lo > 0.01) {
			int edge = (int)lround(b->lo * 100), at = column_of(b->lo);
			line[at] = (char)(edge >= 10 ? '0' + edge / 10 : '0' + edge);
			if (edge >= 10)
				line[at + 1] = (char)('0' + edge % 10);
		}
	memcpy(line + RULER, "100", 3);
	pad(out, "", wide, false);
	buf_printf(out, "  %.*s\n", RULER + 3, line);
}

static void add_ruler(struct buf *out, const struct figure *f)
{
	struct arena *a = out->arena;
	size_t wide = 0;
	for (each (m, &f->marks)) {
		size_t n = columns(fenced(a, m->label));
		wide = n > wide ? n : wide;
	}
	wide = wide < 40 ? wide : 40;
	buf_text(out, "```text\n");
	fold(out, fenced(a, f->title), "", "");
	add_axis(out, wide);
	for (each (m, &f->marks)) {
		const char *label = fenced(a, m->label);
		if (columns(label) > wide) { // its own line, so that the rulers stay under one another
			buf_printf(out, "%s\n", label);
			label = "";
		}
		pad(out, label, wide, false);
		buf_text(out, "  ");
		draw(out, m);
		pad(out, arena_printf(a, " %s %%", number_percent(a, m->p)), 9, true);
		if (f->kind == FIGURE_steps && m->from >= 0)
			buf_printf(out, "  %s dB, %s", number_decibans(a, m->decibans), m->note ? m->note : "");
		if (m->lo >= 0)
			buf_printf(out, "  %s, %s", number_interval(a, m->lo, m->hi), number_word(m->p));
		buf_char(out, '\n');
	}
	fold(out, f->about, "", "");
	buf_text(out, "```\n");
}

static void add_tally(struct buf *out, const struct figure *f)
{
	enum { MOST = 60 };
	const struct report_tally *k = &f->tally;
	if (k->origins + k->echoes + k->untraceable > MOST)
		return; // the sentence above says it
	buf_text(out, "```text\n");
	for (size_t i = 0; i < k->origins; i++)
		buf_text(out, "\xe2\x97\x8f ");
	for (size_t i = 0; i < k->untraceable; i++)
		buf_text(out, "\xe2\x97\x8c ");
	for (size_t i = 0; i < k->echoes; i++)
		buf_text(out, "\xe2\x88\x98 ");
	buf_printf(out, "  %s\n```\n", "full: an origin; broken: untraceable; small: an echo");
}

static void add_block(struct buf *out, const struct block *b, bool tight)
{
	struct buf heading = buf_in(out->arena);
	if (!tight)
		buf_char(out, '\n');
	switch (b->kind) {
	case BLOCK_HEADING:
		escape(&heading, b->heading);
		buf_printf(out, "### %s\n", buf_str(&heading));
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		add_sentences(out, b);
		break;
	case BLOCK_TABLE:
		add_table(out, &b->table);
		break;
	case BLOCK_FIGURE:
		if (b->table.columns)
			add_table(out, &b->table);
		else if (b->figure.kind == FIGURE_tally)
			add_tally(out, &b->figure);
		else
			add_ruler(out, &b->figure);
		break;
	}
}

static void add_passage(struct buf *out, const struct passage *p)
{
	struct buf b = buf_in(out->arena);
	const char *places = plain_places(out->arena, p);
	buf_char(&b, '"');
	escape(&b, p->words ? p->words : "the words are not at hand");
	buf_printf(&b, "%s\" (", p->cut ? " ..." : "");
	if (p->outlet) {
		escape(&b, p->outlet);
		buf_text(&b, ", ");
	}
	if (p->title) {
		escape(&b, phrase_quoted(out->arena, p->title));
		buf_text(&b, ", ");
	}
	if (p->path) {
		escape(&b, p->path);
		buf_text(&b, ", ");
	}
	if (date_known(p->published))
		buf_printf(&b, "%s, ", number_date(out->arena, p->published));
	buf_printf(&b, "%s%s, statement %s)", *places ? "characters " : "place not known", places, p->statement);
	buf_char(out, '\n');
	fold(out, buf_str(&b), "    ", "    ");
}

static void add_note(struct buf *out, const struct note *n, size_t number)
{
	struct buf b = buf_in(out->arena);
	escape(&b, n->say);
	buf_char(out, '\n');
	fold(out, buf_str(&b), arena_printf(out->arena, "[^%zu]: ", number), "    ");
	for (each (p, &n->passages))
		add_passage(out, p);
	if (n->values.n)
		buf_char(out, '\n');
	for (each (v, &n->values)) {
		struct buf line = buf_in(out->arena);
		buf_printf(&line, "`%s`", fenced(out->arena, *v));
		fold(out, buf_str(&line), "    - ", "      ");
	}
}

void markdown_write(struct buf *out, const struct tree *t)
{
	struct buf title = buf_in(out->arena);
	escape(&title, t->title);
	buf_printf(out, "# %s\n\n", buf_str(&title));
	fold(out, t->under, "", "");
	buf_char(out, '\n');
	fold(out, t->legend, "", "");
	for (each (s, &t->sections)) {
		enum block_kind before = BLOCK_HEADING;
		buf_printf(out, "\n## %d. %s\n", s->number, s->title);
		for (each (b, &s->blocks)) {
			add_block(out, b, b->kind == BLOCK_ITEM && before == BLOCK_ITEM);
			before = b->kind;
		}
	}
	buf_text(out, "\n## Notes\n");
	for (size_t i = 0; i < t->notes.n; i++)
		add_note(out, &t->notes.at[i], i + 1);
}
