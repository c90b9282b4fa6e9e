// Growing the tree at its end, so that a section's file reads like the section.
#include "write/tree.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#define X_NAME(w) #w,
static const char *const sentence_names[] = { SENTENCE_TABLE(X_NAME) };

const char *tree_sentence_name(enum sentence_kind kind)
{
	return sentence_names[kind];
}

static const char *const figure_names[] = { FIGURE_TABLE(X_NAME) };

const char *tree_figure_name(enum figure_kind kind)
{
	return figure_names[kind];
}

#define last(list) (assert((list)->n), &(list)->at[(list)->n - 1])

struct section *tree_section(struct tree *t, int number, const char *title)
{
	struct section *s = list_add(t->arena, &t->sections);
	s->number = number;
	s->title = title;
	return s;
}

struct block *tree_block(struct tree *t, enum block_kind kind)
{
	struct section *s = last(&t->sections);
	struct block *b = list_add(t->arena, &s->blocks);
	b->kind = kind;
	return b;
}

void tree_heading(struct tree *t, const char *text)
{
	tree_block(t, BLOCK_HEADING)->heading = text;
}

static struct block *last_block(struct tree *t)
{
	struct section *s = last(&t->sections);
	return last(&s->blocks);
}

static struct sentence *last_sentence(struct tree *t)
{
	struct block *b = last_block(t);
	return last(&b->sentences);
}

struct sentence *tree_sentence(struct tree *t, enum sentence_kind kind)
{
	struct block *b = last_block(t);
	assert(b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM);
	struct sentence *s = list_add(t->arena, &b->sentences);
	s->kind = kind;
	return s;
}

// printf into the arena with a va_list: measured first, then written.
static const char *format(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	assert(n >= 0);
	char *text = arena_take(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

void tree_piece(struct tree *t, enum piece_kind kind, const char *text)
{
	struct sentence *s = last_sentence(t);
	list_push(t->arena, &s->pieces, ((struct piece){ kind, text }));
}

void tree_say(struct tree *t, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	tree_piece(t, PIECE_PLAIN, format(t->arena, fmt, ap));
	va_end(ap);
}

void tree_strong(struct tree *t, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	tree_piece(t, PIECE_STRONG, format(t->arena, fmt, ap));
	va_end(ap);
}

void tree_refer(struct tree *t, size_t note)
{
	struct sentence *s = last_sentence(t);
	for (each (n, &s->notes))
		if (*n == note)
			return;
	list_push(t->arena, &s->notes, note);
}

static void set_head(struct tree *t, struct table *table, const char *const *head, size_t columns)
{
	table->columns = columns;
	for (size_t i = 0; i < columns; i++) {
		bool figure = head[i][0] == '#';
		list_push(t->arena, &table->head, ((struct cell){ .text = head[i] + figure, .figure = figure }));
	}
}

struct table *tree_table(struct tree *t, const char *caption, const char *const *head, size_t columns)
{
	struct table *table = &tree_block(t, BLOCK_TABLE)->table;
	table->caption = caption;
	set_head(t, table, head, columns);
	return table;
}

struct figure *tree_figure(struct tree *t, enum figure_kind kind, const char *title, const char *about,
			   const char *const *head, size_t columns)
{
	struct block *b = tree_block(t, BLOCK_FIGURE);
	b->figure.kind = kind;
	b->figure.title = b->table.caption = title;
	b->figure.about = about;
	set_head(t, &b->table, head, columns);
	return &b->figure;
}

void tree_look(struct tree *t, enum cell_look look, double decibans)
{
	struct table *table = &last_block(t)->table;
	struct cell *c = last(&table->cells);
	c->look = look;
	c->decibans = decibans;
}

void tree_cell(struct tree *t, const char *fmt, ...)
{
	struct table *table = &last_block(t)->table;
	va_list ap;
	va_start(ap, fmt);
	const char *text = format(t->arena, fmt, ap);
	va_end(ap);
	bool figure = table->head.at[table->cells.n % table->columns].figure;
	list_push(t->arena, &table->cells, ((struct cell){ .text = text, .figure = figure }));
}
