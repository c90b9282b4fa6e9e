// Hedges on the proposition, not on the deed and not the reporting verb. Negation over likely gives the complement;
// confidence is about the judge and is kept apart (confidence.md, "Reading estimative words").
#include "read/hedges.h"

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

static bool hedging_hit(const struct hit *h, const struct tokens *s)
{
	static const char *const subs[] = { "modal",         "modal-perfect", "modal-strengthened",
					    "stacked-hedge", "possibility",   "evidential" };
	if (h->shadowed && h->class != LEXICON_EST)
		return false;
	if (token_says(&s->t[h->from], "never"))
		return false;
	if (h->class == LEXICON_EST)
		return h->to - h->from > 0 && h->modality[0];
	if (h->class != LEXICON_MOD)
		return false;
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
	static const char *const words[] = { "quite",     "very", "most",  "entirely", "highly", "perfectly",
					     "extremely", "all",  "far",   "more",     "less",   "distinctly",
					     "deal",      "good", "much",  "rather",   "by",     "the",
					     "a",         "but",  "fairly" };
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

// A number in words or digits, or -1.
static int number_of(const struct token *t)
{
	static const struct {
		const char *word;
		int is;
	} words[] = { { "one", 1 },        { "two", 2 },      { "three", 3 },   { "four", 4 },    { "five", 5 },
		      { "six", 6 },        { "seven", 7 },    { "eight", 8 },   { "nine", 9 },    { "ten", 10 },
		      { "twelve", 12 },    { "twenty", 20 },  { "thirty", 30 }, { "forty", 40 },  { "fifty", 50 },
		      { "sixty", 60 },     { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 }, { "hundred", 100 },
		      { "thousand", 1000 } };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(t, words[i].word))
			return words[i].is;
	return t->number && strlen(t->word) < 5 ? (int)strtol(t->word, NULL, 10) : -1;
}

static enum level level_of_share(double share)
{
	return share < .06   ? LEVEL_remote
	       : share < .4  ? LEVEL_unlikely
	       : share < .6  ? LEVEL_possible
	       : share < .94 ? LEVEL_likely
			     : LEVEL_near_certain;
}

// "nine chances in ten", "four in five", "less than one chance in ten": not "one in five people".
static struct hedging odds(struct arena *a, const struct tokens *s, int from, int to)
{
	struct hedging out = { 0 };
	for (int i = from; i + 2 < to && !out.hedge.word; i++) {
		int in = i + 1;
		in += token_says(&s->t[in], "chance") || token_says(&s->t[in], "chances");
		if (in + 1 >= s->n || !token_says(&s->t[in], "in"))
			continue;
		int of = number_of(&s->t[i]), all = number_of(&s->t[in + 1]);
		bool counts = in + 2 < s->n && token_noun(&s->t[in + 2]) && !s->t[in + 2].mark;
		if (of < 0 || all < 2 || of > all || counts)
			continue;
		bool less = i >= 2 && token_says(&s->t[i - 1], "than") &&
			    (token_says(&s->t[i - 2], "less") || token_says(&s->t[i - 2], "fewer"));
		int first = less ? i - 2 : i, last = in + 2;
		enum level level = level_of_share((double)of / all - (less ? .05 : 0));
		out.turns = level < LEVEL_possible;
		out.estimate = true;
		out.hedge = (struct hedge){ word_of(a, s, &first, &last), (int)level, tokens_span(s, first, last) };
	}
	return out;
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
		      { "plausible", LEVEL_possible },   { "inconceivable", LEVEL_remote } };
	struct hedging out = odds(a, s, from, to);
	if (out.hedge.word)
		return out;
	for (int i = from; i + 1 < to; i++)
		if (token_says(&s->t[i], "consistent") && token_says(&s->t[i + 1], "with")) {
			int first = with_degree(s, i, from), last = i + 2;
			out.hedge = (struct hedge){ word_of(a, s, &first, &last), (int)LEVEL_possible,
						    tokens_span(s, first, last) };
			return out;
		}
	for (int i = from; i < to; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (token_says(&s->t[i], words[k].word)) {
				int first = with_degree(s, i, from), last = i + 1;
				out.turns = words[k].level < LEVEL_possible;
				out.estimate = true;
				out.hedge = (struct hedge){ word_of(a, s, &first, &last), (int)words[k].level,
							    tokens_span(s, first, last) };
				return out;
			}
	return out;
}

