// There is no parser: a noun phrase runs to the nearest thing that cannot stand in it. English news prose is regular
// enough for subjects and objects of reporting verbs; where it is not, the caller gets an empty range and says nothing.
#include "read/phrase.h"

#include <string.h>

static bool ends_with(const struct token *t, const char *ending)
{
	return slice_ends(slice_of(t->word), ending);
}

static bool adverb(const struct token *t)
{
	return token_is(t, IS(adv)) ||
	       (!t->capital && ends_with(t, "ly") && strlen(t->word) > 4 && !token_is(t, IS(person)));
}

bool phrase_reflexive(const struct token *t)
{
	static const char *const words[] = { "himself", "herself", "itself", "themselves" };
	return token_among(t, words);
}

bool phrase_comma(const struct tokens *s, int i)
{
	return i >= 0 && i < s->n && s->t[i].mark && token_says(&s->t[i], ",");
}

int phrase_skip_adverbs(const struct tokens *s, int i, int end)
{
	while (i < end && adverb(&s->t[i]))
		i++;
	return i;
}

int phrase_past_aside(const struct tokens *s, int i)
{
	enum { LONG = 6 }; // tokens
	bool says = false;
	int close = i + 1;
	while (phrase_comma(s, i) && close < s->n && close - i <= LONG && !s->t[close].mark)
		says |= token_is(&s->t[close++], IS(say) | IS(think));
	return says && phrase_comma(s, close) ? close + 1 : i;
}

int phrase_find(const struct tokens *s, int from, int to, const char *word)
{
	for (int i = from; i < to; i++)
		if (token_says(&s->t[i], word))
			return i;
	return -1;
}

static const uint64_t helper = IS(be) | IS(have) | IS(aux) | IS(modal);

// "A gas leak most likely caused it".
static bool most_likely(const struct tokens *s, int i)
{
	static const char *const how[] = { "most", "very", "quite", "highly", "more" };
	return i > 0 && token_says(&s->t[i], "likely") && token_among(&s->t[i - 1], how);
}

// The word before i that is no adverb, or -1.
static int before(const struct tokens *s, int i)
{
	for (i--; i >= 0; i--)
		if (most_likely(s, i))
			i--;
		else if (!adverb(&s->t[i]) || token_is(&s->t[i], helper | IS(neg)))
			break;
	return i;
}

// "the report", "its attack", "of charges": a word that could be a verb is a noun here.
static bool after_determiner(const struct tokens *s, int i)
{
	int b = i - 1;
	while (b >= 0 && !s->t[b].mark && !s->t[b].is && !s->t[b].capital && !s->t[b].forms && i - b < 3)
		b--; // adjectives we do not know
	if (b < 0)
		return false;
	const struct token *t = &s->t[b];
	if (token_says(t, "that") || token_says(t, "no") || t->mark)
		return token_says(t, "no");
	return t->owner || t->number || token_is(t, IS(det)) || (token_is(t, IS(prep)) && !token_says(t, "to"));
}

bool phrase_verb(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (!t->forms || t->forms == FORM_MANY || t->mark || t->owner)
		return false;
	if (t->capital && i > 0 && !s->t[i - 1].mark)
		return false; // a name
	if (t->tag != POS_NONE && !token_verb(t))
		return t->forms == FORM_ING && i + 1 < s->n && token_says(&s->t[i + 1], "that"); // "speculating that"
	if (t->tag != POS_NONE)
		return true;
	int b = before(s, i);
	bool helped = b >= 0 && (token_is(&s->t[b], helper | IS(pron)) || token_says(&s->t[b], "to") ||
				 token_says(&s->t[b], "not"));
	if (helped)
		return true;
	const struct token *next = i + 1 < s->n ? &s->t[i + 1] : NULL;
	if (t->forms & FORM_ING)
		return !after_determiner(s, i) || (next && token_is(next, IS(det) | IS(pron)));
	if (t->forms & (FORM_PAST | FORM_PARTICIPLE)) {
		bool then_noun =
		    next && !next->mark && !next->capital &&
		    !token_is(next, IS(prep) | IS(det) | IS(pron) | IS(sub) | IS(conj) | IS(adv) | IS(neg));
		return !(after_determiner(s, i) && (then_noun || t->forms & FORM_BASE));
	}
	if (after_determiner(s, i) || b < 0)
		return false;
	bool noun_too = token_is(t, IS(incident) | IS(document) | IS(person) | IS(group) | IS(findnoun) |
					IS(responsibility) | IS(cause));
	bool object =
	    next && (token_is(next, IS(det) | IS(pron) | IS(wh) | IS(neg)) || next->opens || token_says(next, "that") ||
		     (next->capital && !noun_too) || (next->mark && token_says(next, ":")));
	if (t->forms & FORM_S || t->forms & FORM_BASE)
		return object ||
		       (!noun_too && next && !next->mark && !token_is(next, IS(prep) | IS(conj) | helper) &&
			next->forms != FORM_PAST) ||
		       token_is(t, IS(say) | IS(think)) > noun_too;
	return false;
}

