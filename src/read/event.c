#include "read/event.h"

// Whether the negation that makes the claim is the only one, and nothing else may turn it.
static bool is_plain(const struct finder *f)
{
	int nots = 0;
	for (int i = f->r.from; i < f->r.to; i++) {
		const struct token *t = &f->s->t[i];
		nots += token_is(t, IS(neg));
		if (token_says(t, "?") || token_says(t, "if") || token_says(t, "whether") || token_is(t, IS(lie)))
			return false;
	}
	return nots == 1;
}

// The claim that nothing happened, in the words of [from, to).
static void add(struct finder *f, int from, int to, int at)
{
	if (!is_plain(f))
		return;
	struct claim *c = finder_add(f, ROLE_no_event, at);
	if (!c)
		return;
	c->actor = nominal_printed(f->m->arena, f->s, from, to);
	c->apart = true;
}

// What can be said not to have been; not how it was done: "no sabotage", "no fault".
static bool is_event(const struct tokens *s, int i)
{
	static const char *const how[] = { "sabotage",   "arson",   "fraud",         "murder",    "failure",
					   "accident",   "forgery", "contamination", "poisoning", "damage",
					   "negligence", "scandal", "deaths",        "death" };
	const struct token *t = &s->t[i];
	return token_is(t, IS(incident)) && token_noun(t) && !token_among(t, how) && !token_is(t, IS(cause));
}

// "There was no raid", "there had never been a raid": at "there".
static void by_there(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool be = false, no = false;
	int k = i + 1;
	for (; k < f->r.to && k - i < 9 && !s->t[k].mark; k++) {
		const struct token *t = &s->t[k];
		be |= token_is(t, IS(be)) || (token_is(t, IS(aux) | IS(neg)) && t->word[0] == 'w');
		no |= token_is(t, IS(neg));
		if (be && no && is_event(s, k)) {
			add(f, token_says(&s->t[k - 1], "no") ? k - 1 : k, k + 1, k);
			return;
		}
		if (token_is(t, IS(prep) | IS(evidence)))
			return;
	}
}

static const char *const happens[] = { "happened", "happen", "occurred", "occur" };

// "Never happened", "did not take place", "no massacre took place".
static void by_verb(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool place = (token_says(&s->t[i], "took") || token_says(&s->t[i], "take") || token_says(&s->t[i], "taken")) &&
		     i + 1 < f->r.to && token_says(&s->t[i + 1], "place");
	if (!place && !token_among(&s->t[i], happens))
		return;
	struct verb_group g = phrase_group(s, i);
	bool joined;
	struct range what = phrase_subject(s, g.from, &joined);
	bool none = !range_empty(what) && what.from >= f->r.from && token_says(&s->t[what.from], "no");
	bool now = phrase_find(s, g.from, i, "does") >= 0 || phrase_find(s, g.from, i, "doesn't") >= 0; // "in nature"
	if (g.modal >= 0 || g.infinitive || now || !(g.negated || none))
		return;
	if (none && is_event(s, what.to - 1))
		add(f, what.from, what.to, i);
	else if (g.negated)
		add(f, g.from, i + 1 + place, i);
}

// "Nothing was stolen".
static void by_nothing(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int k = i + 1;
	while (k < f->r.to && token_is(&s->t[k], IS(be) | IS(have) | IS(adv)))
		k++;
	static const char *const verbs[] = { "stolen", "leaked", "hacked", "missing" };
	if (k > i + 1 && k < f->r.to && token_among(&s->t[k], verbs))
		add(f, i, k + 1, k);
}

void event_none(struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	if (!(t->hooks & HOOK_CLAIM))
		return;
	if (token_says(t, "there"))
		by_there(f, i);
	else if (token_says(t, "nothing"))
		by_nothing(f, i);
	else
		by_verb(f, i);
}

void event_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "there", "nothing", "took", "take", "taken" };
	vocabulary_hang(a, v, HOOK_CLAIM, happens);
	vocabulary_hang(a, v, HOOK_CLAIM, others);
}
