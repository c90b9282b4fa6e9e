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
	bool done = token_says(&s->t[verb], "did") || token_says(&s->t[verb], "done");
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

bool staging_at(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool joined, own = false;
	if (!does(&s->t[i]) || !purpose_follows(f, i))
		return false;
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