bool phrase_finite(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (token_is(t, helper))
		return !token_says(t, "being") && !token_says(t, "having") && !token_says(t, "been") && !t->owner;
	if (t->forms == FORM_ING || !phrase_verb(s, i))
		return false;
	if (i > 0 && token_says(&s->t[i - 1], "to"))
		return false;
	if (t->forms & FORM_PARTICIPLE && !(t->forms & FORM_BASE)) {
		// "people briefed on", "a group known as": part of the noun phrase
		const struct token *next = i + 1 < s->n ? &s->t[i + 1] : NULL;
		if (next && token_is(next, IS(prep)) && i > 0 && !s->t[i - 1].capital &&
		    !token_is(&s->t[i - 1], IS(pron) | helper))
			return false;
		if (next && (token_says(next, "as") || token_is(next, IS(day))))
			return false;
	}
	return true;
}

// "stopped short of", "refrained from", "shied away from", "without", "avoided": at what stands before a gerund, which
// was not done.
static bool averted(const struct tokens *s, int before)
{
	static const char *const kept[] = { "refrain", "refrained", "refrains",  "refraining", "back",    "away",
					    "far",     "desisted",  "abstained", "recoiled",   "stopped", "shrank" };
	static const char *const avoided[] = { "without", "avoid", "avoids", "avoided", "avoiding", "resisted" };
	const struct token *last = before >= 0 ? &s->t[before] : NULL, *first = before > 0 ? last - 1 : NULL;
	if (!last)
		return false;
	bool close = before + 1 < s->n && token_says(last + 1, "to") && token_says(last, "close"); // "came close to"
	return close || token_among(last, avoided) || (first && token_says(last, "of") && token_says(first, "short")) ||
	       (first && token_says(last, "of") && token_says(first, "instead")) ||
	       (first && token_says(last, "from") && token_among(first, kept));
}

// "Hesitates to say", "was unable to rule out": it is not done.
static bool shies(const struct token *t)
{
	static const char *const words[] = { "hesitate", "hesitates", "hesitated", "hesitating", "struggle",
					     "forbear",  "forbears",  "forbore",   "struggles",  "struggled",
					     "loath",    "loth",      "reluctant", "unable",     "powerless" };
	return token_among(t, words);
}

// "Not (yet) in a position to say", "in no position to", "not able to".
static bool is_unplaced(const struct tokens *s, int i)
{
	enum { NEAR = 5 };
	if (!token_says(&s->t[i], "position") && !token_says(&s->t[i], "able"))
		return false;
	for (int k = i - 1; k >= 0 && i - k < NEAR && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(neg)))
			return true;
	return false;
}

// "Has yet to rule it out", "have still to say", at "to": they have not.
static bool is_yet(const struct tokens *s, int to)
{
	return to > 1 && token_is(&s->t[to - 2], IS(have) | IS(be)) &&
	       (token_says(&s->t[to - 1], "yet") || token_says(&s->t[to - 1], "still"));
}

