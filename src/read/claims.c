// Roles by predicate. The classes are open (any name, any person or group noun, any act verb of the vocabulary); what a
// predicate cannot give an actor to, claims nothing.
#include "read/claims.h"

#include "read/causal.h"
#include "read/cause.h"
#include "read/deed.h"
#include "read/event.h"
#include "read/given.h"
#include "read/nameless.h"
#include "read/purpose.h"
#include "read/reception.h"
#include "read/staging.h"

#include <string.h>

void claims_learn(struct arena *a, struct topic *t, const struct tokens *s)
{
	const int most = (int)(sizeof t->lemma / sizeof *t->lemma);
	for (int i = 0; i < s->n && t->n < most; i++)
		if (token_is(&s->t[i], IS(act) | IS(mayact) | IS(incident)) && !claims_topical(t, s->t[i].word))
			t->lemma[t->n++] = arena_text(a, s->t[i].word);
}

// Compares by the first five letters: "poisoned", "poisoning"; "stole" is not found, which costs little.
bool claims_topical(const struct topic *t, const char *lemma)
{
	for (int i = 0; i < t->n; i++)
		if (*t->lemma[i] == *lemma && strncmp(t->lemma[i], lemma, 5) == 0)
			return true;
	return false;
}

bool claims_actor(const struct tokens *s, struct range r)
{
	for (int i = r.from; i < r.to; i++) {
		const struct token *t = &s->t[i];
		if (t->mark || (token_is(t, IS(relative)) && i > r.from))
			break;
		if (i > r.from && token_is(t, IS(prep)) && !token_says(t, "of"))
			break;
		bool word = i == 0 && t->kind && (t->tag == POS_NN || t->tag == POS_NNS); // "Rockets hit a ferry"
		if (t->capital && !word && !token_is(t, IS(day) | IS(month) | IS(det) | IS(prep) | IS(incident)) &&
		    (i > 0 || i + 1 < r.to || t->is == 0))
			return true;
		if (token_is(t, IS(person) | IS(group) | IS(nation) | IS(anonymous)) && !t->owner)
			return true;
	}
	return false;
}

bool claims_someone(const struct tokens *s, struct range r)
{
	bool people = false;
	for (int i = r.from; i < r.to; i++)
		people |= token_noun(&s->t[i]) && s->t[i].kind == KIND_NOUN + NOUN_PERSON && !s->t[i].owner;
	return people || claims_actor(s, r);
}

enum role claims_noun(const struct tokens *s, struct range r)
{
	if (finder_class(s, r, IS(stagednoun)))
		return ROLE_staged;
	if (finder_class(s, r, IS(cause) | IS(causeadj)) && !finder_class(s, r, IS(person)))
		return ROLE_accident;
	if (claims_someone(s, r))
		return ROLE_did;
	return causal_may_be(s, r) ? ROLE_accident : role_count;
}

static bool deed(const struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	return token_is(t, IS(act)) || (token_is(t, IS(mayact)) && claims_topical(f->topic, t->word));
}

// "who set it": the culprit is what is asked.
static bool asked_who(const struct finder *f, int verb)
{
	const struct tokens *s = f->s;
	int w = verb - 1;
	if (w < f->r.from || !(token_says(&s->t[w], "who") || token_says(&s->t[w], "whoever")))
		return false;
	const struct token *t = w > 0 ? &s->t[w - 1] : NULL;
	return !t || !(t->capital || phrase_comma(s, w - 1) || token_is(t, IS(person) | IS(group) | IS(pron)));
}

