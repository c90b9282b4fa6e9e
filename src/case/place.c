#include "case/place.h"

#include "base/limits.h"
#include "case/yaml.h"

#include <string.h>

struct walk {
	struct arena *arena;
	LIST(struct place) places;
};

static void add(struct walk *w, struct place p)
{
	list_push(w->arena, &w->places, p);
}

// A value that takes no part in drawing has no place: rest follows the others.
static bool has_place(const struct value *v)
{
	return v->kind != VALUE_NONE && v->kind != VALUE_REST;
}

// "facts.chatter.if.staged", "sources.police.reliability". Put together by hand: a case has hundreds, and needs them
// each time that it is weighed.
static const char *name_of(struct arena *a, const char *kind, const char *id, const char *field, const char *of)
{
	const char *const parts[] = { kind, ".", id, ".", field, of ? "." : "", of ? of : "" };
	size_t length[sizeof parts / sizeof *parts], n = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		n += length[i] = strlen(parts[i]);
	char *name = arena_take(a, n + 1), *at = name;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; at += length[i++])
		memcpy(at, parts[i], length[i]);
	return name;
}

static void walk_question(struct walk *w, const struct the_case *c, size_t q)
{
	const struct question *x = &c->questions.at[q];
	for (size_t h = 0; h < x->hyps.n; h++) {
		const struct cells *t = &x->hyps.at[h].prior;
		for (size_t r = 0; r < t->rows.n; r++) {
			if (!has_place(&t->rows.at[r].is))
				continue;
			const char *name =
			    t->form == CELLS_ONE
				? name_of(w->arena, "questions", x->id, "prior", x->hyps.at[h].id)
				: arena_printf(w->arena, "questions.%s.prior.%s[%zu]", x->id, x->hyps.at[h].id, r);
			add(w, (struct place){ PLACE_PRIOR, q, h, r, &t->rows.at[r].is, name });
		}
	}
}

static void walk_fact(struct walk *w, const struct the_case *c, size_t f)
{
	const struct fact *x = &c->facts.at[f];
	for (size_t r = 0; r < x->cells.rows.n; r++) {
		struct row *row = &x->cells.rows.at[r];
		const char *name = x->cells.form == CELLS_MAP
				       ? name_of(w->arena, "facts", x->id, "if", row->when.at[0].state.id)
				       : arena_printf(w->arena, "facts.%s.if[%zu]", x->id, r);
		add(w, (struct place){ PLACE_CELL, f, 0, r, &row->is, name });
	}
}

struct place *place_all(struct arena *a, const struct the_case *c, size_t *n)
{
	struct walk w = { .arena = a };
	for (size_t q = 0; q < c->questions.n; q++)
		walk_question(&w, c, q);
	for (size_t f = 0; f < c->facts.n; f++)
		walk_fact(&w, c, f);
	for (size_t s = 0; s < c->sources.n; s++)
		add(&w, (struct place){ PLACE_GRADE, s, 0, 0, NULL,
					name_of(a, "sources", c->sources.at[s].id, "reliability", NULL) });
	for (size_t r = 0; r < c->reports.n; r++) {
		struct report *x = &c->reports.at[r];
		add(&w, (struct place){ PLACE_HOLDS, r, 0, 0, &x->holds, name_of(a, "reports", x->id, "holds", NULL) });
		if (has_place(&x->echo))
			add(&w, (struct place){ PLACE_ECHO, r, 0, 0, &x->echo,
						name_of(a, "reports", x->id, "echo", NULL) });
	}
	*n = w.places.n;
	return w.places.at;
}

// The place that shares the longest beginning with a name that is none.
static const char *nearest(const struct place *places, size_t n, const char *name)
{
	const char *best = n ? places[0].name : "none";
	size_t most = 0;
	for (size_t i = 0; i < n; i++) {
		size_t same = 0;
		while (name[same] && places[i].name[same] == name[same])
			same++;
		if (same > most) {
			most = same;
			best = places[i].name;
		}
	}
	return best;
}

// A report's echo may be set where none was entered.
static struct value *unset_echo(struct the_case *c, const char *name)
{
	struct slice s = slice_of(name);
	for (each (r, &c->reports)) {
		size_t n = strlen(r->id);
		if (slice_starts(s, "reports.") && s.len == n + strlen("reports..echo") &&
		    !strncmp(name + 8, r->id, n) && slice_ends(s, ".echo"))
			return &r->echo;
	}
	return NULL;
}

static enum status set_grade(struct arena *a, struct the_case *c, size_t source, const char *value, struct err *e)
{
	if (case_grade_value(c, value).kind == VALUE_NONE)
		return err_set(e, STATUS_BAD_INPUT,
			       "sources.%s.reliability: no grade '%.20s'; A to F, or one of the case's grades",
			       c->sources.at[source].id, value);
	c->sources.at[source].reliability = arena_text(a, value);
	return STATUS_OK;
}

enum status place_set(struct arena *a, struct the_case *c, const char *name, const char *value, struct err *e)
{
	size_t n;
	struct place *places = place_all(a, c, &n), *p = NULL;
	for (size_t i = 0; i < n && !p; i++)
		if (!strcmp(places[i].name, name))
			p = &places[i];
	if (p && p->kind == PLACE_GRADE)
		return set_grade(a, c, p->item, value, e);
	struct value *into = p ? p->value : unset_echo(c, name);
	if (!into)
		return err_set(e, STATUS_NOT_FOUND, "there is no place '%.120s' in this case; the nearest is %s", name,
			       nearest(places, n, name));
	enum value_place kind = p && p->kind == PLACE_PRIOR   ? VALUE_OF_PRIOR
				: p && p->kind == PLACE_HOLDS ? VALUE_OF_HOLDS
							      : VALUE_OF_CELL;
	struct node *node;
	enum status s = yaml_read(a, slice_of(value), &node, e);
	if (s == STATUS_OK)
		s = value_read(a, node, kind, into, e);
	return s == STATUS_OK ? s : err_within(e, "%s", name);
}
