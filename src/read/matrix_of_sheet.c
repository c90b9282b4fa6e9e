#include "read/matrix_of_sheet.h"

#include "base/buf.h"
#include "base/limits.h"
#include "case/case.h"
#include "read/matrix_item.h"
#include "read/matrix_scale.h"
#include "read/matrix_shape.h"

#include <string.h>

struct reading {
	struct arena *arena, scratch; // scratch: of one row
	struct matrix_words *words;
	struct matrix_shape shape;
	struct matrix_scale scale;
	struct matrix *m;
	size_t first; // row of the first item
};

static const char *fold(struct reading *r, const char *text)
{
	return matrix_words_fold(&r->scratch, slice_of(text));
}

static const char *cell(const struct reading *r, size_t row, size_t column)
{
	return sheet_at(&r->shape.sheet, row, column);
}

static const char *text_or_null(const char *text)
{
	return *text ? text : NULL;
}

// --- above the matrix ---

// The text behind a label: in the same cell behind a colon, or in the next cell that is filled.
static const char *labelled(const struct reading *r, size_t row, size_t column)
{
	const char *colon = strchr(cell(r, row, column), ':');
	struct slice rest = colon ? slice_trim(slice_of(colon + 1)) : slice_of("");
	if (rest.len)
		return arena_copy(r->arena, rest.at, rest.len);
	for (size_t c = column + 1; c < r->shape.sheet.columns; c++)
		if (*cell(r, row, c))
			return cell(r, row, c);
	return NULL;
}

// "H2: the burglar" in a row above: what the heading H2 stands for.
static void read_legend(struct reading *r, const char *folded, const char *text)
{
	size_t n = matrix_shape_numbered(folded, 'h');
	for (each (h, &r->m->hypotheses))
		if (n && !h->say && h->id && strlen(fold(r, h->id)) == n && !strncmp(fold(r, h->id), folded, n))
			h->say = text;
}

static void read_above(struct reading *r, size_t row)
{
	struct matrix *m = r->m;
	size_t c = 0;
	while (c < r->shape.sheet.columns && !*cell(r, row, c))
		c++;
	if (c == r->shape.sheet.columns)
		return;
	const char *text = cell(r, row, c), *colon = strchr(text, ':'), *after = labelled(r, row, c);
	struct slice label = colon ? (struct slice){ text, (size_t)(colon - text) } : slice_of(text);
	uint64_t is = matrix_words_find(r->words, matrix_words_fold(r->arena, slice_trim(label)));
	if (after && is & MATRIX_WORD_IS(question))
		m->question = m->question ? m->question : after;
	else if (after && is & MATRIX_WORD_IS(classification))
		m->classification = m->classification ? m->classification : after;
	else if (after && is & MATRIX_WORD_IS(title))
		m->title = m->title ? m->title : after;
	else if (after && matrix_shape_numbered(fold(r, text), 'h'))
		read_legend(r, fold(r, text), after);
	else if (!is && !m->title)
		m->title = text;
}

// --- hypotheses ---

// "H2: the burglar", "E3 - a ladder": an id of the letter and a number, and the words behind it; NULL where it has
// none.
static bool split_numbered(struct reading *r, const char *text, char letter, const char **id, const char **words)
{
	if (!matrix_shape_numbered(fold(r, text), letter))
		return false;
	size_t n = strcspn(text, "0123456789");
	n += strspn(text + n, "0123456789");
	struct slice rest = slice_of(text + n);
	while (rest.len && strchr(":).,- ", rest.at[0]))
		rest = (struct slice){ rest.at + 1, rest.len - 1 };
	if (slice_starts(rest, "\u2013") || slice_starts(rest, "\u2014"))
		rest = slice_trim((struct slice){ rest.at + 3, rest.len - 3 });
	*id = arena_copy(r->arena, text, n);
	*words = rest.len ? arena_copy(r->arena, rest.at, rest.len) : NULL;
	return true;
}

// "insider: Somebody of the museum", as this program writes it.
static void split_id(struct reading *r, struct matrix_hypothesis *h)
{
	size_t n = h->say ? strcspn(h->say, ":") : 0;
	struct slice rest = h->say && h->say[n] ? slice_trim(slice_of(h->say + n + 1)) : slice_of("");
	const char *id = n && rest.len ? arena_copy(r->arena, h->say, n) : NULL;
	if (!case_is_id(id))
		return;
	h->id = id;
	h->say = arena_copy(r->arena, rest.at, rest.len);
}

// The id of a heading stands in front of its words, or in the row above.
static void read_heading(struct reading *r, size_t column)
{
	const char *head = cell(r, r->shape.head, column);
	const char *above = r->shape.head ? cell(r, r->shape.head - 1, column) : "";
	struct matrix_hypothesis *h = list_add(r->arena, &r->m->hypotheses);
	*h = (struct matrix_hypothesis){ NULL, text_or_null(*head ? head : above) };
	if (split_numbered(r, head, 'h', &h->id, &h->say))
		return;
	if (*head && matrix_shape_numbered(fold(r, above), 'h'))
		h->id = above;
	else
		split_id(r, h);
}

