#include "tag/unit.h"

const struct wordform unit_edge;

struct unit *unit_room(struct arena *a)
{
	struct unit *u = arena_new(a, struct unit);
	u->forms = forms_room(a);
	u->tag = arena_array(a, uint8_t, FORMS_MOST);
	u->depth = arena_array(a, uint8_t, FORMS_MOST);
	u->kids = arena_array(a, uint8_t, FORMS_MOST);
	int16_t **lists[] = { &u->head, &u->verb, &u->first, &u->last, &u->low_kid, &u->high_kid, &u->root };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i] = arena_array(a, int16_t, FORMS_MOST);
	u->kind = arena_array(a, uint8_t, FORMS_MOST);
	u->flags = arena_array(a, uint8_t, FORMS_MOST);
	u->sense = arena_array(a, uint16_t, FORMS_MOST);
	u->above = arena_array(a, uint16_t, FORMS_MOST);
	u->tree = tree_room(a);
	return u;
}

// Words above a word, at the most: a chain of them is walked for each word.
enum { ABOVE = 40 };

static void climb(struct unit *u, int i)
{
	int depth = 0;
	u->verb[i] = -1;
	for (int h = u->head[i]; h >= 0 && depth < ABOVE; h = u->head[h], depth++) {
		if (u->verb[i] < 0 && unit_is_verb(u, h))
			u->verb[i] = (int16_t)h;
		if (i < u->first[h])
			u->first[h] = (int16_t)i;
		if (i > u->last[h])
			u->last[h] = (int16_t)i;
	}
	u->depth[i] = (uint8_t)depth;
}

static void know(struct unit *u, const struct sense_model *senses)
{
	for (int i = 0; i < u->forms.n; i++) {
		const struct sense *s = sense_of(senses, u->forms.at[i].low);
		bool name = u->tag[i] == POS_NNP || u->tag[i] == POS_NNPS,
		     noun = u->tag[i] == POS_NN || u->tag[i] == POS_NNS;
		bool verb = unit_is_verb(u, i);
		u->kind[i] = name ? KIND_NOUN : verb ? s->verb : noun && s->noun ? s->noun + KIND_NOUN : 0;
		u->flags[i] = name || verb || noun ? s->flags : 0;
		u->sense[i] = verb ? s->verb_sense : 0;
		u->above[i] = verb ? s->verb_kind : noun ? s->noun_kind : 0;
	}
}

void unit_derive(struct unit *u, const struct sense_model *senses)
{
	int n = u->forms.n;
	know(u, senses);
	for (int i = 0; i < n; i++) {
		u->first[i] = u->last[i] = (int16_t)i;
		u->low_kid[i] = u->high_kid[i] = -1;
		u->kids[i] = 0;
	}
	for (int s = 0; s < u->forms.sentences; s++)
		u->root[s] = -1;
	for (int i = 0; i < n; i++) {
		int h = u->head[i];
		climb(u, i);
		if (h < 0) {
			u->root[u->forms.at[i].sentence] = (int16_t)i;
			continue;
		}
		u->kids[h] = (uint8_t)(u->kids[h] + (u->kids[h] < 255));
		if (u->low_kid[h] < 0)
			u->low_kid[h] = (int16_t)i;
		u->high_kid[h] = (int16_t)i;
	}
}

void unit_see(struct unit *u, const struct pos_model *pos, const struct tree_model *tree,
	      const struct sense_model *senses)
{
	pos_tag(pos, &u->forms, u->tag);
	tree_parse(tree, u->tree, &u->forms, u->tag, u->head);
	unit_derive(u, senses);
}
