// An open grammar of numbers: a share ("nine in ten", "80 per cent", "70-30") or a bookmaker's odds ("three to one
// against", "evens"), with what bounds it ("better than", "at best"). A percentage is one of many things unless a
// chance stands beside it, or it is put "at" something: "80 per cent of the ballots" is no likelihood.
#include "read/odds.h"

#include "read/degree.h"

#include <string.h>

enum level odds_level(double share)
{
	return share < .06    ? LEVEL_remote
	       : share < .4   ? LEVEL_unlikely
	       : share < .6   ? LEVEL_possible
	       : share < .945 ? LEVEL_likely
			      : LEVEL_near_certain;
}

static bool says(const struct tokens *s, int i, const char *word)
{
	return i >= 0 && i < s->n && token_says(&s->t[i], word);
}

// "per cent", "percent", "%" at i: past it, or i.
static int percent_sign(const struct tokens *s, int i)
{
	if (says(s, i, "percent") || says(s, i, "%") || says(s, i, "pc"))
		return i + 1;
	return says(s, i, "per") && says(s, i + 1, "cent") ? i + 2 : i;
}

// "million": a number's second word, or 1.
static int times(const struct token *t)
{
	static const char *const words[] = { "hundred", "thousand", "million", "billion", "trillion" };
	return token_among(t, words) ? 100 : 1;
}

// "nine in ten", "nine chances in ten", "four times out of five": not "one in five people".
static struct odds one_in(const struct tokens *s, int i)
{
	struct odds none = { 0 };
	int in = i + 1;
	in += says(s, in, "chance") || says(s, in, "chances") || says(s, in, "times");
	bool out_of = says(s, in, "out") && says(s, in + 1, "of");
	in += out_of;
	if (in + 1 >= s->n || !(out_of || says(s, in, "in")))
		return none;
	int of = degree_number(&s->t[i]), all = degree_number(&s->t[in + 1]), last = in + 2;
	if (last < s->n && times(&s->t[last]) > 1 && all > 0)
		all *= times(&s->t[last++]);
	bool chance = says(s, last, "chance") || says(s, last, "likelihood") || says(s, last, "probability");
	bool counts = last < s->n && token_noun(&s->t[last]) && !s->t[last].mark && !chance;
	if (of < 0 || all < 2 || of > all || counts)
		return none;
	return (struct odds){ { i, last + chance }, (double)of / all };
}

// "three to one", "3-1", "6/4", "three-to-one": the two numbers; past them, or i.
static int two_numbers(const struct tokens *s, int i, int *a, int *b, bool *to)
{
	const char *word = s->t[i].word, *dash = strchr(word, '-');
	*a = degree_number(&s->t[i]);
	*to = false;
	if (*a <= 0)
		return i;
	if (dash) {
		*to = strncmp(dash, "-to-", 4) == 0;
		struct token second = token_reworded(&s->t[i], dash + (*to ? 4 : 1));
		second.number = second.word[0] >= '0' && second.word[0] <= '9';
		*b = degree_number(&second);
		return *b > 0 ? i + 1 : i;
	}
	static const char *const joints[] = { "to", "/", "-", "\xE2\x80\x93", ":" };
	if (i + 2 >= s->n || !token_among(&s->t[i + 1], joints))
		return i;
	*to = token_says(&s->t[i + 1], "to");
	*b = degree_number(&s->t[i + 2]);
	return *b > 0 ? i + 3 : i;
}

// "one-in-three" as one word.
static struct odds joined(const struct tokens *s, int i)
{
	const char *in = strstr(s->t[i].word, "-in-");
	int of = degree_number(&s->t[i]);
	if (!in || of < 0)
		return (struct odds){ 0 };
	struct token second = token_reworded(&s->t[i], in + 4);
	second.number = second.word[0] >= '0' && second.word[0] <= '9';
	int all = degree_number(&second);
	return all >= 2 && of <= all ? (struct odds){ { i, i + 1 }, (double)of / all } : (struct odds){ 0 };
}

