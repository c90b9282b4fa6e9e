#include "read/given.h"

#include "read/sides.h"

#include <string.h>

// "He", "their" in somebody's own words: who speaks there says "I".
static bool is_another(const struct finder *f, const struct token *t)
{
	static const char *const words[] = { "he",  "she",  "it",   "they", "his",   "her",     "its",    "their",
					     "him", "them", "it's", "he's", "she's", "they're", "they've" };
	static const char *const persons[] = { "he", "she", "they" };
	return (t->quoted && token_among(t, words)) || (f->others && token_among(t, persons));
}

// "Her brother-in-law", "our treasurer": one person, who is nobody's side.
static bool is_one_person(const struct tokens *s, struct range r)
{
	const struct token *t = &s->t[nominal_head(s, r)];
	bool person = t->kind == KIND_NOUN + NOUN_PERSON || token_is(t, IS(person));
	return person && t->tag == POS_NN && !token_is(t, IS(group)) && !token_says(t, "client");
}

// "its country", "his men", "our services": the speaker's side.
static bool own_side(const struct finder *f, struct range r)
{
	const struct token *t = &f->s->t[r.from];
	if (!range_empty(r) && is_one_person(f->s, r))
		return false;
	return f->self && !is_another(f, t) &&
	       (token_says(t, "its") || token_says(t, "his") || token_says(t, "her") || token_says(t, "our") ||
		token_says(t, "their") || token_says(t, "my"));
}

static bool first_person(const struct token *t)
{
	static const char *const words[] = { "we", "i", "us", "our", "me" };
	return !t->shout && token_among(t, words);
}

struct range given_subject(const struct tokens *s, int at, bool *joined)
{
	int k = at - 1;
	if (k < 1 || !s->t[k].opens)
		return phrase_subject(s, at, joined);
	while (k > 1 && token_is(&s->t[k - 1], IS(be) | IS(have) | IS(modal) | IS(aux)) &&
	       !token_is(&s->t[k - 1], IS(neg)))
		k--;
	return phrase_subject(s, k, joined);
}

// "(Is not very) likely (to have done it)".
static bool is_likely(const struct tokens *s, int at)
{
	static const char *const likely[] = { "likely", "unlikely", "certain", "sure", "bound", "supposed" };
	enum { NEAR = 4 };
	if (at < 1 || !token_among(&s->t[at], likely))
		return false;
	for (int n = at - 1; n > 0 && at - n < NEAR && !token_is(&s->t[n], IS(be)); n--)
		if (!token_is(&s->t[n], IS(adv) | IS(neg)))
			return false;
	return true;
}

bool given_said_to(const struct tokens *s, struct verb_group *g, struct range *subject)
{
	enum { NEAR = 10 };
	for (int k = g->from - 1; g->infinitive && g->perfect && k > 0 && g->from - k < NEAR && !s->t[k].mark; k--) {
		bool joined = false, likely = is_likely(s, k);
		struct verb_group said = phrase_group(s, likely ? k - 1 : k);
		bool told = said.passive ? token_is(&s->t[k], IS(say) | IS(think) | IS(guess)) : token_seems(&s->t[k]);
		if (!likely && !told)
			continue;
		*subject = phrase_subject(s, said.from, &joined);
		g->infinitive = false;
		g->negated |= said.negated;
		return !range_empty(*subject);
	}
	return false;
}

// "(Could not have done it) alone", "on her own": behind the verb.
static bool is_alone(const struct tokens *s, int from, int to)
{
	enum { NEAR = 7 };
	for (int k = from; k < to && k - from < NEAR && !s->t[k].mark; k++)
		if (token_says(&s->t[k], "alone") ||
		    (token_says(&s->t[k], "own") && k > 1 && token_says(&s->t[k - 2], "on")))
			return true;
	return false;
}

void given_weigh(const struct finder *f, struct claim *c, struct range subject, struct verb_group g)
{
	static const char *const none[] = { "no", "not", "nobody", "none", "neither" };
	const struct tokens *s = f->s;
	c->negated = g.negated;
	c->modal = g.modal;
	int from = subject.from < f->r.from ? f->r.from : subject.from;
	for (int i = from; i < subject.to; i++)
		c->negated |= token_among(&s->t[i], none) && !finder_idle(s, i) && !finder_sets_against(s, i);
	int before = from - 1;
	while (before >= f->r.from && from - before < 4 && token_is(&s->t[before], IS(adv) | IS(det)))
		before--;
	if (before >= 0 && before >= f->r.from - 1) {
		const struct token *t = &s->t[before];
		static const char *const ifs[] = { "if", "whether", "unless", "lest", "should" };
		c->open = token_among(t, ifs); // "should a colleague steal drugs"
	}
	if (g.infinitive)
		c->open = true;
	if (c->negated && is_alone(s, g.to, f->r.to)) { // "could not have done it alone": he did it
		c->helped = true;
		c->negated = false;
		c->modal = -1;
		return;
	}
	if (g.modal >= 0 && g.perfect && token_says(&s->t[g.modal], "will")) {
		c->modal = -1; // "they will have done it"
		return;
	}
	if (g.modal >= 0 && g.perfect && c->negated &&
	    (token_says(&s->t[g.modal], "cannot") || token_says(&s->t[g.modal], "can't"))) {
		c->modal = -1; // "cannot have done it"
		return;
	}
	if (g.modal >= 0 && (token_says(&s->t[g.modal], "would") || token_says(&s->t[g.modal], "should") ||
			     token_says(&s->t[g.modal], "will") || token_says(&s->t[g.modal], "shall") ||
			     token_says(&s->t[g.modal], "can") || token_says(&s->t[g.modal], "ought") ||
			     token_says(&s->t[g.modal], "wouldn't") || token_says(&s->t[g.modal], "won't")))
		c->open = true;
}

