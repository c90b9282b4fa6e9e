// Hedges on the proposition, not on the deed and not the reporting verb. Negation over likely gives the complement;
// confidence is about the judge and is kept apart (read/sureness.h).
#include "read/hedges.h"

#include "read/degree.h"
#include "read/lay.h"
#include "read/odds.h"
#include "read/sureness.h"

#include <stdlib.h>
#include <string.h>

enum level hedges_flip(enum level l)
{
	return (enum level)(LEVEL_near_certain - (int)l);
}

static enum level level_of(const struct hit *h, const struct tokens *s)
{
	bool down = h->polarity == '-';
	if (strcmp(h->modality, "CT") == 0)
		return down ? LEVEL_remote : LEVEL_near_certain;
	bool flat_no = down && slice_starts(slice_of(s->t[h->from].word), "almost"); // "almost certainly not"
	if (strcmp(h->modality, "PR") == 0)
		return flat_no ? LEVEL_remote : down ? LEVEL_unlikely : LEVEL_likely;
	for (int i = h->from; i < h->to; i++)
		if (token_says(&s->t[i], "remote") || token_says(&s->t[i], "remotely"))
			return LEVEL_remote;
	return down ? LEVEL_unlikely : LEVEL_possible;
}

// Words as printed, lower case.
static const char *printed(struct arena *a, const struct tokens *s, int from, int to)
{
	struct buf b = buf_in(a);
	for (int i = from; i < to; i++) {
		if (s->t[i].opens || s->t[i].closes)
			continue;
		if (b.n && !token_says(&s->t[i], ",") && !token_says(&s->t[i], "%"))
			buf_char(&b, ' ');
		buf_text(&b, s->t[i].word);
	}
	return buf_str(&b);
}

// The hedge without "it is", "that", "have".
static const char *word_of(struct arena *a, const struct tokens *s, int *from, int *to)
{
	while (*to - *from > 1 && (token_is(&s->t[*to - 1], IS(have) | IS(be)) || token_says(&s->t[*to - 1], "that") ||
				   token_says(&s->t[*to - 1], "than") ||
				   (token_says(&s->t[*to - 1], "not") && !token_says(&s->t[*to - 2], "than"))))
		--*to;
	while (*to - *from > 1 && (token_is(&s->t[*from], IS(be) | IS(have)) || token_says(&s->t[*from], "it") ||
				   token_says(&s->t[*from], "there") || token_says(&s->t[*from], "a") ||
				   token_says(&s->t[*from], "the") || token_says(&s->t[*from], "some")))
		++*from;
	return printed(a, s, *from, *to);
}

// "could not be excluded", "cannot yet say": what somebody is not able to do, which hedges nothing. "Could not have
// been there" and "cannot be other than" do.
static bool is_inability(const struct hit *h, const struct tokens *s)
{
	static const char *const cans[] = { "can", "could", "cannot", "can't", "couldn't" };
	if (!token_among(&s->t[h->from], cans))
		return false;
	bool neg = token_is(&s->t[h->from], IS(neg));
	for (int i = h->from + 1; i < s->n && i - h->from < 5; i++) {
		const struct token *t = &s->t[i];
		neg |= token_is(t, IS(neg));
		if (token_is(t, IS(neg) | IS(adv)) || slice_ends(slice_of(t->word), "ly"))
			continue;
		if (!token_is(t, IS(be)))
			return neg && token_verb(t) && !token_is(t, IS(have));
		neg &= !(i + 1 < s->n && token_says(&s->t[i + 1], "other"));
	}
	return false;
}