// Whether what stands at i is what odds are laid on: "two to one it was", "three to one for gas".
static bool laid_on(const struct tokens *s, int i)
{
	static const char *const words[] = { "that", "it", "he", "she", "they", "for", "it's", "he's" };
	return i < s->n && token_among(&s->t[i], words);
}

// "three to one against", "six to four on", "70-30", "two to one it was".
static struct odds to_one(const struct tokens *s, int i)
{
	static const char *const laid[] = { "at", "say", "bet", "lay", "about" };
	struct odds none = { 0 };
	int a, b;
	bool to;
	int end = two_numbers(s, i, &a, &b, &to);
	if (end == i)
		return none;
	bool on = says(s, end, "on") && (end + 1 >= s->n || s->t[end + 1].mark || laid_on(s, end + 1));
	bool against = says(s, end, "against");
	if (against)
		return (struct odds){ { i, end + 1 }, (double)b / (a + b) };
	if (on || (!to && a + b == 100 && a % 5 == 0)) // not a vote won by 51-49
		return (struct odds){ { i, end + on }, (double)a / (a + b) };
	bool led = i == 0 || s->t[i - 1].mark || token_among(&s->t[i - 1], laid);
	bool made = says(s, i - 1, "it"); // "makes it 4-1 that"
	if (((to && led) || made) && laid_on(s, end))
		return (struct odds){ { i, end }, (double)a / (a + b) };
	return none;
}

static const char *const evens[] = { "evens", "toss-up", "coin-toss", "coin-flip" };

// "evens", "even money", "a toss-up", "odds-on".
static struct odds by_name(const struct tokens *s, int i)
{
	static const char *const chances[] = { "money", "odds", "chance", "chances" };
	const struct token *t = &s->t[i];
	if (token_among(t, evens))
		return (struct odds){ { i, i + 1 }, .5 };
	if (token_says(t, "even") && i + 1 < s->n && token_among(&s->t[i + 1], chances))
		return (struct odds){ { i, i + 2 }, .5 };
	if (token_says(t, "toss") && says(s, i + 1, "of") && says(s, i + 3, "coin"))
		return (struct odds){ { i, i + 4 }, .5 };
	if (token_says(t, "coin") && (says(s, i + 1, "toss") || says(s, i + 1, "flip")))
		return (struct odds){ { i, i + 2 }, .5 };
	if (token_says(t, "as") && says(s, i + 1, "likely") && says(s, i + 2, "as") && says(s, i + 3, "not"))
		return (struct odds){ { i, i + 4 }, .5 };
	if (token_says(t, "odds-on") || token_says(t, "odds-against"))
		return (struct odds){ { i, i + 1 }, t->word[6] == 'n' ? .75 : .25 };
	return (struct odds){ 0 };
}

// A percentage, with the chance that it may be one of behind it.
static struct odds percentage(const struct tokens *s, int i)
{
	int percent = degree_number(&s->t[i]), end = percent_sign(s, i + 1);
	if (percent < 0 || percent > 100 || end == i + 1)
		return (struct odds){ 0 };
	return (struct odds){ { i, end }, percent / 100. };
}

// Takes in what bounds a number: "no better than", "at best".
static struct odds bounded(const struct tokens *s, struct odds o, int from)
{
	static const char *const nothing[] = { "about",   "around", "roughly", "some", "nearly", "almost",
					       "perhaps", "maybe",  "than",    "say",  "just",   "only",
					       "at",      "the",    "a",       "an" };
	static const char *const up[] = { "better", "more", "higher", "over", "above", "least" };
	static const char *const down[] = {
		"less", "fewer", "worse", "lower", "under", "below", "most", "best", "tops"
	};
	int way = 0, first = o.at.from;
	for (int i = first - 1; i >= from; i--) {
		bool more = token_among(&s->t[i], up), less = token_among(&s->t[i], down);
		bool no = way && (token_says(&s->t[i], "no") || token_says(&s->t[i], "not"));
		if (!more && !less && !no && !token_among(&s->t[i], nothing))
			break;
		way = no ? -way : more ? 1 : less ? -1 : way;
		if (more || less || no || token_says(&s->t[i], "about"))
			o.at.from = i;
	}
	int next = o.at.to;
	while (next < s->n && s->t[next].closes)
		next++;
	next += says(s, next, ",");
	int at = next + (says(s, next, "at") || says(s, next, "or"));
	if (at < s->n && at > next - 1 && (at > next || token_says(&s->t[at], "tops"))) {
		bool more = token_among(&s->t[at], up), less = token_among(&s->t[at], down);
		way = more ? 1 : less ? -1 : way;
		o.at.to = more || less ? at + 1 : o.at.to;
	}
	o.share += way * (o.share == .5 ? .11 : .05); // "better than even"
	return o;
}