// "When the mill burned", "the boat blew up": what happened to something, which did nothing; not "blew up the bridge".
static bool happens_to(const struct finder *f, int i, struct range subject)
{
	static const char *const verbs[] = { "blew", "blow",     "blown",     "exploded", "burned", "burnt",
					     "sank", "crashed",  "collapsed", "burst",    "broke",  "detonated",
					     "fell", "capsized", "derailed",  "ignited" };
	static const char *const ways[] = { "up", "down", "off", "apart", "out", "over" };
	const struct tokens *s = f->s;
	bool thing = !range_empty(subject) && s->t[nominal_head(s, subject)].kind == KIND_NOUN + NOUN_ARTIFACT;
	if (phrase_group(s, i).passive || !(thing || token_among(&s->t[i], verbs)))
		return false;
	int next = i + 1 + (i + 1 < f->r.to && token_among(&s->t[i + 1], ways));
	return next >= f->r.to || s->t[next].mark ||
	       token_is(&s->t[next], IS(prep) | IS(conj) | IS(sub) | IS(adv) | IS(day) | IS(month) | IS(time));
}

// "Had carried out no strikes", "paid nobody": the object of a verb says that nothing was done.
static bool of_nothing(const struct finder *f, int i)
{
	static const char *const none[] = { "no", "nobody", "nothing", "neither", "none" };
	const struct tokens *s = f->s;
	int at = phrase_skip_adverbs(s, i + 1, f->r.to);
	at += at < f->r.to && token_is(&s->t[at], IS(prep)) && !s->t[at].mark; // "carried out no"
	return at < f->r.to && token_among(&s->t[at], none) && !finder_idle(s, at);
}

// A verb whose subject does it, or, in the passive, what stands after "by".
static void by_verb(struct finder *f, int i, enum role role)
{
	const struct tokens *s = f->s;
	struct verb_group g = phrase_group(s, i);
	struct range who = { 0, 0 };
	bool joined = false, passive = g.passive;
	if (asked_who(f, g.from)) {
		struct claim *c = finder_add(f, ROLE_unknown, i);
		if (c)
			c->open = false;
		return;
	}
	struct range subject = given_subject(s, g.from, &joined);
	if (role == ROLE_did && happens_to(f, i, subject))
		return;
	// "Had ordered it or known of it"; not "armed and paid by".
	if (given_said_to(s, &g, &subject) && subject.from >= f->r.from) {
		given_claim(f, role, i, subject, g, subject);
		return; // "is believed to have ordered it"
	}
	bool shares = i > f->r.from && token_is(&s->t[i - 1], IS(conj)) && f->out.n &&
		      !(i + 1 < f->r.to && token_says(&s->t[i + 1], "by"));
	if (!passive && !g.perfect && s->t[i].forms & FORM_PARTICIPLE && !phrase_finite(s, i) && !shares)
		passive = true; // "an attack ordered by"
	if (passive) {
		int by = phrase_find(s, g.to, f->r.to < g.to + 12 ? f->r.to : g.to + 12, "by");
		if (by < 0 || reception_agent(s, by + 1))
			return;
		who = phrase_noun(s, by + 1, f->r.to, NULL);
	} else {
		who = subject;
		if (range_empty(who) && joined && f->out.n) {
			// "ordered the attack or knew of it": the subject of the claim before
			const struct claim last = f->out.at[f->out.n - 1];
			struct claim *c = finder_add(f, role, i);
			if (c) {
				c->actor = last.actor;
				c->own = last.own;
				c->from = last.from;
				c->negated = g.negated || last.negated;
				c->open = last.open;
			}
			return;
		}
	}
	if (!passive && (who.from < f->r.from || range_empty(who)))
		return;
	g.negated |= !passive && of_nothing(f, i);
	given_claim(f, role, i, subject, g, who);
}

// "X was behind it", "X is responsible", "X was involved", "X is guilty": the subject of the be-verb before token i.
static void by_state(struct finder *f, int i, enum role role)
{
	const struct tokens *s = f->s;
	int be = i - 1;
	while (be >= f->r.from && i - be < 8 && !token_is(&s->t[be], IS(be) | IS(have)))
		be--;
	if (be < f->r.from || !token_is(&s->t[be], IS(be) | IS(have)))
		return;
	struct verb_group g = phrase_group(s, be);
	for (int k = be; k < i; k++)
		g.negated |= token_is(&s->t[k], IS(neg)) && !token_is(&s->t[k], IS(aux));
	g.negated |= token_says(&s->t[i], "nothing");
	if (token_is(&s->t[g.from], IS(neg)) || token_is(&s->t[be], IS(neg)))
		g.negated = true;
	bool joined = false;
	struct range who = given_subject(s, g.from, &joined);
	if (range_empty(who) || who.from < f->r.from)
		return;
	g.negated = g.negated != (token_says(&s->t[i], "innocent") || token_says(&s->t[i], "unaware"));
	given_claim(f, role, i, who, g, who);
}