// "nobody could have paid it", "could be seen", "could be ruled out": what somebody is able to do.
static bool is_ability(const struct hit *h, const struct tokens *s)
{
	static const char *const nobody[] = { "nobody", "no", "none", "nothing" };
	static const char *const senses[] = { "seen", "heard", "felt", "smelt", "smelled", "read", "known", "told" };
	if (!token_says(&s->t[h->from], "could") && !token_says(&s->t[h->from], "can"))
		return false;
	bool joined;
	struct range who = phrase_subject(s, h->from, &joined); // not "no doubt he could"
	if (h->from > 0 && token_among(&s->t[h->from - 1], nobody))
		return true;
	if (!range_empty(who) &&
	    (token_among(&s->t[who.from], nobody) || (who.from > 0 && token_says(&s->t[who.from - 1], "no"))))
		return true;
	int verb = h->to - (h->to - h->from > 1 && token_says(&s->t[h->to - 1], "be"));
	bool be = verb < s->n && token_says(&s->t[verb], "be");
	if (verb < s->n && token_is(&s->t[verb], IS(ruleout)))
		return true; // "could rule that out"
	const struct token *done = verb + 1 < s->n ? &s->t[verb + 1] : NULL;
	return be && done && (token_is(done, IS(ruleout)) || token_among(done, senses));
}

static bool superlative(const struct token *t)
{
	return slice_ends(slice_of(t->word), "est") && t->tag == POS_JJS;
}

// Whether a word of the lexicon is no hedge where it stands: "will", "always", a "remote attack", being "certain".
static bool other_sense(const struct hit *h, const struct tokens *s)
{
	static const char *const flat[] = { "will",   "always", "often",     "usually",  "rarely",
					    "seldom", "never",  "sometimes", "generally" };
	static const char *const chances[] = { "chance", "chances",    "possibility", "prospect",
					       "odds",   "likelihood", "probability" };
	const struct token *first = &s->t[h->from];
	if (token_among(first, flat) || is_inability(h, s) || is_ability(h, s))
		return true;
	if (h->to - h->from == 1 && token_says(first, "remote") && h->to < s->n)
		return token_noun(&s->t[h->to]) && !token_among(&s->t[h->to], chances);
	bool possible = token_says(&s->t[h->to - 1], "possible") || token_says(&s->t[h->to - 1], "impossible");
	if (possible && h->to < s->n && token_says(&s->t[h->to], "to"))
		return true; // "it is not possible to say"
	if (possible && h->from > 0 && (token_says(&s->t[h->from - 1], "as") || superlative(&s->t[h->from - 1])))
		return true; // "as soon as possible", "the dumbest possible answer"
	struct surety x;
	enum { NEXT = 4 }; // tokens
	int past = h->class == LEXICON_MOD ? h->to + NEXT : h->to;
	for (int i = h->from; i < past && i < s->n && !(i >= h->to && s->t[i].mark); i++)
		if (sureness_at(s, i, &x) && (x.kind == SURETY_STATE || token_says(&s->t[i], "certain")) &&
		    (i < h->to || x.from <= h->from))
			return true; // "certain", "could be wrong"
	return false;
}

static bool hedging_hit(const struct hit *h, const struct tokens *s)
{
	static const char *const subs[] = { "modal",         "modal-perfect", "modal-strengthened",
					    "stacked-hedge", "possibility",   "evidential" };
	if ((h->shadowed && h->class != LEXICON_EST) || (h->class != LEXICON_EST && h->class != LEXICON_MOD))
		return false;
	if (other_sense(h, s) || (token_is(&s->t[h->from], IS(pron)) && token_is(&s->t[h->to - 1], IS(think))))
		return false; // "we believe" says who holds it
	if (h->class == LEXICON_EST)
		return h->to - h->from > 0 && h->modality[0];
	if (h->from > 0 && token_is(&s->t[h->from - 1], IS(det)) && strcmp(h->sub, "evidential") == 0)
		return false; // "the alleged attack", "a purported letter"
	if (token_says(&s->t[h->to - 1], "to") && h->to < s->n && !token_verb(&s->t[h->to]) &&
	    s->t[h->to].tag != POS_RB)
		return false; // "was known to six people"
	if (token_says(&s->t[h->from], "alleged") || token_says(&s->t[h->from], "supposed"))
		return false;
	for (size_t i = 0; i < sizeof subs / sizeof *subs; i++)
		if (strcmp(h->sub, subs[i]) == 0)
			return true;
	return strcmp(h->sub, "inferential") == 0 && token_says(&s->t[h->from], "must");
}

