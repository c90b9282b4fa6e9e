// A head row is one with headings that are known and with columns below it of which most cells could be ratings; of
// several the best counts, of equals the first.
#include "read/matrix_shape.h"

#include "read/matrix_scale.h"

#include <string.h>

enum { HEADS = 60, WORD = 3, RATED = 3 }; // rows that are looked at; what a known heading counts, and a rated column

static const uint64_t roles = MATRIX_WORD_IS(evidence) | MATRIX_WORD_IS(id) | MATRIX_WORD_IS(source) |
			      MATRIX_WORD_IS(date) | MATRIX_WORD_IS(type) | MATRIX_WORD_IS(code) |
			      MATRIX_WORD_IS(credibility) | MATRIX_WORD_IS(relevance) | MATRIX_WORD_IS(notes) |
			      MATRIX_WORD_IS(link) | MATRIX_WORD_IS(flag) | MATRIX_WORD_IS(hypothesis) |
			      MATRIX_WORD_IS(figure);

struct finding {
	struct arena *arena, scratch;
	const struct matrix_words *words;
	const struct sheet *sheet;
	size_t *like, *filled; // [column] of the rows below the one that is looked at
	int *roles;
};

static const char *fold(struct finding *f, size_t row, size_t column)
{
	return matrix_words_fold(&f->scratch, slice_of(sheet_at(f->sheet, row, column)));
}

size_t matrix_shape_numbered(const char *folded, char letter)
{
	static const char *const long_ones[] = { "hypothesis ", "hypothese ", "evidence ", "beleg " };
	const char *p = folded;
	bool cyrillic = (letter == 'h' && (!strncmp(p, "г", 2) || !strncmp(p, "х", 2) || !strncmp(p, "н", 2))) ||
			(letter == 'e' && (!strncmp(p, "е", 2) || !strncmp(p, "д", 2)));
	size_t whole = 0;
	for (size_t i = 0; i < sizeof long_ones / sizeof *long_ones; i++)
		if ((letter == 'h') == (i < 2) && !strncmp(p, long_ones[i], strlen(long_ones[i])))
			whole = strlen(long_ones[i]);
	if (!whole && *p != letter && !cyrillic)
		return 0;
	p += whole ? whole : cyrillic ? 2 : 1;
	p += *p == ' ';
	size_t digits = strspn(p, "0123456789");
	bool ends = digits && digits < 4 && (!p[digits] || strchr(" :.)-,", p[digits]));
	return ends ? (size_t)(p - folded) + digits : 0;
}

// The role that a heading names, by all of it or by what stands before a bracket or a slash.
static int role_of(struct finding *f, const char *folded, bool rated)
{
	uint64_t is = matrix_words_find(f->words, folded) & roles;
	size_t n = strcspn(folded, "(/[,;");
	if (!is && n && folded[n] && (!rated || folded[n] == '('))
		is = matrix_words_find(f->words,
				       matrix_words_fold(&f->scratch, slice_trim((struct slice){ folded, n }))) &
		     roles;
	for (int i = 0; i < MATRIX_WORD_COUNT; i++)
		if (is >> i & 1)
			return i;
	return MATRIX_SHAPE_NONE;
}

static int column_role(struct finding *f, size_t row, size_t column)
{
	const char *head = fold(f, row, column);
	bool rated = f->filled[column] && 2 * f->like[column] > f->filled[column];
	if (!*head && row && !rated)
		head = fold(f, row - 1, column);
	if (!*head)
		return MATRIX_SHAPE_NONE;
	int role = role_of(f, head, rated);
	bool numbered = matrix_shape_numbered(head, 'h') || matrix_shape_numbered(head, 'e');
	double number;
	bool percent, rating = matrix_scale_like(f->words, head) && !matrix_scale_number(head, &number, &percent);
	if (role == MATRIX_SHAPE_NONE && !rating && (rated || (numbered && !f->filled[column])))
		return MATRIX_SHAPE_RATED;
	return role;
}

// How good a head row is; 0: none.
static size_t weigh(struct finding *f, size_t row)
{
	size_t known = 0, rated = 0;
	uint64_t seen = 0;
	for (size_t c = 0; c < f->sheet->columns; c++) {
		int role = f->roles[c] = column_role(f, row, c);
		rated += role == MATRIX_SHAPE_RATED && f->filled[c];
		if (role >= 0 && !(seen >> role & 1))
			known += WORD;
		seen |= role >= 0 ? UINT64_C(1) << role : 0;
	}
	bool labelled = seen & (MATRIX_WORD_IS(evidence) | MATRIX_WORD_IS(hypothesis));
	arena_reset(&f->scratch);
	return rated >= 2 || (rated && labelled) ? known + RATED * rated : 0;
}

static void count_row(struct finding *f, size_t row)
{
	for (size_t c = 0; c < f->sheet->columns; c++) {
		const char *text = fold(f, row, c);
		f->filled[c] += *text != 0;
		f->like[c] += *text && matrix_scale_like(f->words, text);
	}
	arena_reset(&f->scratch);
}