struct hedging hedges_likelihood(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	struct hedging out = { 0 };
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

// "sure", "convinced" of somebody who is: high, less where it is taken back or down. Its first token in *from.
static int said_sure(const struct tokens *s, int i, int *from)
{
	static const char *const words[] = { "sure", "certain", "convinced", "confident", "persuaded", "positive" };
	static const char *const some[] = { "fairly", "reasonably", "quite", "pretty", "moderately", "rather" };
	static const char *const little[] = { "far", "less", "hardly", "barely", "scarcely", "never" };
	bool known = token_among(&s->t[i], words), held = false;
	int level = (int)SURENESS_high;
	*from = i;
	for (int k = i - 1; known && k >= 0 && i - k < 6 && !s->t[k].mark; k--) {
		const struct token *t = &s->t[k];
		held |= token_is(t, IS(be)) || token_says(t, "as") || token_says(t, "seems") || token_says(t, "seemed");
		if (token_is(t, IS(neg)) || token_among(t, little)) {
			level = (int)SURENESS_low;
			*from = k;
		} else if (level == (int)SURENESS_high && token_among(t, some)) {
			level = (int)SURENESS_moderate;
			*from = k;
		}
		if (token_says(t, "make") || token_says(t, "made") || token_says(t, "for"))
			return -1; // "to make sure", "for certain"
	}
	return known && held ? level : -1;
}

static bool no_doubt(const struct tokens *s, int i, int to)
{
	bool none = token_says(&s->t[i], "no") || token_says(&s->t[i], "without") || token_says(&s->t[i], "beyond");
	for (int k = i + 1; none && k < to && k - i < 3; k++)
		if (token_says(&s->t[k], "doubt"))
			return true;
	return false;
}

// What stands in no list of phrases.
static struct hedge plain_confidence(struct arena *a, const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++) {
		int first = i, level = said_sure(s, i, &first), last = i + 1;
		if (level < 0 && no_doubt(s, i, to)) {
			level = (int)SURENESS_high;
			last = token_says(&s->t[i + 1], "doubt") ? i + 2 : i + 3;
		}
		if (level >= 0)
			return (struct hedge){ .word = word_of(a, s, &first, &last),
					       .level = level,
					       .at = tokens_span(s, first, last) };
	}
	return (struct hedge){ 0 };
}

struct hedge hedges_confidence(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to,
			       bool plain)
{
	static const struct {
		const char *sub;
		enum sureness level;
	} levels[] = { { "low", SURENESS_low },   { "low-", SURENESS_low },   { "moderate", SURENESS_moderate },
		       { "high", SURENESS_high }, { "high+", SURENESS_high }, { "psychological", SURENESS_high } };
	struct hedge out = { 0 };
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to && !out.word; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from < from || hit->class != LEXICON_CONF || hit->shadowed ||
		    (!plain && strcmp(hit->sub, "psychological") == 0))
			continue;
		int level = -1;
		for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
			if (strcmp(hit->sub, levels[k].sub) == 0)
				level = (int)levels[k].level;
		for (int k = hit->from; k < hit->to && level < 0; k++)
			level = token_says(&s->t[k], "low")        ? (int)SURENESS_low
				: token_says(&s->t[k], "moderate") ? (int)SURENESS_moderate
				: token_says(&s->t[k], "high")     ? (int)SURENESS_high
								   : -1;
		if (level < 0)
			continue;
		int first = hit->from, last = hit->to;
		bool negated =
		    first > 0 &&
		    (token_is(&s->t[first - 1], IS(neg)) ||
		     (first > 1 && token_says(&s->t[first - 2], "far") && token_says(&s->t[first - 1], "from")));
		out.word = word_of(a, s, &first, &last);
		out.level = negated ? (int)SURENESS_low : level;
		out.at = tokens_span(s, first, last);
	}
	return out.word || !plain ? out : plain_confidence(a, s, from, to);
}
