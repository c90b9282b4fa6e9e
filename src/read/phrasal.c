// A verb that is a cue only with the words behind it: "put it down to", "held him responsible", "ruled that out",
// "owned up", "gave no answer".
#include "read/phrasal.h"

#include "read/content.h"
#include "read/nominal.h"
#include "read/reception.h"

#include <string.h>

// The verbs, by which the rules below are hung.
static const char *const holds[] = { "hold", "holds", "held", "holding" };
static const char *const takes[] = { "accept", "accepts", "accepted", "accepting", "assumed", "assume",
				     "take",   "takes",   "took",     "taken",     "taking" };
static const char *const rules[] = { "ruled", "rules" };
static const char *const finds[] = { "found", "finds", "find" };
static const char *const causing[] = { "give",   "gives", "gave",  "cite",       "cites",      "cited",     "list",
				       "listed", "named", "names", "identified", "identifies", "pinpointed" };
static const char *const gives[] = { "give", "gives", "gave",  "given",  "offer", "offers", "offered",
				     "made", "make",  "makes", "issued", "had",   "has",    "provided" };
static const char *const dodging[] = { "duck",   "ducks",    "ducked",      "dodge",   "dodged",  "evade",
				       "evaded", "sidestep", "sidestepped", "avoided", "brushed", "shrugged",
				       "batted", "parried",  "deflected",   "ignored", "fended" };
static const char *const issuing[] = { "issue", "issues", "issued", "repeated", "made", "published" };
static const char *const ready[] = { "prepared", "willing", "ready", "minded", "free", "unwilling", "unprepared" };
static const char *const owns[] = { "acknowledge", "acknowledges", "acknowledged", "acknowledging",
				    "concede",     "concedes",     "conceded",     "conceding" };
static const char *const hits[] = { "hit", "hits", "hitting" };
static const char *const rebukes[] = { "attack",      "attacks",     "attacked",   "attacking",   "condemn",
				       "condemns",    "condemned",   "condemning", "criticise",   "criticises",
				       "criticised",  "criticising", "criticize",  "criticizes",  "criticized",
				       "criticizing", "slams",       "slammed",    "slamming",    "blasts",
				       "blasted",     "blasting",    "lambasted",  "lambasting",  "rebuked",
				       "rebuking",    "castigated",  "censured",   "reprimanded", "berated",
				       "chastised",   "chided",      "scolded",    "upbraided",   "pilloried",
				       "reproached",  "assailed",    "assailing",  "reported" };
static const char *const points[] = { "point", "points", "pointed", "pointing" };
static const char *const puts_rules[] = { "put", "puts", "putting", "rule", "rules", "ruled", "ruling" };

static const struct {
	const char *verb, *next;
	enum act act;
} pairs[] = {
	{ "owned", "up", ACT_admit },         { "owns", "up", ACT_admit },
	{ "own", "up", ACT_admit },           { "owning", "up", ACT_admit },
	{ "came", "clean", ACT_admit },       { "come", "clean", ACT_admit },
	{ "singled", "out", ACT_name },       { "singling", "out", ACT_name },
	{ "poured", "scorn", ACT_reject },    { "pours", "scorn", ACT_reject },
	{ "hung", "up", ACT_decline },        { "fell", "silent", ACT_decline },
	{ "kept", "silent", ACT_decline },    { "kept", "quiet", ACT_decline },
	{ "kept", "mum", ACT_decline },       { "keeps", "silent", ACT_decline },
	{ "keeping", "silent", ACT_decline }, { "keeping", "quiet", ACT_decline },
	{ "keeping", "mum", ACT_decline },    { "stayed", "silent", ACT_decline },
	{ "stayed", "quiet", ACT_decline },   { "stayed", "mum", ACT_decline },
	{ "stays", "silent", ACT_decline },   { "remained", "silent", ACT_decline },
	{ "remained", "quiet", ACT_decline }, { "remains", "silent", ACT_decline },
	{ "remain", "silent", ACT_decline },  { "remaining", "silent", ACT_decline },
};

// "rule out", "rule that out".
static bool rules_out(const struct tokens *s, int i)
{
	static const char *const words[] = { "that", "it", "this", "them", "anything", "nothing" };
	if (strncmp(s->t[i].word, "rul", 3) != 0)
		return false;
	int out = i + 1 + (i + 1 < s->n && token_among(&s->t[i + 1], words));
	return out < s->n && token_says(&s->t[out], "out");
}

