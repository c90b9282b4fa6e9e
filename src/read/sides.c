#include "read/sides.h"

#include "read/resolve.h"
#include "case/countries.h"

#include <ctype.h>
#include <string.h>

// Whom a description puts a person with: "a spokesman for Northmere Water", "the head of the Mill Trust". Empty where
// it tells nobody.
static struct range side_behind(const struct tokens *s, int from, int end)
{
	for (int k = from; k + 1 < end; k++) {
		if (!token_says(&s->t[k], "of") && !token_says(&s->t[k], "for") && !token_says(&s->t[k], "at") &&
		    !token_says(&s->t[k], "from"))
			continue;
		int name = k + 1 + token_says(&s->t[k + 1], "the");
		return (struct range){ name, nominal_run(s, name, end) };
	}
	return (struct range){ 0, 0 };
}

// "Electoral commissioner", "Federal judge": of an office, and no name.
static bool is_of_office(const struct tokens *s, int i)
{
	return i == 0 && !s->t[i].owner && slice_ends(slice_of(s->t[i].word), "al");
}

// "Northmere Water spokeswoman Ravi Colley", "Northmere Water's director, Ravi Colley": the name before the
// description.
static struct range side_before(const struct tokens *s, int last)
{
	int head = last, words = 0;
	while (last >= 0 && words++ < 4 && !s->t[last].mark && !s->t[last].capital)
		last--;
	if (last < 0 || last == head || is_of_office(s, last) || !nominal_named(&s->t[last]) ||
	    !token_is(&s->t[head], IS(person) | IS(title)))
		return (struct range){ 0, 0 };
	int begin = last;
	while (begin > 0 && nominal_run(s, begin - 1, last + 1) == last + 1)
		begin--;
	return (struct range){ begin, last + 1 };
}

// "Velia's foreign minister", "the Velian foreign minister", in apposition behind a name.
static struct range side_in(const struct tokens *s, int from, int end)
{
	struct range none = { 0, 0 };
	from += from < end && token_is(&s->t[from], IS(det));
	int to = from;
	while (to < end && (nominal_named(&s->t[to]) || s->t[to].capital) && !s->t[to].owner)
		to++;
	to += to < end && s->t[to].capital && s->t[to].owner;
	bool called = false;
	for (int k = to; k < end; k++)
		called |= token_is(&s->t[k], IS(person) | IS(title)) && !s->t[k].capital;
	return called && to > from ? (struct range){ from, to } : none;
}

// "Lawyer", "mother": who speaks for a man or a woman.
static bool speaks_for_one(const struct token *t)
{
	static const char *const words[] = { "lawyer", "solicitor", "barrister", "counsel", "attorney", "advocate",
					     "mother", "father",    "wife",      "husband", "brother",  "sister",
					     "son",    "daughter",  "partner",   "agent",   "widow" };
	return token_among(t, words);
}

// "The mill's manager", "its chairman", "his wife": by a word before what the person is called, at `last`.
static const char *owned_by(struct mentions *m, const struct tokens *s, int last)
{
	static const char *const against[] = { "critic",    "rival",     "opponent",   "killer",
					       "neighbour", "successor", "predecessor" };
	int k = last - 1;
	if (last < 1 || !token_is(&s->t[last], IS(person) | IS(title)) || token_among(&s->t[last], against))
		return NULL;
	while (k > 0 && last - k < 4 && !s->t[k].owner && !s->t[k].mark && !token_is(&s->t[k], IS(det)))
		k--;
	const struct token *t = &s->t[k];
	bool one = speaks_for_one(&s->t[last]);
	if (token_says(t, "its") || token_says(t, "their"))
		return token_says(t, "its") ? m->it : m->they ? m->they : m->it;
	if (one && (token_says(t, "his") || token_says(t, "her")))
		return token_says(t, "his") ? m->he : m->she;
	bool body = token_is(t, IS(group)) || t->kind == KIND_NOUN + NOUN_GROUP || t->kind == KIND_NOUN + NOUN_ARTIFACT;
	if (!t->owner || t->capital || !(body || (one && token_is(t, IS(person)))))
		return NULL;
	const char *word = nominal_printed(m->arena, s, k, k + 1), *called = mentions_called(m, word, NULL);
	const char *spoken = called ? NULL : resolve_spoken(m, &(struct token){ .word = word });
	return called ? called : spoken ? spoken : word;
}