// The first row of what sums a matrix up, behind an empty row.
static size_t find_end(struct finding *f)
{
	for (size_t r = 1; r < f->sheet->rows; r++) {
		size_t c = 0;
		while (f->sheet->apart[r] && c < f->sheet->columns && !*sheet_at(f->sheet, r, c))
			c++;
		if (f->sheet->apart[r] && matrix_words_find(f->words, fold(f, r, c)) & MATRIX_WORD_IS(scores))
			return r;
	}
	return f->sheet->rows;
}

size_t matrix_shape_column(const struct matrix_shape *s, int role)
{
	size_t c = 0;
	while (c < s->sheet.columns && s->roles[c] != role)
		c++;
	return c;
}

// A column without a heading that has "E1", "E2" or numbers alone.
static bool is_numbering(struct finding *f, const struct matrix_shape *s, size_t column)
{
	size_t filled = 0;
	bool numbers = s->roles[column] == MATRIX_SHAPE_NONE && !*sheet_at(f->sheet, s->head, column);
	for (size_t r = s->head + 1; numbers && r < s->end; r++) {
		const char *text = fold(f, r, column);
		size_t n = matrix_shape_numbered(text, 'e');
		filled += *text != 0;
		numbers = !*text || (n && !text[n]) || !text[strspn(text, "0123456789")];
	}
	arena_reset(&f->scratch);
	return numbers && filled;
}

// What an item says stands in the column that is called so, else in the first one that nothing else is known of.
static void find_evidence(struct finding *f, struct matrix_shape *s)
{
	s->evidence = matrix_shape_column(s, MATRIX_WORD_evidence);
	s->named = s->evidence < s->sheet.columns;
	for (size_t c = 0; !s->named && c < s->sheet.columns; c++) {
		bool texts = false;
		for (size_t r = s->head + 1; s->roles[c] == MATRIX_SHAPE_NONE && r < s->end && !texts; r++)
			texts = *sheet_at(f->sheet, r, c);
		if (texts) {
			s->evidence = c;
			s->roles[c] = MATRIX_WORD_evidence;
			return;
		}
	}
	if (!s->named) // the corner of a sheet with its hypotheses by row
		s->evidence = matrix_shape_column(s, MATRIX_WORD_hypothesis);
}

static bool find(struct arena *a, const struct matrix_words *w, const struct sheet *sheet, struct matrix_shape *s)
{
	struct finding f = { .arena = a, .words = w, .sheet = sheet };
	size_t best = 0;
	f.like = arena_array(a, size_t, sheet->columns);
	f.filled = arena_array(a, size_t, sheet->columns);
	f.roles = arena_array(a, int, sheet->columns);
	*s = (struct matrix_shape){ .sheet = *sheet, .end = find_end(&f) };
	s->roles = arena_array(a, int, sheet->columns);
	for (size_t r = s->end; r-- > 0;) {
		size_t good = r < HEADS ? weigh(&f, r) : 0;
		if (good && good >= best) {
			best = good;
			s->head = r;
			memcpy(s->roles, f.roles, sheet->columns * sizeof *s->roles);
		}
		count_row(&f, r);
	}
	for (size_t c = 0; best && c < sheet->columns; c++)
		if (is_numbering(&f, s, c) && matrix_shape_column(s, MATRIX_WORD_id) == sheet->columns)
			s->roles[c] = MATRIX_WORD_id;
	if (best)
		find_evidence(&f, s);
	for (size_t c = 0; c < sheet->columns; c++)
		s->rated += s->roles[c] == MATRIX_SHAPE_RATED;
	arena_free(&f.scratch);
	return best > 0;
}

// How much speaks for the evidence being by row. What stands in the corner is about the column that it heads in the
// file.
static long by_row(struct arena *a, const struct matrix_shape *s, bool turned)
{
	size_t label = matrix_shape_column(s, MATRIX_WORD_hypothesis);
	long corner = (s->named ? 2 : 0) - (label < s->sheet.columns ? 2 : 0), sum = turned ? -corner : corner;
	label = s->evidence < s->sheet.columns ? s->evidence : label;
	for (size_t c = 0; c < s->sheet.columns; c++) {
		const char *head = matrix_words_fold(a, slice_of(sheet_at(&s->sheet, s->head, c)));
		if (s->roles[c] == MATRIX_SHAPE_RATED)
			sum += !!matrix_shape_numbered(head, 'h') - !!matrix_shape_numbered(head, 'e');
	}
	for (size_t r = s->head + 1; label < s->sheet.columns && r < s->end; r++) {
		const char *text = matrix_words_fold(a, slice_of(sheet_at(&s->sheet, r, label)));
		sum += !!matrix_shape_numbered(text, 'e') - !!matrix_shape_numbered(text, 'h');
	}
	return sum;
}

bool matrix_shape_find(struct arena *a, const struct matrix_words *w, const struct sheet *s, struct matrix_shape *out)
{
	struct sheet other;
	struct matrix_shape turned;
	if (!s->rows)
		return false;
	sheet_turn(a, s, &other);
	bool straight = find(a, w, s, out), can_turn = find(a, w, &other, &turned);
	if (can_turn && (!straight || by_row(a, &turned, true) > by_row(a, out, false))) {
		*out = turned;
		out->turned = true;
	}
	return straight || can_turn;
}
