// A list of opinions is made anew with each change: who holds the value as it was can put it back.
#include "case/rating.h"

#include "case/field.h"

#include <stdlib.h>
#include <string.h>

// --- where ---

// "facts.heard.if.staged" as its words, and the number of "facts.heard.if[2]" apart.
struct words {
	const char *at[4];
	size_t n, row; // RATING_NO_ROW: no number
};

static bool cut(struct arena *a, const char *name, struct words *w)
{
	struct slice rest = slice_of(name), piece;
	w->row = RATING_NO_ROW;
	const char *bracket = strchr(name, '[');
	if (bracket) {
		char *end;
		w->row = strtoul(bracket + 1, &end, 10);
		if (bracket[1] < '0' || bracket[1] > '9' || strcmp(end, "]") != 0)
			return false;
		rest.len = (size_t)(bracket - name);
	}
	while (slice_cut(&rest, '.', &piece)) {
		if (w->n == sizeof w->at / sizeof *w->at)
			return false;
		w->at[w->n++] = arena_copy(a, piece.at, piece.len);
	}
	return w->n >= 3;
}

static bool is(const struct words *w, const char *list, const char *field, size_t n)
{
	return w->n == n && !strcmp(w->at[0], list) && !strcmp(w->at[2], field);
}

static bool find_row(struct cells *t, size_t row, struct place *out)
{
	out->row = row;
	out->value = row < t->rows.n ? &t->rows.at[row].is : NULL;
	return out->value;
}

static bool find_prior(struct the_case *c, const struct words *w, struct place *out)
{
	int q = case_find_question(c, w->at[1]);
	out->kind = PLACE_PRIOR;
	out->item = (size_t)q;
	for (size_t h = 0; q >= 0 && h < c->questions.at[q].hyps.n; h++) {
		struct hypothesis *x = &c->questions.at[q].hyps.at[h];
		if (x->added || strcmp(x->id, w->at[3]) != 0)
			continue;
		out->hyp = h;
		return (x->prior.form == CELLS_ONE) == (w->row == RATING_NO_ROW) &&
		       find_row(&x->prior, x->prior.form == CELLS_ONE ? 0 : w->row, out);
	}
	return false;
}

static bool find_cell(struct the_case *c, const struct words *w, struct place *out)
{
	int f = case_find_fact(c, w->at[1]);
	struct cells *t = f < 0 ? NULL : &c->facts.at[f].cells;
	out->kind = PLACE_CELL;
	out->item = (size_t)f;
	if (!t || (t->form == CELLS_MAP) != (w->n == 4) || (t->form == CELLS_MAP) != (w->row == RATING_NO_ROW))
		return false;
	if (t->form != CELLS_MAP)
		return find_row(t, w->row, out);
	out->row = RATING_NO_ROW;
	for (size_t r = 0; r < t->rows.n; r++)
		if (!strcmp(t->rows.at[r].when.at[0].state.id, w->at[3]))
			return find_row(t, r, out);
	const char *about = c->facts.at[f].about.at[0].id;
	int q = case_find_question(c, about), other = case_find_fact(c, about);
	for (size_t h = 0; q >= 0 && h < c->questions.at[q].hyps.n; h++)
		if (!strcmp(c->questions.at[q].hyps.at[h].id, w->at[3]))
			return true;
	return other >= 0 && (!strcmp(w->at[3], "yes") || !strcmp(w->at[3], "no"));
}

