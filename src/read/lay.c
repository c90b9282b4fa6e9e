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

static const char *const surprises[] = { "surprised",  "astonished",  "amazed",   "astounded", "stunned",
					 "shocked",    "staggered",   "surprise", "astonish",  "amaze",
					 "surprising", "astonishing", "amazing",  "shock",     "flabbergasted" };

// "would be astonished if", "wouldn't surprise me": the opposite of what would surprise is possible, no more.
static struct lay surprise(const struct tokens *s, int i, struct range in)
{
	if (!token_among(&s->t[i], surprises))
		return (struct lay){ 0 };
	bool neg = token_is(&s->t[i], IS(neg));
	for (int k = i - 1; k >= in.from && i - k < 6 && (!s->t[k].mark || s->t[k].opens); k--) {
		const struct token *t = &s->t[k];
		bool short_would = slice_ends(slice_of(t->word), "'d");
		neg |= token_is(t, IS(neg));
		if (short_would || token_says(t, "would") || token_says(t, "wouldn't"))
			return found(k + short_would, i + 1, neg ? LEVEL_possible : LEVEL_unlikely);
	}
	return (struct lay){ 0 };
}

static const char *const has[] = { "had", "has", "have" };

// "had to have known", "it has to be the driver", "can only have been": nothing else is left. Not "had to be moved".
static struct lay bound(const struct tokens *s, int i, struct range in)
{
	if (i + 2 >= in.to)
		return (struct lay){ 0 };
	bool can = (token_says(&s->t[i], "can") || token_says(&s->t[i], "could")) && says(s, i + 1, "only");
	bool must = token_among(&s->t[i], has) && says(s, i + 1, "to");
	const struct token *next = &s->t[i + 3 < s->n ? i + 3 : i + 2];
	bool is = says(s, i + 2, "be") && i + 3 < in.to &&
		  (next->capital || token_is(next, IS(det) | IS(pron)) || token_noun(next));
	if ((can || must) && (says(s, i + 2, "have") || is))
		return found(i, i + 3, LEVEL_near_certain);
	return (struct lay){ 0 };
}

static const char *const wonders[] = { "wonder", "wonders", "wondered", "wondering" };

// "I doubt he did", "wonders whether": as verbs, and not of nobody.
static struct lay verbs(const struct tokens *s, int i, struct range in)
{
	static const char *const asks[] = { "whether", "if", "aloud" };
	const struct token *t = &s->t[i];
	(void)in;
	if (token_among(t, wonders) && i + 1 < s->n && token_among(&s->t[i + 1], asks))
		return found(i, i + 1, LEVEL_possible);
	static const char *const much[] = { "very", "much", "really", "seriously", "strongly", "rather" };
	int who = i - 1;
	while (who > 0 && (token_among(&s->t[who], much) || token_is(&s->t[who], IS(adv))))
		who--;
	bool subject = who >= 0 && token_is(&s->t[who], IS(pron)) && !token_is(&s->t[i - 1], IS(neg));
	if (token_says(t, "doubt") && (token_verb(t) || t->tag == POS_NONE) && subject)
		return found(i, i + 1, LEVEL_unlikely);
	return (struct lay){ 0 };
}

static const char *const bets[] = { "bet", "wager", "guess", "say" };

// "I'd bet half of it is", "I expect it was": a clause follows, and no stake.
static struct lay would_bet(const struct tokens *s, int i, struct range in)
{
	static const char *const first[] = { "i", "we" }, *const would[] = { "i'd", "we'd", "i'll" };
	static const char *const stakes[] = { "my", "our", "on", "your", "so", "no", "not", "a" };
	(void)in; // a clause that hangs on it may begin right behind
	if (i == 0 || i + 1 >= s->n)
		return (struct lay){ 0 };
	bool bet = token_among(&s->t[i], bets) && token_among(&s->t[i - 1], would);
	bool expects = token_says(&s->t[i], "expect") && token_among(&s->t[i - 1], first);
	if ((!bet && !expects) || s->t[i + 1].mark || token_among(&s->t[i + 1], stakes))
		return (struct lay){ 0 };
	for (int k = i + 1; k < s->n && k - i < 12 && !s->t[k].mark; k++) {
		if (token_says(&s->t[k], "to"))
			break; // "expect the inquest to say"
		if (phrase_finite(s, k))
			return found(i - 1, i + 1, LEVEL_likely);
	}
	return (struct lay){ 0 };
}

static const char *const doubters[] = { "sceptical", "skeptical", "dubious", "incredulous" };

static const char *const hard[] = { "hard", "harder", "hardest", "difficult", "tough", "impossible" };

