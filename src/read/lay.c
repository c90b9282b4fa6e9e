// Each kind is a frame with open places, not a saying: who "would not be astonished" holds it possible, whatever the
// word for surprise; what "had to have been known" is as good as certain; a guess is as likely as the word beside it.
#include "read/lay.h"

#include "read/degree.h"

#include <string.h>

static bool says(const struct tokens *s, int i, const char *word)
{
	return i >= 0 && i < s->n && token_says(&s->t[i], word);
}

static struct lay found(int from, int to, enum level level)
{
	return (struct lay){ { from, to }, level };
}

// "would be astonished if", "wouldn't surprise me": the opposite of what would surprise is possible, no more.
static struct lay surprise(const struct tokens *s, int i, int to)
{
	static const char *const words[] = { "surprised",  "astonished",  "amazed",   "astounded", "stunned",
					     "shocked",    "staggered",   "surprise", "astonish",  "amaze",
					     "surprising", "astonishing", "amazing",  "shock",     "flabbergasted" };
	const struct token *t = &s->t[i];
	bool short_would = slice_ends(slice_of(t->word), "'d");
	if (!short_would && !token_says(t, "would") && !token_says(t, "wouldn't"))
		return (struct lay){ 0 };
	bool neg = token_is(t, IS(neg));
	for (int k = i + 1; k < to && k - i < 6; k++) {
		if (s->t[k].mark && !s->t[k].opens)
			break;
		neg |= token_is(&s->t[k], IS(neg));
		if (token_among(&s->t[k], words))
			return found(short_would ? i + 1 : i, k + 1, neg ? LEVEL_possible : LEVEL_unlikely);
	}
	return (struct lay){ 0 };
}

// "had to have known", "it has to be the driver", "can only have been": nothing else is left. Not "had to be moved".
static struct lay bound(const struct tokens *s, int i, int to)
{
	static const char *const has[] = { "had", "has", "have" };
	if (i + 2 >= to)
		return (struct lay){ 0 };
	bool can = (token_says(&s->t[i], "can") || token_says(&s->t[i], "could")) && says(s, i + 1, "only");
	bool must = token_among(&s->t[i], has) && says(s, i + 1, "to");
	const struct token *next = &s->t[i + 3 < s->n ? i + 3 : i + 2];
	bool is = says(s, i + 2, "be") && i + 3 < to &&
		  (next->capital || token_is(next, IS(det) | IS(pron)) || token_noun(next));
	if ((can || must) && (says(s, i + 2, "have") || is))
		return found(i, i + 3, LEVEL_near_certain);
	return (struct lay){ 0 };
}

// "I doubt he did", "wonders whether": as verbs, and not of nobody.
static struct lay verbs(const struct tokens *s, int i, int to)
{
	static const char *const wonders[] = { "wonder", "wonders", "wondered", "wondering" };
	static const char *const asks[] = { "whether", "if", "aloud" };
	const struct token *t = &s->t[i];
	(void)to;
	if (token_among(t, wonders) && i + 1 < s->n && token_among(&s->t[i + 1], asks))
		return found(i, i + 1, LEVEL_possible);
	bool subject = i > 0 && token_is(&s->t[i - 1], IS(pron));
	if (token_says(t, "doubt") && (token_verb(t) || t->tag == POS_NONE) && subject)
		return found(i, i + 1, LEVEL_unlikely);
	return (struct lay){ 0 };
}

// "I'd bet half of it is", "I expect it was": a clause follows, and no stake.
static struct lay would_bet(const struct tokens *s, int i, int to)
{
	static const char *const bets[] = { "bet", "wager", "guess", "say" };
	static const char *const first[] = { "i", "we" }, *const would[] = { "i'd", "we'd", "i'll" };
	static const char *const stakes[] = { "my", "our", "on", "your", "so", "no", "not", "a" };
	(void)to; // what is read may end where the clause begins
	if (i == 0 || i + 1 >= s->n)
		return (struct lay){ 0 };
	bool bet = token_among(&s->t[i], bets) && token_among(&s->t[i - 1], would);
	bool expects = token_says(&s->t[i], "expect") && token_among(&s->t[i - 1], first);
	if ((!bet && !expects) || s->t[i + 1].mark || token_among(&s->t[i + 1], stakes))
		return (struct lay){ 0 };
	for (int k = i + 1; k < s->n && k - i < 12 && !s->t[k].mark; k++)
		if (phrase_finite(s, k))
			return found(i - 1, i + 1, LEVEL_likely);
	return (struct lay){ 0 };
}