// "Hiding behind the word": nobody is behind anything.
static bool hides(const struct tokens *s, int i)
{
	return i >= 0 && i + 1 < s->n && slice_starts(slice_of(s->t[i].word), "hid") &&
	       token_says(&s->t[i + 1], "behind");
}

// Whether an incident noun or a pronoun for it follows within a few words.
static bool of_incident(const struct finder *f, int i)
{
	for (int k = i; k < f->r.to && k - i < 7; k++) {
		const struct token *t = &f->s->t[k];
		if (t->mark && !t->opens)
			return false;
		bool pointed = k == i && i > f->r.from && t[-1].forms & (FORM_PAST | FORM_PARTICIPLE) &&
			       (token_says(t, "this") || token_says(t, "that")) &&
			       (k + 1 >= f->r.to || !token_noun(t + 1)); // "did this"
		if (token_is(t, IS(incident)) || token_says(t, "it") || token_says(t, "them") || pointed ||
		    claims_topical(f->topic, t->word))
			return true;
	}
	return false;
}

// "Set the fire", "released the leak": the object of a verb is what happened.
static bool story_behind(const struct finder *f, int i)
{
	struct range r = phrase_noun(f->s, i + 1, f->r.to, NULL);
	if (range_empty(r) || f->s->t[r.from].capital)
		return false;
	const struct token *head = &f->s->t[nominal_head(f->s, r)];
	return token_noun(head) && (token_is(head, IS(incident)) || claims_topical(f->topic, head->word));
}

// "We were careless, and we paid for it": nobody was hired.
static bool pays_dearly(const struct finder *f, int i)
{
	static const char *const pays[] = { "pay", "pays", "paid", "paying" }, *const it[] = { "it", "that", "this" };
	return token_among(&f->s->t[i], pays) && i + 2 < f->r.to && token_says(&f->s->t[i + 1], "for") &&
	       token_among(&f->s->t[i + 2], it) && (i + 3 >= f->r.to || f->s->t[i + 3].mark);
}

// "had been warned of it": who was told beforehand knew.
static void told_before(struct finder *f, int i)
{
	struct verb_group g = phrase_group(f->s, i);
	bool joined = false;
	struct range who = given_subject(f->s, g.from, &joined);
	if (range_empty(who) || who.from < f->r.from)
		return;
	given_claim(f, ROLE_knew, i, who, g, who);
}

static const char *const tells[] = { "warned", "tipped", "alerted", "told", "informed" };

// "He warned Dr Rooke of the leak", "told the manager about it": who was told knew.
static bool told_other(struct finder *f, int i)
{
	static const char *const of[] = { "of", "about" };
	const struct tokens *s = f->s;
	if (!(s->t[i].hooks & HOOK_CLAIM) || !token_among(&s->t[i], tells) || phrase_group(s, i).passive)
		return false;
	int at = i + 1;
	while (at < f->r.to && at - i < 8 && !s->t[at].mark && !token_among(&s->t[at], of))
		at++;
	if (at + 1 >= f->r.to || at < i + 2 || !token_among(&s->t[at], of) || !of_incident(f, at + 1))
		return false;
	given_by_phrase(f, i, i, (struct range){ i + 1, at }, ROLE_knew);
	return true;
}

// "The shredding".
static bool is_doing(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	bool thing = t->kind == KIND_NOUN + NOUN_ARTIFACT || t->kind == KIND_NOUN + NOUN_GROUP; // "the building"
	return i > 0 && token_is(&s->t[i - 1], IS(det)) && strlen(t->word) > 5 &&
	       slice_ends(slice_of(t->word), "ing") && !thing && !(i + 1 < s->n && token_noun(&s->t[i + 1]));
}

