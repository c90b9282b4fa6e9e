// An open class of words for being sure, each with the degrees before it and what takes them back: what is said is
// composed, not looked up. A word of sureness is one only of somebody who is sure: not "a certain man", "make sure",
// "sure to win", "consumer confidence", "it is certain", "are you sure?".
#include "read/sureness.h"

#include "read/certainty.h"
#include "read/degree.h"

// Words of degree that leave a sureness as high as it is.
static bool full_word(const struct token *t)
{
	static const char *const words[] = { "very",    "quite",      "absolutely", "completely",  "entirely",
					     "totally", "utterly",    "so",         "as",          "too",
					     "that",    "all",        "firmly",     "wholly",      "extremely",
					     "highly",  "perfectly",  "fully",      "really",      "equally",
					     "almost",  "nearly",     "virtually",  "practically", "but",
					     "still",   "now",        "already",    "himself",     "herself",
					     "itself",  "themselves", "myself",     "ourselves",   "only",
					     "longer",  "deeply",     "dead",       "supremely",   "overwhelmingly",
					     "per",     "cent",       "percent",    "in",          "just",
					     "any",     "terribly",   "altogether", "exactly",     "at",
					     "yet",     "also",       "similarly",  "certain",     "or",
					     "good",    "by",         "means" };
	bool of_manner = !t->capital && span_len(t->at) > 4 && slice_ends(slice_of(t->word), "ly");
	return of_manner || token_among(t, words);
}

// "he is" in one word.
static bool contracted(const struct token *t)
{
	static const char *const words[] = { "i'm",     "we're",  "he's",   "she's", "they're", "it's",
					     "there's", "that's", "you're", "i've",  "we've",   "they've" };
	return token_among(t, words);
}

// What joins somebody to how sure they are: "is", "isn't", "he's", "feels", "declared himself".
static bool joins(const struct tokens *s, int i)
{
	static const char *const words[] = { "seem",   "seems",   "seemed",     "feel",      "feels",    "felt",
					     "remain", "remains", "remained",   "sound",     "sounds",   "sounded",
					     "become", "becomes", "became",     "appear",    "appears",  "appeared",
					     "stay",   "stays",   "stayed",     "grew",      "grows",    "look",
					     "looks",  "looked",  "pronounced", "professed", "professes" };
	const struct token *t = &s->t[i];
	static const char *const calls[] = { "described", "describes", "called", "calls", "declared", "declares" };
	bool of_self = i + 1 < s->n && slice_find(slice_of(s->t[i + 1].word), "sel") >= 0 &&
		       (token_is(t, IS(say)) || token_among(t, calls));
	bool not_be = token_is(t, IS(aux)) && token_is(t, IS(neg)) && slice_find(slice_of(t->word), "sn't") >= 0;
	bool weren_t = token_says(t, "aren't") || token_says(t, "weren't");
	return token_is(t, IS(be)) || not_be || weren_t || of_self || token_among(t, words) || contracted(t);
}

// "if he is sure", "until we are certain": nobody is yet.
static bool on_condition(const struct tokens *s, int from)
{
	static const char *const words[] = { "if",       "unless",  "until",  "till", "once",     "when",
					     "whenever", "whether", "before", "lest", "provided", "how" };
	for (int k = from - 1; k >= 0 && from - k < 4 && !s->t[k].mark; k--)
		if (token_among(&s->t[k], words))
			return true;
	return false;
}

static bool asked(const struct tokens *s)
{
	for (int i = s->n; i-- > 0 && s->t[i].mark;)
		if (token_says(&s->t[i], "?"))
			return true;
	return false;
}

// Whether it can be somebody who is sure, and is not only told to be so: not "nobody", "you", "which".
static bool somebody(const struct tokens *s, struct range who)
{
	static const char *const words[] = { "you",      "who",  "anyone", "anybody", "someone", "somebody",
					     "everyone", "what", "which",  "you're",  "few",     "everybody" };
	if (range_empty(who))
		return false;
	const struct token *t = &s->t[who.from];
	return !token_is(t, IS(neg)) && !token_among(t, words);
}