struct range given_holder(const struct tokens *s, struct range r)
{
	if (range_empty(r))
		return r;
	int head = nominal_head(s, r), from = r.from;
	const struct token *t = &s->t[head];
	if (t->capital || token_is(t, IS(person) | IS(group) | IS(nation) | IS(pron)) ||
	    t->kind == KIND_NOUN + NOUN_PERSON || t->kind == KIND_NOUN + NOUN_GROUP)
		return r;
	for (int i = from; i < head; i++)
		if (token_says(&s->t[i + 1], "own"))
			return r;                                                             // "Lomark's own gunners"
		else if (s->t[i].owner || (token_says(&s->t[i + 1], "-") && s->t[i].capital)) // "Lomark-held"
			return (struct range){ r.from, i + 1 };
	while (from < head && token_is(&s->t[from], IS(det)))
		from++;
	int to = from;
	while (to < head &&
	       (s->t[to].tag == POS_NNP || s->t[to].tag == POS_NNPS || token_is(&s->t[to], IS(nation) | IS(group))))
		to++;
	return (struct range){ from, to };
}

// "Her country", "neither it nor any of its members": the speaker's side by name, where it is known; else NULL.
static const char *own_body(const struct finder *f, struct range r)
{
	static const char *const own[] = { "its", "our", "their", "my", "his", "her" };
	bool mine = false;
	for (int i = r.from; i < r.to; i++)
		mine |= token_among(&f->s->t[i], own);
	if (!mine || !f->self || is_another(f, &f->s->t[r.from]))
		return NULL;
	if (token_says(&f->s->t[r.from], "neither"))
		return f->self;
	const struct token *last = &f->s->t[r.to - 1];
	bool body = own_side(f, r) && r.to - r.from == 2 && (token_is(last, IS(group)) || token_says(last, "client"));
	return body ? mentions_side(f->m, f->self) : NULL;
}

// "Dust", "explanations", "the strike": what can bring about much, and does no deed.
static bool does_nothing(const struct token *head)
{
	switch (head->kind - KIND_NOUN) {
	case NOUN_ACT:
	case NOUN_ATTRIBUTE:
	case NOUN_COGNITION:
	case NOUN_EVENT:
	case NOUN_PHENOMENON:
	case NOUN_PROCESS:
	case NOUN_STATE:
	case NOUN_SUBSTANCE:
		return (nominal_common(head) || head->tag == POS_NN) &&
		       !token_is(head, IS(person) | IS(group) | IS(anonymous));
	default:
		return false;
	}
}

// Whom "she" means where her lawyer says what she has not done, and "it" where its spokesman does; else NULL.
static const char *spoken_for(const struct finder *f, const struct token *t)
{
	const char *side = f->self && !is_another(f, t) ? mentions_side(f->m, f->self) : NULL;
	enum sex sex = sex_of_pronoun(t);
	if (!side)
		return NULL;
	bool one = mentions_being(f->m, side) == BEING_PERSON || mentions_sex(f->m, side);
	if (sex)
		return one && sides_advocate(f->m, f->self) && sex_agrees(sex, mentions_sex(f->m, side)) ? side : NULL;
	return !one && token_says(t, "it") ? side : NULL;
}

// "Nobody in this company", "none of us".
static bool own_kind(const struct tokens *s, struct range who)
{
	static const char *const ours[] = { "this", "our", "my", "us", "here" };
	for (int i = who.from + 1; i < who.to; i++)
		if (token_among(&s->t[i], ours))
			return true;
	return false;
}