// "ordered the transfers", "ordered by X"; not "ordered an inquiry".
static bool orders_deed(const struct finder *f, int i)
{
	static const char *const answers[] = { "inquiry",    "investigation", "probe",      "review",
					       "evacuation", "search",        "inspection", "audit",
					       "closure",    "arrest",        "release",    "curfew",
					       "tests",      "test",          "autopsy",    "report" };
	static const char *const plans[] = { "plan", "plot", "scheme", "operation", "mission" };
	const struct tokens *s = f->s;
	bool by = i + 1 < f->r.to && token_says(&s->t[i + 1], "by");
	int before = phrase_group(s, i).from - 1;
	bool pron = before >= f->r.from && token_is(&s->t[before], IS(pron)); // "he had ordered Finch to take them"
	bool noun = pron && phrase_find(s, i + 2, i + 5 < f->r.to ? i + 5 : f->r.to, "to") > 0;
	for (int k = i + 1; k < f->r.to && k - i < 6 && !s->t[k].mark; k++) {
		if (token_among(&s->t[k], answers))
			return false;
		noun |= token_is(&s->t[k], IS(incident) | IS(act) | IS(mayact) | IS(pron)) ||
			token_among(&s->t[k], plans) || token_says(&s->t[k], "it") || is_doing(s, k) ||
			claims_topical(f->topic, s->t[k].word);
	}
	return by || noun;
}

// "did not imagine": a helper of the verb behind it.
static bool helps(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	for (int k = i + 1; k < t->head; k++)
		if (s->t[k].mark && !s->t[k].opens)
			return false; // "They did it," she said
	return token_is(t, IS(aux) | IS(be) | IS(have) | IS(modal)) && t->head > i && token_verb(&s->t[t->head]);
}

// "I know that they did it", "we know for a fact it was they": who is sure of it now did not know before.
static bool is_sure_of(const struct finder *f, int i)
{
	static const char *const own[] = { "i", "we" };
	const struct token *t = f->s->t;
	int subject = i - 1 - (i > 1 && token_is(&t[i - 1], IS(adv)));
	if (!token_says(&t[i], "know") || subject < 0 || !token_among(&t[subject], own))
		return false;
	for (int k = i + 1; k < f->r.to && !t[k].mark; k++)
		if (phrase_finite(f->s, k))
			return true;
	return false;
}

// "knew of it", "knew the plan", "had known for months": but not "anyone who says they know is guessing".
static bool knows_something(const struct finder *f, int i)
{
	if (is_sure_of(f, i))
		return false;
	return i + 1 >= f->r.to || !phrase_finite(f->s, i + 1);
}

// "Was inventing stories", "made it all up", "concocted the allegation": who is said to lie about others has not staged
// anything.
static bool invents_words(const struct finder *f, int i)
{
	static const char *const words[] = { "story", "stories", "tale",   "tales", "excuse", "excuses",
					     "lie",   "lies",    "things", "alibi", "it",     "testimony" };
	for (int k = i + 1; k < f->r.to && k - i < 5 && !f->s->t[k].mark; k++)
		if (token_among(&f->s->t[k], words) ||
		    token_is(&f->s->t[k], IS(alleged) | IS(thought) | IS(guessed) | IS(denial)))
			return true;
	return false;
}

// "I'd cut my hand off first": what somebody would do, nobody has done. Not "he'd planted it".
static bool would(const struct tokens *s, int i)
{
	const struct token *before = i > 0 ? &s->t[i - 1] : NULL;
	return before && s->t[i].forms & FORM_BASE && slice_ends(slice_of(before->word), "'d");
}