struct verb_group phrase_group(const struct tokens *s, int i)
{
	struct verb_group g = { .from = i, .at = i, .to = i + 1, .modal = -1 };
	if (g.to < s->n &&
	    (token_says(&s->t[g.to], "out") || token_says(&s->t[g.to], "up") || token_says(&s->t[g.to], "off")))
		g.to++;
	bool have = false, be = false;
	for (int b = i - 1; b >= 0 && i - b < 8; b--) {
		if (b > 2 && (token_says(&s->t[b], "probability") || token_says(&s->t[b], "likelihood")) &&
		    token_says(&s->t[b - 1], "all") && token_says(&s->t[b - 2], "in"))
			b -= 3;
		const struct token *t = &s->t[b];
		if (t->mark || (!token_is(t, helper | IS(neg)) && !adverb(t) && !token_says(t, "to")))
			break;
		if (token_says(t, "longer") && b > 0 && token_says(t - 1, "no")) {
			g.negated = true;
			g.from = --b;
			continue;
		}
		if (token_says(t, "to") && is_yet(s, b)) {
			g.negated = true;
			b--;
			continue;
		}
		if (token_says(t, "to")) {
			g.negated |= b > 0 && (shies(&s->t[b - 1]) || is_unplaced(s, b - 1));
			g.infinitive = true;
			g.from = b;
			break;
		}
		if (token_is(t, IS(det)) && !token_is(t, IS(neg))) // "all", "each": the subject's
			break;
		if (token_says(t, "no") || token_says(t, "nobody") || token_says(t, "nothing") || token_says(t, "none"))
			break; // the subject's as well
		if (token_is(t, IS(neg)))
			g.negated = true;
		if (token_is(t, IS(modal)))
			g.modal = b;
		be |= token_is(t, IS(be)) && !have && !(s->t[i].forms & FORM_ING && s->t[i].forms == FORM_ING);
		have |= token_is(t, IS(have));
		if (token_is(t, helper | IS(neg)))
			g.from = b;
	}
	g.negated |= s->t[i].forms == FORM_ING && averted(s, g.from - 1);
	g.perfect = have;
	g.passive = be && s->t[i].forms & FORM_PARTICIPLE;
	return g;
}

bool phrase_unsaid(const struct tokens *s, int from, int at)
{
	for (int k = at - 1; k >= from; k--) {
		if (s->t[k].mark && !s->t[k].opens && !s->t[k].closes)
			break;
		if (token_is(&s->t[k], IS(say)) && !s->t[k].capital)
			return phrase_group(s, k).negated;
	}
	return false;
}

// "counsel for Ana Lorca", "the head of the Mill Trust": somebody who is told by whom they serve.
static bool serves(const struct tokens *s, int last)
{
	int k = last;
	while (k > 0 && s->t[k].capital && !s->t[k].mark)
		k--;
	k -= k > 1 && token_says(&s->t[k], "the");
	bool links = token_says(&s->t[k], "for") || token_says(&s->t[k], "of") || token_says(&s->t[k], "at");
	return links && k > 0 && token_is(&s->t[k - 1], IS(person) | IS(title)) && !s->t[k - 1].owner;
}

// "the mayor, Ana Lorca, said": a description, and then the name.
static bool named_apposition(const struct tokens *s, int open, int close)
{
	int last = open - 1 - (open > 1 && token_says(&s->t[open - 1], "here")); // "its director here"
	bool described =
	    s->t[last].capital ? serves(s, last) : !token_is(&s->t[last], IS(adv) | IS(prep) | IS(day) | IS(time));
	if (!described || close - open > 6)
		return false;
	for (int k = open + 1; k < close; k++)
		if (!s->t[k].capital && !(k > open + 1 && strlen(s->t[k].word) <= 3))
			return false;
	return close > open + 1;
}

