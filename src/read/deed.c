#include "read/deed.h"

#include "read/given.h"
#include "read/ordered.h"
#include "read/owning.h"
#include "read/reception.h"

static const char *const doers[] = { "culprit",   "culprits",   "perpetrator", "perpetrators", "offender",   "murderer",
				     "killer",    "poisoner",   "arsonist",    "thief",        "saboteur",   "forger",
				     "traitor",   "spy",        "mole",        "leaker",       "hacker",     "burglar",
				     "robber",    "attackers",  "murderers",   "killers",      "arsonists",  "thieves",
				     "saboteurs", "hackers",    "gunmen",      "intruders",    "assailants", "raiders",
				     "attacker",  "gunman",     "intruder",    "burglars",     "bombers",    "shooter",
				     "shooters",  "kidnappers", "kidnapper",   "hijackers",    "vandals",    "robbers",
				     "bomber",    "vandal" };

static const char *const directors[] = { "mastermind", "ringleader", "instigator", "paymaster" };

enum role deed_doer(const struct token *t)
{
	return token_among(t, doers) ? ROLE_did : token_among(t, directors) ? ROLE_directed : role_count;
}

// "Was the culprit", "is no thief": the subject has the role.
static void called_doer(struct finder *f, int i, enum role role)
{
	const struct tokens *s = f->s;
	int be = i - 1;
	while (be >= f->r.from && i - be < 6 && !token_is(&s->t[be], IS(be)) && !s->t[be].mark &&
	       (token_is(&s->t[be], IS(det) | IS(adv) | IS(neg)) || s->t[be].tag == POS_JJ || token_noun(&s->t[be])))
		be--;
	bool whose = i + 1 < f->r.to && (s->t[i].owner || token_noun(&s->t[i + 1]));
	if (be >= f->r.from && token_is(&s->t[be], IS(be)) && !whose)
		given_by_subject(f, i, be, role, finder_denied(f, be, i));
}

// "It was poured in by the cook", "the note was not written by X": what hands do, and nobody doubts what "it" is.
static void done_by(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int verb = i - 1, kind;
	while (verb > f->r.from && i - verb < 5 && s->t[verb].tag != POS_VBN && !s->t[verb].mark)
		verb--;
	kind = s->t[verb].kind;
	bool hands = kind == VERB_CHANGE || kind == VERB_CONTACT || kind == VERB_CREATION || kind == VERB_MOTION ||
		     kind == VERB_COMPETITION || kind == VERB_SOCIAL;
	bool joined = false;
	for (int c = 0; c < f->out.n; c++)
		hands &= f->out.at[c].role != ROLE_staged; // "was staged and carried out by"
	if (verb < f->r.from || !hands || !given_passive(s, verb) ||
	    token_is(&s->t[verb], IS(say) | IS(think) | IS(accuse) | IS(blame) | IS(name) | IS(direct) | IS(show)))
		return;
	struct verb_group g = phrase_group(s, verb);
	struct range subject = given_subject(s, g.from, &joined), who = phrase_noun(s, i + 1, f->r.to, NULL);
	bool that = who.to < s->n && token_says(&s->t[who.to], "that"); // "it has been put about by X that"
	const uint64_t words = IS(alleged) | IS(thought) | IS(guessed) | IS(denial) | IS(responsibility) | IS(document);
	bool told = finder_class(s, subject, words); // "the accusation was made by X"
	if (subject.from < f->r.from || told || !finder_story(f, subject) || !claims_someone(s, who) || that)
		return;
	given_claim(f, ROLE_did, verb, subject, g, who);
}

