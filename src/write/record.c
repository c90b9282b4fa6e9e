// JSON: the assessment's numbers and the report's tree in one object (doc/json-schema/report.json), so that another
// program can set the same sentences its own way. Words are exact here, not made plain.
#include "write/formats.h"

#include "base/buf.h"
#include "case/json.h"

static const char *const piece_names[] = { "plain", "word", "range", "strong", "level", "quote" };

static struct node *numbers_of(struct arena *a, const struct sentence *s)
{
	struct node *list = node_list(a);
	for (each (n, &s->notes))
		node_add(list, node_number(a, (double)(*n + 1)));
	return list;
}

static struct node *sentences_of(struct arena *a, const struct block *b)
{
	struct node *list = node_list(a);
	for (each (s, &b->sentences)) {
		struct node *m = node_add(list, node_map(a)), *pieces;
		struct buf text = buf_in(a);
		for (each (p, &s->pieces))
			buf_text(&text, p->text);
		node_put_text(a, m, "kind", tree_sentence_name(s->kind));
		node_put_text(a, m, "text", buf_str(&text));
		pieces = node_put_list(a, m, "pieces");
		for (each (p, &s->pieces))
			node_put_text(a, node_add(pieces, node_map(a)), piece_names[p->kind], p->text);
		node_put(a, m, "notes", numbers_of(a, s));
	}
	return list;
}

static void put_rows(struct arena *a, struct node *m, const struct table *t)
{
	struct node *head = node_put_list(a, m, "head"), *rows;
	for (each (c, &t->head))
		node_add(head, node_text(a, c->text));
	rows = node_put_list(a, m, "rows");
	for (size_t at = 0; at + t->columns <= t->cells.n; at += t->columns) {
		struct node *row = node_add(rows, node_list(a));
		for (size_t i = 0; i < t->columns; i++)
			node_add(row, node_text(a, t->cells.at[at + i].text));
	}
}

static struct node *table_of(struct arena *a, const struct table *t)
{
	struct node *m = node_map(a);
	node_put_text(a, m, "kind", "table");
	node_put_text(a, m, "caption", t->caption);
	put_rows(a, m, t);
	return m;
}

static void put_share(struct arena *a, struct node *m, const char *key, double p)
{
	if (p >= 0)
		node_put_number(a, m, key, p);
}

static struct node *figure_of(struct arena *a, const struct figure *f, const struct table *t)
{
	struct node *m = node_map(a), *marks;
	node_put_text(a, m, "kind", tree_figure_name(f->kind));
	node_put_text(a, m, "title", f->title);
	node_put_text(a, m, "about", f->about);
	if (t->columns) {
		put_rows(a, m, t);
		return m;
	}
	marks = node_put_list(a, m, "marks");
	for (each (k, &f->marks)) {
		struct node *mark = node_add(marks, node_map(a));
		node_put_text(a, mark, "label", k->label);
		node_put_text(a, mark, "note", k->note);
		node_put_number(a, mark, "p", k->p);
		put_share(a, mark, "lo", k->lo);
		put_share(a, mark, "hi", k->hi);
		if (k->half_lo >= 0) {
			struct node *half = node_put_list(a, mark, "half");
			node_add(half, node_number(a, k->half_lo));
			node_add(half, node_number(a, k->half_hi));
		}
		put_share(a, mark, "prior", k->prior);
		put_share(a, mark, "from", k->from);
		if (k->from >= 0)
			node_put_number(a, mark, "decibans", k->decibans);
	}
	return m;
}

static struct node *block_of(struct arena *a, const struct block *b)
{
	struct node *m;
	switch (b->kind) {
	case BLOCK_TABLE:
		return table_of(a, &b->table);
	case BLOCK_FIGURE:
		return figure_of(a, &b->figure, &b->table);
	case BLOCK_HEADING:
		m = node_map(a);
		node_put_text(a, m, "kind", "heading");
		node_put_text(a, m, "text", b->heading);
		return m;
	default:
		m = node_map(a);
		node_put_text(a, m, "kind", b->kind == BLOCK_ITEM ? "item" : "paragraph");
		node_put(a, m, "sentences", sentences_of(a, b));
		return m;
	}
}

static struct node *passage_of(struct arena *a, const struct passage *p)
{
	struct node *m = node_map(a), *places;
	char date[DATE_TEXT];
	date_print(p->published, date);
	node_put_text(a, m, "statement", p->statement);
	node_put_text(a, m, "document", p->document);
	node_put_text(a, m, "title", p->title);
	node_put_text(a, m, "outlet", p->outlet);
	node_put_text(a, m, "path", p->path);
	node_put_text(a, m, "published", *date ? date : NULL);
	places = node_put_list(a, m, "places");
	for (each (s, &p->places)) {
		struct node *pair = node_add(places, node_list(a));
		node_add(pair, node_number(a, s->from));
		node_add(pair, node_number(a, s->to));
	}
	node_put_text(a, m, "words", p->words);
	if (p->cut)
		node_put_bool(a, m, "cut", true);
	return m;
}

static struct node *note_node(struct arena *a, const struct note *n, size_t number)
{
	struct node *m = node_map(a), *list;
	node_put_number(a, m, "number", (double)number);
	node_put_text(a, m, "text", n->say);
	node_put_text(a, m, "report", n->report);
	list = node_put_list(a, m, "passages");
	for (each (p, &n->passages))
		node_add(list, passage_of(a, p));
	list = node_put_list(a, m, "values");
	for (each (v, &n->values))
		node_add(list, node_text(a, *v));
	return m;
}

void record_write(struct buf *out, const struct tree *t, const struct write_input *in)
{
	struct arena *a = out->arena;
	struct node *top = node_map(a), *list;
	node_put_number(a, top, "hearsay", 1);
	node_put_text(a, top, "title", t->title);
	node_put_text(a, top, "under", t->under);
	node_put_text(a, top, "version", in->version);
	node_put_text(a, top, "journal", in->journal);
	list = node_put_list(a, top, "sections");
	for (each (s, &t->sections)) {
		struct node *m = node_add(list, node_map(a)), *blocks;
		node_put_number(a, m, "number", s->number);
		node_put_text(a, m, "title", s->title);
		blocks = node_put_list(a, m, "blocks");
		for (each (b, &s->blocks))
			node_add(blocks, block_of(a, b));
	}
	list = node_put_list(a, top, "notes");
	for (size_t i = 0; i < t->notes.n; i++)
		node_add(list, note_node(a, &t->notes.at[i], i + 1));
	if (in->found)
		node_put(a, top, "findings", check_write(a, in->c, in->found));
	node_put(a, top, "assessment", assessment_write(a, in->c, in->w));
	json_write_pretty(out, top);
}
