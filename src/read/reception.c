#include "read/reception.h"

#include "read/phrase.h"

// The verbs, by which the rules below are hung.
static const char *const believes[] = { "believe", "believes", "believed", "accept",  "accepts",  "accepted",
					"share",   "shares",   "shared",   "credit",  "credits",  "credited",
					"buy",     "buys",     "bought",   "endorse", "endorses", "endorsed" };
static const char *const takes[] = { "take", "takes", "took", "taken", "taking" };
static const char *const gives[] = { "give", "gives", "gave",  "given", "giving", "attach", "attaches", "attached",
				     "set",  "sets",  "place", "lend",  "lends",  "placed", "pour",     "pours",
				     "had",  "has",   "have",  "saw",   "see",    "sees",   "found",    "finds",
				     "find", "make",  "makes", "made",  "put",    "puts",   "poured" };
static const char *const takes_ill[] = { "bristle", "bristles", "bristled", "bridled", "balked",  "balks",
					 "baulked", "recoiled", "snorted",  "snorts",  "laughed", "sneered" };
static const char *const makes[] = { "made",    "raised", "voiced",  "aired",    "spread", "levelled",
				     "leveled", "put",    "floated", "advanced", "started" };

// "Her account", "that view", "talk of arson": what somebody has said.
static bool is_claim(const struct token *t)
{
	static const char *const words[] = { "account",    "story",      "version", "explanation", "talk",
					     "view",       "views",      "tale",    "alibi",       "suspicion",
					     "suspicions", "conclusion", "verdict" };
	return token_is(t, IS(alleged) | IS(guessed)) || token_among(t, words);
}

// Whether a claim stands in a few words from a token on.
static bool claim_from(const struct tokens *s, int from, int words)
{
	for (int k = from; k < s->n && k < from + words && !s->t[k].mark && !phrase_finite(s, k); k++)
		if (is_claim(&s->t[k]))
			return true;
	return false;
}

// Whether the subject of a verb is a claim: "her account was ...".
static bool claim_before(const struct tokens *s, const struct verb_group *verb)
{
	bool joined = false;
	struct range subject = phrase_subject(s, verb->from, &joined);
	for (int k = subject.from; k < subject.to; k++)
		if (is_claim(&s->t[k]))
			return true;
	return false;
}

static bool about_claim(const struct tokens *s, const struct verb_group *verb)
{
	enum { WORDS = 5 };
	return verb->passive ? claim_before(s, verb) : claim_from(s, verb->to, WORDS);
}

// "Never took her account seriously".
static bool seriously(const struct tokens *s, int i)
{
	enum { NEAR = 8 };
	int at = phrase_find(s, i + 1, i + NEAR < s->n ? i + NEAR : s->n, "seriously");
	return at > 0 && token_among(&s->t[i], takes);
}

// "Bristled at the suggestion".
static bool bristles(const struct tokens *s, int i)
{
	return token_among(&s->t[i], takes_ill) && i + 1 < s->n && token_says(&s->t[i + 1], "at");
}

// "Gave it short shrift", "attached no weight to", "poured cold water on", "made light of".
static bool spurns(const struct tokens *s, int i)
{
	static const char *const little[] = { "no", "short", "cold", "scant", "little" };
	static const char *const worth[] = { "credence", "weight", "store", "shrift",    "faith",     "time",
					     "merit",    "truck",  "water", "substance", "foundation" };
	enum { NEAR = 8 };
	if (!token_among(&s->t[i], gives))
		return false;
	for (int k = i + 1; k + 1 < s->n && k < i + NEAR && !s->t[k].mark; k++)
		if ((token_among(&s->t[k], little) && token_among(&s->t[k + 1], worth)) ||
		    (token_says(&s->t[k], "light") && token_says(&s->t[k + 1], "of")))
			return true;
	return false;
}