// Gives the claim its actor by its name or as a pronoun; false where the phrase cannot be one.
static bool fill_named(const struct finder *f, struct claim *c, struct range who)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[who.from];
	bool single = who.to - who.from == 1;
	bool pron = single && token_is(t, IS(pron)) && !t->shout, somebody = token_somebody(t);
	if (!pron && !somebody && !claims_someone(s, who))
		return false;
	const struct token *head = &s->t[nominal_head(s, who)];
	struct range whose = given_holder(s, who);
	if (!pron && !somebody && c->role < ROLE_accident && does_nothing(head) && range_empty(whose))
		return false; // "Grain dust did this"
	bool thing =
	    head->kind == 0 || head->kind == KIND_NOUN + NOUN_ARTIFACT || head->kind == KIND_NOUN + NOUN_ANIMAL;
	if (!pron && thing && c->role < ROLE_accident && !range_empty(whose))
		who = whose; // "an army drone", "Lomark's missile"
	const char *client = pron && c->negated ? spoken_for(f, t) : NULL;
	if (client) {
		c->actor = client;
		return true;
	}
	const char *self = is_another(f, t) ? NULL : f->self, *side = own_body(f, who);
	const char *name = resolve_name(f->m, s, who, self);
	if (!name || (!self && f->self && strcmp(name, f->self) == 0))
		return false;
	c->own = (first_person(t) && !is_one_person(s, who)) || (pron && f->self && strcmp(name, f->self) == 0) ||
		 own_side(f, who) || (f->self && strcmp(name, f->self) == 0);
	c->side = own_side(f, who);
	bool described = c->own && !pron && !c->side && !side && range_empty(nominal_proper(s, nominal_core(s, who)));
	struct range core = nominal_core(s, who);
	c->body = described ? nominal_printed(f->m->arena, s, core.from, core.to) : NULL;
	c->third = pron && !first_person(t);
	c->human = c->third && (token_says(t, "he") || token_says(t, "she"));
	c->actor = side ? side : name;
	return true;
}

// "Nobody in this company ordered it" is of the speaker's side, "nobody at the mill" of the mill.
static bool fill_nobody(const struct finder *f, struct claim *c, struct range who)
{
	static const char *const among[] = { "in", "at", "from", "inside", "within" };
	if (own_kind(f->s, who)) {
		const char *side = f->self ? mentions_side(f->m, f->self) : NULL;
		c->actor = side ? side : f->self;
		c->own = c->side = true;
		return f->self;
	}
	return who.from + 2 < who.to && token_among(&f->s->t[who.from + 1], among) &&
	       fill_named(f, c, (struct range){ who.from + 2, who.to });
}

// Gives the claim its actor, who may be nobody; false where the phrase cannot be one.
static bool fill(const struct finder *f, struct claim *c, struct range who)
{
	static const char *const nobody[] = { "nobody", "none", "anyone", "this", "that" };
	const struct tokens *s = f->s;
	while (who.from < who.to && (s->t[who.from].mark || token_is(&s->t[who.from], IS(adv) | IS(conj)) ||
				     token_says(&s->t[who.from], "not")))
		who.from++;
	if (range_empty(who))
		return false;
	const struct token *t = &s->t[who.from];
	if (token_says(t, "i") || token_says(t, "we"))
		who.to = who.from + 1; // "I regret (setting it)"
	bool single = who.to - who.from == 1;
	if (single && token_is(t, IS(wh))) {
		c->role = ROLE_unknown;
		return true;
	}
	if (single && token_somebody(t)) {
		c->actor = "somebody";
		c->said = t->word;
		return true;
	}
	if (single && token_among(t, nobody))
		return false;
	return !single && token_says(t, "nobody") ? fill_nobody(f, c, who) : fill_named(f, c, who);
}

// "Neither X nor Y", "X or Y": where the second of two begins; -1 where there is one.
static int second_of(const struct tokens *s, struct range who)
{
	for (int i = who.from + 1; i + 1 < who.to; i++)
		if ((token_says(&s->t[i], "nor") || token_says(&s->t[i], "or")) &&
		    claims_someone(s, (struct range){ i + 1, who.to }))
			return i + 1;
	return -1;
}

void given_to(struct finder *f, struct claim *c, struct range who)
{
	int next = second_of(f->s, who);
	struct range second = { next, who.to };
	struct claim other = *c;
	who.to = next < 0 ? who.to : next - 1;
	if (!fill(f, c, who))
		f->out.n--;
	if (next >= 0 && f->out.n < CLAIMS_MOST && fill(f, &other, second))
		f->out.at[f->out.n++] = other;
}

void given_claim(struct finder *f, enum role role, int at, struct range subject, struct verb_group g, struct range who)
{
	struct claim *c = finder_add(f, role, at);
	if (!c)
		return;
	given_weigh(f, c, subject, g);
	given_to(f, c, who);
}

void given_by_subject(struct finder *f, int at, int verb, enum role role, bool negated)
{
	struct verb_group g = phrase_group(f->s, verb);
	bool joined = false;
	struct range who = given_subject(f->s, g.from, &joined);
	if (range_empty(who) || who.from < f->r.from || token_is(&f->s->t[who.to - 1], IS(wh)))
		return;
	struct claim *c = finder_add(f, role, at);
	if (!c)
		return;
	given_weigh(f, c, who, g);
	c->negated |= negated;
	given_to(f, c, who);
}

void given_by_phrase(struct finder *f, int at, int verb, struct range who, enum role role)
{
	struct claim *c = range_empty(who) ? NULL : finder_add(f, role, at);
	if (!c)
		return;
	if (verb >= 0)
		given_weigh(f, c, (struct range){ at, at }, phrase_group(f->s, verb));
	c->negated |= finder_negated(f, at);
	given_to(f, c, who);
}

bool given_passive(const struct tokens *s, int i)
{
	struct verb_group g = phrase_group(s, i);
	return s->t[i].tag == POS_VBN && finder_class(s, (struct range){ g.from, i }, IS(be));
}
