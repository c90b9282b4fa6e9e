// Operators are found on the words between cue and predicate too, by the lexicon and by open rules: a negation with a
// noun of evidence after it, a negation with a verb of knowing. One that no rule reads still blocks what it stands
// before.
#include "read/operators.h"

#include "read/sureness.h"

#include <string.h>

bool operators_ties(const struct token *t)
{
	static const char *const words[] = { "tie",    "ties",    "tied",    "tying",    "link",      "links",
					     "linked", "linking", "connect", "connects", "connected", "connecting" };
	return token_among(t, words);
}

// "no sign", "not any direct proof", "nothing to suggest": a negation with a noun of evidence soon after it.
static bool no_evidence(const struct tokens *s, int i, int to, int *end)
{
	if (!token_is(&s->t[i], IS(neg)) || (i > 0 && token_says(&s->t[i - 1], "for")))
		return false; // "tripped for no reason"
	bool nothing = token_says(&s->t[i], "nothing");
	for (int k = i + 1; k < to && k - i < 8; k++) {
		const struct token *t = &s->t[k];
		bool noun = token_is(t, IS(evidence)) && !(k > 0 && token_says(&s->t[k - 1], "to")) &&
			    !token_is(t, IS(have)) && !token_says(t, "idea"); // who has no idea does not know
		bool verb = nothing && (token_is(t, IS(show) | IS(guess)) || operators_ties(t)) && k - i < 4;
		if (noun || verb) {
			struct surety x;
			*end = k + 1;
			return !(token_says(t, "question") && sureness_at(s, k, &x)); // "isn't any question that"
		}
		if (t->mark || token_is(t, IS(sub)))
			return false;
	}
	return false;
}

// "I'm not certain, but it was they": what follows is held, if not firmly. Behind the words that are not sure.
static bool is_aside(const struct tokens *s, int i)
{
	static const char *const flat[] = { "that", "this", "it", "of", "about", "yet", "all", "at" };
	while (i < s->n && (s->t[i].closes || token_among(&s->t[i], flat)))
		i++;
	return phrase_comma(s, i) && i + 1 < s->n && token_says(&s->t[i + 1], "but");
}

static const char *const unable[] = { "unable", "yet",  "failed",    "impossible", "premature",
				      "cannot", "hard", "difficult", "far" };

// "do not know", "unable to determine", "has yet to identify", "could not say who".
static bool no_knowledge(const struct tokens *s, int i, int to, int *end)
{
	static const char *const verbs[] = {
		"know",       "known",     "determine",  "determined", "establish", "established", "identify",
		"identified", "attribute", "attributed", "conclude",   "concluded", "tell",        "say",
		"reach",      "reached",   "found",      "find",       "prove",     "proved",      "proven",
		"confirm",    "confirmed", "verify",     "verified",   "clear",     "certain",     "sure",
		"enough",     "possible",  "settle",     "settled",    "decide",    "decided",     "explain",
		"explained",  "convinced", "persuaded",  "idea",       "agree",     "agreed"
	};
	const struct token *t = &s->t[i];
	if ((!token_is(t, IS(neg)) && !token_among(t, unable)) || token_says(t, "nor") || token_says(t, "neither"))
		return false;
	if (token_says(t, "yet") && !(i + 1 < to && token_says(&s->t[i + 1], "to")))
		return false;
	if (token_says(t, "far") && !(i + 1 < to && token_says(&s->t[i + 1], "from")))
		return false;
	static const char *const between[] = { "able", "to", "from", "in", "position", "yet" };
	for (int k = i + 1; k < to && k - i < 8; k++) {
		if (s->t[k].mark && !s->t[k].opens)
			return false;
		bool nobody = token_says(t, "nobody") || (token_says(t, "no") && token_says(&s->t[i + 1], "one"));
		bool knows = nobody && (token_says(&s->t[k], "knows") || token_says(&s->t[k], "knew"));
		if (knows && k + 1 < to && token_is(&s->t[k + 1], IS(wh))) {
			*end = k + 1;
			return true; // "nobody knows who"; not "nobody knew of it"
		}
		if (token_among(&s->t[k], verbs)) {
			*end = k + 1;
			// Who had not known of it, or could not have known, denies it.
			struct verb_group g = phrase_group(s, k);
			bool of = k + 1 < to && (token_says(&s->t[k + 1], "about") || token_says(&s->t[k + 1], "of"));
			if (token_says(&s->t[k], "known") && g.perfect && !g.passive && (of || g.modal >= 0))
				return false;
			bool agrees = slice_starts(slice_of(s->t[k].word), "agree");
			if (agrees &&
			    !(k + 1 < to && (token_is(&s->t[k + 1], IS(wh)) || token_says(&s->t[k + 1], "whether"))))
				return false; // who does not agree rejects it
			bool sure = token_says(&s->t[k], "sure") || token_says(&s->t[k], "certain");
			return !sure || !is_aside(s, k + 1);
		}
		if (!token_is(&s->t[k], IS(be) | IS(have) | IS(adv) | IS(modal) | IS(aux) | IS(det) | IS(neg)) &&
		    !token_among(&s->t[k], between))
			return false;
	}
	return false;
}

