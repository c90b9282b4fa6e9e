// Hedges on the proposition, not on the deed and not the reporting verb. Negation over likely gives the complement;
// confidence is about the judge and is kept apart (read/sureness.h).
#include "read/hedges.h"

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
		int of = sureness_number(&s->t[i]), in = i + 1;
		in += token_says(&s->t[in], "chance") || token_says(&s->t[in], "chances");
		int all = in + 1 < s->n && token_says(&s->t[in], "in") ? sureness_number(&s->t[in + 1]) : -1;
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
