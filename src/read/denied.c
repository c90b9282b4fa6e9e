#include "read/denied.h"

#include "read/voiced.h"
#include "case/names.h"

// The subject of the first clause of a range; empty where it has none.
static struct range first_subject(const struct tokens *s, struct range at, int *verb)
{
	for (int i = at.from; i < at.to; i++) {
		bool joined = false;
		if (!phrase_finite(s, i))
			continue;
		*verb = i;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		if (who.from < at.from)
			who.to = who.from;
		return who;
	}
	return (struct range){ 0, 0 };
}

static bool is_own(const struct tokens *s, struct range who)
{
	static const char *const words[] = { "i", "we", "our", "my", "its", "their" };
	const struct token *t = &s->t[who.from];
	bool mine = token_among(t, words) && !t->shout;
	return mine && !(t->quoted && (token_says(t, "its") || token_says(t, "their")));
}

// Of those who stand accused, the latest that a name means; NULL where none is.
static const struct voiced *accused(const struct reader *r, const char *actor)
{
	const struct name *name = roster_name(r->names, actor);
	for (int i = r->n_voiced - 1; i >= 0; i--) {
		const struct voiced *v = &r->voiced[i];
		if (v->accused && *v->actor && v->role < ROLE_accident && names_one(v->name, name))
			return v;
	}
	return NULL;
}

// What is said not to have been: "did not fire", "is innocent", "was at home".
static bool clears(const struct tokens *s, int verb)
{
	return phrase_group(s, verb).negated || token_is(&s->t[verb], IS(be) | IS(have));
}

// "We", "our men", "my client": whom the speaker speaks for.
static bool of_side(const struct tokens *s, struct range who)
{
	static const char *const words[] = { "we", "our", "its", "their" };
	return token_among(&s->t[who.from], words) || token_says(&s->t[who.to - 1], "client");
}

struct denied denied_subject(const struct reader *r, const struct spoken *k, const struct frame *f,
			     const struct party *who)
{
	struct denied none = { NULL, ROLE_did };
	int verb = -1;
	struct range subject = first_subject(&k->s, f->content, &verb);
	if (range_empty(subject) || !who->name || *who->name == '[')
		return none;
	const struct token *t = &k->s.t[subject.from];
	bool third = token_is(t, IS(pron)) && t->quoted, own = is_own(&k->s, subject);
	const char *side = mentions_side(r->mentions, who->name);
	const char *name = own ? who->name : resolve_name(r->mentions, &k->s, subject, third ? NULL : who->name);
	if (!name)
		return none;
	const struct voiced *v = strcmp(name, who->name) == 0 ? voiced_of(r, who->name, true) : accused(r, name);
	if (v && clears(&k->s, verb))
		return (struct denied){ v->actor, v->role };
	bool negated = phrase_group(&k->s, verb).negated;
	if (side && of_side(&k->s, subject) && (negated || !own))
		return (struct denied){ side, role_count };
	if (negated && token_says(t, "i"))
		return (struct denied){ who->name, role_count };
	return none;
}

bool denied_elsewhere(const struct reader *r, const struct spoken *k, const struct frame *f, const char *name)
{
	const uint64_t deeds = IS(act) | IS(direct) | IS(know) | IS(stage) | IS(light);
	const uint64_t matters = IS(incident) | IS(responsibility) | IS(alleged);
	static const char *const it[] = { "it", "this", "them", "so", "involved", "anything", "wrong" };
	static const char *const own[] = { "its", "our",
					   "their" }; // "its extractors had been off" may be what it is about
	int verb = -1;
	struct range what = first_subject(&k->s, f->content, &verb);
	if ((f->act != ACT_deny && f->act != ACT_say) || voiced_accused(r, name) || mentions_side(r->mentions, name) ||
	    range_empty(what) || token_among(&k->s.t[what.from], own))
		return false;
	for (int i = f->content.from; i < f->content.to; i++)
		if ((token_verb(&k->s.t[i]) && token_is(&k->s.t[i], deeds)) || token_is(&k->s.t[i], matters) ||
		    token_among(&k->s.t[i], it) || claims_topical(&r->topic, k->s.t[i].word))
			return false;
	return true;
}

// "Had no part in it", "denied any role": one's own.
static bool denies_part(const struct spoken *k, const struct frame *f)
{
	for (int i = f->content.from; i < f->content.to; i++)
		if (i > 0 && token_is(&k->s.t[i], IS(responsibility)) &&
		    (token_says(&k->s.t[i - 1], "no") || token_says(&k->s.t[i - 1], "any")))
			return true;
	return false;
}

// "Pleaded not guilty".
static bool pleads(const struct spoken *k, const struct frame *f)
{
	return f->act == ACT_operator && f->cue.at < k->s.n && slice_starts(slice_of(k->s.t[f->cue.at].word), "plead");
}

bool denied_part(const struct spoken *k, const struct frame *f)
{
	return denies_part(k, f) || pleads(k, f);
}