void sides_learn(struct mentions *m, struct mention *who, const struct tokens *s, int from, int to)
{
	struct range side = { 0, 0 };
	int last = from - 1 - phrase_comma(s, from - 1);
	if (who->side || who->being == BEING_GROUP)
		return;
	if (phrase_comma(s, to)) {
		int end = to + 1;
		while (end < s->n && !s->t[end].mark)
			end++;
		side = nominal_gloss(s, to + 1) ? side_behind(s, to + 1, end) : side;
		if (range_empty(side))
			side = side_in(s, to + 1, end);
	}
	if (range_empty(side) && from > 0)
		side = side_before(s, last);
	bool nation = side.to - side.from == 1 && token_is(&s->t[side.from], IS(nation));
	if (!range_empty(side) && (nation || !nominal_all_title(s, side.from, side.to))) {
		const char *name = nominal_printed(m->arena, s, side.from, side.to);
		const char *country = nation ? countries_in(slice_of(name)) : NULL; // "Russian foreign minister"
		who->side = country ? country : name;
	} else if (range_empty(side) && last > 0) {
		who->side = owned_by(m, s, last);
	}
	if (who->side && strcmp(who->side, who->name) == 0)
		who->side = NULL;
}

// What a name ends in after a word: "Northmere Water" of "spokesman for Northmere Water".
static const char *after(const char *name, const char *word)
{
	const char *at = strcasestr(name, word);
	at = at ? at + strlen(word) : NULL;
	return at && strncmp(at, "the ", 4) == 0 ? at + 4 : at;
}

const char *sides_of_name(const struct mentions *m, const char *name)
{
	static const char *const bodies[] = { "embassy",     "ministry", "government", "ambassador", "minister",
					      "spokesman",   "army",     "lawyer",     "mother",     "wife",
					      "spokeswoman", "brother",  "sister",     "father",     "solicitor",
					      "solicitors",  "lawyers",  "husband",    "general",    "counsel" };
	static const char *const before[] = { "spokesman for ", "spokeswoman for ", "lawyer for ",  "lawyers for ",
					      "solicitor for ", "counsel for ",     "attorney for " };
	const char *owner = strstr(name, "'s "), *last = strrchr(name, ' ');
	size_t mark = 1;
	if (!owner && (owner = strstr(name, "\xE2\x80\x99s ")))
		mark = 3;
	const char *side = NULL;
	bool speaks = strcasestr(name, " for ") != NULL;
	for (size_t i = 0; speaks && i < sizeof before / sizeof *before; i++)
		side = side ? side : after(name, before[i]);
	if (side || !owner || owner == name || !last || last < owner + mark)
		return side && *side ? side : NULL;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		if (strcmp(last + 1, bodies[i]) == 0)
			return arena_copy(m->arena, name, (size_t)(owner - name));
	return NULL;
}

bool sides_advocate(const struct mentions *m, const char *name)
{
	static const char *const words[] = { "lawyer",    "lawyers",   "attorney",   "counsel",
					     "solicitor", "barrister", "solicitors", "advocate" };
	const struct mention *who = mentions_find(m, name);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		for (int k = 0; who && k < MENTIONS_GLOSSES && who->gloss[k].noun; k++)
			if (strcmp(who->gloss[k].noun, words[i]) == 0)
				return true;
		if (strcasestr(name, words[i]))
			return true;
	}
	return false;
}
