// Hedges on the proposition, not on the deed and not the reporting verb. Negation over likely gives the complement;
// confidence is about the judge and is kept apart (confidence.md, "Reading estimative words").
#include "read/hedges.h"

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
				   token_says(&s->t[*to - 1], "not")))
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

struct hedging hedges_likelihood(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	struct hedging out = { 0 };
	const struct hit *best = NULL;
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from < from || hit->to > to || !hedging_hit(hit, s))
			continue;
		bool better = !best || (hit->class == LEXICON_EST && best->class != LEXICON_EST);
		if (better)
			best = hit;
	}
	if (!best)
		return out;
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
	out.estimate = best->class == LEXICON_EST;
	out.hedge.word = word_of(a, s, &first, &last);
	out.hedge.level = level;
	out.hedge.at = tokens_span(s, first, last);
	return out;
}

struct hedge hedges_confidence(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to)
{
	static const struct {
		const char *sub;
		enum sureness level;
	} levels[] = { { "low", SURENESS_low },   { "low-", SURENESS_low },   { "moderate", SURENESS_moderate },
		       { "high", SURENESS_high }, { "high+", SURENESS_high }, { "psychological", SURENESS_high } };
	struct hedge out = { 0 };
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to && !out.word; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from < from || hit->class != LEXICON_CONF || hit->shadowed)
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
	return out;
}
