#include "read/staging.h"

#include "read/purpose.h"

static bool is_reflexive(const struct token *t)
{
	static const char *const words[] = { "himself", "herself", "itself", "themselves", "yourself", "yourselves" };
	return token_among(t, words);
}

// "Himself", but not "by himself", "to himself"; "to itself" where it was done.
static bool is_himself(const struct finder *f, int verb, int i)
{
	const struct tokens *s = f->s;
	if (!is_reflexive(&s->t[i]))
		return false;
	static const char *const verbs[] = { "did", "done", "set" }; // "did it to itself", "set light to itself"
	bool done = token_among(&s->t[verb], verbs);
	return i == 0 || !token_is(&s->t[i - 1], IS(prep)) || (done && token_says(&s->t[i - 1], "to"));
}

// "Its own", "his own": at "own", with something of his behind it.
static bool is_his_own(const struct finder *f, int i)
{
	static const char *const owners[] = { "his", "her", "its", "their", "your" };
	const struct tokens *s = f->s;
	return token_says(&s->t[i], "own") && i > f->r.from && i + 1 < f->r.to &&
	       (token_among(&s->t[i - 1], owners) || s->t[i - 1].owner) &&
	       (token_noun(&s->t[i + 1]) || s->t[i + 1].tag == POS_JJ);
}

// Verbs that something is done by; not what is said, thought, ordered or asked.
static bool does(const struct token *t)
{
	const uint64_t deeds = IS(act) | IS(mayact) | IS(light);
	return token_verb(t) && (token_is(t, deeds) || !t->is) && t->tag != POS_VBG;
}

static const char *const arranging[] = { "arranged", "arrange",   "set",       "cooked", "dreamt",
					 "dreamed",  "organised", "organized", "planned" };

// "Arranged the whole affair", "set the whole thing up", "arranged his own kidnapping", "arranged the scene": behind
// the verb, or, in the passive, before it.
static bool arranges(const struct finder *f, int i)
{
	static const char *const wholes[] = { "thing", "affair", "business", "episode", "show", "spectacle" };
	const struct tokens *s = f->s;
	if (!token_among(&s->t[i], arranging))
		return false;
	bool passive = i > f->r.from && token_is(&s->t[phrase_skip_adverbs(s, i - 1, i)], IS(be));
	int from = passive ? f->r.from : i + 1, to = passive ? i : i + 6 < f->r.to ? i + 6 : f->r.to;
	bool incident = false; // "arranged the burglary himself"
	for (int k = from; k + 1 < to; k++) {
		incident |= token_is(&s->t[k], IS(incident));
		if (!passive && incident && is_reflexive(&s->t[k + 1]))
			return true;
		if (token_says(&s->t[k], "whole") && token_among(&s->t[k + 1], wholes))
			return true;
		if (!passive && is_his_own(f, k) && token_is(&s->t[k + 1], IS(incident)))
			return true;
	}
	return false;
}

bool staging_at(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool joined, own = false;
	if (s->t[i].hooks & HOOK_CLAIM && arranges(f, i))
		return true;
	if (!does(&s->t[i]) || !purpose_follows(f, i))
		return false;
	if (purpose_frames(f, i))
		return true;
	struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
	for (int k = who.from < f->r.from ? f->r.from : who.from; k < who.to; k++)
		own |= is_reflexive(&s->t[k]) || is_his_own(f, k);
	for (int k = i + 1; k < f->r.to && !own && !token_says(&s->t[k], "to") && !token_is(&s->t[k], IS(conj)); k++) {
		if (s->t[k].mark && !s->t[k].opens && !s->t[k].closes)
			break;
		own = (is_himself(f, i, k) || is_his_own(f, k)) && purpose_follows(f, k);
	}
	return own;
}

void staging_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_CLAIM, arranging);
}
