// Hedges on the proposition, not on the deed and not the reporting verb. Negation over likely gives the complement;
// confidence is about the judge and is kept apart (read/sureness.h).
#include "read/hedges.h"

#include "read/degree.h"
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
	if (strcmp(h->modality, "PR") == 0)
		return down ? LEVEL_unlikely : LEVEL_likely;
	for (int i = h->from; i < h->to; i++)
		if (token_says(&s->t[i], "remote") || token_says(&s->t[i], "remotely"))
			return LEVEL_remote;
	return down ? LEVEL_unlikely : LEVEL_possible;
}

// The hedge as printed, lower case, without "it is", "that", "have".
static const char *word_of(struct arena *a, const struct tokens *s, int *from, int *to)
{
	while (*to - *from > 1 && (token_is(&s->t[*to - 1], IS(have) | IS(be)) || token_says(&s->t[*to - 1], "that") ||
				   token_says(&s->t[*to - 1], "than") || token_says(&s->t[*to - 1], "not")))
		--*to;
	while (*to - *from > 1 && (token_is(&s->t[*from], IS(be) | IS(have)) || token_says(&s->t[*from], "it") ||
				   token_says(&s->t[*from], "there") || token_says(&s->t[*from], "a") ||
				   token_says(&s->t[*from], "the") || token_says(&s->t[*from], "some")))
		++*from;
	struct buf b = buf_in(a);
	for (int i = *from; i < *to; i++) {
		if (s->t[i].opens || s->t[i].closes)
			continue;
		if (b.n)
			buf_char(&b, ' ');
		buf_text(&b, s->t[i].word);
	}
	return buf_str(&b);
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

// Whether a word of the lexicon is no hedge where it stands: "will", "always", a "remote attack", being "certain".
static bool other_sense(const struct hit *h, const struct tokens *s)
{
	static const char *const flat[] = { "will", "always" };
	static const char *const chances[] = { "chance", "chances",    "possibility", "prospect",
					       "odds",   "likelihood", "probability" };
	const struct token *first = &s->t[h->from];
	if (token_among(first, flat) || is_inability(h, s))
		return true;
	if (h->to - h->from == 1 && token_says(first, "remote") && h->to < s->n)
		return token_noun(&s->t[h->to]) && !token_among(&s->t[h->to], chances);
	struct surety x;
	for (int i = h->from; i < h->to; i++)
		if (sureness_at(s, i, &x) && x.kind == SURETY_STATE)
			return true;
	return false;
}

static bool hedging_hit(const struct hit *h, const struct tokens *s)
{
	static const char *const subs[] = { "modal",         "modal-perfect", "modal-strengthened",
					    "stacked-hedge", "possibility",   "evidential" };
	if ((h->shadowed && h->class != LEXICON_EST) || (h->class != LEXICON_EST && h->class != LEXICON_MOD))
		return false;
	if (other_sense(h, s))
		return false;
	if (token_says(&s->t[h->from], "never"))
		return false;
	if (h->class == LEXICON_EST)
		return h->to - h->from > 0 && h->modality[0];
	if (h->from > 0 && token_is(&s->t[h->from - 1], IS(det)) && strcmp(h->sub, "evidential") == 0)
		return false; // "the alleged attack", "a purported letter"
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

static enum level level_of_share(double share)
{
	return share < .06   ? LEVEL_remote
	       : share < .4  ? LEVEL_unlikely
	       : share < .6  ? LEVEL_possible
	       : share < .94 ? LEVEL_likely
			     : LEVEL_near_certain;
}

static struct hedging hedging_at(struct arena *a, const struct tokens *s, int first, int last, enum level level)
{
	struct hedging out = { .turns = level < LEVEL_possible, .estimate = true };
	out.hedge = (struct hedge){ word_of(a, s, &first, &last), (int)level, { 0, 0 } };
	out.hedge.at = tokens_span(s, first, last);
	return out;
}

// "nine chances in ten", "four in five", "nine times out of ten", "less than one chance in ten": not "one in five
// people".
static struct hedging odds(struct arena *a, const struct tokens *s, int from, int to)
{
	struct hedging out = { 0 };
	for (int i = from; i + 2 < to && !out.hedge.word; i++) {
		int in = i + 1;
		in += token_says(&s->t[in], "chance") || token_says(&s->t[in], "chances") ||
		      token_says(&s->t[in], "times");
		in += token_says(&s->t[in], "out"); // "out of"
		bool out_of = in < s->n && token_says(&s->t[in], "of") && token_says(&s->t[in - 1], "out");
		if (in + 1 >= s->n || !(out_of || token_says(&s->t[in], "in")))
			continue;
		int of = degree_number(&s->t[i]), all = degree_number(&s->t[in + 1]);
		bool counts = in + 2 < s->n && token_noun(&s->t[in + 2]) && !s->t[in + 2].mark;
		if (of < 0 || all < 2 || of > all || counts)
			continue;
		bool less = i >= 2 && token_says(&s->t[i - 1], "than") &&
			    (token_says(&s->t[i - 2], "less") || token_says(&s->t[i - 2], "fewer"));
		int first = less ? i - 2 : i, last = in + 2;
		enum level level = level_of_share((double)of / all - (less ? .05 : 0));
		out = hedging_at(a, s, first, last, level);
	}
	return out;
}

// "consistent with", "compatible with": it is possible.
static struct hedging fits(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const words[] = { "consistent", "compatible" };
	struct hedging out = { 0 };
	for (int i = from; i + 1 < to && !out.hedge.word; i++)
		if (token_among(&s->t[i], words) && token_says(&s->t[i + 1], "with")) {
			out = hedging_at(a, s, with_degree(s, i, from), i + 2, LEVEL_possible);
			out.estimate = false;
		}
	return out;
}

// "looked to him like", "looks as though": it is possible.
static struct hedging looks(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const verbs[] = { "look", "looks", "looked" };
	for (int i = from; i + 1 < to; i++) {
		if (!token_among(&s->t[i], verbs))
			continue;
		int last = i + 1;
		if (last + 2 < to && token_says(&s->t[last], "to") && token_is(&s->t[last + 1], IS(pron)))
			last += 2;
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

// "the less likely explanation": rather another than that.
static struct hedging less_likely(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const words[] = { "likely", "probable", "plausible", "convincing" };
	for (int i = from; i + 2 < to; i++)
		if (token_noun(&s->t[i + 2]) && (token_says(&s->t[i], "less") || token_says(&s->t[i], "least")) &&
		    token_among(&s->t[i + 1], words))
			return hedging_at(a, s, i, i + 2, LEVEL_unlikely);
	return (struct hedging){ 0 };
}

// "the better bet", "the safest guess", "the strongest candidate": rather that than another.
static struct hedging bets(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const degrees[] = { "better", "best", "safer",    "safest",
					       "good",   "fair", "stronger", "strongest" };
	static const char *const nouns[] = { "bet",        "guess",  "wager",     "candidate", "explanation",
					     "hypothesis", "theory", "contender", "likelihood" };
	for (int i = from; i + 1 < to; i++)
		if (token_among(&s->t[i], degrees) && token_among(&s->t[i + 1], nouns))
			return hedging_at(a, s, i, i + 2, LEVEL_likely);
	return (struct hedging){ 0 };
}

// A chance that is told how high it is: "put the odds at better than even", "the likelihood ... as low", "no chance".
static struct hedging rated(struct arena *a, const struct tokens *s, int from, int to)
{
	static const char *const nouns[] = { "chance", "chances", "likelihood", "probability", "odds", "possibility" };
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
	while (noun < to && !token_among(&s->t[noun], nouns))
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
		int percent = joint ? degree_number(&s->t[i]) : -1;
		bool share = percent >= 0 && i + 1 < to && slice_starts(slice_of(s->t[i + 1].word), "per");
		if (share)
			return hedging_at(a, s, i, i + 1 + (token_says(&s->t[i + 1], "per") ? 2 : 1),
					  level_of_share(percent / 100.));
	}
	return (struct hedging){ 0 };
}

// "The auditors' doubts" hedge nothing; who doubts it does.
static bool had_doubts(const struct tokens *s, int i)
{
	const struct token *before = i > 0 ? &s->t[i - 1] : NULL;
	return token_says(&s->t[i], "doubts") && before &&
	       (before->owner || token_is(before, IS(det) | IS(prep)) || before->tag == POS_PRPS);
}

// What stands in no list of phrases: comparatives and nouns.
static struct hedging plain_likelihood(struct arena *a, const struct tokens *s, int from, int to)
{
	static const struct {
		const char *word;
		enum level level;
	} words[] = { { "likelier", LEVEL_likely },      { "possibility", LEVEL_possible },
		      { "probability", LEVEL_likely },   { "likelihood", LEVEL_likely },
		      { "doubts", LEVEL_unlikely },      { "doubted", LEVEL_unlikely },
		      { "implausible", LEVEL_unlikely }, { "unlikelier", LEVEL_unlikely },
		      { "plausible", LEVEL_possible },   { "inconceivable", LEVEL_remote },
		      { "conceivable", LEVEL_possible }, { "conceivably", LEVEL_possible } };
	static struct hedging (*const kinds[])(struct arena *, const struct tokens *, int, int) = { odds, fits, looks,
												    bets };
	struct hedging out = { 0 };
	struct surety sure; // "never doubted that"
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !out.hedge.word; i++)
		out = kinds[i](a, s, from, to);
	if (out.hedge.word)
		return out;
	for (int i = from; i < to; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (token_says(&s->t[i], words[k].word) && !had_doubts(s, i) && !sureness_at(s, i, &sure)) {
				int first = with_degree(s, i, from), last = i + 1;
				return hedging_at(a, s, first, last, words[k].level);
			}
	return out;
}

// "It was Red Kite, ninety per cent": a share alone behind the last comma is one of what stands before it.
static struct hedging closing_share(struct arena *a, const struct tokens *s, int from, int to)
{
	while (to > from && s->t[to - 1].mark)
		to--;
	int comma = to - 1;
	while (comma > from && !phrase_comma(s, comma))
		comma--;
	int percent = comma > from && comma + 2 < to && to - comma <= 4 ? degree_number(&s->t[comma + 1]) : -1;
	bool share = percent >= 0 && percent <= 100 && slice_starts(slice_of(s->t[comma + 2].word), "per");
	return share ? hedging_at(a, s, comma + 1, to, level_of_share(percent / 100.)) : (struct hedging){ 0 };
}

struct hedging hedges_likelihood(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	struct hedging out = rated(a, s, from, to);
	if (!out.hedge.word)
		out = less_likely(a, s, from, to);
	if (!out.hedge.word)
		out = closing_share(a, s, from, to);
	if (out.hedge.word)
		return out;
	const struct hit *best = NULL;
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from < from || hit->to > to + 1 || !hedging_hit(hit, s))
			continue;
		bool better = !best || (hit->class == LEXICON_EST && best->class != LEXICON_EST);
		if (better)
			best = hit;
	}
	if (!best)
		return plain_likelihood(a, s, from, to);
	int first = best->from, last = best->to;
	enum level level = level_of(best, s);
	bool not_before = first > 0 && token_is(&s->t[first - 1], IS(neg)) && first - 1 >= from;
	bool not_after = last < s->n && token_says(&s->t[last], "not");
	bool not_inside = best->class == LEXICON_MOD && best->polarity == '-';
	out.by_not = (not_before || not_after) && best->polarity != '-';
	out.turns = best->polarity == '-' || not_before || not_after;
	if (not_before || not_after)
		level = hedges_flip(level);
	if (not_inside)
		level = LEVEL_unlikely;
	for (int i = first; i < last; i++)
		if (s->t[i].closes)
			last = i;
	out.estimate = best->class == LEXICON_EST;
	if (best->class == LEXICON_EST || strcmp(best->sub, "possibility") == 0)
		first = with_degree(s, first, from);
	out.hedge.word = word_of(a, s, &first, &last);
	out.hedge.level = level;
	out.hedge.at = tokens_span(s, first, last);
	return out;
}

struct hedging hedges_frame(struct arena *a, const struct tokens *s, int from, int to)
{
	static const struct {
		const char *word;
		enum level level;
	} nouns[] = { { "possibility", LEVEL_possible },
		      { "chance", LEVEL_possible },
		      { "likelihood", LEVEL_likely },
		      { "probability", LEVEL_likely } };
	static const char *const slight[] = { "remote", "slim", "small", "slight", "faint", "little", "outside", "no" };
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

bool hedges_alone(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to, struct hedging *out)
{
	static const char *const around[] = { "or",  "so", "about", "at",    "least", "i'd",  "i",  "would", "say",
					      "yes", "no", "sir",   "maybe", "oh",    "well", "to", "very" };
	int words = 0;
	while (to > from && s->t[to - 1].mark)
		to--;
	while (from < to && (s->t[from].mark || token_among(&s->t[from], around)))
		from++;
	for (int i = from; i < to; i++)
		words += !s->t[i].mark && !token_among(&s->t[i], around);
	int percent = from < to ? degree_number(&s->t[from]) : -1;
	if (percent >= 0 && percent <= 100 && words <= 3 && to - from > 1 &&
	    slice_starts(slice_of(s->t[from + 1].word), "per"))
		*out = hedging_at(a, s, from, to, level_of_share(percent / 100.));
	else if (words > 0 && words <= 2)
		*out = hedges_likelihood(a, s, h, from, to);
	else
		return false;
	return out->hedge.word && out->estimate;
}