// The hedge with the words before it that make it stronger: "by far the most plausible", "quite possible".
static int with_degree(const struct tokens *s, int first, int from)
{
	static const char *const words[] = { "quite",     "very",  "most",   "entirely", "highly", "perfectly",
					     "extremely", "all",   "far",    "more",     "less",   "distinctly",
					     "deal",      "good",  "much",   "rather",   "by",     "the",
					     "a",         "but",   "fairly", "better",   "than",   "slightly",
					     "roughly",   "worse", "about",  "rather",   "little", "somewhat" };
	int at = first;
	for (int i = first - 1; i >= from; i--) {
		if (!token_among(&s->t[i], words))
			break;
		bool leads = token_says(&s->t[i], "the") || token_says(&s->t[i], "a") || token_says(&s->t[i], "but") ||
			     token_says(&s->t[i], "by");
		at = leads && !token_says(&s->t[i], "by") ? at : i;
	}
	return at;
}

static struct hedging hedging_at(struct arena *a, const struct tokens *s, int first, int last, enum level level)
{
	return (struct hedging){ .turns = level < LEVEL_possible,
				 .estimate = true,
				 .worded = true,
				 .hedge = { printed(a, s, first, last), (int)level, tokens_span(s, first, last) } };
}

static struct hedging in_numbers(struct arena *a, const struct tokens *s, struct odds o)
{
	return range_empty(o.at) ? (struct hedging){ 0 } : hedging_at(a, s, o.at.from, o.at.to, odds_level(o.share));
}

static const char *const with_these[] = { "consistent", "compatible" };
static const char *const of_these[] = { "typical", "characteristic", "suggestive", "indicative" };

// "consistent with", "typical of": it is possible.
static struct hedging fits(struct arena *a, const struct tokens *s, int from, int to)
{
	struct hedging out = { 0 };
	for (int i = from; i + 1 < to && !out.hedge.word; i++) {
		bool fit = (token_among(&s->t[i], with_these) && token_says(&s->t[i + 1], "with")) ||
			   (token_among(&s->t[i], of_these) && token_says(&s->t[i + 1], "of"));
		if (!fit || phrase_each_other(s, i + 2))
			continue;
		out = hedging_at(a, s, with_degree(s, i, from), i + 2, LEVEL_possible);
		out.estimate = false;
	}
	return out;
}

static const char *const looking[] = { "look", "looks", "looked" };

// "looked to him like", "looks as though": it is possible.
static struct hedging looks(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const much[] = { "a",    "an",   "awful", "lot",   "very", "much",
					    "more", "just", "most",  "quite", "bit",  "rather" };
	for (int i = from; i + 1 < to; i++) {
		if (!token_among(&s->t[i], looking) || (i > 0 && token_says(&s->t[i - 1], "to")))
			continue; // "to look like a victim"
		int last = i + 1;
		if (last + 2 < to && token_says(&s->t[last], "to") && token_is(&s->t[last + 1], IS(pron)))
			last += 2;
		while (last + 1 < to && last - i < 6 && token_among(&s->t[last], much)) // "looks an awful lot like"
			last++;
		bool as = token_says(&s->t[last], "as") && last + 1 < to &&
			  (token_says(&s->t[last + 1], "though") || token_says(&s->t[last + 1], "if"));
		if (!as && !token_says(&s->t[last], "like"))
			continue;
		struct hedging out = hedging_at(a, s, i, last + 1 + as, LEVEL_possible);
		out.estimate = false;
		return out;
	}
	return (struct hedging){ 0 };
}

// "the less likely explanation", "is less likely", "the least likely is that": rather another than that.
static struct hedging less_likely(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const words[] = { "likely", "probable", "plausible", "convincing" };
	for (int i = from; i + 1 < to; i++) {
		bool least = token_says(&s->t[i], "least");
		if ((!least && !token_says(&s->t[i], "less")) || !token_among(&s->t[i + 1], words))
			continue;
		const struct token *next = i + 2 < s->n ? &s->t[i + 2] : NULL;
		bool conceded = i > from + 1 && token_says(&s->t[i - 1], "but"); // "possible but less likely"
		if (!conceded && (least || !next || token_noun(next) || next->mark))
			return hedging_at(a, s, i, i + 2, LEVEL_unlikely);
	}
	return (struct hedging){ 0 };
}