// "It was X who did it": the verb says in what role.
static void cleft(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	static const char *const openers[] = { "it", "this", "that" };
	int be = i - 1, verb = i + 1;
	while (be > f->r.from && i - be < 9 && !token_is(&s->t[be], IS(be)) && !s->t[be].mark)
		be--;
	if (be <= f->r.from || !token_is(&s->t[be], IS(be)) || be + 1 >= i)
		return;
	int it = phrase_group(s, be).from - 1;
	while (it > f->r.from && token_is(&s->t[it], IS(adv)))
		it--;
	while (verb < f->r.to && (token_is(&s->t[verb], IS(adv) | IS(have) | IS(be) | IS(modal) | IS(aux)) &&
				  !token_says(&s->t[verb], "did")))
		verb++;
	if (it < f->r.from || !token_among(&s->t[it], openers) || verb >= f->r.to)
		return;
	const struct token *t = &s->t[verb];
	enum role role = token_is(t, IS(direct))                                   ? ROLE_directed
			 : token_is(t, IS(act) | IS(mayact) | IS(light) | IS(aux)) ? ROLE_did
										   : role_count;
	struct range who = { be + 1, i };
	bool somebody = given_holder(s, who).to == i && !token_is(&s->t[be + 1], IS(prep) | IS(wh));
	if (role == role_count || given_passive(s, verb) || !somebody)
		return;
	given_by_phrase(f, verb, be, who, role);
	if (f->out.n && f->out.at[f->out.n - 1].at == verb)
		f->out.at[f->out.n - 1].negated = finder_denied(f, it, i) != finder_denied(f, i, verb);
}

static const char *const belonging[] = { "belonged", "belong", "belongs" };

// "The gunmen belonged to X", "the attackers were sent by X".
static void belongs(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool joined = false, told_of = false;
	if (!token_among(&s->t[i], belonging) || i + 1 >= f->r.to || !token_says(&s->t[i + 1], "to"))
		return;
	struct verb_group g = phrase_group(s, i);
	struct range subject = given_subject(s, g.from, &joined);
	for (int k = subject.from; k < subject.to; k++)
		told_of |= deed_doer(&s->t[k]) == ROLE_did;
	struct claim *c = told_of && subject.from >= f->r.from ? finder_add(f, ROLE_did, i) : NULL;
	if (!c)
		return;
	given_weigh(f, c, subject, g);
	given_to(f, c, phrase_noun(s, i + 2, f->r.to, NULL));
}

static const struct {
	const char *verb, *prep;
} pointing[] = { { "lies", "with" },   { "lie", "with" },       { "lay", "with" },    { "rests", "with" },
		 { "rested", "with" }, { "falls", "on" },       { "fell", "on" },     { "fallen", "on" },
		 { "points", "to" },   { "points", "at" },      { "pointed", "to" },  { "pointed", "at" },
		 { "point", "to" },    { "points", "towards" }, { "leads", "to" },    { "led", "to" },
		 { "traced", "to" },   { "centre", "on" },      { "centres", "on" },  { "centred", "on" },
		 { "center", "on" },   { "centers", "on" },     { "centered", "on" }, { "focus", "on" },
		 { "focused", "on" },  { "attributed", "to" } };

// "The blame lies with X", "everything points to X", "suspicion falls on X".
static void points_to(struct finder *f, int i)
{
	static const char *const clues[] = { "everything", "all",       "trail",   "trails", "clues",      "traces",
					     "fault",      "suspicion", "fingers", "finger", "suspicions", "arrows" };
	const struct tokens *s = f->s;
	bool listed = false, joined = false;
	for (size_t k = 0; k < sizeof pointing / sizeof *pointing && i + 1 < f->r.to && token_among(&s->t[i], pointing);
	     k++)
		listed |= token_says(&s->t[i], pointing[k].verb) && token_says(&s->t[i + 1], pointing[k].prep);
	if (!listed)
		return;
	struct verb_group g = phrase_group(s, i);
	struct range subject = given_subject(s, g.from, &joined);
	bool clue = given_passive(s, i) && finder_story(f, subject);
	for (int k = subject.from; k < subject.to; k++)
		clue |= token_is(&s->t[k], IS(responsibility) | IS(evidence)) || token_among(&s->t[k], clues);
	struct range who = phrase_noun(s, i + 2, f->r.to, NULL);
	if (!clue || subject.from < f->r.from || !claims_actor(s, who) ||
	    finder_class(s, who, IS(incident) | IS(cause) | IS(stagednoun)))
		return;
	given_claim(f, ROLE_did, i, subject, g, who);
}

static const char *const laid[] = { "blame", "finger", "responsibility", "suspicion", "guilt" };