static const char *const unknowns[] = { "unclear",    "unknown",   "undetermined", "inconclusive",
					"unresolved", "premature", "unsolved",     "unestablished",
					"mystery",    "uncertain", "unproven" };

static bool unclear(const struct tokens *s, int i, int to, int *end)
{
	if (token_among(&s->t[i], unknowns)) {
		*end = i + 1;
		return true;
	}
	if (token_says(&s->t[i], "too") && i + 1 < to &&
	    (token_says(&s->t[i + 1], "early") || token_says(&s->t[i + 1], "soon"))) {
		*end = i + 2;
		return true;
	}
	return false;
}

// "is less than certain", "not entirely convinced".
static bool unsure(const struct tokens *s, int i, int *end)
{
	struct surety x;
	if (!sureness_at(s, i, &x) || !x.doubted || is_aside(s, x.to))
		return false;
	*end = x.to;
	return true;
}

int operators_past_doubt(const struct tokens *s, struct range content)
{
	enum { NEAR = 8 }; // tokens
	struct surety x;
	for (int i = content.from; i < content.to && i - content.from < NEAR; i++)
		if (sureness_at(s, i, &x) && x.level == SURENESS_low && x.kind == SURETY_STATE && is_aside(s, x.to))
			return phrase_find(s, x.to, content.to, "but") + 1;
	return content.from;
}

static const char *const crossed[] = { "cross", "crossed", "crosses", "strike", "struck", "strikes" };

// "regards sabotage as excluded", "treated it as disproved", "have crossed the visitors off".
static bool held_out(const struct tokens *s, int i, int to, int *end)
{
	static const char *const words[] = {
		"disproved", "disproven", "eliminated", "impossible", "closed", "untenable"
	};
	for (int k = i + 1; token_among(&s->t[i], crossed) && k < to && k - i < 5 && !s->t[k].mark; k++)
		if (token_says(&s->t[k], "off")) {
			*end = k + 1;
			return true;
		}
	if (!token_says(&s->t[i], "as") || i + 1 >= s->n)
		return false;
	const struct token *t = &s->t[i + 1];
	bool ruled = token_says(t, "ruled") && i + 2 < s->n && token_says(&s->t[i + 2], "out");
	if (!ruled && !token_among(t, words) && !(token_is(t, IS(ruleout)) && t->forms & FORM_PARTICIPLE))
		return false;
	*end = i + 2 + ruled < to ? i + 2 + ruled : to; // the words may end before it
	return true;
}

static const char *const stays[] = { "remains", "remain", "remained", "stays" };
static const char *const lines[] = { "line", "lines" };

// "Remains a possibility", "is one of several lines of inquiry": what is said so is open.
static bool left_open(const struct tokens *s, int i, int to, int *end)
{
	static const char *const open[] = { "possibility", "option",        "theory",     "hypothesis", "scenario",
					    "line",        "possibilities", "considered", "examined" };
	static const char *const work[] = { "inquiry", "enquiry", "investigation", "inquiries" };
	enum { NEAR = 6 };
	for (int k = i + 1; k < to && k - i < NEAR && !s->t[k].mark && token_among(&s->t[i], stays); k++)
		if (token_among(&s->t[k], open)) {
			*end = k + 1;
			return true;
		}
	if (!token_among(&s->t[i], lines) || i + 2 >= to || !token_says(&s->t[i + 1], "of") ||
	    !token_among(&s->t[i + 2], work))
		return false;
	*end = i + 3;
	for (int k = i - 1; k >= 0 && i - k < NEAR && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(be)))
			return true;
	return false;
}

// "could not say", "cannot tell": it is not known, rather than not told.
static bool unable_to(const struct tokens *s, int i)
{
	return token_says(&s->t[i], "cannot") || token_says(&s->t[i], "can't") || token_says(&s->t[i], "couldn't") ||
	       (i > 0 && (token_says(&s->t[i - 1], "could") || token_says(&s->t[i - 1], "can")));
}