static const char *const leading[] = { "better", "best",     "safer",     "safest",  "good",
				       "fair",   "stronger", "strongest", "obvious", "leading" };

// "the better bet", "the safest guess", "the strongest candidate": rather that than another.
static struct hedging bets(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const nouns[] = { "bet",         "guess",      "wager",  "candidate",
					     "explanation", "hypothesis", "theory", "contender",
					     "likelihood",  "suspect",    "culprit" };
	for (int i = from; i + 1 < to; i++)
		if (token_among(&s->t[i], leading) && token_among(&s->t[i + 1], nouns))
			return hedging_at(a, s, i, i + 2, LEVEL_likely);
	return (struct hedging){ 0 };
}

static const char *const chances[] = { "chance", "chances", "likelihood", "probability", "odds", "possibility" };

// A chance that is told how high it is: "put the odds at better than even", "the likelihood ... as low", "no chance".
static struct hedging rated(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const joints[] = { "at", "as", "is", "was", "are", "were", "being" };
	static const struct {
		const char *word;
		enum level level;
	} values[] = { { "even", LEVEL_possible },   { "low", LEVEL_unlikely },      { "high", LEVEL_likely },
		       { "remote", LEVEL_remote },   { "slim", LEVEL_unlikely },     { "small", LEVEL_unlikely },
		       { "slight", LEVEL_unlikely }, { "nil", LEVEL_remote },        { "zero", LEVEL_remote },
		       { "minimal", LEVEL_remote },  { "negligible", LEVEL_remote }, { "fifty-fifty", LEVEL_possible },
		       { "50-50", LEVEL_possible } };
	int noun = from;
	while (noun < to && !token_among(&s->t[noun], chances))
		noun++;
	if (noun < to && noun > from && token_says(&s->t[noun - 1], "no") && !token_says(&s->t[noun], "possibility"))
		return hedging_at(a, s, noun - 1, noun + 1, LEVEL_remote);
	bool joint = false;
	for (int i = noun; i < to; i++) {
		joint |= token_among(&s->t[i], joints);
		for (size_t k = 0; joint && k < sizeof values / sizeof *values; k++) {
			if (!token_says(&s->t[i], values[k].word))
				continue;
			int first = with_degree(s, i, noun);
			bool better = phrase_find(s, first, i, "better") >= 0 || phrase_find(s, first, i, "more") >= 0;
			bool less = phrase_find(s, first, i, "worse") >= 0 || phrase_find(s, first, i, "less") >= 0;
			enum level level = better ? LEVEL_likely : less ? LEVEL_unlikely : values[k].level;
			return hedging_at(a, s, first, i + 1, level);
		}
		struct odds o = joint ? odds_number(s, i, noun, to) : (struct odds){ 0 };
		if (!range_empty(o.at))
			return in_numbers(a, s, o);
	}
	return (struct hedging){ 0 };
}

// "The auditors' doubts" hedge nothing; who doubts it, or has his doubts, does.
static bool had_doubts(const struct tokens *s, int i)
{
	const struct token *before = i > 0 ? &s->t[i - 1] : NULL;
	bool has = i > 1 && token_is(&s->t[i - 2], IS(have));
	return token_says(&s->t[i], "doubts") && before && !has &&
	       (before->owner || token_is(before, IS(det) | IS(prep)) || before->tag == POS_PRPS);
}

// "the most plausible": rather that than another.
static enum level raised(const struct tokens *s, int first, int i, enum level level)
{
	bool more = phrase_find(s, first, i, "most") >= 0 || phrase_find(s, first, i, "more") >= 0;
	return level == LEVEL_possible && more ? LEVEL_likely : level;
}

static const struct {
	const char *word;
	enum level level;
} plain[] = { { "likelier", LEVEL_likely },     { "possibility", LEVEL_possible }, { "likeliest", LEVEL_likely },
	      { "probability", LEVEL_likely },  { "likelihood", LEVEL_likely },    { "doubts", LEVEL_unlikely },
	      { "doubted", LEVEL_unlikely },    { "implausible", LEVEL_unlikely }, { "unlikelier", LEVEL_unlikely },
	      { "plausible", LEVEL_possible },  { "inconceivable", LEVEL_remote }, { "conceivable", LEVEL_possible },
	      { "conceivably", LEVEL_possible } };