// "is sceptical that", "hard to believe that", "difficult to square with": rather not.
static struct lay disbelief(const struct tokens *s, int i, struct range in)
{
	static const char *const beliefs[] = { "believe", "imagine",  "credit",  "conceive",
					       "accept",  "envisage", "picture", "swallow" };
	static const char *const doubtful[] = { "see", "square", "reconcile", "think" }; // "hard to see at night"
	static const char *const people[] = { "him", "her", "them", "me", "us", "you" }; // "hard to believe him"
	static const char *const links[] = { "that", "how", "of", "with", "it", "anyone", "anybody", "why", "about" };
	if (token_among(&s->t[i], doubters))
		return found(i, i + 1, LEVEL_unlikely);
	if (i + 2 >= in.to || !token_among(&s->t[i], hard) || !says(s, i + 1, "to"))
		return (struct lay){ 0 };
	const struct token *verb = &s->t[i + 2], *next = i + 3 < s->n ? &s->t[i + 3] : NULL;
	bool belief = token_among(verb, beliefs), maybe = token_among(verb, doubtful);
	bool ends = !next || next->mark || token_is(next, IS(be)); // "what is hard to believe is that"
	bool linked = ends || token_among(next, links) || next->capital;
	if ((belief && (ends || !token_among(next, people))) || (maybe && linked))
		return found(i, i + 3, LEVEL_unlikely);
	return (struct lay){ 0 };
}

static const char *const odds_nouns[] = { "odds", "chances" };

// "odds are that", "chances are they": a value would have been read before.
static struct lay odds_are(const struct tokens *s, int i, struct range in)
{
	bool are = token_among(&s->t[i], odds_nouns) && i + 2 < in.to && token_is(&s->t[i + 1], IS(be));
	const struct token *next = &s->t[i + 2 < s->n ? i + 2 : i];
	bool clause = token_says(next, "that") || next->capital || token_is(next, IS(pron) | IS(det)) || next->mark;
	return are && clause ? found(i, i + 2, LEVEL_likely) : (struct lay){ 0 };
}

static const char *const leans[] = { "lean", "leans", "leaned", "leant", "leaning" };

// "leans to", "inclined to think": rather that than another.
static struct lay leaning(const struct tokens *s, int i, struct range in)
{
	static const char *const ways[] = { "to", "toward", "towards" };
	const struct token *t = &s->t[i];
	if (i + 1 >= in.to || !token_among(&s->t[i + 1], ways))
		return (struct lay){ 0 };
	bool inclined = token_says(t, "inclined") && i + 2 < s->n && token_is(&s->t[i + 2], IS(thought) | IS(think));
	return token_among(t, leans) || inclined ? found(i, i + 2, LEVEL_likely) : (struct lay){ 0 };
}

static const char *const slim[] = { "long",   "outside", "weak",    "poor", "faint",  "slim",  "thin",
				    "remote", "weaker",  "weakest", "wild", "slight", "little" };

static const char *const good[] = { "good", "better", "best",   "strong", "stronger", "strongest", "favoured",
				    "safe", "safer",  "safest", "fair",   "decent",   "every",     "high" };

// How likely a guess is by the word before it; -1 for a word that tells nothing of it.
static int of_degree(const struct token *t)
{
	return token_among(t, slim) ? (int)LEVEL_unlikely : token_among(t, good) ? (int)LEVEL_likely : -1;
}