// "is sceptical that", "hard to believe that", "difficult to square with": rather not.
static struct lay disbelief(const struct tokens *s, int i, int to)
{
	static const char *const doubters[] = { "sceptical", "skeptical", "dubious", "incredulous" };
	static const char *const hard[] = { "hard", "harder", "hardest", "difficult", "tough", "impossible" };
	static const char *const beliefs[] = { "believe", "imagine",  "credit", "conceive",  "see",     "accept",
					       "picture", "envisage", "square", "reconcile", "swallow", "think" };
	static const char *const links[] = { "that", "how", "of", "with", "it", "anyone", "anybody", "why", "about" };
	if (token_among(&s->t[i], doubters))
		return found(i, i + 1, LEVEL_unlikely);
	bool belief =
	    i + 2 < to && token_among(&s->t[i], hard) && says(s, i + 1, "to") && token_among(&s->t[i + 2], beliefs);
	if (belief && (i + 3 >= s->n || token_among(&s->t[i + 3], links) || s->t[i + 3].capital))
		return found(i, i + 3, LEVEL_unlikely);
	return (struct lay){ 0 };
}

// "odds are that", "chances are they": a value would have been read before.
static struct lay odds_are(const struct tokens *s, int i, int to)
{
	static const char *const nouns[] = { "odds", "chances" };
	bool are = token_among(&s->t[i], nouns) && i + 2 < to && token_is(&s->t[i + 1], IS(be));
	const struct token *next = &s->t[i + 2 < s->n ? i + 2 : i];
	bool clause = token_says(next, "that") || next->capital || token_is(next, IS(pron) | IS(det)) || next->mark;
	return are && clause ? found(i, i + 2, LEVEL_likely) : (struct lay){ 0 };
}

// "leans to", "inclined to think": rather that than another.
static struct lay leaning(const struct tokens *s, int i, int to)
{
	static const char *const leans[] = { "lean", "leans", "leaned", "leant", "leaning" };
	static const char *const ways[] = { "to", "toward", "towards" };
	const struct token *t = &s->t[i];
	if (i + 1 >= to || !token_among(&s->t[i + 1], ways))
		return (struct lay){ 0 };
	bool inclined = token_says(t, "inclined") && i + 2 < s->n && token_is(&s->t[i + 2], IS(thought) | IS(think));
	return token_among(t, leans) || inclined ? found(i, i + 2, LEVEL_likely) : (struct lay){ 0 };
}

// How likely a guess is by the word before it; -1 for a word that tells nothing of it.
static int of_degree(const struct token *t)
{
	static const char *const low[] = { "long",   "outside", "weak",    "poor", "faint",  "slim",  "thin",
					   "remote", "weaker",  "weakest", "wild", "slight", "little" };
	static const char *const high[] = { "good", "better", "best",   "strong", "stronger", "strongest", "favoured",
					    "safe", "safer",  "safest", "fair",   "decent",   "every",     "high" };
	return token_among(t, low) ? (int)LEVEL_unlikely : token_among(t, high) ? (int)LEVEL_likely : -1;
}

// "a long shot", "an outside bet", "a hypothesis, a good one", "a possibility, but a slim one".
static struct lay guesses(const struct tokens *s, int i, int to)
{
	static const char *const nouns[] = { "hypothesis", "theory", "guess", "explanation", "possibility",
					     "bet",        "chance", "idea",  "candidate",   "scenario" };
	int level = of_degree(&s->t[i]);
	if (level < 0 || i + 1 >= to)
		return (struct lay){ 0 };
	if (says(s, i + 1, "shot") && level == (int)LEVEL_unlikely)
		return found(i, i + 2, LEVEL_unlikely);
	if (says(s, i + 1, "bet"))
		return found(i, i + 2, (enum level)level);
	for (int k = i - 1; says(s, i + 1, "one") && k >= 0 && i - k < 6; k--)
		if (token_among(&s->t[k], nouns) && s->t[k + 1].mark)
			return found(i - says(s, i - 1, "a"), i + 2, (enum level)level);
	return (struct lay){ 0 };
}