// What stands in no list of phrases: comparatives and nouns.
static struct hedging plain_likelihood(struct arena *a, const struct tokens *s, int from, int to)
{
	static struct hedging (*const kinds[])(struct arena *, const struct tokens *, int, int) = { fits, looks, bets };
	struct hedging out = { 0 };
	struct surety sure; // "never doubted that"
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !out.hedge.word; i++)
		out = kinds[i](a, s, from, to);
	if (out.hedge.word)
		return out;
	for (int i = from; i < to; i++)
		for (size_t k = 0; k < sizeof plain / sizeof *plain; k++)
			if (token_says(&s->t[i], plain[k].word) && !had_doubts(s, i) && !sureness_at(s, i, &sure)) {
				int first = with_degree(s, i, from);
				return hedging_at(a, s, first, i + 1, raised(s, first, i, plain[k].level));
			}
	return out;
}

// Where what takes a hedge back begins, before it: "far from likely", "by no means certain", "not at all probable"; the
// hedge's own beginning where nothing does.
static int taken_back(const struct tokens *s, int first, int from)
{
	static const char *const between[] = { "from",     "means", "by",   "at",           "all",    "but",
					       "very",     "than",  "so",   "that",         "too",    "quite",
					       "entirely", "way",   "near", "particularly", "longer", "a" };
	int at = first;
	for (int i = first - 1; i >= from && first - i < 5; i--) {
		bool than = i > from && token_says(&s->t[i], "less") && !token_says(&s->t[i + 1], "than");
		if (degree_taken_back(&s->t[i]) && !than)
			at = i;
		else if (!token_among(&s->t[i], between))
			break;
	}
	return at;
}

// A hedge of the lexicon, with the "not" beside it.
static struct hedging by_hit(struct arena *a, const struct tokens *s, const struct hit *hit, int from)
{
	static const char *const adverbs[] = { "possibly", "perhaps", "maybe", "conceivably", "plausibly" };
	bool possible = strcmp(hit->sub, "possibility") == 0;
	struct hedging out = { .estimate = hit->class == LEXICON_EST, .worded = hit->class == LEXICON_EST };
	out.worded |= possible && !token_among(&s->t[hit->from], adverbs);
	int first = hit->from, last = hit->to;
	enum level level = level_of(hit, s);
	bool certain = level == LEVEL_near_certain || level == LEVEL_remote;
	int back = taken_back(s, first, from);
	if (certain && back < first) { // "by no means certain": no more than possible
		out.hedge = (struct hedge){ printed(a, s, back, last), LEVEL_possible, tokens_span(s, back, last) };
		return out;
	}
	bool not_before = (first > from && token_is(&s->t[first - 1], IS(neg))) || back < first - 1;
	bool not_after = last < s->n && token_says(&s->t[last], "not");
	out.by_not = (not_before || not_after) && hit->polarity != '-';
	bool nots = not_before || not_after;
	out.turns = (hit->polarity == '-') != nots; // "not unlikely" is for it
	out.idle_not = hit->polarity == '-' && nots;
	if (not_before || not_after)
		level = hedges_flip(level);
	if (hit->class == LEXICON_MOD && hit->polarity == '-')
		level = LEVEL_unlikely;
	for (int i = first; i < last; i++)
		if (s->t[i].closes)
			last = i;
	if (back < first - 1)
		first = back;
	else if (out.estimate || possible)
		first = with_degree(s, first, from);
	out.hedge.word = word_of(a, s, &first, &last);
	out.hedge.level = level;
	out.hedge.at = tokens_span(s, first, last);
	return out;
}