static bool is_rated(const struct reading *r, size_t column)
{
	return r->shape.roles[column] == MATRIX_SHAPE_RATED;
}

// A row right below the headings that has no item but says what they stand for.
static void read_below(struct reading *r)
{
	const struct matrix_shape *s = &r->shape;
	size_t row = s->head + 1, said = 0, h = 0;
	if (row >= s->end || (s->evidence < s->sheet.columns && *cell(r, row, s->evidence)))
		return;
	for (size_t c = 0; c < s->sheet.columns; c++)
		if (is_rated(r, c) && *cell(r, row, c) && !matrix_scale_like(r->words, fold(r, cell(r, row, c))))
			said++;
	if (said < s->rated)
		return;
	for (size_t c = 0; c < s->sheet.columns; c++)
		if (is_rated(r, c)) {
			struct matrix_hypothesis *at = &r->m->hypotheses.at[h++];
			at->id = at->id ? at->id : at->say;
			at->say = cell(r, row, c);
		}
	r->first = row + 1;
}

static enum status read_hypotheses(struct reading *r, struct err *e)
{
	const struct matrix_shape *s = &r->shape;
	if (s->rated >= LIMIT_HYPOTHESES)
		return err_set(
		    e, STATUS_LIMIT,
		    "%zu columns of hypotheses; with none-of-these that is more than the limit HYPOTHESES of "
		    "%d",
		    s->rated, LIMIT_HYPOTHESES);
	for (size_t c = 0; c < s->sheet.columns; c++)
		if (is_rated(r, c))
			read_heading(r, c);
	r->first = s->head + 1;
	read_below(r);
	for (size_t row = 0; row < s->head && !s->turned; row++)
		read_above(r, row);
	for (each (h, &r->m->hypotheses))
		h->say = h->say ? h->say : h->id;
	return STATUS_OK;
}

// --- items ---

static bool is_sum(struct reading *r, size_t row)
{
	size_t c = 0;
	while (c < r->shape.sheet.columns && !*cell(r, row, c))
		c++;
	return c < r->shape.sheet.columns &&
	       matrix_words_find(r->words, fold(r, cell(r, row, c))) & MATRIX_WORD_IS(scores);
}

// Where a row stands, in words.
static const char *place(const struct reading *r, size_t row)
{
	return arena_printf(r->arena, "%s %zu", r->shape.turned ? "column" : "line", r->shape.sheet.lines[row]);
}

static void read_cells(struct reading *r, size_t row, struct matrix_item *i)
{
	i->cells = arena_array(r->arena, struct matrix_cell, r->m->hypotheses.n);
	size_t h = 0;
	for (size_t c = 0; c < r->shape.sheet.columns; c++) {
		if (!is_rated(r, c))
			continue;
		const char *text = cell(r, row, c);
		const char *name = r->m->hypotheses.at[h].id ? r->m->hypotheses.at[h].id : r->m->hypotheses.at[h].say;
		if (!matrix_scale_read(r->arena, &r->scale, r->words, fold(r, text), &i->cells[h])) {
			i->cells[h] = (struct matrix_cell){ MATRIX_BLANK, NULL };
			remarks_add(r->arena, &r->m->remarks, REMARK_LEFT,
				    "%s, %.60s: '%.40s' is no rating that is known; the cell was left blank",
				    place(r, row), name, text);
		}
		h++;
	}
}

static bool has_more(const struct reading *r, size_t row)
{
	size_t filled = 0;
	for (size_t c = 0; c < r->shape.sheet.columns; c++)
		filled += *cell(r, row, c) && c != r->shape.evidence;
	return filled > 0;
}

static void read_row(struct reading *r, size_t row)
{
	const struct matrix_shape *s = &r->shape;
	struct matrix_item item = { .line = s->sheet.lines[row] };
	struct remarks *told = &r->m->remarks;
	const char *id = NULL, *words = NULL;
	if (s->evidence < s->sheet.columns)
		item.say = text_or_null(cell(r, row, s->evidence));
	if (!has_more(r, row)) {
		if (item.say)
			remarks_add(r->arena, told, REMARK_LEFT,
				    "%s: '%.60s' has nothing beside it; it was taken for a heading", place(r, row),
				    item.say);
		return;
	}
	read_cells(r, row, &item);
	for (size_t c = 0; c < s->sheet.columns; c++)
		if (s->roles[c] >= 0 && *cell(r, row, c) && c != s->evidence)
			matrix_item_field(r->arena, r->words, (enum matrix_word)s->roles[c], cell(r, row, c),
					  place(r, row), told, &item);
	if (item.say && !item.id && split_numbered(r, item.say, 'e', &id, &words)) {
		item.id = id;
		item.say = words ? words : item.say;
	}
	if (!item.say) {
		item.say = item.notes ? item.notes : arena_printf(r->arena, "Item of %s", place(r, row));
		remarks_add(r->arena, told, REMARK_ASSUMED, "%s says no evidence; it is called '%.60s'", place(r, row),
			    item.say);
	}
	list_push(r->arena, &r->m->items, item);
}