// "well down my list", "top of the police's list".
static struct lay ranked(const struct tokens *s, int i, int to)
{
	static const char *const low[] = { "down", "bottom", "low", "foot", "lower" };
	static const char *const high[] = { "top", "head", "high", "first" };
	static const char *const between[] = { "of", "on", "my", "our", "his", "her", "their", "the", "its" };
	bool down = token_among(&s->t[i], low);
	if (!down && !token_among(&s->t[i], high))
		return (struct lay){ 0 };
	int k = i + 1;
	bool owned = false;
	while (k < to && k - i < 5 && (token_among(&s->t[k], between) || s->t[k].owner)) {
		owned |= s->t[k].owner || s->t[k].tag == POS_PRPS;
		k++;
	}
	int first = i - (says(s, i - 1, "well") || says(s, i - 1, "far") || says(s, i - 1, "very"));
	return owned && k < to && says(s, k, "list") ? found(first, k + 1, down ? LEVEL_unlikely : LEVEL_likely)
						     : (struct lay){ 0 };
}

// "a bit of a stretch", "far-fetched".
static struct lay stretches(const struct tokens *s, int i, int to)
{
	static const char *const words[] = { "far-fetched", "fanciful", "unlikeliest" };
	(void)to;
	if (token_among(&s->t[i], words))
		return found(i, i + 1, LEVEL_unlikely);
	bool noun = says(s, i - 1, "a") && (i + 1 >= s->n || s->t[i + 1].mark || s->t[i + 1].closes);
	return token_says(&s->t[i], "stretch") && noun ? found(i - 1, i + 1, LEVEL_unlikely) : (struct lay){ 0 };
}

// "my bet is", "her money is on".
static struct lay wagers(const struct tokens *s, int i, int to)
{
	bool own = s->t[i].tag == POS_PRPS || s->t[i].owner || says(s, i, "smart");
	if (!own || i + 2 >= to || !token_is(&s->t[i + 2], IS(be)))
		return (struct lay){ 0 };
	if (!says(s, i + 1, "bet") && !says(s, i + 1, "money"))
		return (struct lay){ 0 };
	return says(s, i + 1, "bet") || says(s, i + 3, "on") ? found(i, i + 2, LEVEL_likely) : (struct lay){ 0 };
}

// "not a chance", "not the slightest possibility".
static struct lay none(const struct tokens *s, int i, int to)
{
	static const char *const between[] = {
		"a", "the", "any", "an", "slightest", "earthly", "faintest", "remotest"
	};
	static const char *const nouns[] = { "chance", "hope", "prayer", "likelihood", "possibility" };
	if (!token_is(&s->t[i], IS(neg)))
		return (struct lay){ 0 };
	int k = i + 1;
	while (k < to && k - i < 4 && token_among(&s->t[k], between))
		k++;
	bool alone = k + 1 >= s->n || s->t[k + 1].mark || says(s, k + 1, "that");
	return k > i + 1 && k < to && token_among(&s->t[k], nouns) && alone ? found(i, k + 1, LEVEL_remote)
									    : (struct lay){ 0 };
}

// "there was a chance that", "an even better prospect of": as high as the word before it.
static struct lay chances(const struct tokens *s, int i, int to)
{
	static const char *const nouns[] = { "chance", "possibility", "prospect", "likelihood", "risk" };
	if (!token_among(&s->t[i], nouns) || i + 1 >= s->n || i >= to || i < 1)
		return (struct lay){ 0 };
	bool of_clause = says(s, i + 1, "that") || (says(s, i + 1, "of") && !token_says(&s->t[i], "risk"));
	int level = of_degree(&s->t[i - 1]);
	bool there = false;
	for (int k = i - 1; k >= 0 && i - k < 6 && !s->t[k].mark; k--)
		there |= slice_starts(slice_of(s->t[k].word), "there");
	if (!of_clause || !there)
		return (struct lay){ 0 };
	enum level plain = token_says(&s->t[i], "likelihood") ? LEVEL_likely : LEVEL_possible;
	return found(level < 0 ? i : i - 1, i + 1, level < 0 ? plain : (enum level)level);
}

struct lay lay_of(const struct tokens *s, int from, int to)
{
	static struct lay (*const kinds[])(const struct tokens *, int,
					   int) = { surprise,  bound,  verbs, would_bet, leaning,   guesses, ranked,
						    stretches, wagers, none,  chances,   disbelief, odds_are };
	for (int i = from; i < to; i++) {
		bool name = s->t[i].tag == POS_NNP || s->t[i].tag == POS_NNPS;
		for (size_t k = 0; !name && !s->t[i].mark && k < sizeof kinds / sizeof *kinds; k++) {
			struct lay out = kinds[k](s, i, to);
			if (!range_empty(out.at))
				return out;
		}
	}
	return (struct lay){ 0 };
}