// "put the blaze down to a heater" attributes, "puts the odds of it at one in five" thinks; ACT_COUNT: is only put.
static enum act put_to(const struct tokens *s, int i)
{
	static const char *const odds[] = { "odds", "chance", "chances", "probability", "likelihood", "risk" };
	enum { NEAR = 10 };
	if (!slice_starts(slice_of(s->t[i].word), "put") || s->t[i].word[3 + (s->t[i].word[3] == 's')])
		return ACT_COUNT;
	for (int k = i + 1; k + 1 < s->n && k - i < NEAR && !s->t[k].mark; k++) {
		if (token_among(&s->t[k], odds) && k - i < 3)
			return ACT_think;
		if (k > i + 1 && token_says(&s->t[k], "down") && token_says(&s->t[k + 1], "to"))
			return ACT_attribute;
	}
	return ACT_COUNT;
}

// "Held the government responsible" blames, "accepted full responsibility" admits, "ruled that he did it" thinks;
// ACT_COUNT: none of them.
static enum act answers_for(const struct tokens *s, int i)
{
	static const char *const how[] = { "responsible", "liable", "accountable", "culpable" };
	enum { NEAR = 12, WORDS = 3 };
	bool that = i + 1 < s->n && token_says(&s->t[i + 1], "that") && token_verb(&s->t[i]);
	that &= token_among(&s->t[i], holds) || token_among(&s->t[i], rules);
	if (that && content_clause(s, i + 2, content_end(s, i + 2))) // not "hold that view"
		return ACT_think;
	bool last = token_says(&s->t[i], "ruled") && i + 1 < s->n && s->t[i + 1].mark && token_verb(&s->t[i]);
	for (int k = i - 1; last && k > 0 && i - k < NEAR; k--)
		if (phrase_comma(s, k))
			return ACT_think; // "Marr sank the ship, the court ruled"
	for (int k = i + 1; k < s->n && k - i < NEAR && !s->t[k].mark && token_among(&s->t[i], holds); k++)
		if (token_among(&s->t[k], how))
			return ACT_blame;
	for (int k = i + 2; k < s->n && k - i < NEAR && !s->t[k].mark && token_among(&s->t[i], finds); k++)
		if (token_says(&s->t[k], "guilty") || token_among(&s->t[k], how))
			return phrase_find(s, i, k, "not") < 0 ? ACT_blame : ACT_COUNT;
	for (int k = i + 1; k < s->n && k - i <= WORDS && token_among(&s->t[i], takes); k++)
		if (token_says(&s->t[k], "responsibility"))
			return ACT_admit;
	return ACT_COUNT;
}

// "Owned up", "kept silent": the verb and the word behind it.
static enum act with_next(const struct tokens *s, int i)
{
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs && i + 1 < s->n && token_among(&s->t[i], pairs); k++)
		if (token_says(&s->t[i], pairs[k].verb) && token_says(&s->t[i + 1], pairs[k].next))
			return pairs[k].act;
	return ACT_COUNT;
}

// "Gave damp as the cause", "cited wear as the likely cause".
static bool names_cause(const struct tokens *s, int i)
{
	static const char *const causes[] = { "cause", "explanation", "trigger" };
	enum { NEAR = 12, WORDS = 4 };
	for (int k = i + 2; k < s->n && k - i < NEAR && !s->t[k].mark && token_among(&s->t[i], causing); k++)
		for (int c = k + 1; token_says(&s->t[k], "as") && c < s->n && c - k <= WORDS; c++)
			if (token_among(&s->t[c], causes))
				return true;
	return false;
}

// "Gave no answer", "offered no comment": a verb of telling whose object is nothing.
static bool gives_nothing(const struct tokens *s, int i)
{
	static const char *const words[] = { "answer", "answers",     "reply",   "comment",  "comments", "response",
					     "detail", "explanation", "details", "reaction", "statement" };
	enum { WORDS = 4 };
	if (!token_among(&s->t[i], gives) || i + 1 >= s->n || !token_says(&s->t[i + 1], "no"))
		return false;
	for (int k = i + 2; k < s->n && k - i <= WORDS && !s->t[k].mark; k++)
		if (token_among(&s->t[k], words))
			return true;
	return false;
}

// "Ducked the question", "brushed aside questions".
static bool dodges(const struct tokens *s, int i)
{
	enum { WORDS = 4 };
	for (int k = i + 1; k < s->n && k - i <= WORDS && !s->t[k].mark && token_among(&s->t[i], dodging); k++)
		if (token_says(&s->t[k], "question") || token_says(&s->t[k], "questions"))
			return true;
	return false;
}