// "Put the blame squarely on X", "the finger at the union": on whom it is laid.
static void laid_on(struct finder *f, int i)
{
	static const char *const where[] = { "on", "at", "with", "upon" };
	enum { NEAR = 12 };
	const struct tokens *s = f->s;
	if (!token_among(&s->t[i], laid) || !token_noun(&s->t[i]))
		return;
	for (int k = i + 1; k + 1 < f->r.to && k - i < NEAR && !s->t[k].mark && !phrase_finite(s, k); k++) {
		struct range who = phrase_noun(s, k + 1, f->r.to, "for");
		if (!token_among(&s->t[k], where) || !claims_someone(s, who) ||
		    finder_class(s, who, IS(incident) | IS(cause)))
			continue;
		given_by_phrase(f, i, -1, who, ROLE_did);
		return;
	}
}

// "Was in on it".
static void was_in(struct finder *f, int i)
{
	static const char *const plots[] = { "it", "plot", "plan", "scheme", "secret" };
	const struct tokens *s = f->s;
	if (!finder_two(f, i, "in", "on") || i == f->r.from || !token_is(&s->t[i - 1], IS(be) | IS(adv) | IS(neg)))
		return;
	int be = i - 1;
	while (be > f->r.from && !token_is(&s->t[be], IS(be)) && i - be < 4)
		be--;
	bool plot = false;
	for (int k = i + 2; k < finder_few(f, i, 5).to; k++)
		plot |= token_among(&s->t[k], plots);
	if (plot && token_is(&s->t[be], IS(be)))
		given_by_subject(f, i, be, ROLE_knew, finder_denied(f, be, i));
}

static const char *const telling[] = { "told", "advised", "notified", "informed", "briefed", "shown", "handed" };

// "Was told of it", "had been informed in advance", "had no knowledge of it".
static void was_told(struct finder *f, int i)
{
	static const char *const when[] = { "before", "beforehand", "advance", "earlier", "twice", "repeatedly", "ago",
					    "months", "weeks",      "days",    "hours",   "of",    "about" };
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	if (token_among(t, telling) && given_passive(s, i)) {
		bool timely = false;
		for (int k = i + 1; k < finder_few(f, i, 9).to && !s->t[k].mark; k++)
			timely |= token_among(&s->t[k], when);
		if (timely)
			given_by_subject(f, i, i, ROLE_knew, false);
	} else if (token_says(t, "knowledge") && i > f->r.from) {
		int have = i - 1;
		while (have > f->r.from && i - have < 5 && !token_is(&s->t[have], IS(have)) && !s->t[have].mark)
			have--;
		if (token_is(&s->t[have], IS(have)))
			given_by_subject(f, i, have, ROLE_knew, finder_denied(f, have, i));
	}
}

// "Took part", "had a hand in it", "played a role": the subject.
static void took_part(struct finder *f, int i)
{
	static const char *const takes[] = { "took", "take", "takes", "taken", "taking", "played", "plays", "play" };
	const struct tokens *s = f->s;
	int verb = i - 1;
	bool hand = token_says(&s->t[i], "hand") && i + 1 < f->r.to && token_says(&s->t[i + 1], "in");
	if (!hand && !token_says(&s->t[i], "part") && !token_says(&s->t[i], "role"))
		return;
	while (verb > f->r.from && i - verb < 4 &&
	       (token_is(&s->t[verb], IS(det) | IS(neg)) || s->t[verb].tag == POS_JJ))
		verb--;
	if (verb >= f->r.from && (hand ? token_is(&s->t[verb], IS(have)) : token_among(&s->t[verb], takes)))
		given_by_subject(f, i, verb, ROLE_did, finder_denied(f, verb, i));
}

static const char *const marks[] = { "hallmarks",   "hallmark", "marks",      "fingerprints",
				     "fingerprint", "stamp",    "handwriting" };

// "Bears the hallmarks of X", "has X's fingerprints on it".
static void marks_of(struct finder *f, int i)
{
	static const char *const bears[] = {
		"bears", "bore", "bear", "bearing", "carries", "carried", "shows", "showed"
	};
	const struct tokens *s = f->s;
	bool owned = i > f->r.from && s->t[i - 1].owner, of = i + 2 < f->r.to && token_says(&s->t[i + 1], "of");
	int verb = i - 1;
	if (!token_among(&s->t[i], marks) || !(owned || of) || verb < f->r.from)
		return;
	while (verb > f->r.from && i - verb < 4 && !token_among(&s->t[verb], bears) && !token_is(&s->t[verb], IS(have)))
		verb--;
	if (token_among(&s->t[verb], bears) || token_is(&s->t[verb], IS(have)))
		given_by_phrase(f, i, verb,
				owned ? (struct range){ verb + 1, i } : phrase_noun(s, i + 2, f->r.to, NULL), ROLE_did);
}