static bool find(struct arena *a, struct the_case *c, const char *name, struct place *out)
{
	struct words w = { 0 };
	*out = (struct place){ .name = name };
	if (!cut(a, name, &w))
		return false;
	if (is(&w, "questions", "prior", 4))
		return find_prior(c, &w, out);
	if (is(&w, "facts", "if", 3) || is(&w, "facts", "if", 4))
		return find_cell(c, &w, out);
	if (w.n != 3 || w.row != RATING_NO_ROW)
		return false;
	int at = !strcmp(w.at[0], "reports")   ? case_find_report(c, w.at[1])
		 : !strcmp(w.at[0], "sources") ? case_find_source(c, w.at[1])
					       : -1;
	out->item = (size_t)at;
	out->kind = is(&w, "sources", "reliability", 3) ? PLACE_GRADE
		    : is(&w, "reports", "holds", 3)     ? PLACE_HOLDS
							: PLACE_ECHO;
	if (at >= 0 && out->kind != PLACE_GRADE)
		out->value = out->kind == PLACE_HOLDS ? &c->reports.at[at].holds : &c->reports.at[at].echo;
	return at >= 0 && (out->kind != PLACE_ECHO || is(&w, "reports", "echo", 3));
}

enum status rating_find(struct arena *a, struct the_case *c, const char *name, struct place *out, struct err *e)
{
	return find(a, c, name, out) ? STATUS_OK : place_unknown(a, c, name, e);
}

// --- an analyst's ---

static bool knows(const struct the_case *c, const char *analyst)
{
	for (each (x, &c->analysts))
		if (!strcmp(x->id, analyst))
			return true;
	return false;
}

// An opinion is never yes or no, but the numbers these stand for.
static struct value as_opinion(struct value v)
{
	if (v.kind == VALUE_YES || v.kind == VALUE_NO) {
		double p = value_belief(&v, 0, NULL).p;
		v = (struct value){ .kind = VALUE_EXACT, .lo = p, .hi = p };
	}
	return v;
}

// What everybody says after it: the others what they said, by name or as the one value there was, and the analyst that.
// No opinion of theirs: it is taken out.
static struct value with_opinion(struct arena *a, const struct the_case *c, const struct value *was,
				 const char *analyst, const struct value *opinion)
{
	struct value v = { .kind = VALUE_BY };
	bool done = !opinion;
	if (was && was->kind == VALUE_BY)
		for (each (o, &was->by)) {
			bool theirs = !strcmp(o->analyst, analyst);
			if (!theirs || opinion)
				list_push(a, &v.by, ((struct opinion){ o->analyst, theirs ? *opinion : o->value }));
			done |= theirs;
		}
	else if (was && was->kind != VALUE_NONE)
		for (each (x, &c->analysts)) {
			bool theirs = !strcmp(x->id, analyst);
			list_push(a, &v.by, ((struct opinion){ x->id, theirs ? *opinion : as_opinion(*was) }));
			done |= theirs;
		}
	if (!done)
		list_push(a, &v.by, ((struct opinion){ analyst, *opinion }));
	return v;
}

static bool has_opinion(const struct value *v, const char *analyst)
{
	if (v && v->kind == VALUE_BY)
		for (each (o, &v->by))
			if (!strcmp(o->analyst, analyst))
				return true;
	return false;
}

static enum status opinion_of(struct arena *a, struct the_case *c, const struct place *p, const struct node *to,
			      const char *analyst, struct value *out, struct err *e)
{
	struct value v;
	enum status s = value_read(a, to, p->kind == PLACE_HOLDS ? VALUE_OF_HOLDS : VALUE_OF_CELL, &v, e);
	if (s != STATUS_OK)
		return s;
	if (v.kind == VALUE_BY)
		return err_set(e, STATUS_BAD_INPUT, "one analyst's value cannot be a by: itself");
	if (p->value && p->value->kind == VALUE_REST)
		return err_set(e, STATUS_BAD_INPUT,
			       "takes the rest, which is nobody's value; give it a value of everybody's first");
	if (!knows(c, analyst) && !case_is_id(analyst))
		return err_set(e, STATUS_BAD_INPUT,
			       "analyst '%.40s' is not an id; use a-z, 0-9, - and _, beginning with a letter or digit",
			       analyst);
	v = as_opinion(v);
	*out = with_opinion(a, c, p->value, arena_text(a, analyst), &v);
	if (!knows(c, analyst))
		list_push(a, &c->analysts, (struct analyst){ .id = arena_text(a, analyst) });
	return STATUS_OK;
}

// --- setting ---