// "Said nothing", to the charge; not "said nothing of the kind".
static bool says_nothing(const struct tokens *s, int i)
{
	const struct token *next = i + 2 < s->n ? &s->t[i + 2] : NULL;
	return i + 1 < s->n && token_is(&s->t[i], IS(say)) && token_says(&s->t[i + 1], "nothing") &&
	       (!next || next->mark || token_says(next, "about") || token_says(next, "in"));
}

// "Was not prepared to say", "is unwilling to discuss it".
static bool keeps_back(const struct tokens *s, int i)
{
	enum { WORDS = 4 };
	if (i + 2 >= s->n || !token_among(&s->t[i], ready) || !token_says(&s->t[i + 1], "to") ||
	    !token_is(&s->t[i + 2], IS(say) | IS(mute)))
		return false;
	for (int k = i - 1; k >= 0 && i - k <= WORDS && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(neg)))
			return true;
	return s->t[i].word[0] == 'u';
}

// "Issued a flat denial".
static bool issues_denial(const struct tokens *s, int i)
{
	enum { WORDS = 4 };
	for (int k = i + 1; k < s->n && k - i <= WORDS && !s->t[k].mark && token_among(&s->t[i], issuing); k++)
		if (token_is(&s->t[k], IS(denial)))
			return !token_says(&s->t[i + 1], "no");
	return false;
}

void phrasal_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_PHRASAL, holds);
	vocabulary_hang(a, v, HOOK_PHRASAL, takes);
	vocabulary_hang(a, v, HOOK_PHRASAL, rules);
	vocabulary_hang(a, v, HOOK_PHRASAL, finds);
	vocabulary_hang(a, v, HOOK_PHRASAL, causing);
	vocabulary_hang(a, v, HOOK_PHRASAL, gives);
	vocabulary_hang(a, v, HOOK_PHRASAL, dodging);
	vocabulary_hang(a, v, HOOK_PHRASAL, owns);
	vocabulary_hang(a, v, HOOK_PHRASAL, hits);
	vocabulary_hang(a, v, HOOK_PHRASAL, rebukes);
	vocabulary_hang(a, v, HOOK_PHRASAL, issuing);
	vocabulary_hang(a, v, HOOK_PHRASAL, ready);
	vocabulary_hang(a, v, HOOK_PHRASAL, points);
	vocabulary_hang(a, v, HOOK_PHRASAL, puts_rules);
	vocabulary_hang(a, v, HOOK_PHRASAL, pairs);
	reception_hang(a, v);
}

// "Acknowledged poisoning the river": what follows a verb of owning up is the deed itself.
static bool owns_deed(const struct tokens *s, int i)
{
	int deed = i + 1 + (i + 1 < s->n && token_says(&s->t[i + 1], "having"));
	return token_among(&s->t[i], owns) && deed < s->n && s->t[i + 1].tag == POS_VBG &&
	       token_is(&s->t[deed], IS(act)) && phrase_verb(s, i);
}

// "Hit back at the claim": what is said is no answer without the "at".
static bool hits_back(const struct tokens *s, int i)
{
	return token_among(&s->t[i], hits) && i + 2 < s->n && token_says(&s->t[i + 1], "back") &&
	       token_says(&s->t[i + 2], "at");
}

// "Condemned Brandt for poisoning the river", "was attacked by her for having lied".
static bool rebukes_for(const struct tokens *s, int i)
{
	enum { NEAR = 14 };
	if (!token_among(&s->t[i], rebukes) || !phrase_verb(s, i))
		return false;
	for (int k = i + 1; k + 1 < s->n && k - i < NEAR && !s->t[k].mark && !phrase_finite(s, k); k++) {
		int verb = phrase_skip_adverbs(s, k + 1, s->n);
		if (token_says(&s->t[k], "for") && verb < s->n && s->t[verb].tag == POS_VBG)
			return true;
	}
	return false;
}

int phrasal_finger(const struct tokens *s, int i)
{
	enum { NEAR = 5, BACK = 16 };
	bool finger = false;
	for (int k = i - 1; token_among(&s->t[i], points) && k >= 0 && i - k < BACK; k--)
		if (token_is(&s->t[k], IS(neg)))
			return -1; // "nobody, neither the families nor the prosecutor, has"
	for (int k = i + 1; token_among(&s->t[i], points) && k < s->n && k - i < NEAR && !s->t[k].mark; k++) {
		finger |= token_says(&s->t[k], "finger") || token_says(&s->t[k], "fingers");
		if (finger && token_says(&s->t[k], "at"))
			return k + 1 < s->n && token_says(&s->t[k + 1], "each") ? -1 : k;
	}
	return -1;
}