static const char *const lacking[] = { "motive", "motives", "means", "capability", "interest" };

// "Had neither the means nor the motive to plant it": who has none has not done it.
static void lacks_means(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int verb = i - 1;
	bool no = false;
	if (!token_among(&s->t[i], lacking))
		return;
	for (; verb > f->r.from && i - verb < 6 && !token_is(&s->t[verb], IS(have)); verb--)
		no |= token_is(&s->t[verb], IS(neg));
	if (no && token_is(&s->t[verb], IS(have)))
		given_by_subject(f, i, verb, ROLE_did, true);
}

static const char *const bearing[] = { "bears", "bore", "bear", "bearing", "borne" };

// "Bore the responsibility for it".
static void bears_it(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	for (int k = i + 1; token_among(&s->t[i], bearing) && k < f->r.to && k - i < 4 && !s->t[k].mark; k++)
		if (token_says(&s->t[k], "responsibility") || token_says(&s->t[k], "blame") ||
		    token_says(&s->t[k], "guilt"))
			given_by_subject(f, i, i, ROLE_did, finder_denied(f, i, k));
}

// The verb that "nothing" or "connection" is the object of: "had", "did", "ordered"; -1 where it is another one's.
static int verb_before(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	for (int k = i - 1; k >= f->r.from && i - k < 7 && !s->t[k].mark; k--) {
		if (token_is(&s->t[k], IS(have) | IS(light) | IS(direct)) && !token_noun(&s->t[k]))
			return k;
		if (token_verb(&s->t[k]) || token_is(&s->t[k], IS(prep)))
			return -1;
	}
	return -1;
}

static const char *const ties[] = { "connection", "connections", "relation", "relations", "link", "links", "ties" };

// "Nothing wrong", "nothing of the sort", "no such thing", "no connection": no part in anything.
static bool is_no_part(const struct finder *f, int i)
{
	static const char *const wrong[] = { "wrong", "improper", "illegal", "unlawful", "criminal" };
	static const char *const kinds[] = { "sort", "kind" };
	const struct tokens *s = f->s;
	if (token_says(&s->t[i], "thing"))
		return i > f->r.from && token_says(&s->t[i - 1], "such");
	if (!token_says(&s->t[i], "nothing"))
		return token_among(&s->t[i], ties);
	return i + 1 < f->r.to &&
	       (token_among(&s->t[i + 1], wrong) || (i + 3 < f->r.to && token_among(&s->t[i + 3], kinds)));
}

static const char *const touching[] = { "touch", "touched", "harm", "harmed", "laid" };

// What is only ever said to be denied: "never touched it", "had no connection with it", "did nothing wrong".
static void denies_deed(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool touches = token_among(&s->t[i], touching) && !token_noun(&s->t[i]);
	int verb = touches ? i : is_no_part(f, i) ? verb_before(f, i) : -1;
	if (verb >= 0 && (phrase_group(s, verb).negated || finder_denied(f, verb, i + !touches)))
		given_by_subject(f, i, verb, token_is(&s->t[verb], IS(direct)) ? ROLE_directed : ROLE_did, true);
}

// "One of the guards", "members of the Front": without what only counts them.
static struct range counted(const struct tokens *s, struct range r)
{
	static const char *const parts[] = { "one", "some", "members", "two", "part" };
	int k = r.from + (r.from < r.to && token_says(&s->t[r.from], "a"));
	if (k + 2 < r.to && token_among(&s->t[k], parts) && token_says(&s->t[k + 1], "of"))
		r.from = k + 2;
	return r;
}

// Whether a phrase after "it was" says who it was: a name, or somebody in a few plain words.
static bool says_who(const struct tokens *s, struct range who)
{
	enum { WORDS = 5 };
	bool name = false;
	for (int k = who.from; k < who.to; k++)
		name |= s->t[k].capital && !token_is(&s->t[k], IS(day) | IS(month) | IS(incident) | IS(det));
	if (range_empty(who) || who.to - who.from > WORDS)
		return false;
	const struct token *head = &s->t[who.to - 1];
	if (head->owner || deed_doer(head) != role_count)
		return false; // "it's Tom's", "it was the culprit"
	name |= token_noun(head) && (token_is(head, IS(person)) || head->kind == KIND_NOUN + NOUN_PERSON);
	return name && claims_someone(s, who) &&
	       !finder_class(s, who, IS(prep) | IS(incident) | IS(cause) | IS(stagednoun) | IS(lie));
}