// "not going to get into who", "won't go there": at a negation's next word.
static bool avoids(const struct tokens *s, int i, int to)
{
	static const char *const verbs[] = { "discuss", "comment", "speculate", "talk", "engage", "dignify" };
	if (i + 1 < to && token_says(&s->t[i], "going") && token_says(&s->t[i + 1], "to"))
		i += 2;
	if (i >= to)
		return false;
	bool goes = token_says(&s->t[i], "get") || token_says(&s->t[i], "go");
	return token_among(&s->t[i], verbs) || (goes && i + 1 < to && token_is(&s->t[i + 1], IS(prep) | IS(adv)));
}

bool operators_rule_nothing(const struct tokens *s, int verb)
{
	static const char *const none[] = { "nothing", "nobody", "none", "no", "neither" };
	int at = verb + 1 + (verb + 1 < s->n && token_says(&s->t[verb + 1], "out"));
	return at < s->n && token_among(&s->t[at], none) &&
	       (token_is(&s->t[verb], IS(ruleout)) || slice_starts(slice_of(s->t[verb].word), "rul"));
}

bool operators_none_ruled(const struct tokens *s, int i, int to, int *end)
{
	static const char *const none[] = { "nothing", "nobody", "none", "no" };
	enum { NEAR = 10 };
	if (!token_among(&s->t[i], none))
		return false;
	for (int k = i + 2; k < to && k - i < NEAR && !s->t[k].mark; k++)
		if (token_is(&s->t[k - 1], IS(be)) &&
		    (token_is(&s->t[k], IS(ruleout)) || slice_starts(slice_of(s->t[k].word), "ruled") ||
		     slice_starts(slice_of(s->t[k].word), "discard"))) {
			*end = k + 1;
			return true;
		}
	return false;
}

// "nobody has claimed", "no group claimed", "neither confirmed nor denied", "did not deny".
static enum operator_kind fixed(const struct tokens *s, int i, int to, int *end)
{
	const struct token *t = &s->t[i];
	if (token_says(t, "neither"))
		for (int k = i + 1; k < to && k - i < 4; k++)
			if (slice_starts(slice_of(s->t[k].word), "confirm") ||
			    slice_starts(slice_of(s->t[k].word), "den")) {
				*end = k + 1;
				return OPERATOR_DECLINED;
			}
	if (operators_none_ruled(s, i, to, end))
		return OPERATOR_NOT_EXCLUDED;
	bool nobody = token_says(t, "nobody") || token_says(t, "no") || token_says(t, "none");
	if (nobody)
		for (int k = i + 1; k < to && k - i < 7 && !s->t[k].mark; k++)
			if (slice_starts(slice_of(s->t[k].word), "claim") || token_says(&s->t[k], "admitted") ||
			    token_says(&s->t[k], "taken")) {
				*end = k + 1;
				return OPERATOR_NOBODY;
			}
	if (token_is(t, IS(neg)) && i + 1 < to &&
	    (token_says(&s->t[i + 1], "say") || token_says(&s->t[i + 1], "tell")) && !unable_to(s, i)) {
		*end = i + 2;
		return OPERATOR_DECLINED; // "would not say"
	}
	if (token_is(t, IS(neg)) && i > 0 && operators_rule_nothing(s, i - 1)) {
		*end = i + 1;
		return OPERATOR_NOT_EXCLUDED;
	}
	if (token_is(t, IS(neg)) && avoids(s, i + 1, to)) {
		*end = i + 2;
		return OPERATOR_DECLINED;
	}
	if (token_is(t, IS(neg)))
		for (int k = i + 1; k < to && k - i < 4 && !s->t[k].mark; k++) {
			const char *w = s->t[k].word;
			if (token_is(&s->t[k], IS(deny)) || token_says(&s->t[k], "comment") ||
			    token_says(&s->t[k], "respond") || token_says(&s->t[k], "elaborate")) {
				*end = k + 1;
				return OPERATOR_DECLINED;
			}
			if (strcmp(w, "rule") == 0 || strcmp(w, "ruled") == 0 || strcmp(w, "ruling") == 0 ||
			    token_is(&s->t[k], IS(ruleout))) {
				*end = k + 1;
				return OPERATOR_NOT_EXCLUDED;
			}
		}
	return OPERATOR_NONE;
}

