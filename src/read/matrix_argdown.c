// Hypotheses are what supports and attacks nothing itself, but is supported or attacked; of several headings those of
// the first that has such. What supports or attacks one is an item of evidence, consistent with it or not. What bears
// on an item in turn stands in its notes: a map does not say how likely anything is.
#include "read/matrix_argdown.h"

#include "read/argdown.h"
#include "read/matrix_item.h"

#include <string.h>

enum { NOTE_MOST = 120 };

struct mapping {
	struct arena *arena;
	struct argdown map;
	struct matrix *m;
	size_t heading;   // whose hypotheses count
	size_t *column;   // [node] of a hypothesis, and one; 0: it is none
	size_t *row;      // [node] of an item, and one; 0
	size_t elsewhere; // hypotheses of other headings
};

// The part of a title behind its last dot ("who" of "questions.who"), where it can be an id; else NULL.
static const char *id_of(const char *title)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
	const char *dot = title ? strrchr(title, '.') : NULL, *id = dot ? dot + 1 : title;
	return id && *id && strspn(id, letters) == strlen(id) ? id : NULL;
}

static const char *say_of(const struct mapping *x, size_t node)
{
	const struct argdown_node *n = &x->map.nodes.at[node];
	if (n->text)
		return n->text;
	return n->title && *n->title ? n->title : arena_printf(x->arena, "Statement of line %zu", n->line);
}

static void find_hypotheses(struct mapping *x)
{
	size_t n = x->map.nodes.n;
	bool *bears = arena_array(x->arena, bool, n + 1), *met = arena_array(x->arena, bool, n + 1), found = false;
	for (each (k, &x->map.edges)) {
		bears[k->from] |= k->from != k->to;
		met[k->to] |= k->from != k->to;
	}
	for (size_t i = 0; i < n; i++) {
		const struct argdown_node *node = &x->map.nodes.at[i];
		if (bears[i] || !met[i])
			continue;
		if (!found)
			x->heading = node->heading;
		found = true;
		x->elsewhere += node->heading != x->heading;
		if (node->heading != x->heading)
			continue;
		list_push(x->arena, &x->m->hypotheses,
			  ((struct matrix_hypothesis){ id_of(node->title), say_of(x, i) }));
		x->column[i] = x->m->hypotheses.n;
	}
}

static void find_items(struct mapping *x)
{
	for (each (k, &x->map.edges))
		if (x->column[k->to] && !x->column[k->from])
			x->row[k->from] = 1;
	for (size_t i = 0; i < x->map.nodes.n; i++) {
		const struct argdown_node *node = &x->map.nodes.at[i];
		if (!x->row[i])
			continue;
		list_push(x->arena, &x->m->items,
			  ((struct matrix_item){ .id = id_of(node->title), .say = say_of(x, i), .line = node->line }));
		x->row[i] = x->m->items.n;
	}
}

// Where it both supports and attacks, it is neither.
static void rate(struct matrix_cell *cell, bool attacks)
{
	enum matrix_rating r = attacks ? MATRIX_I : MATRIX_C;
	cell->rating = cell->rating == MATRIX_BLANK || cell->rating == r ? r : MATRIX_N;
}

// As many of a note's bytes as are told: one that is long may bear on many items.
static const char *cut(struct arena *a, const char *text)
{
	size_t n = strlen(text), most = NOTE_MOST;
	if (n <= most)
		return text;
	while (most && ((unsigned char)text[most] & 0xc0) == 0x80)
		most--;
	return arena_printf(a, "%.*s...", (int)most, text);
}

static void fill(struct mapping *x)
{
	struct buf *notes = arena_array(x->arena, struct buf, x->m->items.n + 1);
	for (size_t i = 0; i < x->m->items.n; i++) {
		x->m->items.at[i].cells = arena_array(x->arena, struct matrix_cell, x->m->hypotheses.n);
		notes[i] = buf_in(x->arena);
	}
	for (each (k, &x->map.edges)) {
		size_t row = x->row[k->from], on = x->row[k->to];
		if (row && x->column[k->to])
			rate(&x->m->items.at[row - 1].cells[x->column[k->to] - 1], k->attacks);
		else if (on)
			buf_printf(&notes[on - 1], "%s%s: %s", notes[on - 1].n ? " " : "",
				   k->attacks ? "Against it" : "For it", cut(x->arena, say_of(x, k->from)));
	}
	for (size_t i = 0; i < x->m->items.n; i++)
		x->m->items.at[i].notes = notes[i].n ? buf_str(&notes[i]) : NULL;
}

static void tell(const struct mapping *x)
{
	struct arena *a = x->arena;
	struct remarks *r = &x->m->remarks;
	remarks_add(a, r, REMARK_READ, "argument map: hypotheses: %zu, items of evidence: %zu", x->m->hypotheses.n,
		    x->m->items.n);
	remarks_add(a, r, REMARK_ASSUMED,
		    "what nothing else rests on is a hypothesis; what supports one is consistent with it (C), what "
		    "attacks one is not (I)");
	if (x->elsewhere)
		remarks_add(a, r, REMARK_LEFT, "hypotheses under other headings: %zu; a matrix is of one question",
			    x->elsewhere);
	if (x->map.left)
		remarks_add(a, r, REMARK_LEFT, "lines of lists, premises, contradictions and undercuts: %zu",
			    x->map.left);
}

enum status matrix_argdown(struct arena *a, struct slice bytes, struct matrix *m, struct err *e)
{
	struct mapping x = { .arena = a, .m = m };
	*m = (struct matrix){ 0 };
	if (argdown_read(a, bytes, &x.map, e) != STATUS_OK)
		return e->status;
	x.column = arena_array(a, size_t, x.map.nodes.n + 1);
	x.row = arena_array(a, size_t, x.map.nodes.n + 1);
	find_hypotheses(&x);
	find_items(&x);
	if (!m->items.n)
		return err_set(
		    e, STATUS_BAD_INPUT,
		    "no argument map: no line that supports (+) or attacks (-) a statement that supports and "
		    "attacks nothing itself");
	if (matrix_item_bounds(m, e) != STATUS_OK)
		return e->status;
	m->title = x.map.title;
	m->question = x.heading ? x.map.headings.at[x.heading - 1] : NULL;
	fill(&x);
	tell(&x);
	return STATUS_OK;
}