// From the comma that closes an apposition ("Ana Lorca, a clerk at the port, said") to the comma that opens it, or -1.
static int apposition(const struct tokens *s, int comma)
{
	for (int k = comma - 1; k > 0 && comma - k <= 28; k--) {
		const struct token *t = &s->t[k];
		if (t->mark && (token_says(t, ";") || token_says(t, ":") || t->opens || t->closes))
			return -1;
		if (!phrase_comma(s, k))
			continue;
		const struct token *first = &s->t[k + 1], *last = &s->t[k - 1];
		bool noun = last->capital || token_is(last, IS(person) | IS(group) | IS(document) | IS(anonymous));
		if (named_apposition(s, k, comma))
			return k;
		if (!noun || last->mark)
			return -1;
		bool told = first->forms & FORM_PARTICIPLE && token_is(first + 1, IS(prep)); // "accused by Velia"
		bool gloss = told || token_is(first, IS(det) | IS(relative) | IS(person) | IS(group) | IS(prep)) ||
			     first->number || !first->is || first->capital || first->owner || first->tag == POS_VBN ||
			     token_is(first, IS(title));
		return gloss && !token_is(first, IS(conj)) ? k : -1;
	}
	return -1;
}

// Cuts what leads up to a subject off its front: "On Tuesday", "But", "In a statement".
static struct range without_lead(const struct tokens *s, struct range r)
{
	while (r.from < r.to &&
	       (token_is(&s->t[r.from], IS(conj) | IS(sub)) ||
		(adverb(&s->t[r.from]) && !token_is(&s->t[r.from], IS(det)) && s->t[r.from].tag != POS_NNP)))
		r.from++;
	if (r.from >= r.to || !token_is(&s->t[r.from], IS(prep)) || s->t[r.from].forms & FORM_ING)
		return r;
	for (int k = r.from + 1; k < r.to - 1; k++) {
		const struct token *t = &s->t[k];
		bool time = t->number || token_is(t, IS(day) | IS(month) | IS(time) | IS(document));
		if (time && !token_is(&s->t[k + 1], IS(prep) | IS(day) | IS(month) | IS(time)) && !s->t[k + 1].number)
			return without_lead(s, (struct range){ k + 1, r.to });
	}
	return (struct range){ r.to, r.to };
}

// The word after the verb at k; "have overheard" is one verb, whether or not its second word is known.
static int after_helper(const struct tokens *s, int k, int last)
{
	int verb = phrase_skip_adverbs(s, k + 1, last);
	bool helps = token_is(&s->t[k], IS(have) | IS(modal)) && verb < last && !s->t[verb].capital &&
		     !token_is(&s->t[verb], IS(det) | IS(be) | IS(pron) | IS(person) | IS(group));
	return helps ? verb + 1 : k + 1;
}

// "who", "which", and "that" where the tagger takes it for one of them: but not behind "saying", "speculating".
static bool relative(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (!token_says(t, "that"))
		return token_is(t, IS(relative));
	for (int k = i - 1; k >= 0 && i - k < 6 && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(tell)))
			return false; // "told the Tern that"
	return t->tag == POS_WDT && !(i > 0 && token_is(t - 1, IS(say) | IS(think) | IS(guess)));
}

static bool any_finite(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++)
		if (phrase_finite(s, i))
			return true;
	return false;
}

// Scans left over a noun phrase that ends at `last`.
static struct range scan_left(const struct tokens *s, int last)
{
	static const char *const objects[] = { "us", "me", "him", "them", "you" };
	int from = last + 1, joint = -1;
	for (int k = last; k >= 0 && last - k < 40; k--) {
		const struct token *t = &s->t[k];
		if (t->mark && !(token_says(t, "-") || token_says(t, "/") || token_says(t, "&")))
			break;
		if (k < last && token_among(t, objects) && !t->capital)
			break; // "he tells us his country"
		if (relative(s, k) && k < last) {
			if (!any_finite(s, k + 1, last + 1))
				break; // "theories that officials have not ruled out"
			if (k > 0 && phrase_comma(s, k - 1))
				k--;
			continue; // "a man who had fled said"
		}
		if (token_says(t, "that") || token_says(t, "but") || (token_is(t, IS(sub)) && !token_is(t, IS(prep))))
			break;
		if (token_is(t, IS(conj))) {
			joint = joint < 0 ? k : joint;
			continue;
		}
		if (k > 0 && t->forms & FORM_BASE && token_says(&s->t[k - 1], "to"))
			break; // "nothing to suggest X did it"
		if (k > 0 && k < last && token_is(t, IS(det)) && !token_says(t, "all") && s->t[k - 1].tag == POS_NN &&
		    !s->t[k - 1].capital) {
			from = k; // "a charge the group denies"
			break;
		}
		if (k < last && phrase_finite(s, k)) {
			int rel = k;
			while (rel > 0 && k - rel < 9 && !relative(s, rel))
				rel--;
			if (!relative(s, rel)) {
				from = joint > 0 ? joint + 1 : after_helper(s, k, last);
				break;
			}
		}
		from = k;
	}
	return (struct range){ from, last + 1 };
}