// "Knew of it", "had known nothing about it".
static void knew(struct finder *f, int i)
{
	static const char *const nothing[] = { "nothing", "none", "little" };
	int before = f->out.n;
	bool bare = i + 1 >= f->r.to || (f->s->t[i + 1].mark && !f->s->t[i + 1].opens);
	struct verb_group g = phrase_group(f->s, i);
	if ((bare && g.negated && !g.perfect) || finder_acquainted(f->s, i, f->r.to))
		return; // "he did not know"
	by_verb(f, i, ROLE_knew);
	if (f->out.n > before && i + 1 < f->r.to && token_among(&f->s->t[i + 1], nothing))
		f->out.at[before].negated = true;
}

// "Opened an investigation", "dropped the case against him", "carried out a search": what is done by those who inquire.
static bool is_procedure(const struct tokens *s, int i, int end)
{
	static const char *const words[] = { "investigation", "investigations", "inquiry", "inquiries", "enquiry",
					     "probe",         "case",           "cases",   "charges",   "proceedings",
					     "search",        "searches",       "review",  "audit",     "tests",
					     "autopsy",       "appeal",         "hearing", "trial",     "inspection",
					     "prosecution",   "lawsuit",        "manhunt", "inquest",   "checks" };
	struct range what = phrase_noun(s, i + 1 + (i + 1 < end && token_says(&s->t[i + 1], "out")), end, NULL);
	return !range_empty(what) && token_among(&s->t[nominal_head(s, what)], words);
}

// "Hacked through the brambles", "fired three hundred workers": no such deed.
static bool is_other_sense(const struct finder *f, int i)
{
	static const char *const paths[] = { "through", "off", "away", "at" };
	const struct tokens *s = f->s;
	if (slice_starts(slice_of(s->t[i].word), "hack") && i + 1 < f->r.to)
		return token_among(&s->t[i + 1], paths);
	if (!token_says(&s->t[i], "fired") && !token_says(&s->t[i], "fires"))
		return false;
	struct range whom = phrase_noun(s, i + 1, f->r.to, NULL);
	const struct token *head = range_empty(whom) ? NULL : &s->t[nominal_head(s, whom)];
	return head && !head->mark && (head->kind == KIND_NOUN + NOUN_PERSON || token_is(head, IS(person)));
}

static void verb_claims(struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	if (helps(f->s, i) || would(f->s, i))
		return;
	if (staging_at(f, i)) {
		by_verb(f, i, ROLE_staged);
		return;
	}
	if (nameless_does(f, i)) {
		by_verb(f, i, ROLE_did);
		return;
	}
	if (!t->forms || !phrase_verb(f->s, i) || is_other_sense(f, i))
		return;
	const struct token *next = i + 1 < f->r.to ? &f->s->t[i + 1] : NULL;
	if (token_is(t, IS(direct)) && orders_deed(f, i) && !pays_dearly(f, i))
		by_verb(f, i, ROLE_directed);
	else if (token_is(t, IS(stage)) && (t->forms & (FORM_PAST | FORM_PARTICIPLE | FORM_ING)) &&
		 !invents_words(f, i))
		by_verb(f, i, ROLE_staged);
	else if (token_is(t, IS(know)) && !hides(f->s, i) && !(next && token_is(next, IS(wh))) &&
		 knows_something(f, i) && !(i > f->r.from && token_says(&f->s->t[i - 1], "ever")))
		knew(f, i);
	else if ((deed(f, i) || (token_is(t, IS(mayact)) && story_behind(f, i))) && !is_procedure(f->s, i, f->r.to))
		by_verb(f, i, ROLE_did);
	else if (token_is(t, IS(light)) && !(next && token_says(next, "to")) && of_incident(f, i + 1)) // not "plans to"
		by_verb(f, i, ROLE_did);
	else if ((token_says(t, "warned") || token_says(t, "tipped") || token_says(t, "alerted")) &&
		 phrase_group(f->s, i).passive)
		told_before(f, i);
	else if (told_other(f, i))
		return;
	else if (token_is(t, IS(light)) && next && (token_says(next, "so") || token_says(next, "by")))
		by_verb(f, i, ROLE_did);
}