enum act phrasal_act(const struct tokens *s, int i)
{
	if (!(s->t[i].hooks & HOOK_PHRASAL) && !token_is(&s->t[i], IS(mute) | IS(say)))
		return ACT_COUNT; // as mostly
	enum act act = put_to(s, i);
	act = act == ACT_COUNT ? answers_for(s, i) : act;
	act = act == ACT_COUNT ? with_next(s, i) : act;
	act = act == ACT_COUNT ? reception_act(s, i) : act;
	if (act != ACT_COUNT)
		return act;
	if (rules_out(s, i))
		return ACT_ruleout;
	if (issues_denial(s, i))
		return ACT_deny;
	if (hits_back(s, i))
		return ACT_reject;
	if (owns_deed(s, i))
		return ACT_admit;
	if (names_cause(s, i) || rebukes_for(s, i) || phrasal_finger(s, i) > 0)
		return ACT_blame;
	bool mute = token_is(&s->t[i], IS(mute)) && phrase_verb(s, i) && phrase_group(s, i).negated;
	return mute || keeps_back(s, i) || gives_nothing(s, i) || dodges(s, i) || says_nothing(s, i) ? ACT_decline
												     : ACT_COUNT;
}

// "A freak wave", "brushed past": what rejects only with "away", "aside", "off" or "at" behind it.
static bool lacks_particle(const struct tokens *s, const struct frame *f)
{
	static const char *const stems[] = { "wave", "wavi", "brus", "laug" };
	static const char *const particles[] = { "away", "aside", "off", "at" };
	enum { NEAR = 8 };
	bool one = false;
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		one |= slice_starts(slice_of(f->lemma), stems[i]);
	for (int k = f->cue.at + 1; one && k < s->n && k - f->cue.at < NEAR; k++)
		one = !token_among(&s->t[k], particles);
	return one;
}

// "Him", "the captain", "Stubbs": people, and nothing that was said.
static bool are_people(const struct tokens *s, struct range what)
{
	static const char *const them[] = { "him", "her", "them", "me", "us", "he", "she", "they", "i", "we", "who" };
	if (range_empty(what))
		return false;
	const struct token *head = &s->t[nominal_head(s, what)];
	if (head->owner ||
	    token_is(head, IS(alleged) | IS(guessed) | IS(thought) | IS(denial) | IS(group) | IS(nation)))
		return false;
	return head->kind == KIND_NOUN + NOUN_PERSON || token_is(head, IS(person)) || token_among(head, them) ||
	       head->tag == POS_NNP;
}

// "Dismissed three hundred workers", "Stubbs was dismissed over the theft": who loses his post. Not "as a liar".
static bool lays_off(const struct tokens *s, const struct frame *f)
{
	int to = f->cue.to;
	bool joined = false, done = f->cue.passive || (to < s->n && token_is(&s->t[to], IS(prep)));
	if (!slice_starts(slice_of(f->lemma), "dismiss"))
		return false;
	struct range what = done ? phrase_subject(s, f->cue.from, &joined) : phrase_noun(s, to, s->n, "as");
	int next = done ? to : what.to;
	return are_people(s, what) && !(next < s->n && token_says(&s->t[next], "as"));
}

// "Refused the owner permission", "refused bail": what is not given is no answer.
static bool withholds(const struct tokens *s, const struct frame *f)
{
	static const char *const things[] = { "permission", "bail",  "entry",   "access",  "leave",  "asylum",
					      "visa",       "visas", "consent", "service", "parole", "admission" };
	enum { NEAR = 6 };
	if (!slice_starts(slice_of(f->lemma), "refus"))
		return false;
	for (int k = f->cue.to; k < s->n && k - f->cue.to < NEAR && !s->t[k].mark && !token_says(&s->t[k], "to"); k++)
		if (token_among(&s->t[k], things))
			return true;
	return false;
}

bool phrasal_idle(const struct tokens *s, const struct frame *f)
{
	if (f->act == ACT_decline)
		return withholds(s, f);
	return f->act == ACT_reject && (lacks_particle(s, f) || lays_off(s, f));
}
