#include "write/matrix_rows.h"

#include <string.h>

enum column { ID, SAY, SOURCE, DATE, TYPE, CODE, CREDIBILITY, RELEVANCE, NOTES, LINK, FLAG, COLUMNS };

static const char *const headings[COLUMNS] = { "ID",          "Evidence",  "Source", "Date", "Type", "Code",
					       "Credibility", "Relevance", "Notes",  "Link", "Flag" };

static const char *field(struct arena *a, const struct matrix_item *i, enum column c)
{
	char date[DATE_TEXT];
	const char *const texts[COLUMNS] = {
		[ID] = i->id,     [SAY] = i->say,     [SOURCE] = i->source, [TYPE] = i->type,
		[CODE] = i->code, [NOTES] = i->notes, [LINK] = i->link
	};
	date_print(i->date, date);
	switch (c) {
	case DATE:
		return arena_text(a, date);
	case CREDIBILITY:
		return matrix_level_name(i->credibility);
	case RELEVANCE:
		return matrix_level_name(i->relevance);
	case FLAG:
		return i->flagged ? "yes" : "";
	default:
		return texts[c] ? texts[c] : "";
	}
}

const char *matrix_rows_cell(struct arena *a, const struct matrix_cell *cell)
{
	const char *word = matrix_rating_word(cell->rating);
	if (!cell->value || (word && !strcmp(word, cell->value)))
		return matrix_rating_name(cell->rating);
	if (cell->value[0] && !cell->value[1]) // 0 and 1 alone could be of another scale
		return arena_printf(a, "%s.0", cell->value);
	return cell->value;
}

static void put_above(struct arena *a, struct matrix_rows *out, const char *label, const char *text)
{
	if (!text)
		return;
	struct matrix_row *row = list_add(a, &out->rows);
	list_push(a, &row->texts, label);
	list_push(a, &row->texts, text);
}

static void put_head(struct arena *a, const struct matrix *m, const bool *used, struct matrix_rows *out)
{
	out->head = out->rows.n;
	struct matrix_row *row = list_add(a, &out->rows);
	for (int c = 0; c < COLUMNS; c++)
		if (used[c])
			list_push(a, &row->texts, headings[c]);
	out->ratings = row->texts.n;
	for (each (h, &m->hypotheses))
		list_push(a, &row->texts,
			  h->id && h->say && strcmp(h->id, h->say) ? arena_printf(a, "%s: %s", h->id, h->say)
			  : h->say                                 ? h->say
								   : h->id);
}

void matrix_rows_of(struct arena *a, const struct matrix *m, struct matrix_rows *out)
{
	bool used[COLUMNS] = { [SAY] = true };
	*out = (struct matrix_rows){ 0 };
	for (each (i, &m->items))
		for (int c = 0; c < COLUMNS; c++)
			used[c] = used[c] || *field(a, i, (enum column)c);
	put_above(a, out, "Title", m->title);
	put_above(a, out, "Question", m->question);
	put_above(a, out, "Classification", m->classification);
	if (out->rows.n)
		(void)list_add(a, &out->rows);
	put_head(a, m, used, out);
	for (each (i, &m->items)) {
		struct matrix_row *row = list_add(a, &out->rows);
		for (int c = 0; c < COLUMNS; c++)
			if (used[c])
				list_push(a, &row->texts, field(a, i, (enum column)c));
		for (size_t h = 0; h < m->hypotheses.n; h++)
			list_push(a, &row->texts, matrix_rows_cell(a, &i->cells[h]));
	}
}