// "Unaware of any threat", "not aware of a confession": of something else than what was done or meant to be.
static bool of_something_else(const struct finder *f, int i)
{
	static const char *const plans[] = { "plan",   "plans", "plot", "plots", "operation",
					     "scheme", "what",  "any",  "this",  "that" };
	struct range what = i + 2 < f->r.to ? phrase_noun(f->s, i + 2, f->r.to, NULL) : (struct range){ 0, 0 };
	if (range_empty(what) || !token_says(&f->s->t[i + 1], "of"))
		return false;
	if (token_is(&f->s->t[nominal_head(f->s, what)], IS(alleged) | IS(guessed)))
		return true;
	if (of_incident(f, i + 2))
		return false;
	const struct token *head = &f->s->t[nominal_head(f->s, what)];
	return token_noun(head) && !token_among(head, plans) && !token_is(head, IS(act) | IS(responsibility));
}

// "the work of X", "on the orders of X", "on orders from X": the noun phrase after it.
static void by_phrase(struct finder *f, int i, int after, enum role role)
{
	struct range who = phrase_noun(f->s, after, f->r.to, NULL);
	struct claim *c = finder_add(f, role, i);
	if (!c)
		return;
	c->negated = finder_negated(f, i);
	given_to(f, c, who);
}

static bool only_before(const struct finder *f, int i)
{
	for (int k = i - 1; k >= f->r.from && i - k < 7 && !f->s->t[k].mark; k--)
		if (token_says(&f->s->t[k], "only") || token_says(&f->s->t[k], "all"))
			return true;
	return false;
}

static const char *const states[] = { "responsible", "guilty", "involved", "complicit", "innocent" };
static const char *const knowing[] = { "aware", "unaware" };
static const struct {
	const char *words[2];
	enum role role;
} phrases[] = { { { "work", "of" }, ROLE_did },
		{ { "handiwork", "of" }, ROLE_did },
		{ { "involvement", "of" }, ROLE_did },
		{ { "victim", "of" }, ROLE_did },
		{ { "victims", "of" }, ROLE_did },
		{ { "orders", "of" }, ROLE_directed },
		{ { "orders", "from" }, ROLE_directed },
		{ { "behest", "of" }, ROLE_directed },
		{ { "direction", "of" }, ROLE_directed },
		{ { "instructions", "from" }, ROLE_directed },
		{ { "instructions", "of" }, ROLE_directed } };

// "Had no part in it", "did not have any role": at the noun.
static bool has_no_part(const struct finder *f, int i)
{
	static const char *const before[] = { "no", "any", "a" };
	const struct token *t = &f->s->t[i];
	return token_is(t, IS(responsibility)) && i > f->r.from && !token_says(t, "knowledge") &&
	       !finder_two(f, i, "involvement", "of") && token_among(t - 1, before) && of_incident(f, i + 1);
}

// "Strong evidence against X", "the case against him was overwhelming": at "against". Weak or none says nothing.
static bool proof_against(const struct finder *f, int i)
{
	static const char *const proof[] = { "evidence", "case", "proof", "proofs" };
	static const char *const firm[] = { "strong",     "overwhelming", "ample",       "damning",    "compelling",
					    "conclusive", "solid",        "convincing",  "watertight", "irrefutable",
					    "plenty",     "powerful",     "considerable" };
	enum { BACK = 5, ON = 8 };
	const struct tokens *s = f->s;
	bool is = false, strong = false;
	if (!token_says(&s->t[i], "against"))
		return false;
	for (int k = i - 1; k >= f->r.from && i - k < 3; k--)
		is |= token_among(&s->t[k], proof);
	for (int k = i > BACK ? i - BACK : 0; is && k < f->r.to && k - i < ON; k++) {
		if (token_is(&s->t[k], IS(neg) | IS(modal)))
			return false;
		strong |= token_among(&s->t[k], firm);
	}
	return strong;
}

static void two_words(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	for (size_t k = 0; k < sizeof phrases / sizeof *phrases && token_among(&s->t[i], phrases); k++)
		if (finder_two(f, i, phrases[k].words[0], phrases[k].words[1]))
			by_phrase(f, i, i + 2, phrases[k].role);
	if (finder_two(f, i, "looked", "away"))
		by_verb(f, i, ROLE_knew);
	if (finder_two(f, i, "blind", "eye") || finder_two(f, i, "other", "way"))
		by_verb(f, i - 2 > f->r.from ? i - 2 : i, ROLE_knew);
}