// Sets who is sure by the verb at `verb`, and lowers the level where the verb is negated; false where nobody is so yet.
bool sureness_held(const struct tokens *s, int verb, struct surety *out)
{
	struct verb_group g = phrase_group(s, verb);
	bool joined = false, neg = g.negated || token_is(&s->t[verb], IS(neg));
	if (g.infinitive && g.from > 0) { // "seems to be sure"
		static const char *const words[] = { "claims", "claimed", "claim", "professes", "professed" };
		if (!token_seems(&s->t[g.from - 1]) && !token_among(&s->t[g.from - 1], words))
			return false;
		g = phrase_group(s, g.from - 1);
		neg |= g.negated;
	}
	int modal = token_is(&s->t[verb], IS(modal)) ? verb : g.modal;
	bool can = modal >= 0 && (token_says(&s->t[modal], "can") ||
				  (modal + 1 < s->n && token_says(&s->t[modal + 1], "only"))); // "could only be"
	bool would = modal > 0 && token_says(&s->t[modal], "would") && // "I would be fairly confident"
		     (token_says(&s->t[modal - 1], "i") || token_says(&s->t[modal - 1], "we"));
	if (modal >= 0 && !neg && !can && !would)
		return false;
	if (modal >= 0 && can && !neg && token_says(&s->t[modal], "could"))
		out->from = modal;
	bool own = contracted(&s->t[g.from]);
	struct range who = own ? (struct range){ g.from, g.from + 1 } : phrase_subject(s, g.from, &joined);
	if (joined && range_empty(who)) // "said it was a bomb and was sure that": the clause's first subject
		for (int k = 0; k < g.from && range_empty(who); k++)
			if (phrase_finite(s, k)) {
				who = phrase_subject(s, phrase_group(s, k).from, &joined);
				break;
			}
	if (!somebody(s, who) || on_condition(s, who.from))
		return false;
	out->who = who;
	if (neg && !(out->level == SURENESS_moderate && out->from < verb))
		out->level = SURENESS_low;
	out->from = neg && g.from < out->from ? (own || !g.negated ? out->from : g.from) : out->from;
	return true;
}

static bool there(const struct token *t)
{
	return slice_starts(slice_of(t->word), "there");
}

static const char *const pointers[] = { "it", "that", "this", "so", "these", "those" };

bool sureness_points_back(const struct token *t)
{
	return t->hooks & HOOK_POINT && token_among(t, pointers);
}

// What follows: "that ...", a clause without "that", "about it", "of sabotage"; false where the words are then not
// about being sure of something that was said.
bool sureness_followed(const struct tokens *s, struct surety *out)
{
	int next = out->to;
	static const char *const flat[] = { "whatever", "whatsoever", "indeed" };
	while (next < s->n && (s->t[next].closes || token_among(&s->t[next], flat)))
		next++;
	if (next + 1 < s->n && token_says(&s->t[next], "at") && token_says(&s->t[next + 1], "all"))
		next += 2;
	out->clause = -1;
	if (next >= s->n || s->t[next].mark)
		return true;
	const struct token *t = &s->t[next];
	if (token_says(t, "to") || token_says(t, "enough"))
		return false; // "sure to win"
	if (token_says(t, "that")) {
		out->clause = next + 1;
		return next + 1 < s->n;
	}
	static const char *const joints[] = { "of", "about", "on", "in", "as", "over" };
	if (token_among(t, joints)) {
		const struct token *object = next + 1 < s->n ? &s->t[next + 1] : t;
		static const char *const more[] = { "much", "score", "point", "count", "front", "matter" };
		if (token_says(t, "in") && token_is(object, IS(say)) && object->forms & FORM_ING) {
			out->clause = next + 2 + (next + 2 < s->n && token_says(&s->t[next + 2], "that"));
			return out->clause < s->n; // "confident in saying that"
		}
		int past = next + 2 + (next + 2 < s->n && token_among(&s->t[next + 2], more));
		bool whole =
		    past >= s->n || s->t[past].mark || token_is(&s->t[past], IS(conj)) || token_says(&s->t[past], "as");
		out->back = (sureness_points_back(object) || token_says(object, "anything")) && whole;
		out->thing = !out->back;
		return !(object->forms & FORM_ING) && object->tag != POS_VBG &&
		       !slice_ends(slice_of(object->word), "self");
	}
	static const char *const which[] = { "who", "whose", "where" }; // "no doubt where the blame lies": told next
	bool subject = token_is(t, IS(pron) | IS(det)) || t->capital || t->owner || token_noun(t);
	if (subject && !token_is(t, IS(wh)))
		for (int k = next + 1; k < s->n && k - next < 14 && out->clause < 0 && !s->t[k].mark; k++)
			if (phrase_finite(s, k))
				out->clause = next;
	out->thing = out->clause < 0 && !token_among(t, which);
	return true;
}

