// A figure as the table of its numbers, which says the same.
#include "write/docx_figure.h"

#include "write/docx_table.h"
#include "write/number.h"

#include "base/buf.h"

static void add_cell(struct arena *a, struct table *t, const char *text)
{
	bool figure = t->head.at[t->cells.n % t->columns].figure;
	list_push(a, &t->cells, ((struct cell){ text, figure }));
}

static void add_heads(struct arena *a, struct table *t, const char *const *heads, size_t n)
{
	t->columns = n;
	for (size_t i = 0; i < n; i++)
		list_push(a, &t->head, ((struct cell){ heads[i] + (heads[i][0] == '#'), heads[i][0] == '#' }));
}

static void ruler(struct arena *a, struct table *t, const struct figure *f)
{
	static const char *const heads[] = { "answer", "#estimate", "#nine in ten", "#before", "word" };
	add_heads(a, t, heads, 5);
	for (each (m, &f->marks)) {
		add_cell(a, t, m->label);
		add_cell(a, t, arena_printf(a, "%s %%", number_percent(a, m->p)));
		add_cell(a, t, m->lo < 0 ? "" : number_interval(a, m->lo, m->hi));
		add_cell(a, t, m->prior < 0 ? "" : number_percent(a, m->prior));
		add_cell(a, t, number_word(m->p));
	}
}

static void steps(struct arena *a, struct table *t, const struct figure *f)
{
	static const char *const heads[] = { "step", "what it did", "#decibans", "#then" };
	add_heads(a, t, heads, 4);
	for (each (m, &f->marks)) {
		add_cell(a, t, m->label);
		add_cell(a, t, m->note ? m->note : m->lo < 0 ? "" : number_interval(a, m->lo, m->hi));
		add_cell(a, t, m->from < 0 ? "" : number_decibans(a, m->decibans));
		add_cell(a, t, arena_printf(a, "%s %%", number_percent(a, m->p)));
	}
}

void docx_figure_write(struct docx *d, const struct figure *f)
{
	struct arena *a = d->body.arena;
	struct table t = { .caption = f->title };
	if (f->kind == FIGURE_TALLY)
		return; // the sentence above it says it
	if (f->kind == FIGURE_RULER)
		ruler(a, &t, f);
	else
		steps(a, &t, f);
	docx_table_write(d, &t, f->about);
}
