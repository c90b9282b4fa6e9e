#include "read/matrix_item.h"

#include "base/limits.h"

#include "read/calendar.h"
#include "read/matrix_scale.h"
#include "read/when.h"

#include <stdio.h>
#include <string.h>

enum { NOTES = 1 << 14 }; // bytes of all notes on an item beyond which there are no more

struct field {
	struct arena *arena;
	const struct matrix_words *words;
	const char *text, *place;
	struct remarks *told;
};

// "12.03.2024": the day comes first where there are dots.
static bool read_dotted(const char *text, struct date *d)
{
	int day, month, year, n = 0;
	if (sscanf(text, "%2d.%2d.%4d%n", &day, &month, &year, &n) != 3 || !n || (text[n] && text[n] != ' ') ||
	    year < 1000 || !calendar_valid(year, month, day))
		return false;
	*d = (struct date){ year, month, day, 0 };
	return true;
}

static void read_day(const struct field *f, struct date *d)
{
	struct when w;
	if (date_read(slice_of(f->text), d) || read_dotted(f->text, d))
		return;
	bool read = when_read(slice_of(f->text), &w) && w.year && !w.decade;
	if (read && !w.ambiguous) {
		*d = (struct date){ w.year, w.month, w.day, 0 };
		return;
	}
	remarks_add(f->arena, f->told, REMARK_LEFT, "%s: the date '%.40s' %s; write it as 2024-03-02", f->place,
		    f->text, read ? "may be of either of two days" : "is not understood");
}

// A number from 0 to 1 counts as high from 0.7 on, as medium from 0.4.
static bool level_of_number(const struct field *f, const char *name, double x, bool percent, enum matrix_level *l)
{
	x = percent ? x / 100 : x;
	if (!(x >= 0 && x <= 1))
		return false;
	*l = x >= 0.7 ? MATRIX_HIGH : x >= 0.4 ? MATRIX_MEDIUM : MATRIX_LOW;
	remarks_add(f->arena, f->told, REMARK_ASSUMED, "%s: %s %.20s counts as %s", f->place, name, f->text,
		    matrix_level_name(*l));
	return true;
}

// The letter of a source by the Admiralty code, with or without the number of what it says: "B", "B2".
static bool level_of_grade(const struct field *f, const char *folded, enum matrix_level *l)
{
	char grade[2] = { (char)(*folded - 'a' + 'A'), 0 };
	if (*folded < 'a' || *folded > 'f' || (folded[1] && (folded[1] < '1' || folded[1] > '6' || folded[2])))
		return false;
	*l = matrix_level_of(grade);
	remarks_add(f->arena, f->told, REMARK_ASSUMED, "%s: grade %.20s counts as %s", f->place, f->text,
		    *l ? matrix_level_name(*l) : "not said");
	return true;
}

static void read_level(const struct field *f, const char *name, bool grades, enum matrix_level *l)
{
	const char *folded = matrix_words_fold(f->arena, slice_of(f->text));
	uint64_t is = matrix_words_find(f->words, folded);
	double x;
	bool percent;
	if (is & MATRIX_WORD_IS(HIGH))
		*l = MATRIX_HIGH;
	else if (is & MATRIX_WORD_IS(MEDIUM))
		*l = MATRIX_MEDIUM;
	else if (is & MATRIX_WORD_IS(LOW))
		*l = MATRIX_LOW;
	else if (!(is & (MATRIX_WORD_IS(NA) | MATRIX_WORD_IS(blank) | MATRIX_WORD_IS(nobody))) &&
		 !(matrix_scale_number(folded, &x, &percent) && level_of_number(f, name, x, percent, l)) &&
		 !(grades && level_of_grade(f, folded, l)))
		remarks_add(f->arena, f->told, REMARK_LEFT,
			    "%s: the %s '%.40s' is not understood; write HIGH, MEDIUM or LOW", f->place, name, f->text);
}

// A word for nobody is no source; "untraceable", as this program writes it, says that there is none to be made up.
static const char *read_source(const struct field *f)
{
	uint64_t is = matrix_words_find(f->words, matrix_words_fold(f->arena, slice_of(f->text)));
	return is & MATRIX_WORD_IS(untraceable) ? "" : is & MATRIX_WORD_IS(nobody) ? NULL : f->text;
}

void matrix_item_field(struct arena *a, const struct matrix_words *w, enum matrix_word column, const char *text,
		       const char *place, struct remarks *told, struct matrix_item *i)
{
	struct field f = { a, w, text, place, told };
	switch (column) {
	case MATRIX_WORD_id:
		i->id = text;
		break;
	case MATRIX_WORD_source:
		i->source = read_source(&f);
		break;
	case MATRIX_WORD_date:
		read_day(&f, &i->date);
		break;
	case MATRIX_WORD_type:
		i->type = text;
		break;
	case MATRIX_WORD_code:
		i->code = text;
		break;
	case MATRIX_WORD_credibility:
		read_level(&f, "credibility", true, &i->credibility);
		break;
	case MATRIX_WORD_relevance:
		read_level(&f, "relevance", false, &i->relevance);
		break;
	case MATRIX_WORD_notes:
	case MATRIX_WORD_evidence: // a second column of the kind: a description beside a name
		if (!i->notes || strlen(i->notes) < NOTES)
			i->notes = i->notes ? arena_printf(a, "%s; %s", i->notes, text) : text;
		break;
	case MATRIX_WORD_link:
		i->link = text;
		break;
	case MATRIX_WORD_flag:
		i->flagged = matrix_words_find(w, matrix_words_fold(a, slice_of(text))) & MATRIX_WORD_IS(yes);
		break;
	default:
		break;
	}
}

enum status matrix_item_bounds(const struct matrix *m, struct err *e)
{
	if (m->hypotheses.n >= LIMIT_HYPOTHESES)
		return err_set(e, STATUS_LIMIT,
			       "%zu hypotheses; with none-of-these that is more than the limit HYPOTHESES of %d",
			       m->hypotheses.n, LIMIT_HYPOTHESES);
	if (m->items.n > LIMIT_CELLS / m->hypotheses.n)
		return err_set(e, STATUS_LIMIT, "more than the limit CELLS of %d", LIMIT_CELLS);
	return STATUS_OK;
}