enum operator_kind operators_hit(const struct hit *h)
{
	switch (h->class) {
	case LEXICON_NOCOMMENT:
		return OPERATOR_DECLINED;
	case LEXICON_NRO:
		if (strcmp(h->sub, "not-ruled-out") == 0)
			return OPERATOR_NOT_EXCLUDED;
		return OPERATOR_EXCLUDED;
	case LEXICON_EVID:
		return strcmp(h->sub, "absent") == 0         ? OPERATOR_NO_EVIDENCE
		       : strcmp(h->sub, "undetermined") == 0 ? OPERATOR_UNKNOWN
							     : OPERATOR_NONE;
	case LEXICON_CORROB:
		return strcmp(h->sub, "unverified") == 0 ? OPERATOR_UNKNOWN : OPERATOR_NONE;
	case LEXICON_CLAIM:
		return strcmp(h->sub, "no-claim") == 0 ? OPERATOR_NOBODY : OPERATOR_NONE;
	default:
		return OPERATOR_NONE;
	}
}

bool operators_weak_denial(const struct tokens *s, const struct hit *h)
{
	static const char *const words[] = { "we",     "did",   "does",  "do",     "didn't", "don't",
					     "wasn't", "isn't", "false", "staged", "faked",  "fabricated" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(&s->t[h->from], words[i]))
			return true;
	return false;
}

bool operators_own_up(const struct tokens *s, const struct hit *h)
{
	bool pleads = false;
	for (int i = h->from; i < h->to; i++) {
		pleads |= slice_starts(slice_of(s->t[i].word), "plead");
		if (token_is(&s->t[i], IS(responsibility)) || token_says(&s->t[i], "credit") ||
		    (token_says(&s->t[i], "guilty") && pleads))
			return true;
	}
	return false;
}

void operators_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "too", "as", "neither", "nobody", "no", "none" };
	vocabulary_hang(a, v, HOOK_OPERATOR, unable);
	vocabulary_hang(a, v, HOOK_OPERATOR, unknowns);
	vocabulary_hang(a, v, HOOK_OPERATOR, crossed);
	vocabulary_hang(a, v, HOOK_OPERATOR, stays);
	vocabulary_hang(a, v, HOOK_OPERATOR, lines);
	vocabulary_hang(a, v, HOOK_OPERATOR, others);
}

// The operator that begins at token i by an open rule.
static enum operator_kind open_at(const struct tokens *s, int i, int to, int *end)
{
	if (!token_is(&s->t[i], IS(neg)) && !(s->t[i].hooks & (HOOK_OPERATOR | HOOK_SURENESS)))
		return OPERATOR_NONE; // as most words are
	if (no_evidence(s, i, to, end))
		return OPERATOR_NO_EVIDENCE;
	enum operator_kind kind = fixed(s, i, to, end);
	if (kind != OPERATOR_NONE)
		return kind;
	if (left_open(s, i, to, end))
		return OPERATOR_NOT_EXCLUDED;
	if (held_out(s, i, to, end))
		return OPERATOR_EXCLUDED;
	return unclear(s, i, to, end) || no_knowledge(s, i, to, end) || unsure(s, i, end) ? OPERATOR_UNKNOWN
											  : OPERATOR_NONE;
}

// What a hit is an operator of, in [from, to).
static enum operator_kind kind_of_hit(const struct tokens *s, const struct hit *hit, int from, int to)
{
	if (hit->from < from || hit->to > to || hit->shadowed)
		return OPERATOR_NONE;
	enum operator_kind kind = operators_hit(hit);
	if (kind == OPERATOR_EXCLUDED && !phrase_finite(s, hit->from) && token_is(&s->t[hit->from], IS(neg)))
		kind = OPERATOR_NO_EVIDENCE; // "no indication that"
	for (int k = hit->from; k < hit->to && kind == OPERATOR_EXCLUDED; k++)
		if (operators_rule_nothing(s, k))
			kind = OPERATOR_NOT_EXCLUDED;
	return kind;
}

struct operator_at operators_first(const struct tokens *s, const struct hits *h, int from, int to)
{
	struct operator_at first = { OPERATOR_NONE, to, to };
	for (size_t i = 0; i < h->list.n && first.kind == OPERATOR_NONE; i++) {
		enum operator_kind kind = kind_of_hit(s, &h->list.at[i], from, to);
		if (kind != OPERATOR_NONE)
			first = (struct operator_at){ kind, h->list.at[i].from, h->list.at[i].to };
	}
	bool open = s->is & IS(neg) || s->hooks & (HOOK_OPERATOR | HOOK_SURENESS);
	for (int i = from; open && i <= first.from && i < to; i++) { // at the same word, an open rule goes before a hit
		int end = i + 1;
		enum operator_kind kind = open_at(s, i, to, &end);
		if (kind != OPERATOR_NONE)
			return (struct operator_at){ kind, i, end };
	}
	return first;
}
