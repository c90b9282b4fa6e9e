#include "case/case.h"

#include "case/scale.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

size_t case_variables(const struct the_case *c)
{
	return c->questions.n + c->facts.n;
}

size_t case_states(const struct the_case *c, size_t variable)
{
	return variable < c->questions.n ? c->questions.at[variable].hyps.n : 2;
}

const char *case_state_name(const struct the_case *c, size_t variable, size_t state)
{
	if (variable < c->questions.n)
		return c->questions.at[variable].hyps.at[state].id;
	return state == 0 ? "yes" : "no";
}

const char *case_variable_id(const struct the_case *c, size_t variable)
{
	assert(variable < case_variables(c));
	return variable < c->questions.n ? c->questions.at[variable].id : c->facts.at[variable - c->questions.n].id;
}

#define FIND(list)                                                                                                     \
	if (id)                                                                                                        \
		for (size_t i = 0; i < c->list.n; i++)                                                                 \
			if (c->list.at[i].id && !strcmp(c->list.at[i].id, id))                                         \
				return (int)i;                                                                         \
	return -1

int case_find_question(const struct the_case *c, const char *id)
{
	FIND(questions);
}

int case_find_fact(const struct the_case *c, const char *id)
{
	FIND(facts);
}

int case_find_source(const struct the_case *c, const char *id)
{
	FIND(sources);
}

int case_find_report(const struct the_case *c, const char *id)
{
	FIND(reports);
}

int case_find_statement(const struct the_case *c, const char *id)
{
	FIND(statements);
}

int case_find_document(const struct the_case *c, const char *id)
{
	FIND(documents);
}

int case_pick(const struct cells *t, const size_t *state)
{
	for (size_t r = 0; r < t->rows.n; r++) {
		bool holds = true;
		for (each (w, &t->rows.at[r].when))
			holds = holds && state[w->of.at] == (size_t)w->state.at;
		if (holds)
			return (int)r;
	}
	return -1;
}

double case_number_spread(const struct the_case *c)
{
	return c->numbers_exact ? 0 : c->imprecision >= 0 ? c->imprecision : 0.35;
}

bool case_inspectable(const struct source *s)
{
	if (s->inspectable >= 0)
		return s->inspectable;
	return !s->kind || (strcmp(s->kind, "anonymous") && strcmp(s->kind, "intercept"));
}

struct value case_grade_value(const struct the_case *c, const char *letter)
{
	if (!letter)
		letter = "F";
	for (each (g, &c->grades))
		if (!strcmp(g->letter, letter))
			return g->value;
	const struct band *b = scale_grade(slice_of(letter));
	return b ? (struct value){ .kind = VALUE_RANGE, .lo = b->lo, .hi = b->hi }
		 : (struct value){ .kind = VALUE_NONE };
}

static bool is_id_letter(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9');
}

bool case_is_id(const char *id)
{
	if (!id || !is_id_letter(*id))
		return false;
	while (is_id_letter(*id) || *id == '_' || *id == '-')
		id++;
	return !*id;
}

char *case_make_id(struct arena *a, const char *words)
{
	enum { MOST = 40 };
	char *id = arena_take(a, MOST + 1);
	size_t n = 0;
	for (const char *p = words ? words : ""; *p && n < MOST; p++) {
		char ch = (char)tolower((unsigned char)*p);
		if (is_id_letter(ch))
			id[n++] = ch;
		else if (n && id[n - 1] != '-' && *p != '\'' && !((unsigned char)*p & 0x80))
			id[n++] = '-';
	}
	while (n && id[n - 1] == '-')
		n--;
	if (!n)
		id[n++] = 'x';
	id[n] = 0;
	return id;
}

const struct document **case_documents(struct arena *a, const struct the_case *c, size_t *n)
{
	const struct document **docs = arena_array(a, const struct document *, c->documents.n);
	*n = 0;
	for (each (d, &c->documents))
		if (d->text)
			docs[(*n)++] = d;
	return docs;
}