// "Takes her account seriously", "that view is shared by the police": what holds a claim for true, or, with a "not",
// for untrue.
static bool judges(const struct tokens *s, int i, const struct verb_group *verb)
{
	return s->t[i].hooks & HOOK_PHRASAL && (token_among(&s->t[i], believes) || seriously(s, i)) &&
	       about_claim(s, verb);
}

// "Does not believe his story", "her denial": who doubts what somebody says in his own defence; he denies nothing.
static bool defence(const struct tokens *s, const struct verb_group *verb)
{
	static const char *const words[] = { "story", "account", "version", "tale", "alibi", "excuse", "explanation" };
	enum { WORDS = 6 };
	for (int k = verb->to; !verb->passive && k < s->n && k < verb->to + WORDS && !s->t[k].mark; k++)
		if (token_is(&s->t[k], IS(denial)) || token_among(&s->t[k], words))
			return true;
	return false;
}

bool reception_doubts(const struct tokens *s, int i)
{
	struct verb_group verb = phrase_group(s, i);
	return verb.negated && judges(s, i, &verb) && !defence(s, &verb);
}

bool reception_agrees(const struct tokens *s, struct range content)
{
	static const char *const with[] = { "agree",    "agrees", "agreed", "concur",  "concurs", "believe",
					    "believed", "trust",  "trusts", "support", "accept" };
	static const char *const right[] = { "right", "correct" };
	static const char *const is[] = { "is", "are", "was", "you're", "he's", "she's", "they're", "that's" };
	bool agrees = false;
	int verbs = 0;
	for (int i = content.from; i < content.to; i++) {
		if (token_is(&s->t[i], IS(neg)))
			return false;
		verbs += phrase_finite(s, i) && !token_is(&s->t[i], IS(modal));
		if (i > content.from && token_among(&s->t[i], right) && token_among(&s->t[i - 1], is))
			return true;
		agrees |= token_among(&s->t[i], with);
	}
	return agrees && verbs < 2; // not "I believe he did it"
}

bool reception_made(const struct tokens *s, int i)
{
	enum { WORDS = 4 };
	if (!(s->t[i].hooks & HOOK_PHRASAL) || !token_among(&s->t[i], makes))
		return false;
	struct verb_group verb = phrase_group(s, i);
	int by = phrase_find(s, i + 1, i + WORDS < s->n ? i + WORDS : s->n, "by");
	return by > 0 && verb.passive && !verb.negated && claim_before(s, &verb);
}

bool reception_agent(const struct tokens *s, int from)
{
	enum { NEAR = 6 };
	from -= from > 0 && token_is(&s->t[from - 1], IS(det));
	if (from < 2 || !token_says(&s->t[from - 1], "by"))
		return false;
	for (int k = from - 2; k > 0 && from - k < NEAR && !s->t[k].mark; k--)
		if (token_verb(&s->t[k])) {
			struct verb_group verb = phrase_group(s, k);
			return verb.passive && claim_before(s, &verb);
		}
	return false;
}

enum act reception_act(const struct tokens *s, int i)
{
	struct verb_group verb = phrase_group(s, i);
	if (!token_verb(&s->t[i]) || verb.infinitive)
		return ACT_COUNT;
	enum { WORDS = 9 };
	if (judges(s, i, &verb))
		return verb.negated && !defence(s, &verb) ? ACT_reject : ACT_think;
	if (!verb.negated && (spurns(s, i) || bristles(s, i)) &&
	    (verb.passive ? claim_before(s, &verb) : claim_from(s, i + 1, WORDS)))
		return ACT_reject;
	return reception_made(s, i) ? ACT_say : ACT_COUNT;
}

void reception_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_PHRASAL, believes);
	vocabulary_hang(a, v, HOOK_PHRASAL, takes);
	vocabulary_hang(a, v, HOOK_PHRASAL, gives);
	vocabulary_hang(a, v, HOOK_PHRASAL, makes);
	vocabulary_hang(a, v, HOOK_PHRASAL, takes_ill);
}