void odds_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "even", "toss", "coin", "as", "odds-on", "odds-against" };
	vocabulary_hang(a, v, HOOK_NUMBER, evens);
	vocabulary_hang(a, v, HOOK_NUMBER, others);
	degree_hang(a, v);
}

struct odds odds_number(const struct tokens *s, int i, int from, int to)
{
	static struct odds (*const kinds[])(const struct tokens *, int) = { one_in, joined, to_one, percentage };
	if (!(s->t[i].hooks & HOOK_NUMBER))
		return (struct odds){ 0 };
	struct odds out = by_name(s, i);
	bool number = degree_number(&s->t[i]) >= 0; // all others begin with one
	for (size_t k = 0; number && k < sizeof kinds / sizeof *kinds && range_empty(out.at); k++)
		out = kinds[k](s, i);
	if (range_empty(out.at) || out.at.from >= to)
		return (struct odds){ 0 };
	return bounded(s, out, from);
}

bool odds_list(const struct tokens *s, int from, int to)
{
	int sum = 0, n = 0;
	for (int i = from; i < to; i++) {
		struct odds o = percentage(s, i);
		if (phrase_finite(s, i))
			return false;
		if (range_empty(o.at))
			continue;
		bool item = i > from && !s->t[i - 1].mark && (o.at.to >= s->n || s->t[o.at.to].mark);
		if (!item)
			return false;
		sum += (int)(o.share * 100 + .5);
		n++;
	}
	return n > 1 && sum >= 90 && sum <= 100;
}

// Whether a percentage is of such a list: what stands around it up to other marks than commas.
static bool listed(const struct tokens *s, int i)
{
	int from = i, to = i;
	while (from > 0 && (!s->t[from - 1].mark || phrase_comma(s, from - 1) || says(s, from - 1, "%")))
		from--;
	while (to < s->n && (!s->t[to].mark || phrase_comma(s, to) || says(s, to, "%")))
		to++;
	return odds_list(s, from, to);
}

// Whether a percentage is a likelihood: "80 per cent likely", "put that at 80 per cent", "it was him, 80 per cent".
static bool is_chance(const struct tokens *s, struct odds *o)
{
	static const char *const chances[] = { "chance",   "chances",     "likelihood", "likely",
					       "probable", "probability", "odds",       "possibility" };
	static const char *const puts[] = { "put",   "puts", "putting", "call", "calls", "make",
					    "makes", "rate", "rates",   "have", "has",   "rated" };
	if (o->at.to < s->n && token_among(&s->t[o->at.to], chances)) {
		o->at.to++;
		return true;
	}
	if (says(s, o->at.to, "that") || listed(s, o->at.from))
		return true;
	int i = o->at.from - 1;
	while (i > 0 &&
	       (says(s, i, "at") || says(s, i, "as") || says(s, i, "about") || says(s, i, "around") || s->t[i].opens))
		i--;
	static const char *const things[] = { "it", "that", "this" };
	if (i > 0 && token_among(&s->t[i], things) && token_among(&s->t[i - 1], puts))
		return true;
	return i > 0 && phrase_comma(s, i) && (o->at.to >= s->n || s->t[o->at.to].mark);
}

struct odds odds_of(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++) {
		if (!(s->t[i].hooks & HOOK_NUMBER))
			continue;
		struct odds o = odds_number(s, i, from, to);
		bool share = i + 1 < s->n && percent_sign(s, i + 1) > i + 1;
		if (!range_empty(o.at) && (!share || is_chance(s, &o)))
			return o;
	}
	return (struct odds){ 0 };
}