static void see_scale(struct reading *r)
{
	for (size_t row = r->first; row < r->shape.end; row++) {
		bool sum = is_sum(r, row);
		for (size_t c = 0; c < r->shape.sheet.columns && !sum; c++)
			if (is_rated(r, c))
				matrix_scale_see(&r->scale, r->words, fold(r, cell(r, row, c)));
		arena_reset(&r->scratch);
	}
}

static void tell_scale(struct reading *r)
{
	static const char *const says[] = {
		[MATRIX_NUMBERS_SIGNED] = "the numbers are taken for ratings from -2 (II) to 2 (CC)",
		[MATRIX_NUMBERS_FIVE] =
		    "the numbers are taken for ratings from 1 (II) to 5 (CC), 0 for not applicable; where 1 is the "
		    "best, write letters",
		[MATRIX_NUMBERS_CHANCE] = "the numbers are taken for likelihoods of the evidence under each hypothesis",
	};
	enum matrix_numbers n = matrix_scale_numbers(&r->scale);
	if (n == MATRIX_NUMBERS_UNCLEAR)
		remarks_add(
		    r->arena, &r->m->remarks, REMARK_LEFT,
		    "the numbers in the cells are of no scale that is known (-2 to 2, 1 to 5, 0 to 1, per cent); "
		    "write CC, C, N, I, II");
	else if (n == MATRIX_NUMBERS_CHANCE || r->scale.least < 0 || r->scale.most > 0) // zeros alone are neutral
		remarks_add(r->arena, &r->m->remarks, REMARK_ASSUMED, "%s", says[n]);
}

static void read_items(struct reading *r)
{
	const struct matrix_shape *s = &r->shape;
	size_t sums = 0;
	see_scale(r);
	tell_scale(r);
	for (size_t row = r->first; row < s->end; row++) {
		if (is_sum(r, row))
			sums++;
		else
			read_row(r, row);
		arena_reset(&r->scratch);
	}
	sums += s->sheet.rows - s->end;
	if (sums)
		remarks_add(r->arena, &r->m->remarks, REMARK_LEFT,
			    "lines with sums and scores: %zu; they are made anew from the ratings", sums);
}

// --- what was understood ---

static void tell_columns(struct reading *r)
{
	static const char *const names[MATRIX_WORD_COUNT] = {
#define X(name) #name,
		MATRIX_WORDS_TABLE(X)
#undef X
	};
	const struct matrix_shape *s = &r->shape;
	struct buf used = buf_in(r->arena);
	for (size_t c = 0; c < s->sheet.columns; c++) {
		const char *head = cell(r, s->head, c);
		bool known =
		    s->roles[c] >= 0 && s->roles[c] != MATRIX_WORD_figure && s->roles[c] != MATRIX_WORD_hypothesis;
		if (known || c == s->evidence)
			buf_printf(&used, "%s%s%s%.40s%s", used.n ? ", " : "",
				   c == s->evidence ? "evidence" : names[s->roles[c]], *head ? " '" : "", head,
				   *head ? "'" : "");
		else if (*head && !is_rated(r, c))
			remarks_add(r->arena, &r->m->remarks, REMARK_LEFT, "%s '%.60s': %s",
				    s->turned ? "the row" : "the column", head,
				    s->roles[c] == MATRIX_WORD_figure ? "weights and scores are not taken over"
								      : "nothing in a case is like it");
	}
	if (used.n)
		remarks_add(r->arena, &r->m->remarks, REMARK_READ, "%s: %.500s", s->turned ? "rows" : "columns",
			    buf_str(&used));
}

static void tell(struct reading *r, const char *sheet)
{
	const struct matrix_shape *s = &r->shape;
	remarks_add(r->arena, &r->m->remarks, REMARK_READ, "%s%s%shypotheses: %zu, items of evidence: %zu",
		    sheet ? "sheet '" : "", sheet ? sheet : "", sheet ? "': " : "", r->m->hypotheses.n, r->m->items.n);
	if (s->turned)
		remarks_add(r->arena, &r->m->remarks, REMARK_READ,
			    "the hypotheses stand by row, the evidence by column");
	tell_columns(r);
}

static enum status read_all(struct reading *r, const char *name, struct err *e)
{
	if (read_hypotheses(r, e) != STATUS_OK)
		return e->status;
	read_items(r);
	if (!r->m->items.n)
		return err_set(e, STATUS_BAD_INPUT, "there is no evidence below the headings of line %zu",
			       r->shape.sheet.lines[r->shape.head]);
	tell(r, name);
	return STATUS_OK;
}

enum status matrix_of_sheet(struct arena *a, const struct sheet *s, struct matrix *m, bool *found, struct err *e)
{
	struct reading r = { .arena = a, .m = m };
	r.words = matrix_words_read(a);
	*found = matrix_shape_find(a, r.words, s, &r.shape);
	enum status st = *found ? read_all(&r, s->name, e) : STATUS_OK;
	arena_free(&r.scratch);
	return st;
}