// "as sure as I can be": the words that end the comparison.
static int as_far_as(const struct tokens *s, int i)
{
	bool of = i + 2 < s->n && token_says(&s->t[i + 1], "of") && sureness_points_back(&s->t[i + 2]);
	int as = of ? i + 3 : i + 1; // "as sure of it as of anything"
	if (i < 1 || as >= s->n || !token_says(&s->t[i - 1], "as") || !token_says(&s->t[as], "as"))
		return i + 1;
	int end = as + 1;
	while (end < s->n && end - i < 9 && !s->t[end].mark && !token_says(&s->t[end], "that"))
		end++;
	return end;
}

// The degrees before a state: sets level and from; the token that joins it to somebody, or -1.
static int degrees(const struct tokens *s, int i, struct surety *out)
{
	static const char *const most[] = { "highly",  "very",      "absolutely", "completely", "totally",
					    "utterly", "extremely", "supremely",  "but" };
	bool back = false, weaker = false, strong = false;
	int percent = -1, k = i - 1;
	for (; k >= 0 && i - k < 8; k--) {
		const struct token *t = &s->t[k];
		if (t->opens || t->closes)
			continue;
		bool hundred = token_says(t, "a") && token_says(&s->t[k + 1], "hundred");
		bool way = token_says(t, "way") && token_says(&s->t[k + 1], "from"); // "a long way from"
		if (t->mark && !token_says(t, "%")) {
			k = -1;
			break;
		}
		if (joins(s, k))
			break;
		int number = degree_share(t) > 0 ? degree_share(t) : degree_number(t);
		if (number > 0)
			percent = number > percent ? number : percent;
		else if (degree_taken_back(t) || way)
			back = true;
		else if (back && (token_says(t, "long") || token_says(t, "a") || token_says(t, "some")))
			out->from = k;
		else if (degree_level(t) == (int)SURENESS_moderate)
			weaker = true;
		else if (token_among(t, most))
			strong = true;
		else if (!full_word(t) && !hundred && !t->mark && !token_says(t, "from") && !token_says(t, "than"))
			return -1;
		out->from = k;
	}
	out->graded = percent > 0 || weaker || strong;
	if (percent > 0)
		out->level = degree_of_percent(percent);
	else if (weaker)
		out->level = SURENESS_moderate;
	if (back)
		out->level = SURENESS_low;
	return k >= 0 && i - k < 8 ? k : -1;
}

// "The chief, by no means sure, said", "Not entirely certain, she said": beside what is said, without a verb.
static bool stands_apart(const struct tokens *s, const struct surety *x)
{
	bool before = x->from == 0 || (x->from > 0 && s->t[x->from - 1].mark && !s->t[x->from - 1].closes);
	bool behind = x->to < s->n && phrase_comma(s, x->to);
	return before && behind && x->level == SURENESS_low && x->to - x->from > 1;
}