// "a long shot", "an outside bet", "a hypothesis, a good one", "a possibility, but a slim one".
static struct lay guesses(const struct tokens *s, int i, struct range in)
{
	static const char *const nouns[] = { "hypothesis", "theory", "guess", "explanation", "possibility",
					     "bet",        "chance", "idea",  "candidate",   "scenario" };
	int level = of_degree(&s->t[i]);
	if (level < 0 || i + 1 >= in.to)
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

static const char *const bottom[] = { "down", "bottom", "low", "foot", "lower" };

static const char *const top[] = { "top", "head", "high", "first" };

// "well down my list", "top of the police's list".
static struct lay ranked(const struct tokens *s, int i, struct range in)
{
	static const char *const between[] = { "of", "on", "my", "our", "his", "her", "their", "the", "its" };
	bool down = token_among(&s->t[i], bottom);
	if (!down && !token_among(&s->t[i], top))
		return (struct lay){ 0 };
	int k = i + 1;
	bool owned = false;
	while (k < in.to && k - i < 5 && (token_among(&s->t[k], between) || s->t[k].owner)) {
		owned |= s->t[k].owner || s->t[k].tag == POS_PRPS;
		k++;
	}
	int first = i - (says(s, i - 1, "well") || says(s, i - 1, "far") || says(s, i - 1, "very"));
	return owned && k < in.to && says(s, k, "list") ? found(first, k + 1, down ? LEVEL_unlikely : LEVEL_likely)
							: (struct lay){ 0 };
}

static const char *const far_fetched[] = { "far-fetched", "fanciful", "unlikeliest" };

// "a bit of a stretch", "far-fetched".
static struct lay stretches(const struct tokens *s, int i, struct range in)
{
	(void)in;
	if (token_among(&s->t[i], far_fetched))
		return found(i, i + 1, LEVEL_unlikely);
	bool noun = says(s, i - 1, "a") && (i + 1 >= s->n || s->t[i + 1].mark || s->t[i + 1].closes);
	return token_says(&s->t[i], "stretch") && noun ? found(i - 1, i + 1, LEVEL_unlikely) : (struct lay){ 0 };
}

// "my bet is", "her money is on".
static struct lay wagers(const struct tokens *s, int i, struct range in)
{
	bool bet = says(s, i, "bet"), money = says(s, i, "money");
	if ((!bet && !money) || i <= in.from || i + 1 >= in.to || !token_is(&s->t[i + 1], IS(be)))
		return (struct lay){ 0 };
	const struct token *t = &s->t[i - 1];
	bool own = t->tag == POS_PRPS || t->owner || token_says(t, "smart");
	return own && (bet || says(s, i + 2, "on")) ? found(i - 1, i + 1, LEVEL_likely) : (struct lay){ 0 };
}

static const char *const hopes[] = { "chance", "hope", "prayer", "likelihood", "possibility" };

// "not a chance", "not the slightest possibility".
static struct lay none(const struct tokens *s, int i, struct range in)
{
	static const char *const between[] = {
		"a", "the", "any", "an", "slightest", "earthly", "faintest", "remotest"
	};
	(void)in;
	bool alone = i + 1 >= s->n || s->t[i + 1].mark || says(s, i + 1, "that");
	if (!alone || !token_among(&s->t[i], hopes))
		return (struct lay){ 0 };
	int k = i - 1;
	while (k > in.from && i - k < 4 && token_among(&s->t[k], between))
		k--;
	bool not = k < i - 1 && k >= in.from && token_is(&s->t[k], IS(neg));
	return not ? found(k, i + 1, LEVEL_remote) : (struct lay){ 0 };
}

static const char *const prospects[] = { "chance", "possibility", "prospect", "likelihood", "risk" };

// "there was a chance that", "an even better prospect of": as high as the word before it.
static struct lay chances(const struct tokens *s, int i, struct range in)
{
	if (!token_among(&s->t[i], prospects) || i + 1 >= s->n || i >= in.to || i < 1)
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

void lay_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = {
		"can", "could", "doubt", "expect", "inclined", "shot", "stretch", "money"
	};
	vocabulary_hang(a, v, HOOK_LAY, surprises);
	vocabulary_hang(a, v, HOOK_LAY, has);
	vocabulary_hang(a, v, HOOK_LAY, wonders);
	vocabulary_hang(a, v, HOOK_LAY, bets);
	vocabulary_hang(a, v, HOOK_LAY, doubters);
	vocabulary_hang(a, v, HOOK_LAY, hard);
	vocabulary_hang(a, v, HOOK_LAY, odds_nouns);
	vocabulary_hang(a, v, HOOK_LAY, leans);
	vocabulary_hang(a, v, HOOK_LAY, slim);
	vocabulary_hang(a, v, HOOK_LAY, good);
	vocabulary_hang(a, v, HOOK_LAY, bottom);
	vocabulary_hang(a, v, HOOK_LAY, top);
	vocabulary_hang(a, v, HOOK_LAY, far_fetched);
	vocabulary_hang(a, v, HOOK_LAY, hopes);
	vocabulary_hang(a, v, HOOK_LAY, prospects);
	vocabulary_hang(a, v, HOOK_LAY, others);
}

struct lay lay_of(const struct tokens *s, int from, int to)
{
	typedef struct lay kind(const struct tokens *, int, struct range);
	static kind *const kinds[] = { surprise,  bound,  verbs, would_bet, leaning,   guesses, ranked,
				       stretches, wagers, none,  chances,   disbelief, odds_are };
	for (int i = from; i < to; i++) {
		bool name = s->t[i].tag == POS_NNP || s->t[i].tag == POS_NNPS;
		bool hung = s->t[i].hooks & HOOK_LAY && !name;
		for (size_t k = 0; hung && k < sizeof kinds / sizeof *kinds; k++) {
			struct lay out = kinds[k](s, i, (struct range){ from, to });
			if (!range_empty(out.at))
				return out;
		}
	}
	return (struct lay){ 0 };
}