// "A nurse, she says, told": from the comma that closes what is thrown in to the one that opens it, or -1.
static int thrown_in(const struct tokens *s, int comma)
{
	for (int k = comma - 1; k > 0 && comma - k < 8; k--)
		if (phrase_comma(s, k)) {
			int next = k + 1 + token_is(&s->t[k + 1], IS(conj));
			if (token_says(&s->t[next], "not") ||
			    (token_says(&s->t[next], "rather") && token_says(&s->t[next + 1], "than")))
				return k; // "Red Kite, not the army, did it"
			break;
		}
	bool said = comma > 3 && token_is(&s->t[comma - 1], IS(say) | IS(think)) &&
		    token_is(&s->t[comma - 2], IS(pron)) && !token_is(&s->t[comma - 2], IS(wh));
	return said && phrase_comma(s, comma - 3) ? comma - 3 : -1;
}

// "The tribunal heard from the inspector, who": the inspector.
static struct range heard_from(const struct tokens *s, struct range r)
{
	static const char *const words[] = { "from", "by", "to", "with" };
	for (int i = r.to - 1; i > r.from; i--)
		if (token_among(&s->t[i], words))
			return (struct range){ i + 1, r.to };
	return r;
}

// "A visitor rather than a guard": the first of two that are set against each other.
static struct range set_against(const struct tokens *s, struct range r)
{
	int k = r.from - 1;
	while (k > 0 && token_is(&s->t[k], IS(det)))
		k--;
	bool than = k > 1 && token_says(&s->t[k], "than") && token_says(&s->t[k - 1], "rather");
	bool of = k > 1 && token_says(&s->t[k], "of") && token_says(&s->t[k - 1], "instead");
	int last = k - 2 - (k > 2 && phrase_comma(s, k - 2));
	return than || of ? without_lead(s, scan_left(s, last)) : r;
}

struct range phrase_antecedent(const struct tokens *s, struct range who)
{
	struct range none = { who.from, who.from };
	int rel = who.from - 1;
	if (range_empty(who) || rel < 1 || !relative(s, rel))
		return none;
	int last = phrase_comma(s, rel - 1) ? rel - 2 : rel - 1;
	return last < 0 ? none : without_lead(s, scan_left(s, last));
}

struct range phrase_interposed(const struct tokens *s, int said)
{
	struct range none = { said, said };
	struct verb_group verb = phrase_group(s, said);
	const struct token *next = said + 1 < s->n ? &s->t[said + 1] : NULL;
	bool verbs = next && (token_is(next, IS(have) | IS(be) | IS(modal) | IS(aux)) || next->tag == POS_VBD ||
			      next->tag == POS_VBZ || next->tag == POS_VBP);
	if (!verbs || verb.passive || verb.infinitive || !token_is(&s->t[said], IS(say) | IS(think) | IS(guess)) ||
	    !token_verb(&s->t[said]))
		return none;
	bool joined = false;
	struct range who = phrase_subject(s, verb.from, &joined);
	return who.to == verb.from ? phrase_antecedent(s, who) : none;
}