// "she is far from sure": a word that somebody is.
static bool state(const struct tokens *s, int i, struct surety *out)
{
	static const char *const plain[] = { "sure", "certain", "positive", "definite", "uncertain" };
	const struct token *t = &s->t[i];
	out->kind = SURETY_STATE;
	out->level = t->word[0] == 'u' && t->word[1] == 'n' ? SURENESS_low : SURENESS_high;
	out->to = as_far_as(s, i);
	int verb = degrees(s, i, out);
	if (verb < 0 && stands_apart(s, out)) {
		out->kind = SURETY_BESIDE;
		out->doubted = !out->graded;
		return true;
	}
	if (verb < 0 || !sureness_followed(s, out) || !sureness_held(s, verb, out))
		return false;
	bool it = token_says(&s->t[out->who.from], "it") || slice_starts(slice_of(s->t[out->who.from].word), "it'");
	if (there(&s->t[out->who.from]) || (it && token_among(t, plain)))
		return false;
	bool that = out->clause > 0 && token_says(&s->t[out->clause - 1], "that");
	if (token_says(t, "persuaded") && out->level == SURENESS_low)
		return false; // who is not persuaded may hold the opposite
	if ((token_says(t, "satisfied") || token_says(t, "positive")) && !that && out->thing)
		return false;
	out->doubted = out->level == SURENESS_low && !out->graded;
	return !(token_says(t, "satisfied") && out->clause < 0);
}

// "never doubted that", "do not doubt that".
static bool undoubted(const struct tokens *s, int i, struct surety *out)
{
	if (!phrase_verb(s, i) || !phrase_group(s, i).negated)
		return false;
	out->from = phrase_group(s, i).from;
	bool held = sureness_followed(s, out) && sureness_held(s, i, out);
	out->level = SURENESS_high; // its own "not" is what makes it sure
	return held;
}

// "has no doubt", "there is little doubt", "in no doubt", "without a doubt", "never doubted".
static bool doubt(const struct tokens *s, int i, struct surety *out)
{
	static const char *const between[] = { "any",      "a",     "the",       "slightest", "shadow",
					       "of",       "real",  "serious",   "much",      "possible",
					       "whatever", "shred", "scintilla", "reasonable" };
	int k = i - 1;
	while (k > 0 && i - k < 6 && token_among(&s->t[k], between))
		k--;
	if (k < 0)
		return false;
	const struct token *t = &s->t[k];
	bool beside = token_says(t, "without") || token_says(t, "beyond");
	bool none = beside || token_says(t, "no") || token_says(t, "little") || token_says(t, "not") ||
		    token_says(t, "zero") || token_says(t, "scant");
	int verb = beside ? -1 : k - 1;
	if (!none && (token_is(t, IS(have)) || joins(s, k) || there(t)) && phrase_group(s, k).negated) {
		none = true; // "does not have a doubt"
		verb = k;
	}
	while (verb > 0 && !joins(s, verb) &&
	       (token_is(&s->t[verb], IS(adv)) || token_says(&s->t[verb], "in") || s->t[verb].opens))
		verb--;
	if (!none || (token_says(&s->t[i], "question") && token_says(t, "little")))
		return false;
	out->level = SURENESS_high;
	out->from = k;
	out->to = i + 1;
	out->kind = beside ? SURETY_BESIDE : SURETY_STATE;
	if (!sureness_followed(s, out))
		return false;
	if (beside)
		return phrase_find(s, k, i, "reasonable") < 0;
	bool alone = k == 0 || (k > 0 && s->t[k - 1].mark); // "..., no doubt about it"
	if (alone && out->clause < 0 && !out->thing) {
		out->kind = SURETY_BESIDE;
		return true;
	}
	bool leaves = verb >= 0 && slice_starts(slice_of(s->t[verb].word), "lea"); // "it leaves no doubt"
	if (verb < 0 || !(token_is(&s->t[verb], IS(have)) || joins(s, verb) || leaves))
		return false;
	struct verb_group g = phrase_group(s, verb);
	bool expletive = there(&s->t[g.from]) || (g.from > 0 && there(&s->t[g.from - 1]));
	if (expletive || leaves) {
		out->kind = SURETY_BESIDE;
		return true;
	}
	enum sureness level = out->level;
	bool held = sureness_held(s, verb, out);
	out->level = level;
	return held;
}

