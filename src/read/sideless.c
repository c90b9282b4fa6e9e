#include "read/sideless.h"

#include "read/phrase.h"

// "Knew who had planted it": it is not told.
static bool knows_who(const struct verdict *r, const struct tokens *s, const struct frame *f)
{
	if (r->claims.n != 1 || r->claims.at[0].role != ROLE_unknown)
		return false;
	for (int i = f->content.from; i + 1 < f->content.to; i++)
		if (token_is(&s->t[i], IS(know)) && token_verb(&s->t[i]) && token_is(&s->t[i + 1], IS(wh)))
			return !phrase_group(s, i).negated;
	return false;
}

// "Police were not looking for anyone else": no more is unknown.
static bool seeks_nobody(const struct tokens *s, const struct frame *f)
{
	static const char *const seeks[] = { "looking", "seeking", "searching", "hunting", "look", "seek" };
	for (int i = f->content.from; i + 1 < f->content.to; i++)
		if (token_verb(&s->t[i]) && token_among(&s->t[i], seeks) && phrase_group(s, i).negated)
			return phrase_find(s, i, f->content.to, "else") > 0 ||
			       phrase_find(s, i, f->content.to, "other") > 0;
	return false;
}

// "A man had been questioned on suspicion of arson", "was arrested over the theft": what was done, and no charge.
static bool is_custody(const struct verdict *r, const struct tokens *s, const struct frame *f)
{
	static const char *const steps[] = { "arrested", "questioned", "detained",    "interviewed",
					     "held",     "quizzed",    "bailed",      "remanded",
					     "released", "freed",      "apprehended", "interrogated" };
	int at = f->content.from;
	while (at < f->content.to && !(s->t[at].tag == POS_VBN && token_among(&s->t[at], steps)))
		at++;
	if (at == f->content.to || !phrase_group(s, at).passive || phrase_group(s, at).negated)
		return false;
	for (int i = 0; i < r->claims.n; i++)
		for (int k = r->claims.at[i].at; k != at; k--)
			if (k < at || token_is(&s->t[k], IS(have) | IS(be) | IS(conj)))
				return false; // "and had set the fire"
	return r->claims.n > 0;
}

// "Joked about the claim that he did it", "spoke of the claim": what others claim is spoken about.
static bool is_talk(const struct tokens *s, const struct frame *f)
{
	static const char *const about[] = { "about", "of", "on", "over" };
	int at = f->content.from - !token_among(&s->t[f->content.from], about);
	if (at < f->cue.to || !token_among(&s->t[at], about))
		return false;
	for (int i = at + 1; i + 1 < f->content.to && i < at + 4; i++)
		if (token_is(&s->t[i], IS(alleged)) && token_says(&s->t[i + 1], "that"))
			return true;
	return false;
}

bool sideless_told(const struct verdict *r, const struct tokens *s, const struct frame *f)
{
	return knows_who(r, s, f) || seeks_nobody(s, f) || is_custody(r, s, f) || is_talk(s, f);
}
