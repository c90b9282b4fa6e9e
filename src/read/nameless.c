#include "read/nameless.h"

#include "read/given.h"

// Fires are set by arsonists; whatever else was done on purpose, by saboteurs.
static const char *doer_of_story(const struct topic *t)
{
	static const char *const fires[] = { "fire", "blaze", "burned", "burnt" };
	for (size_t i = 0; i < sizeof fires / sizeof *fires; i++)
		if (claims_topical(t, fires[i]))
			return "arsonist";
	return "saboteur";
}

// --- by what it is called ---

static const char *const tampering[] = { "sabotage", "tampering", "tampered", "tamper" };

const char *nameless_doer(const struct topic *topic, const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (token_says(t, "job") && i > 0 && token_says(t - 1, "inside"))
		return "insider";
	if (token_says(t, "vandalism"))
		return "vandals";
	return token_says(t, "arson") ? "arsonist" : token_among(t, tampering) ? doer_of_story(topic) : NULL;
}

// --- by a word for nobody ---

bool nameless_does(const struct finder *f, int i)
{
	const uint64_t others = IS(say) | IS(tell) | IS(think) | IS(guess) | IS(know) | IS(call) | IS(hold) | IS(asks) |
				IS(be) | IS(have) | IS(aux) | IS(modal) | IS(admit) | IS(show);
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	bool acts = t->kind == VERB_CHANGE || t->kind == VERB_CONTACT || t->kind == VERB_CREATION ||
		    t->kind == VERB_MOTION || t->kind == VERB_COMPETITION;
	bool joined = false;
	if (!acts || !token_verb(t) || token_is(t, others))
		return false;
	struct verb_group g = phrase_group(s, i);
	struct range who = phrase_subject(s, g.from, &joined);
	return !g.passive && !range_empty(who) && who.from >= f->r.from && token_somebody(&s->t[who.from]);
}

// --- by how it was done ---

// The verb that "deliberately" or "on purpose" says something of; -1.
static int verb_of(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int head = s->t[i].head;
	if (token_says(&s->t[i], "purpose") && head >= 0 && token_says(&s->t[head], "on"))
		head = s->t[head].head; // trees that hang the noun on its preposition
	return head >= f->r.from && head < f->r.to && token_verb(&s->t[head]) ? head : -1;
}

// Whether a verb tells of a deed and of nobody who did it: "was set on purpose", "the fire was started deliberately".
static bool leaves_out_who(const struct finder *f, int verb)
{
	const struct tokens *s = f->s;
	struct verb_group g = phrase_group(s, verb);
	bool joined = false;
	struct range who = given_subject(s, g.from, &joined);
	int end = g.to + 8 < f->r.to ? g.to + 8 : f->r.to;
	if (g.passive || (s->t[verb].tag == POS_VBN && !g.perfect))
		return phrase_find(s, g.to, end, "by") < 0;
	return !range_empty(who) && who.from >= f->r.from && !token_is(&s->t[who.from], IS(pron) | IS(wh)) &&
	       !claims_someone(s, who) && s->t[nominal_head(s, who)].kind == KIND_NOUN + NOUN_EVENT;
}

// "A deliberate act", "deliberate interference with the bearing"; not "a deliberate lie".
static bool is_deed(const struct tokens *s, int adjective)
{
	int noun = s->t[adjective].head;
	if (noun <= adjective || !token_noun(&s->t[noun]))
		return false;
	const struct token *t = &s->t[noun];
	return (token_is(t, IS(incident)) || t->kind == KIND_NOUN + NOUN_ACT) &&
	       !token_is(t, IS(lie) | IS(thought) | IS(denial) | IS(alleged) | IS(person));
}

// "It was deliberate", "the duplication was intentional"; not "he was deliberate".
static bool is_said_of(const struct finder *f, int adjective)
{
	const struct tokens *s = f->s;
	int be = adjective - 1;
	while (be > f->r.from && token_is(&s->t[be], IS(adv) | IS(neg)))
		be--;
	if (be < f->r.from || !token_is(&s->t[be], IS(be)))
		return false;
	bool joined = false;
	struct range what = given_subject(s, phrase_group(s, be).from, &joined);
	return !range_empty(what) && !claims_someone(s, what) && !token_is(&s->t[what.from], IS(wh));
}

static const char *const adjectives[] = { "deliberate", "intentional", "wilful", "willful", "malicious" };

static const char *const adverbs[] = { "deliberately", "intentionally", "wilfully", "willfully", "maliciously" };

static bool is_meant(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	if (token_among(&s->t[i], adjectives))
		return is_deed(s, i) || is_said_of(f, i);
	bool purpose = token_says(&s->t[i], "purpose") && i > f->r.from && token_says(&s->t[i - 1], "on");
	int verb = purpose || token_among(&s->t[i], adverbs) ? verb_of(f, i) : -1;
	return verb >= 0 && leaves_out_who(f, verb);
}

// "Arson investigators", "his conviction for arson", "charged with sabotage": named by the way, or somebody's. Not
// "consistent with sabotage", "evidence of arson".
static bool by_the_way(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (i + 1 < s->n && token_noun(t + 1) && !t->owner)
		return true;
	if (i > 0 && token_says(t - 1, "than"))
		return true; // "more likely than arson"
	if (i < 2 || !token_is(t - 1, IS(prep)))
		return false;
	bool fits = token_says(t - 2, "consistent") || token_says(t - 2, "compatible");
	return token_says(t - 1, "for") || (token_says(t - 1, "with") && !fits) ||
	       (token_says(t - 1, "of") && token_verb(t - 2));
}

static bool has_doer(const struct finder *f)
{
	for (int i = 0; i < f->out.n; i++)
		if (f->out.at[i].role < ROLE_accident && *f->out.at[i].actor)
			return true;
	return false;
}

void nameless_told(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	if (!(s->t[i].hooks & HOOK_CLAIM))
		return;
	const char *who = nameless_doer(f->topic, s, i);
	who = who && !by_the_way(s, i) ? who : is_meant(f, i) ? doer_of_story(f->topic) : NULL;
	bool negated = who && finder_negated(f, i);
	if (!who || has_doer(f) || (negated && f->out.n)) // "an accident, not arson": the accident counts
		return;
	struct claim *c = finder_add(f, ROLE_did, i);
	if (!c)
		return;
	c->actor = who;
	c->nameless = true;
	c->said = token_says(&s->t[i], "purpose") ? "on purpose"
		  : token_says(&s->t[i], "job")   ? "inside job"
						  : s->t[i].word;
	c->negated = negated;
	c->apart = finder_apart(f, (struct range){ i, i + 1 }, i);
	finder_modal(f, c, i);
}

void nameless_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "job", "vandalism", "arson", "purpose" };
	vocabulary_hang(a, v, HOOK_CLAIM, tampering);
	vocabulary_hang(a, v, HOOK_CLAIM, adjectives);
	vocabulary_hang(a, v, HOOK_CLAIM, adverbs);
	vocabulary_hang(a, v, HOOK_CLAIM, others);
}
