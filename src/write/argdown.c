// A heading a question; a statement a hypothesis, an item of evidence, a report. An item supports a hypothesis under
// which it is likely and attacks one under which it is unlikely, by the letters of the matrix; its reports support it.
#include "write/argdown.h"

#include "case/json.h"
#include "case/matrix_of.h"

#include <string.h>

// Words on one line; what Argdown would take for a mark is escaped, and two slashes, a comment there, are parted.
static void put_words(struct buf *out, const char *text)
{
	for (const char *c = text; *c; c++) {
		if (strchr("[]<>{}*_#@\\", *c))
			buf_char(out, '\\');
		buf_char(out, (unsigned char)*c < ' ' ? ' ' : *c);
		if (*c == '/' && (c[1] == '/' || c[1] == '*'))
			buf_char(out, ' ');
	}
}

static void put_statement(struct buf *out, const char *before, const char *kind, const char *id, const char *say)
{
	buf_printf(out, "%s[%s%s]: ", before, kind, id);
	put_words(out, say);
	buf_char(out, '\n');
}

static void put_report(struct buf *out, const struct the_case *c, size_t report)
{
	const struct report *r = &c->reports.at[report];
	const struct source *s = r->from.id ? &c->sources.at[r->from.at] : NULL;
	char date[DATE_TEXT];
	date_print(r->published, date);
	const char *name = !s ? "a source that is not traceable" : s->name ? s->name : s->id;
	const char *say = arena_printf(out->arena, "So says %s%s%s%s%s", name, s && s->reliability ? ", graded " : "",
				       s && s->reliability ? s->reliability : "", *date ? ", " : "", date);
	put_statement(out, "  + ", "reports.", r->id, say);
}

// Reports stand in full where they come first: an item that bears on two questions is told once.
static void put_item(struct buf *out, const struct the_case *c, const char *question, const struct matrix *m,
		     size_t item, const struct matrix_of_fact *of, bool again)
{
	const struct matrix_item *i = &m->items.at[item];
	if (again)
		buf_printf(out, "\n[facts.%s]\n", i->id);
	else
		put_statement(out, "\n", "facts.", i->id, i->say);
	for (size_t h = 0; h < m->hypotheses.n; h++) {
		enum matrix_rating r = i->cells[h].rating;
		if (r > MATRIX_NA && r != MATRIX_N)
			buf_printf(out, "  %s [%s.%s]\n", r > MATRIX_N ? "+>" : "->", question, m->hypotheses.at[h].id);
	}
	for (each (r, &of->reports))
		if (!again)
			put_report(out, c, *r);
}

void argdown_write(struct buf *out, const struct the_case *c)
{
	bool(*told)[2] = arena_take_array(out->arena, c->facts.n + 1, sizeof *told); // [fact][denied]
	if (c->title) {
		buf_text(out, "===\ntitle: ");
		json_write_text(out, c->title);
		buf_text(out, "\n===\n");
	}
	for (size_t q = 0; q < c->questions.n; q++) {
		struct matrix m;
		const struct matrix_of_fact *from = matrix_of_analyst(out->arena, c, q, NULL, &m);
		const char *id = c->questions.at[q].id;
		buf_text(out, out->n ? "\n# " : "# ");
		put_words(out, m.question);
		buf_char(out, '\n');
		for (each (h, &m.hypotheses))
			put_statement(out, "\n", arena_printf(out->arena, "%s.", id), h->id, h->say);
		for (size_t i = 0; i < m.items.n; i++) {
			bool *once = &told[from[i].fact][from[i].denied];
			put_item(out, c, id, &m, i, &from[i], *once);
			*once = true;
		}
	}
}
