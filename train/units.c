#include "train/units.h"

#include "base/par.h"
#include "read/attribute.h"
#include "tag/ways.h"
#include "train/label.h"

#include <stdio.h>
#include <string.h>

struct part units_part(const struct units *u, size_t fold)
{
	return (struct part){ u->corpus, fold == ALL ? -1 : (int)fold, FOLDS };
}

static void *copied(struct arena *a, const void *at, size_t size)
{
	void *out = arena_take(a, size);
	memcpy(out, at, size);
	return out;
}

static void keep(struct arena *a, const struct unit *u, struct unit_kept *k)
{
	size_t n = (size_t)u->forms.n;
	k->number = u->number;
	k->forms = u->forms;
	k->forms.at = copied(a, u->forms.at, n * sizeof *u->forms.at);
	k->forms.start = copied(a, u->forms.start, ((size_t)u->forms.sentences + 1) * sizeof *u->forms.start);
	k->tag = copied(a, u->tag, n * sizeof *u->tag);
	k->head = copied(a, u->head, n * sizeof *u->head);
}

void units_load(const struct units *all, const struct unit_kept *k, struct unit *u)
{
	size_t n = (size_t)k->forms.n;
	u->number = k->number;
	u->forms.text = k->forms.text;
	u->forms.n = k->forms.n;
	u->forms.sentences = k->forms.sentences;
	memcpy(u->forms.at, k->forms.at, n * sizeof *u->forms.at);
	memcpy(u->forms.start, k->forms.start, ((size_t)k->forms.sentences + 1) * sizeof *u->forms.start);
	memcpy(u->tag, k->tag, n * sizeof *u->tag);
	memcpy(u->head, k->head, n * sizeof *u->head);
	unit_derive(u, all->senses);
}

static void syntax(void *context, size_t fold, size_t thread)
{
	(void)thread;
	struct units *all = context;
	struct arena *a = &all->arena[fold];
	struct part p = units_part(all, fold);
	all->pos[fold] = perceptron_tags(a, &p, 6);
	all->tree[fold] = perceptron_trees(a, &p, &all->pos[fold], 8);
	struct unit *u = unit_room(a);
	for (size_t i = 0; i < all->corpus->list.n; i++) {
		if (part_has(&p, i))
			continue;
		struct tag_walk walk = attribute_units(&all->corpus->list.at[i].d);
		while (tag_next(&walk, u)) {
			unit_see(u, &all->pos[fold], &all->tree[fold], all->senses);
			keep(a, u, list_add(a, &all->of[i]));
		}
	}
}

void units_syntax(struct units *u)
{
	u->of = arena_take_array(&u->arena[ALL], u->corpus->list.n, sizeof *u->of);
	par_for(FOLDS + 1, syntax, u);
}

static void learn_roles(struct units *all, size_t fold)
{
	struct arena scratch = { 0 };
	struct examples x = { .arena = &scratch, .per = ROLES_FEATURES };
	struct part p = units_part(all, fold);
	struct unit *u = unit_room(&scratch);
	for (size_t i = 0; i < all->corpus->list.n; i++) {
		if (!part_has(&p, i))
			continue;
		for (each (k, &all->of[i])) {
			units_load(all, k, u);
			size_t at = examples_open(&x, (size_t)u->forms.n);
			for (int w = 0; w < u->forms.n; w++)
				roles_features(u, w, x.feature + (at + (size_t)w) * ROLES_FEATURES);
			label_roles(&u->forms, &all->corpus->list.at[i].d, x.label + at);
		}
	}
	struct field_options o = { .least = 4, .seed = 1 + fold, .may = roles_may };
	all->roles[fold] = field_train(&all->arena[fold], &x, &o);
	arena_free(&scratch);
}

static float least_cue; // of the candidates that are kept

static void roles(void *context, size_t fold, size_t thread)
{
	(void)thread;
	struct units *all = context;
	struct arena *a = &all->arena[fold], scratch = { 0 };
	struct part p = units_part(all, fold);
	learn_roles(all, fold);
	struct roles_model m = { all->roles[fold].table, all->roles[fold].steps };
	struct tag_work *w = tag_room(&scratch);
	for (size_t i = 0; i < all->corpus->list.n; i++) {
		if (part_has(&p, i))
			continue;
		for (each (k, &all->of[i])) {
			units_load(all, k, w->unit);
			ways_cues(&m, least_cue, w);
			k->cues = w->cues;
			k->cue = copied(a, w->cue, (size_t)w->cues * sizeof *w->cue);
			k->role = copied(a, w->role, (size_t)k->forms.n * sizeof *w->role);
		}
	}
	arena_free(&scratch);
}

void units_roles(struct units *u, float cue_least)
{
	least_cue = cue_least;
	par_for(FOLDS + 1, roles, u);
}