struct range phrase_subject(const struct tokens *s, int at, bool *joined)
{
	struct range none = { at, at };
	int j = before(s, at);
	*joined = false;
	if (j < 0)
		return none;
	const struct token *t = &s->t[j];
	if (phrase_comma(s, j)) {
		int open = thrown_in(s, j);
		open = open < 0 ? apposition(s, j) : open;
		if (open < 0) {
			*joined = true;
			return none;
		}
		if (named_apposition(s, open, j) && thrown_in(s, j) < 0)
			return (struct range){ open + 1, j };
		j = open - 1;
		t = &s->t[j];
	}
	if (token_is(t, IS(conj))) {
		*joined = true;
		return none;
	}
	if (token_is(t, IS(relative)) && j > 0) {
		int k = phrase_comma(s, j - 1) ? j - 2 : j - 1;
		bool thing = k >= 0 && (s->t[k].capital ||
					token_is(&s->t[k], IS(person) | IS(group) | IS(document) | IS(anonymous)));
		if (thing)
			return heard_from(s, without_lead(s, scan_left(s, k)));
		return none;
	}
	if (t->mark || token_is(t, IS(prep) | IS(sub)))
		return none;
	if (token_is(t, IS(say) | IS(think) | IS(guess))) {
		struct range of = phrase_interposed(s, j);
		if (!range_empty(of))
			return of;
	}
	if (j > 0 && phrase_reflexive(t)) // "the president himself gave it"
		return without_lead(s, scan_left(s, j - 1));
	if (token_is(t, IS(pron)))
		return (struct range){ j, j + 1 };
	return set_against(s, without_lead(s, scan_left(s, j)));
}

struct range phrase_governed(const struct tokens *s, const struct verb_group *verb)
{
	for (int i = verb->from - 1; i >= 0; i--) {
		bool noun = token_noun(&s->t[i]) || s->t[i].tag == POS_PRP;
		if (!noun || s->t[i].owner || s->t[i].head != verb->at)
			continue;
		int from = i;
		while (from > 0 && !s->t[from - 1].mark &&
		       (token_noun(&s->t[from - 1]) || s->t[from - 1].tag == POS_JJ || s->t[from - 1].tag == POS_CD ||
			s->t[from - 1].tag == POS_DT || s->t[from - 1].tag == POS_PRPS))
			from--;
		if (from == 0 || s->t[from - 1].tag != POS_IN)
			return (struct range){ from, i + 1 };
	}
	return (struct range){ verb->from, verb->from };
}

bool phrase_each_other(const struct tokens *s, int i)
{
	return i + 1 < s->n && ((token_says(&s->t[i], "each") && token_says(&s->t[i + 1], "other")) ||
				(token_says(&s->t[i], "one") && token_says(&s->t[i + 1], "another")));
}

struct range phrase_noun(const struct tokens *s, int i, int end, const char *stop)
{
	i += i + 1 < end && s->t[i].closes; // 'the "work of" rebels'
	int from = i, k = i;
	if (phrase_each_other(s, i) && i + 2 <= end)
		return (struct range){ i, i + 2 };
	for (; k < end; k++) {
		const struct token *t = &s->t[k];
		if (t->mark) {
			bool inner = token_says(t, "-") || (token_says(t, "&") && k > from) || t->opens ||
				     (t->closes && k > from);
			if (!inner)
				break;
			continue;
		}
		if (stop && k > from && token_says(t, stop))
			break;
		if (token_is(t, IS(pron)) && k > from)
			break;
		if (token_says(t, "that") && k > from)
			break;
		if (token_is(t, IS(relative) | IS(sub)) && !token_is(t, IS(prep) | IS(det)) && !token_says(t, "as"))
			break;
		if (k > from &&
		    (phrase_finite(s, k) || (token_says(t, "to") && k + 1 < end && s->t[k + 1].forms & FORM_BASE)))
			break;
		if (token_is(t, IS(conj)) && !token_says(t, "and") && !token_says(t, "or"))
			break;
		bool than = token_says(t, "rather") && k + 1 < end && token_says(t + 1, "than");
		if (k > from && (than || (token_is(t, IS(conj)) && k + 1 < end && token_says(t + 1, "not"))))
			break;
	}
	while (k > from &&
	       (token_is(&s->t[k - 1], IS(prep) | IS(conj) | IS(det) | IS(neg)) || s->t[k - 1].opens ||
		adverb(&s->t[k - 1])) &&
	       !(s->t[k - 1].capital))
		k--;
	return (struct range){ from, k };
}