// "This was the Front", "it's smugglers", "the ringleader was Lorca": who is named has the role.
static void named(struct finder *f, int i, enum role role)
{
	const struct tokens *s = f->s;
	int be = i + 1;
	if (be >= f->r.to)
		return;
	while (be < f->r.to && be - i < 5 && token_is(&s->t[be], IS(be) | IS(modal) | IS(have) | IS(neg) | IS(adv)))
		be++;
	if (!token_says(&s->t[i], "it's") && !finder_class(s, (struct range){ i + 1, be }, IS(be)))
		return;
	struct range all = phrase_noun(s, be, f->r.to, NULL), who = counted(s, all);
	bool over = who.to >= f->r.to || (s->t[who.to].mark && !token_says(&s->t[who.to], "-"));
	static const char *const others[] = { "them", "him", "her" }; // "the students say it wasn't them"
	bool one = who.to - who.from == 1, us = one && (token_says(&s->t[be], "us") || token_says(&s->t[be], "me"));
	us |= one && f->self && !owning_official(f->self) && token_among(&s->t[be], others) &&
	      finder_class(s, (struct range){ i + 1, be }, IS(neg));
	struct claim *c = over && (us || says_who(s, who)) ? finder_add(f, role, be) : NULL;
	if (!c)
		return;
	for (int k = i; k < be; k++) {
		c->negated |= token_is(&s->t[k], IS(neg));
		if (token_is(&s->t[k], IS(modal)))
			c->modal = k;
	}
	given_to(f, c, token_says(&s->t[all.from], "one") ? all : who);
}

// At the small words, which are many.
static void at_small_word(struct finder *f, int i)
{
	static const char *const its[] = { "it", "this", "it's" };
	const struct token *t = &f->s->t[i];
	bool first = i == f->r.from;
	if (token_says(t, "who") || token_says(t, "that"))
		cleft(f, i);
	else if (token_says(t, "from") && !first)
		ordered_from(f, i);
	else if (token_says(t, "by") && !first && !reception_agent(f->s, i + 1))
		done_by(f, i);
	else if (token_says(t, "in"))
		was_in(f, i);
	else if (token_says(t, "had") || token_says(t, "have"))
		ordered_done(f, i);
	else if (token_among(t, its))
		named(f, i, ROLE_did);
}

void deed_claims(struct finder *f, int i)
{
	at_small_word(f, i);
	if (!(f->s->t[i].hooks & HOOK_CLAIM))
		return;
	enum role role = deed_doer(&f->s->t[i]);
	if (role != role_count) {
		called_doer(f, i, role);
		named(f, i, role);
	}
	ordered_told(f, i);
	belongs(f, i);
	points_to(f, i);
	laid_on(f, i);
	was_told(f, i);
	took_part(f, i);
	marks_of(f, i);
	lacks_means(f, i);
	bears_it(f, i);
	denies_deed(f, i);
}

void deed_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "knowledge", "hand", "part", "role", "thing", "nothing" };
	vocabulary_hang(a, v, HOOK_CLAIM, doers);
	vocabulary_hang(a, v, HOOK_CLAIM, directors);
	vocabulary_hang(a, v, HOOK_CLAIM, belonging);
	vocabulary_hang(a, v, HOOK_CLAIM, pointing);
	vocabulary_hang(a, v, HOOK_CLAIM, laid);
	vocabulary_hang(a, v, HOOK_CLAIM, telling);
	vocabulary_hang(a, v, HOOK_CLAIM, marks);
	vocabulary_hang(a, v, HOOK_CLAIM, lacking);
	vocabulary_hang(a, v, HOOK_CLAIM, bearing);
	vocabulary_hang(a, v, HOOK_CLAIM, ties);
	vocabulary_hang(a, v, HOOK_CLAIM, touching);
	vocabulary_hang(a, v, HOOK_CLAIM, others);
	ordered_hang(a, v);
}
