// How much: the words that measure a sureness, and the numbers.
#include "read/degree.h"

#include <stdlib.h>
#include <string.h>

// A word for a number begins with one of these: "ninety-five".
static const struct {
	const char *word;
	int is;
} numbers[] = { { "one", 1 },     { "two", 2 },       { "three", 3 },      { "four", 4 },     { "five", 5 },
		{ "six", 6 },     { "seven", 7 },     { "eight", 8 },      { "nine", 9 },     { "ten", 10 },
		{ "eleven", 11 }, { "twelve", 12 },   { "fifteen", 15 },   { "twenty", 20 },  { "thirty", 30 },
		{ "forty", 40 },  { "fifty", 50 },    { "sixty", 60 },     { "seventy", 70 }, { "eighty", 80 },
		{ "ninety", 90 }, { "hundred", 100 }, { "thousand", 1000 } };

void degree_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_NUMBER, numbers);
}

// A number in words or digits, "ninety-five" by its tens, or -1.
int degree_number(const struct token *t)
{
	if (!(t->hooks & HOOK_NUMBER))
		return -1;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		const char *word = numbers[i].word;
		if (*word != *t->word)
			continue; // as most do not begin
		size_t n = strlen(word);
		if (strncmp(t->word, word, n) == 0 && (!t->word[n] || t->word[n] == '-'))
			return numbers[i].is;
	}
	return t->number && strlen(t->word) < 5 ? (int)strtol(t->word, NULL, 10) : -1;
}

// "nine-tenths" and "sixty-forty" in per cent, or -1.
int degree_share(const struct token *t)
{
	static const struct {
		const char *part;
		int of;
	} parts[] = { { "-tenths", 10 }, { "-quarters", 4 }, { "-fifths", 5 }, { "-thirds", 3 } };
	int n = degree_number(t);
	const char *rest = strchr(t->word, '-');
	if (n <= 0 || !rest)
		return -1;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(rest, parts[i].part) == 0)
			return n * 100 / parts[i].of;
	struct token other = token_reworded(t, rest + 1);
	other.number = other.word[0] >= '0' && other.word[0] <= '9';
	return n + degree_number(&other) == 100 ? n : -1;
}

enum sureness degree_of_percent(int percent)
{
	return percent >= 90 ? SURENESS_high : percent >= 50 ? SURENESS_moderate : SURENESS_low;
}

int degree_level(const struct token *t)
{
	static const char *const low[] = { "low",  "limited", "little", "scant", "poor", "weak", "minimal",
					   "zero", "slight",  "less",   "lower", "bare", "thin", "lowest" };
	static const char *const moderate[] = { "moderate",   "medium",       "reasonable", "some",     "fair",
						"modest",     "increasing",   "growing",    "partial",  "decent",
						"fairly",     "reasonably",   "pretty",     "somewhat", "moderately",
						"rather",     "relatively",   "tolerably",  "largely",  "mostly",
						"cautiously", "increasingly", "more",       "mildly",   "middling",
						"guarded",    "qualified",    "half" };
	static const char *const high[] = { "high",         "full",   "complete",     "absolute", "total",
					    "great",        "strong", "considerable", "utmost",   "every",
					    "firm",         "real",   "much",         "supreme",  "highest",
					    "entire",       "utter",  "perfect",      "deep",     "unshakeable",
					    "unshakable",   "near",   "substantial",  "extreme",  "moral",
					    "overwhelming", "solid",  "rock-solid" };
	const char *to = strstr(t->word, "-to-"); // "low-to-moderate"
	struct token first;
	char word[16] = "";
	if (to && (size_t)(to - t->word) < sizeof word) {
		memcpy(word, t->word, (size_t)(to - t->word));
		first = token_reworded(t, word);
		t = &first;
	}
	return token_among(t, low)        ? (int)SURENESS_low
	       : token_among(t, moderate) ? (int)SURENESS_moderate
	       : token_among(t, high)     ? (int)SURENESS_high
					  : -1;
}

// "not", "far from", "less than", "hardly": what takes a sureness back.
bool degree_taken_back(const struct token *t)
{
	static const char *const words[] = { "far", "less", "anything", "nowhere", "no", "none", "without", "rarely" };
	return token_is(t, IS(neg)) || token_among(t, words);
}