// What a hedge is conceded to, "possible" of "possible, though not likely": the concession leaves it what it was. NULL
// for a hedge of its own.
static const struct hit *conceded_to(const struct tokens *s, const struct hits *h, const struct hit *hit, int from)
{
	static const char *const words[] = { "though", "although", "albeit", "if", "but", "yet" };
	int at = taken_back(s, hit->from, from);
	while (at > from && (token_is(&s->t[at - 1], IS(adv) | IS(neg)) || token_says(&s->t[at - 1], "by")))
		at--;
	if (at <= from || !token_among(&s->t[at - 1], words))
		return NULL;
	int end = at - 1;
	while (end > from && s->t[end - 1].mark)
		end--;
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < end; i++) {
		const struct hit *first = &h->list.at[i];
		if (first->from >= from && first->to == end && hedging_hit(first, s))
			return first;
	}
	return NULL;
}

// A hedge with what is conceded behind it: "possible, though not likely", which is for it, as little likely as it is.
static struct hedging with_concession(struct arena *a, const struct tokens *s, const struct hits *h,
				      const struct hit *first, struct hedging out)
{
	for (size_t i = 0; i < h->list.n && !out.turns; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->class != LEXICON_EST || hit->from < first->to || !hedging_hit(hit, s) ||
		    conceded_to(s, h, hit, first->from) != first || !by_hit(a, s, hit, first->to).turns)
			continue;
		bool not = taken_back(s, hit->from, first->to) < hit->from;
		if (!not && phrase_find(s, first->to, hit->from, "but") >= 0)
			return by_hit(a, s, hit, first->to); // "possible but rather unlikely": what is said last counts
		out.hedge.word = printed(a, s, first->from, hit->to);
		out.hedge.at = tokens_span(s, first->from, hit->to);
		out.hedge.level = LEVEL_unlikely;
		break;
	}
	return out;
}

// The first of the lexicon's estimates in tokens [from, to), else its first modal; NULL where none is.
static const struct hit *best_hit(const struct tokens *s, const struct hits *h, int from, int to)
{
	const struct hit *best = NULL;
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from < from || hit->to > to + 1 || !hedging_hit(hit, s))
			continue;
		bool outranks = !best || (hit->class == LEXICON_EST && best->class != LEXICON_EST);
		if (outranks && !conceded_to(s, h, hit, from))
			best = hit;
	}
	return best;
}

void hedges_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const less[] = { "less", "least" };
	vocabulary_hang(a, v, HOOK_HEDGE, chances);
	vocabulary_hang(a, v, HOOK_HEDGE, less);
	vocabulary_hang(a, v, HOOK_HEDGE, with_these);
	vocabulary_hang(a, v, HOOK_HEDGE, of_these);
	vocabulary_hang(a, v, HOOK_HEDGE, looking);
	vocabulary_hang(a, v, HOOK_HEDGE, leading);
	vocabulary_hang(a, v, HOOK_HEDGE, plain);
}

bool hedges_any(const struct tokens *s, const struct hits *h)
{
	if (s->hooks & (HOOK_HEDGE | HOOK_LAY | HOOK_NUMBER))
		return true;
	for (each (hit, &h->list))
		if (hit->class == LEXICON_EST || hit->class == LEXICON_MOD)
			return true;
	return false;
}

struct hedging hedges_likelihood(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	unsigned hooks = tokens_hooks(s, from, to);
	struct hedging out = { 0 };
	if (hooks & HOOK_HEDGE)
		out = rated(a, s, from, to);
	if (!out.hedge.word && hooks & HOOK_NUMBER)
		out = in_numbers(a, s, odds_of(s, from, to));
	if (!out.hedge.word && hooks & HOOK_HEDGE)
		out = less_likely(a, s, from, to);
	if (out.hedge.word)
		return out;
	const struct hit *best = best_hit(s, h, from, to);
	struct lay lay = hooks & HOOK_LAY ? lay_of(s, from, to) : (struct lay){ 0 };
	bool lays = !range_empty(lay.at);
	bool weighs = lays && token_says(&s->t[lay.at.to - 1], "one"); // "a possibility, but a slim one"
	if (lays && (!best || best->class == LEXICON_MOD || weighs)) {
		out = hedging_at(a, s, lay.at.from, lay.at.to, lay.level);
		out.turns &= !weighs; // it stays one
		return out;
	}
	if (best)
		return with_concession(a, s, h, best, by_hit(a, s, best, from));
	return hooks & HOOK_HEDGE ? plain_likelihood(a, s, from, to) : out;
}