static enum status set_grade(struct arena *a, struct the_case *c, size_t source, const struct node *to, struct err *e)
{
	const char *letter = field_word(a, to);
	if (to->kind != NODE_NULL && (!letter || case_grade_value(c, letter).kind == VALUE_NONE))
		return err_set(e, STATUS_BAD_INPUT, "no grade '%.20s'; A to F, or one of the case's grades",
			       letter ? letter : "");
	c->sources.at[source].reliability = arena_text(a, letter);
	return STATUS_OK;
}

static struct cells *table_of(struct the_case *c, const struct place *p)
{
	return p->kind == PLACE_PRIOR ? &c->questions.at[p->item].hyps.at[p->hyp].prior : &c->facts.at[p->item].cells;
}

static enum status take_back(struct the_case *c, const struct place *p, struct err *e)
{
	if (p->kind == PLACE_HOLDS || p->kind == PLACE_ECHO) {
		*p->value = (struct value){ .kind = p->kind == PLACE_HOLDS ? VALUE_YES : VALUE_NONE };
		return STATUS_OK;
	}
	struct cells *t = table_of(c, p);
	if (!p->value)
		return err_set(e, STATUS_NOT_FOUND, "is not rated");
	if (t->rows.n == 1)
		return err_set(e, STATUS_BAD_INPUT,
			       p->kind == PLACE_PRIOR
				   ? "a hypothesis needs a prior; set another, or drop the hypothesis"
				   : "a fact needs one cell; rate another first, or drop the fact");
	memmove(&t->rows.at[p->row], &t->rows.at[p->row + 1], (t->rows.n - p->row - 1) * sizeof *t->rows.at);
	list_cut(&t->rows, t->rows.n - 1);
	return STATUS_OK;
}

static enum status take_back_opinion(struct arena *a, struct the_case *c, const struct place *p, const char *analyst,
				     struct err *e)
{
	if (!has_opinion(p->value, analyst))
		return err_set(e, STATUS_NOT_FOUND, "%.40s has no value of their own there", analyst);
	if (p->value->by.n == 1)
		return take_back(c, p, e);
	*p->value = with_opinion(a, c, p->value, analyst, NULL);
	return STATUS_OK;
}

// A cell that was not rated gets a row.
static void put(struct arena *a, struct the_case *c, const struct place *p, struct value v)
{
	if (p->value) {
		*p->value = v;
		return;
	}
	struct row *row = list_add(a, &table_of(c, p)->rows);
	row->is = v;
	list_push(a, &row->when,
		  ((struct condition){ { NULL, -1 }, { arena_text(a, strrchr(p->name, '.') + 1), -1 } }));
}

static enum status set(struct arena *a, struct the_case *c, const struct place *p, const struct node *to,
		       const char *analyst, struct err *e)
{
	if (p->kind == PLACE_GRADE)
		return analyst ? err_set(e, STATUS_BAD_INPUT, "a grade is everybody's, not one analyst's")
			       : set_grade(a, c, p->item, to, e);
	if (to->kind == NODE_NULL)
		return analyst ? take_back_opinion(a, c, p, analyst, e) : take_back(c, p, e);
	enum value_place kind = p->kind == PLACE_PRIOR   ? VALUE_OF_PRIOR
				: p->kind == PLACE_HOLDS ? VALUE_OF_HOLDS
							 : VALUE_OF_CELL;
	struct value v;
	enum status s = analyst ? opinion_of(a, c, p, to, analyst, &v, e) : value_read(a, to, kind, &v, e);
	if (s == STATUS_OK)
		put(a, c, p, v);
	return s;
}

enum status rating_set(struct arena *a, struct the_case *c, const char *name, const struct node *to,
		       const char *analyst, struct err *e)
{
	struct place p;
	enum status s = rating_find(a, c, name, &p, e);
	if (s != STATUS_OK)
		return s;
	return set(a, c, &p, to, analyst, e) == STATUS_OK ? STATUS_OK : err_within(e, "%s", name);
}