// "I'd bet my wages", "wouldn't swear to it", "would stake her name on it": a stake, or "to it", makes it no mere word.
static bool bet(const struct tokens *s, int i, struct surety *out)
{
	static const char *const stakes[] = { "house",      "farm",  "money",  "shirt",   "life",    "wages",
					      "reputation", "name",  "career", "job",     "pension", "mortgage",
					      "ranch",      "bible", "soul",   "salary",  "head",    "badge",
					      "savings",    "pay",   "rent",   "licence", "boots" };
	struct verb_group g = phrase_group(s, i);
	const struct token *modal = g.modal >= 0 ? &s->t[g.modal] : NULL;
	bool would = modal && (token_says(modal, "would") || token_says(modal, "wouldn't") ||
			       token_says(modal, "could") || token_says(modal, "couldn't"));
	bool short_would =
	    i > 0 && (slice_ends(slice_of(s->t[i - 1].word), "'d") || slice_ends(slice_of(s->t[i - 1].word), "'ll"));
	if (!would && !short_would)
		return false;
	bool neg = g.negated || (modal && token_is(modal, IS(neg)));
	int end = i + 1;
	bool stake = false, swear = token_says(&s->t[i], "swear");
	bool lays = !swear && !token_says(&s->t[i], "put"); // "would not stake much on it"
	for (; end < s->n && end - i < 6 && (!s->t[end].mark || s->t[end].opens); end++) {
		stake |= token_among(&s->t[end], stakes);
		if (end > i + 1 && sureness_points_back(&s->t[end]) &&
		    (token_says(&s->t[end - 1], "on") || token_says(&s->t[end - 1], "to"))) {
			out->back = true;
			end++;
			break;
		}
		if (token_among(&s->t[end], stakes) && !token_says(&s->t[end + 1 < s->n ? end + 1 : end], "on"))
			break;
	}
	bool denies = swear && neg && i + 1 < s->n && token_says(&s->t[i + 1], "that"); // "would not swear that"
	if (!(stake || denies || ((swear || lays) && out->back)) || (token_says(&s->t[i], "put") && !out->back))
		return false;
	out->from = short_would ? i - 1 : g.from;
	out->to = denies ? i + 1 : out->back ? end : end + 1 < s->n ? end + 1 : s->n;
	out->level = neg ? SURENESS_low : SURENESS_high;
	out->kind = SURETY_STATE;
	bool joined = false;
	out->who = short_would ? (struct range){ i - 1, i } : phrase_subject(s, g.from, &joined);
	return sureness_followed(s, out);
}

// "cannot say for certain that", "does not know for sure", "knows for a fact that".
static bool for_certain(const struct tokens *s, int i, struct surety *out)
{
	static const char *const verbs[] = { "say", "says", "said", "know", "knows", "knew", "tell", "told" };
	int at = i - 1 - token_says(&s->t[i], "fact"); // "for a fact"
	if (at < 2 || !token_says(&s->t[at], "for") || !token_among(&s->t[at - 1], verbs))
		return false;
	struct verb_group g = phrase_group(s, at - 1);
	out->from = g.from;
	out->kind = SURETY_STATE;
	out->level = g.negated ? SURENESS_low : SURENESS_high;
	out->doubted = g.negated;
	bool joined, knows = s->t[at - 1].word[0] == 'k';
	out->who = phrase_subject(s, g.from, &joined);
	return (g.negated || (knows && g.modal < 0)) && somebody(s, out->who) && sureness_followed(s, out);
}

// "I could be wrong, but", "she may be mistaken": not about whether another was.
static bool may_err(const struct tokens *s, int i, struct surety *out)
{
	struct verb_group g = phrase_group(s, i > 0 ? i - 1 : i);
	bool be = i > 1 && token_says(&s->t[i - 1], "be");
	bool joined;
	out->who = be ? phrase_subject(s, g.from, &joined) : (struct range){ 0, 0 };
	if (!be || g.modal < 0 || g.negated || range_empty(out->who) || out->who.to - out->who.from > 1)
		return false;
	const struct token *own = &s->t[out->who.from];
	const struct token *next = i + 1 < s->n ? &s->t[i + 1] : NULL;
	out->from = g.from;
	out->kind = SURETY_STATE;
	out->level = SURENESS_low;
	return (token_says(own, "i") || token_says(own, "we")) && next &&
	       (phrase_comma(s, i + 1) || token_is(next, IS(conj)));
}

