#include "read/matrix_scale.h"

#include "base/buf.h"
#include "case/scale.h"
#include "read/decimal.h"

#include <math.h>
#include <string.h>

enum { NUMBER = 24, MOST = 13 }; // bytes of the longest number that is read; the end of the widest scale there is

static const uint64_t rated = MATRIX_WORD_IS(CC) | MATRIX_WORD_IS(C) | MATRIX_WORD_IS(N) | MATRIX_WORD_IS(I) |
			      MATRIX_WORD_IS(II) | MATRIX_WORD_IS(NA);
static const uint64_t likely = MATRIX_WORD_IS(P1) | MATRIX_WORD_IS(P2) | MATRIX_WORD_IS(P3) | MATRIX_WORD_IS(P4) |
			       MATRIX_WORD_IS(P5) | MATRIX_WORD_IS(P6) | MATRIX_WORD_IS(P7);

bool matrix_scale_number(const char *folded, double *x, bool *percent)
{
	char digits[NUMBER + 1];
	size_t n = 0;
	struct slice s = slice_of(folded);
	*percent = slice_ends(s, "%");
	if (*percent)
		s = slice_trim((struct slice){ s.at, s.len - 1 });
	if (slice_starts(s, "\u2212") || slice_starts(s, "\u2013")) {
		digits[n++] = '-';
		s = (struct slice){ s.at + 3, s.len - 3 };
	} else if (slice_starts(s, "+")) {
		s = (struct slice){ s.at + 1, s.len - 1 };
	}
	for (size_t i = 0; i < s.len && n < NUMBER; i++)
		digits[n++] = s.at[i] == ',' ? '.' : s.at[i];
	return s.len < NUMBER && decimal_read((struct slice){ digits, n }, x) && isfinite(*x);
}

bool matrix_scale_like(const struct matrix_words *w, const char *folded)
{
	double x;
	bool percent;
	if (matrix_scale_number(folded, &x, &percent))
		return percent || fabs(x) <= MOST;
	return matrix_words_find(w, folded) & (rated | likely | MATRIX_WORD_IS(blank));
}

void matrix_scale_see(struct matrix_scale *s, const struct matrix_words *w, const char *folded)
{
	double x;
	bool percent;
	if (!*folded)
		return;
	if (!matrix_scale_number(folded, &x, &percent)) {
		bool sign = *folded == '+' || !strcmp(folded, "--") || !strcmp(folded, "\u2212\u2212") ||
			    !strcmp(folded, "\u2013\u2013") || !strcmp(folded, "\u2014");
		s->signs += sign;
		s->ratings += !sign && (matrix_words_find(w, folded) & rated) && strlen(folded) != 1;
		return;
	}
	bool fraction = strpbrk(folded, ".,") != NULL;
	s->least = s->numbers && s->least < x ? s->least : x;
	s->most = s->numbers && s->most > x && !percent ? s->most : percent ? s->most : x;
	s->numbers++;
	s->percents += percent;
	s->fractions += fraction && !percent;
	s->negatives += x < 0;
	s->odd += !percent && (fabs(x) > 2 || x != floor(x));
}

enum matrix_numbers matrix_scale_numbers(const struct matrix_scale *s)
{
	if (!s->numbers)
		return MATRIX_NUMBERS_NONE;
	if (s->negatives)
		return s->odd || s->percents ? MATRIX_NUMBERS_UNCLEAR : MATRIX_NUMBERS_SIGNED;
	if (s->percents || s->fractions)
		return s->most <= 1 ? MATRIX_NUMBERS_CHANCE : MATRIX_NUMBERS_UNCLEAR;
	if (s->signs && !s->odd)
		return MATRIX_NUMBERS_SIGNED;
	if (s->most == 0)
		return MATRIX_NUMBERS_SIGNED; // zeros alone are neutral in every scale of signs
	return s->most >= 3 && s->most <= 5 ? MATRIX_NUMBERS_FIVE : MATRIX_NUMBERS_UNCLEAR;
}

static bool read_chance(struct arena *a, double p, bool percent, struct matrix_cell *cell)
{
	struct buf b = buf_in(a);
	p = percent ? p / 100 : p;
	if (!(p >= 0 && p <= 1))
		return false;
	buf_printf(&b, "%.10g", p);
	cell->value = buf_str(&b);
	cell->rating = matrix_rating_of(p);
	return true;
}

static bool read_number(struct arena *a, const struct matrix_scale *s, double x, bool percent, struct matrix_cell *cell)
{
	switch (matrix_scale_numbers(s)) {
	case MATRIX_NUMBERS_SIGNED:
		cell->rating = (enum matrix_rating)(MATRIX_N + (int)x);
		return true;
	case MATRIX_NUMBERS_FIVE:
		cell->rating = x < 1 ? MATRIX_NA : (enum matrix_rating)(MATRIX_II + (int)x - 1);
		return x == floor(x);
	case MATRIX_NUMBERS_CHANCE:
		return read_chance(a, x, percent, cell);
	default:
		return false;
	}
}

static bool read_term(uint64_t is, struct matrix_cell *cell)
{
	for (int i = 0; i < 7; i++)
		if (is >> (MATRIX_WORD_P1 + i) & 1) {
			const struct band *b = &scale_bands[i];
			cell->value = b->word;
			cell->rating = matrix_rating_of(sqrt(b->lo * b->hi));
			return true;
		}
	return false;
}

bool matrix_scale_read(struct arena *a, const struct matrix_scale *s, const struct matrix_words *w, const char *folded,
		       struct matrix_cell *cell)
{
	static const struct {
		uint64_t is;
		enum matrix_rating rating;
	} ratings[] = { { MATRIX_WORD_IS(CC), MATRIX_CC }, { MATRIX_WORD_IS(C), MATRIX_C },
			{ MATRIX_WORD_IS(N), MATRIX_N },   { MATRIX_WORD_IS(I), MATRIX_I },
			{ MATRIX_WORD_IS(II), MATRIX_II }, { MATRIX_WORD_IS(NA), MATRIX_NA } };
	double x;
	bool percent, dash = !strcmp(folded, "-") || !strcmp(folded, "\u2212") || !strcmp(folded, "\u2013");
	uint64_t is = matrix_words_find(w, folded);
	*cell = (struct matrix_cell){ MATRIX_BLANK, NULL };
	if (!*folded || is & MATRIX_WORD_IS(blank) || (dash && !s->signs))
		return true;
	if (matrix_scale_number(folded, &x, &percent))
		return read_number(a, s, x, percent, cell);
	for (size_t i = 0; i < sizeof ratings / sizeof *ratings; i++)
		if (is & ratings[i].is) {
			cell->rating = ratings[i].rating;
			return true;
		}
	return read_term(is, cell);
}
