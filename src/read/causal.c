#include "read/causal.h"

#include "read/finder.h"

// Of WordNet's files, those of what can bring something about by itself: animals, things made, bodies, food, plants,
// substances, natural objects; and what surely does.
static bool is_thing(int file)
{
	switch (file) {
	case -KIND_NOUN: // not in WordNet's small copy
	case NOUN_ACT:
	case NOUN_ANIMAL:
	case NOUN_ARTIFACT:
	case NOUN_BODY:
	case NOUN_FOOD:
	case NOUN_OBJECT:
	case NOUN_PLANT:
	case NOUN_SUBSTANCE:
		return true;
	default:
		return false;
	}
}

static bool is_happening(int file)
{
	return file == NOUN_EVENT || file == NOUN_PHENOMENON || file == NOUN_PROCESS || file == NOUN_STATE;
}

bool causal_meant(const struct tokens *s, struct range r)
{
	static const char *const words[] = {
		"deliberate", "intentional", "malicious", "criminal", "foul",     "terrorist", "terrorism", "suicide",
		"hostile",    "foreign",     "inside",    "bomb",     "bombs",    "missile",   "missiles",  "rocket",
		"rockets",    "mine",        "mines",     "drone",    "drones",   "grenade",   "torpedo",   "explosive",
		"explosives", "device",      "devices",   "charge",   "charges",  "warhead",   "detonator", "shell",
		"shells",     "shelling",    "weapon",    "weapons",  "grenades", "firebomb",  "arson",     "sabotage",
		"gun",        "knife",       "bullet",    "bullets",  "malware",  "virus",     "worm",      "botnet",
		"poison",     "crime",       "plan",      "campaign", "revenge",  "spite",     "intent",    "job",
		"thing",      "matter",      "work",      "way",      "case",     "kind",      "sort",      "step",
		"start",      "end",         "result",    "cause",    "culprit",  "situation", "condition", "truth",
		"joke",       "chance",      "chances",   "odds",     "time",     "times",     "anything",  "something",
		"everything", "nothing",     "one",       "ones"
	};
	for (int i = r.from; i < r.to; i++)
		if (token_among(&s->t[i], words))
			return true;
	return false;
}

// A verb that is no part of a noun phrase: not "worn", "leaking" before a noun.
bool causal_ended(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i], *next = i + 1 < s->n ? &s->t[i + 1] : NULL;
	if (!token_verb(t) || t->mark)
		return false;
	const struct token *last = i > 0 ? &s->t[i - 1] : NULL;
	bool adjective = last && (last->tag == POS_JJ || (last->tag == POS_NN && last->kind == 0));
	bool faulty = last && causal_faulty(s, (struct range){ i - 1, i });
	if (faulty || (t->tag == POS_VBG && adjective))
		return false; // "faulty wiring", whatever the tagger takes the two for
	bool before = next && (token_noun(next) || next->tag == POS_JJ || token_says(next, "-"));
	bool behind = last && token_is(last, IS(det)); // "a loosened joint", however it is tagged
	return !(before && (behind || t->tag == POS_VBN || t->tag == POS_VBG));
}

static bool unsuited(const struct tokens *s, struct range r, int head)
{
	const uint64_t others = IS(person) | IS(group) | IS(nation) | IS(anonymous) | IS(document) | IS(title) |
				IS(outletword) | IS(day) | IS(month) | IS(time) | IS(stagednoun) | IS(lie) |
				IS(evidence) | IS(guessed) | IS(thought) | IS(alleged) | IS(denial) |
				IS(responsibility) | IS(pron) | IS(wh);
	static const char *const going_on[] = { "icing",    "overheating", "flooding", "overloading", "cracking",
						"speeding", "welding",     "drinking", "grinding",    "smoking" };
	const struct token *t = &s->t[head], *first = &s->t[r.from];
	bool noun = token_noun(t) || token_is(t, IS(cause)) || (t->tag == POS_NONE && head > r.from) ||
		    (t->tag == POS_VBG && head > r.from && // "the wiring", "an overheated bearing"
		     (token_is(t - 1, IS(det)) || t[-1].tag == POS_JJ || t[-1].tag == POS_VBN)) ||
		    token_among(t, going_on);
	if (!noun || token_says(first, "to") || (token_is(first, IS(wh)) && !token_says(first, "whose")))
		return true;
	for (int i = r.from; i < head; i++) // "closing the depot", "made by machine"
		if (causal_ended(s, i) || (s->t[i].tag == POS_VBG && token_is(&s->t[i + 1], IS(det))))
			return true;
	bool first_word = head == 0 || s->t[head - 1].opens;
	return (t->capital && !(first_word && t->tag != POS_NNP)) || t->owner || t->number || token_is(t, others) ||
	       t->kind == KIND_NOUN + NOUN_PERSON || causal_meant(s, r);
}