// "has never been surer".
static bool surer(const struct tokens *s, int i, struct surety *out)
{
	static const char *const never[] = { "never", "rarely", "seldom" };
	if (i < 2 || !token_says(&s->t[i - 1], "been") || !token_among(&s->t[i - 2], never))
		return false;
	bool joined;
	out->from = i - 2;
	out->kind = SURETY_STATE;
	struct verb_group g = phrase_group(s, i - 1);
	out->who =
	    contracted(&s->t[g.from]) ? (struct range){ g.from, g.from + 1 } : phrase_subject(s, g.from, &joined);
	return somebody(s, out->who) && sureness_followed(s, out);
}

// Past "and no more", ", nothing more than that" at i; i where no such thing stands there.
static int no_more(const struct tokens *s, int i)
{
	int at = i;
	while (at < s->n && (phrase_comma(s, at) || token_says(&s->t[at], "and") || token_says(&s->t[at], "-")))
		at++;
	bool no = at < s->n && (token_says(&s->t[at], "no") || token_says(&s->t[at], "nothing"));
	if (!no || at + 1 >= s->n || !token_says(&s->t[at + 1], "more"))
		return i;
	bool than = at + 3 < s->n && token_says(&s->t[at + 2], "than") && sureness_points_back(&s->t[at + 3]);
	return at + (than ? 4 : 2);
}

// "only a guess", "can only guess", "a hunch, no more", "no more than a gut feeling".
static bool guess(const struct tokens *s, int i, struct surety *out)
{
	static const char *const small[] = { "only", "just", "merely",   "more",  "mere", "pure",
					     "wild", "best", "educated", "sheer", "gut" };
	bool named = i > 2 && token_says(&s->t[i - 1], "a") && token_is(&s->t[i - 2], IS(be)) &&
		     sureness_points_back(&s->t[i - 3]); // "this was a guess"
	bool bare = named || token_says(&s->t[i], "hunch") ||
		    (token_says(&s->t[i], "guessing") && i > 0 && joins(s, i - 1)),
	     gut = token_says(&s->t[i], "feeling") || token_says(&s->t[i], "instinct");
	bool held = token_says(&s->t[i], "hypothesis"); // the best of them is no guess
	int k = i - 1, end = no_more(s, i + 1);
	bare |= end > i + 1;
	if (i > 3 && token_says(&s->t[i - 1], "to") && token_says(&s->t[i - 2], "had") && on_condition(s, i - 3)) {
		out->from = i - 2; // "if I had to guess"
		out->level = SURENESS_low;
		out->kind = SURETY_BESIDE;
		return true;
	}
	for (; k >= 0 && i - k < 6 && (!s->t[k].mark || s->t[k].opens); k--) {
		bool is_small = token_among(&s->t[k], small) && !(held && token_says(&s->t[k], "best"));
		bare |= is_small && !gut;
		bare |= gut && token_says(&s->t[k], "gut");
		if (is_small)
			out->from = k;
		if (token_says(&s->t[k], "on") || phrase_finite(s, k))
			break;
	}
	if (!bare || (k >= 0 && token_says(&s->t[k], "on")))
		return false;
	out->level = SURENESS_low;
	out->kind = SURETY_BESIDE;
	out->to = end;
	if (!sureness_followed(s, out))
		return false;
	bool is = i + 1 < s->n && token_is(&s->t[i + 1], IS(be)); // "my hunch is that"
	bool was = k >= 0 && (joins(s, k) || token_is(&s->t[k], IS(have) | IS(modal)));
	if (was && (token_is(&s->t[k], IS(have)) || token_says(&s->t[i], "guessing"))) {
		out->back = token_says(&s->t[i], "guessing");
		return sureness_held(s, k, out);
	}
	bool calls = k >= 0 && token_is(&s->t[k], IS(call)) && k + 1 < s->n && sureness_points_back(&s->t[k + 1]);
	bool heard_as = calls || phrase_find(s, k + 1, i, "as") >= 0; // "hear that as a hunch", "call it one"
	out->back = !is && (was || heard_as);
	return is || was || heard_as;
}