static void phrase_claims(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	bool to = i > 1 && token_says(&s->t[i - 1], "to") && !token_says(&s->t[i - 2], "order"),
	     left = i > 0 && token_says(&s->t[i - 1], "left");
	if (token_says(t, "guilty") && only_before(f, i))
		return; // "the only thing I am guilty of"
	if (token_among(t, states) || (token_says(t, "behind") && !left && !hides(s, i - 1)) ||
	    (token_says(t, "blame") && to))
		by_state(f, i, ROLE_did);
	else if (token_among(t, knowing) && !of_something_else(f, i))
		by_state(f, i, ROLE_knew);
	else if (has_no_part(f, i))
		by_state(f, i, ROLE_did);
	else if (proof_against(f, i))
		by_phrase(f, i, i + 1, ROLE_did);
	else if ((finder_two(f, i, "nothing", "to") || finder_two(f, i, "something", "to")) && i + 2 < f->r.to &&
		 token_says(&s->t[i + 2], "do"))
		by_state(f, i, ROLE_did);
	else if (finder_two(f, i, "down", "to") && i > f->r.from && token_is(&s->t[i - 1], IS(be) | IS(adv)) &&
		 claims_someone(s, phrase_noun(s, i + 2, f->r.to, "who")))
		by_phrase(f, i, i + 2, ROLE_did);
	else
		two_words(f, i);
}

void claims_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "behind", "blame", "nothing", "something", "down",
					      "looked", "blind", "other",   "against" };
	vocabulary_hang(a, v, HOOK_CLAIM, states);
	vocabulary_hang(a, v, HOOK_CLAIM, knowing);
	vocabulary_hang(a, v, HOOK_CLAIM, tells);
	vocabulary_hang(a, v, HOOK_CLAIM, phrases);
	vocabulary_hang(a, v, HOOK_CLAIM, others);
	deed_hang(a, v);
	cause_hang(a, v);
	purpose_hang(a, v);
	event_hang(a, v);
	staging_hang(a, v);
	nameless_hang(a, v);
}

// A negation before a predicate that no rule has read ("it was not X who did it"): the claim asserts nothing.
static void doubt_negated(struct finder *f)
{
	for (int i = 0; i < f->out.n; i++) {
		struct claim *c = &f->out.at[i];
		bool none = c->role == ROLE_no_event; // the negation is the claim
		c->open |= phrase_unsaid(f->s, f->r.from, c->at);
		for (int k = c->at - 1; k >= f->r.from && !c->negated && !none; k--) {
			const struct token *t = &f->s->t[k];
			if ((t->mark && !t->opens && !t->closes) || token_says(t, "that") || token_says(t, "but") ||
			    (!c->said && (finder_when(t) || token_says(t, "while"))))
				break;
			c->open |= token_is(t, IS(neg)) && !finder_sets_against(f->s, k) && !finder_than(f->s, k);
		}
	}
}

struct claims claims_of(struct mentions *m, const struct topic *topic, const struct tokens *s, struct range r,
			const char *self, bool others)
{
	struct finder f = { .m = m, .topic = topic, .s = s, .r = r, .self = self, .others = others };
	for (int i = r.from; i < r.to && f.out.n < CLAIMS_MOST; i++) {
		verb_claims(&f, i);
		if (s->t[i].hooks & HOOK_CLAIM || token_is(&s->t[i], IS(responsibility)))
			phrase_claims(&f, i);
		deed_claims(&f, i);
		finder_bare(&f, i);
		cause_told(&f, i);
		purpose_told(&f, i);
		event_none(&f, i);
	}
	for (int i = r.from; i < r.to; i++)
		cause_named(&f, i);
	for (int i = r.from; i < r.to; i++)
		nameless_told(&f, i);
	doubt_negated(&f);
	return f.out;
}
