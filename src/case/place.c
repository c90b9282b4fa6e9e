#include "case/place.h"

#include "case/rating.h"
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

enum status place_unknown(struct arena *a, const struct the_case *c, const char *name, struct err *e)
{
	size_t n;
	struct place *places = place_all(a, c, &n);
	return err_set(e, STATUS_NOT_FOUND, "there is no place '%.120s' in this case; the nearest is %s", name,
		       nearest(places, n, name));
}

enum status place_set(struct arena *a, struct the_case *c, const char *name, const char *value, struct err *e)
{
	struct place p;
	struct node *node;
	enum status s = rating_find(a, c, name, &p, e);
	if (s == STATUS_OK && !p.value && p.kind != PLACE_GRADE)
		return place_unknown(a, c, name, e);
	s = s ? s : yaml_read(a, slice_of(value), &node, e);
	if (s == STATUS_OK && node->kind == NODE_NULL)
		node = node_text(a, value); // nothing is no value
	return s ? s : rating_set(a, c, name, node, NULL, e);
}