// The phrase to its noun: "a worn seal" of "a worn seal on the pump".
static struct range to_head(const struct tokens *s, struct range r, int *head)
{
	while (r.from < r.to && s->t[r.from].mark)
		r.from++;
	*head = range_empty(r) ? -1 : nominal_head(s, r);
	return (struct range){ r.from, *head + 1 };
}

// "Gas leak", "dust explosion": what happens to a substance by itself.
static bool is_natural(const struct tokens *s, struct range r, int head)
{
	static const char *const words[] = { "leak", "leaks", "explosion", "blast",
					     "fire", "spill", "ignition",  "poisoning" };
	int file = head > r.from ? s->t[head - 1].kind - KIND_NOUN : -1;
	return token_among(&s->t[head], words) &&
	       (file == NOUN_SUBSTANCE || file == NOUN_PHENOMENON || file == NOUN_FOOD || file == NOUN_PROCESS ||
		file == NOUN_STATE); // gas, to WordNet
}

// "A faulty relay", "worn cables".
bool causal_faulty(const struct tokens *s, struct range r)
{
	static const char *const words[] = { "faulty",   "defective",   "broken",     "cracked",  "worn",   "corroded",
					     "leaking",  "stuck",       "loose",      "blocked",  "burst",  "rotten",
					     "rusted",   "frayed",      "overheated", "damaged",  "failed", "botched",
					     "rusty",    "clogged",     "overloaded", "loosened", "jammed", "spoiled",
					     "perished", "contaminated" };
	for (int i = r.from; i < r.to; i++)
		if (token_among(&s->t[i], words))
			return true;
	return false;
}

bool causal_surely(const struct tokens *s, struct range r)
{
	int head;
	r = to_head(s, r, &head);
	if (head < 0 || unsuited(s, r, head))
		return false;
	if (causal_faulty(s, (struct range){ r.from, head }))
		return true;
	bool fault = finder_class(s, r, IS(cause) | IS(causeadj)) || is_natural(s, r, head);
	return fault || (is_happening(s->t[head].kind - KIND_NOUN) && !token_is(&s->t[head], IS(incident) | IS(act)));
}

static bool suits(const struct tokens *s, struct range r, bool (*fits)(int file))
{
	int head;
	if (causal_surely(s, r))
		return true;
	struct range all = r;
	r = to_head(s, r, &head);
	if (head >= 0 && s->t[head].kind == 0 && claims_actor(s, all))
		return false; // "the Wapping greycoats"
	return head >= 0 && !unsuited(s, r, head) && !token_is(&s->t[head], IS(incident)) &&
	       (s->t[head].tag == POS_VBG || fits(s->t[head].kind - KIND_NOUN));
}

bool causal_called(const struct tokens *s, struct range r)
{
	int head;
	struct range all = r;
	r = to_head(s, r, &head);
	return head >= 0 && !unsuited(s, r, head) && !claims_someone(s, all);
}

bool causal_may_be(const struct tokens *s, struct range r)
{
	return suits(s, r, is_thing);
}

static bool is_no_deed(int file)
{
	return file == NOUN_ATTRIBUTE || file == NOUN_FEELING || file == NOUN_TIME ||
	       (is_thing(file) && file != NOUN_ACT);
}

bool causal_ruled_out(const struct tokens *s, struct range r)
{
	return suits(s, r, is_no_deed);
}

const char *causal_name(struct mentions *m, const struct tokens *s, struct range r)
{
	static const char *const places[] = { "of",    "in",   "at",     "on",      "from",
					      "under", "near", "inside", "between", "with" };
	static const char *const most[] = { "most", "very", "quite" };
	int preps = 0;
	while (r.from < r.to && (token_is(&s->t[r.from], IS(adv) | IS(neg) | IS(prep)) || s->t[r.from].number))
		r.from++;
	r.from += r.from < r.to && token_among(&s->t[r.from], most); // "most likely a loose clamp"
	r.from = phrase_skip_adverbs(s, r.from, r.to);
	r.from += r.from < r.to && token_says(&s->t[r.from], "out"); // "rule out"
	for (int i = r.from + 1; i < r.to; i++) {
		const struct token *t = &s->t[i];
		preps += !token_is(t, IS(prep)) ? 0 : !token_among(t, places) ? 2 : !token_says(t, "of");
		if (preps > 1 || t->tag == POS_WDT || t->tag == POS_RB || token_says(t, "as") || causal_ended(s, i))
			r.to = i;
	}
	while (r.to > r.from && token_is(&s->t[r.to - 1], IS(conj) | IS(neg)))
		r.to--; // "technical failures and not"
	return range_empty(r) ? NULL : resolve_name(m, s, r, NULL);
}