// "find it highly likely that": an estimate that a clause hangs on.
static const struct hit *hung_on(const struct tokens *s, const struct hits *h, int from, int to)
{
	int end = to > from && token_says(&s->t[to - 1], "that") ? to - 1 : to;
	while (end > from && s->t[end - 1].mark)
		end--;
	for (size_t i = 0; i < h->list.n; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from >= from && hit->to >= end && hit->to <= to + 1 && hit->from < end &&
		    hit->class == LEXICON_EST && hedging_hit(hit, s)) {
			const struct hit *first = conceded_to(s, h, hit, from);
			return first ? first : hit;
		}
	}
	return NULL;
}

struct hedging hedges_frame(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	static const struct {
		const char *word;
		enum level level;
	} nouns[] = { { "possibility", LEVEL_possible },
		      { "chance", LEVEL_possible },
		      { "likelihood", LEVEL_likely },
		      { "probability", LEVEL_likely } };
	static const char *const slight[] = { "remote", "slim", "small", "slight", "faint", "little", "outside", "no" };
	const struct hit *hung = hung_on(s, h, from, to);
	if (hung) {
		struct hedging out = with_concession(a, s, h, hung, by_hit(a, s, hung, from));
		out.hung = true;
		return out;
	}
	struct lay lay = lay_of(s, from, to);
	if (!range_empty(lay.at) && lay.at.to + token_says(&s->t[to - 1], "that") >= to) { // "hard to see how"
		struct hedging out = hedging_at(a, s, lay.at.from, lay.at.to, lay.level);
		out.hung = true;
		return out;
	}
	for (int i = from; i < to; i++)
		for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) {
			if (!token_says(&s->t[i], nouns[k].word))
				continue;
			bool low = i > from && token_among(&s->t[i - 1], slight);
			return hedging_at(a, s, low ? i - 1 : with_degree(s, i, from), i + 1,
					  low ? LEVEL_unlikely : nouns[k].level);
		}
	return (struct hedging){ 0 };
}

struct hedging hedges_conceded(struct arena *a, const struct tokens *s, const struct hits *h, int at)
{
	static const char *const words[] = { "though", "although", "albeit", "but" };
	static const char *const back[] = { "it", "this", "that" };
	at += phrase_comma(s, at);
	if (at >= s->n || !token_among(&s->t[at], words))
		return (struct hedging){ 0 };
	int from = at + 1, end = from;
	while (end < s->n && !s->t[end].mark)
		end++;
	bool same = from < end && (token_among(&s->t[from], back) || end - from < 3); // "though unlikely"
	struct hedging out = same ? hedges_likelihood(a, s, h, from, end) : (struct hedging){ 0 };
	return out.estimate ? out : (struct hedging){ 0 };
}

bool hedges_alone(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to, struct hedging *out)
{
	static const char *const around[] = { "or",   "so",    "about",  "at",   "least",       "i'd",
					      "i",    "would", "say",    "yes",  "no",          "sir",
					      "oh",   "well",  "maybe",  "to",   "very",        "call",
					      "it",   "that",  "make",   "put",  "i'll",        "only",
					      "just", "odds",  "that's", "it's", "by",          "far",
					      "the",  "a",     "is",     "was",  "explanation", "possibility" };
	enum { MOST = 2 }; // words
	int words = 0, first = from;
	while (to > from && s->t[to - 1].mark)
		to--;
	while (from < to && (s->t[from].mark || token_among(&s->t[from], around)))
		from++;
	struct odds o = from < to ? odds_number(s, from, from, to) : (struct odds){ 0 };
	for (int i = range_empty(o.at) ? from : o.at.to; i < to; i++)
		words += !s->t[i].mark && !token_among(&s->t[i], around);
	*out = (struct hedging){ 0 };
	if (!range_empty(o.at) && !words)
		*out = in_numbers(a, s, o);
	else if (range_empty(o.at) && words > 0 && words <= MOST)
		*out = hedges_likelihood(a, s, h, first, to);
	return out->hedge.word && out->estimate;
}