// "is in two minds" is not sure; who "isn't" is.
static bool minds(const struct tokens *s, int i, struct surety *out)
{
	if (i < 3 || !token_says(&s->t[i - 1], "two") || !joins(s, i - 3))
		return false;
	out->from = i - 2;
	out->to = i + 1;
	out->kind = SURETY_STATE;
	bool sure = phrase_group(s, i - 3).negated || token_is(&s->t[i - 3], IS(neg));
	bool fine = sureness_followed(s, out) && sureness_held(s, i - 3, out);
	out->level = sure ? SURENESS_high : SURENESS_low;
	return fine;
}

// "don't hold me to that": who says it is not sure.
static bool not_held(const struct tokens *s, int i, struct surety *out)
{
	static const char *const who[] = { "me", "us" };
	if (i < 1 || i + 3 >= s->n || !token_is(&s->t[i - 1], IS(neg)) || !token_among(&s->t[i + 1], who) ||
	    !token_says(&s->t[i + 2], "to"))
		return false;
	for (int k = i + 3; k < s->n && k - i < 7 && !out->back; k++) {
		out->back = sureness_points_back(&s->t[k]);
		out->to = k + 1;
	}
	out->from = i - 1;
	out->level = SURENESS_low;
	out->kind = SURETY_BESIDE;
	return out->back;
}

typedef bool reads(const struct tokens *s, int i, struct surety *out);

// What may be said with a word; "doubt" is a verb and a noun.
static const struct head {
	const char *word;
	reads *kind, *other;
} heads[] = {
	{ "bet", bet },
	{ "cent", certainty_whole },
	{ "certain", state, for_certain },
	{ "certainty", certainty_at },
	{ "confidence", certainty_at },
	{ "confident", state },
	{ "conviction", certainty_at },
	{ "convinced", state },
	{ "definite", state },
	{ "doubt", undoubted, doubt },
	{ "doubted", undoubted },
	{ "doubting", undoubted },
	{ "doubts", undoubted, doubt },
	{ "fact", for_certain },
	{ "feeling", guess },
	{ "gamble", bet },
	{ "guess", guess },
	{ "guessing", guess },
	{ "guesswork", guess },
	{ "hold", not_held },
	{ "hunch", guess },
	{ "hypothesis", guess },
	{ "instinct", guess },
	{ "minds", minds },
	{ "mistaken", may_err },
	{ "percent", certainty_whole },
	{ "persuaded", state },
	{ "positive", state },
	{ "put", bet },
	{ "question", doubt },
	{ "satisfied", state },
	{ "stake", bet },
	{ "sure", state, for_certain },
	{ "surer", surer },
	{ "swear", bet },
	{ "uncertain", state },
	{ "unconvinced", state },
	{ "unsure", state },
	{ "wager", bet },
	{ "wrong", may_err },
};

// The row of a word; NULL for one that no sureness is said with.
static const struct head *head_of(const struct token *t)
{
	static const struct head joined = { "-confidence", certainty_at, NULL };
	for (const struct head *h = heads; h < heads + sizeof heads / sizeof *heads; h++)
		if (token_says(t, h->word))
			return h;
	return slice_ends(slice_of(t->word), joined.word) ? &joined : NULL;
}

void sureness_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_POINT, pointers);
	vocabulary_hang(a, v, HOOK_SURENESS, heads);
}

static bool reads_as(reads *kind, const struct tokens *s, int i, struct surety *out)
{
	*out = (struct surety){ .from = i, .to = i + 1, .head = i, .clause = -1, .level = SURENESS_high };
	return kind && kind(s, i, out);
}

bool sureness_said(const struct tokens *s, int i, struct surety *out)
{
	const struct head *h = head_of(&s->t[i]);
	return h && (reads_as(h->kind, s, i, out) || reads_as(h->other, s, i, out)) && !asked(s);
}
