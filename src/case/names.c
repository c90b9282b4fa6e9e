#include "case/names.h"

#include "case/countries.h"

#include <ctype.h>
#include <string.h>

enum { WORDS = 12, LETTERS = 40, STEM = 4 }; // words of a name; letters of a word that count; of a shared beginning

// Words that do not tell two actors apart.
static const char *const empty_words[] = {
	"a",      "an",        "the",      "some",    "of",        "group",        "groups",       "people", "person",
	"actors", "actor",     "member",   "members", "unnamed",   "unidentified", "mr",           "mrs",    "ms",
	"dr",     "president", "minister", "mayor",   "spokesman", "spokeswoman",  "spokesperson",
};

// Words that no actor's name holds: a stretch of the sentence was taken for a name.
static const char *const foreign_words[] = {
	"earlier", "later",     "after", "before", "this",    "last",   "next",  "month", "week",
	"year",    "yesterday", "today", "that",   "which",   "who",    "was",   "were",  "is",
	"are",     "has",       "have",  "had",    "it",      "he",     "she",   "they",  "his",
	"her",     "their",     "each",  "other",  "blaming", "saying", "being", "told",  "said",
};

static const char *const outside_words[] = { "non-state",    "nonstate",     "partisans",  "activists", "sympathetic",
					     "sympathisers", "sympathizers", "volunteers", "hackers",   "rebels" };

#define IN(word, list) word_in(word, list, sizeof(list) / sizeof *(list))

static bool word_in(const char *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*word == *list[i] && !strcmp(word, list[i])) // few begin alike
			return true;
	return false;
}

struct name {
	size_t n;
	char word[WORDS][LETTERS]; // lower case, plural s and possessive taken off
	bool capital[WORDS];
};

// Takes the next word; false at the end.
static bool next_word(const char **p, char out[LETTERS], bool *capital)
{
	size_t n = 0;
	while (**p && !isalnum((unsigned char)**p) && !((unsigned char)**p & 0x80))
		(*p)++;
	*capital = isupper((unsigned char)**p) || ((unsigned char)**p & 0x80);
	for (; **p && (isalnum((unsigned char)**p) || **p == '-' || ((unsigned char)**p & 0x80)); (*p)++) {
		if (!strncmp(*p, "\xe2\x80\x99", 3))
			break;
		if (n + 1 < LETTERS)
			out[n++] = (char)tolower((unsigned char)**p);
	}
	out[n] = 0;
	if (!strncmp(*p, "'s", 2))
		*p += 2;
	if (!strncmp(*p, "\xe2\x80\x99s", 4))
		*p += 4;
	return n > 0;
}

static void stem(char *word)
{
	size_t n = strlen(word);
	if (n > 4 && word[n - 1] == 's' && word[n - 2] != 's')
		word[n - 1] = 0;
}

// The telling words of a name; its length in words all told.
static size_t name_of(const char *text, struct name *out)
{
	size_t all = 0;
	char word[LETTERS];
	bool capital;
	out->n = 0;
	for (const char *p = text ? text : ""; next_word(&p, word, &capital); all++) {
		if (out->n == WORDS || IN(word, empty_words))
			continue;
		stem(word);
		memcpy(out->word[out->n], word, LETTERS);
		out->capital[out->n++] = capital;
	}
	return all;
}

bool names_usable(const char *name)
{
	static const char *const bare[] = { "official", "authoritie", "source",  "someone",     "somebody",
					    "attacker", "suspect",    "culprit", "perpetrator", "intruder",
					    "thief",    "thieve",     "man",     "men",         "country",
					    "side",     "office",     "actor",   "anyone",      "anybody" };
	char word[LETTERS];
	bool capital, any = false;
	size_t all = 0;
	for (const char *p = name ? name : ""; next_word(&p, word, &capital); all++) {
		if (IN(word, foreign_words))
			return false;
		any = true;
	}
	struct name n;
	name_of(name, &n);
	return any && all <= WORDS && n.n && !(n.n == 1 && !n.capital[0] && IN(n.word[0], bare));
}

static bool holds(const struct name *x, const char *word)
{
	for (size_t i = 0; i < x->n; i++)
		if (!strcmp(x->word[i], word))
			return true;
	return false;
}

// "FMF" and "Free Mareth Front": a name in capitals, and one whose capitals it is.
static bool is_acronym(const char *shorter, const char *longer)
{
	size_t n = strlen(shorter), k = 0;
	if (n < 2 || n > 6)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isupper((unsigned char)shorter[i]))
			return false;
	for (const char *p = longer; *p; p++)
		if (isupper((unsigned char)*p) && (p == longer || p[-1] == ' ') && (k == n || *p != shorter[k++]))
			return false;
	return k == n;
}

// The letters that words of a name begin with, as a set: names that share none are not the same.
static uint64_t initials(const char *name)
{
	uint64_t set = 0;
	bool inside = false;
	for (const char *p = name ? name : ""; *p; p++) {
		bool word = isalnum((unsigned char)*p) || ((unsigned char)*p & 0x80);
		if (word && !inside)
			set |= UINT64_C(1) << (tolower((unsigned char)*p) % 64);
		inside = word || (inside && *p == '-');
	}
	return set;
}

bool names_same(const char *a, const char *b)
{
	if (a && b && (!strcmp(a, b) || is_acronym(a, b) || is_acronym(b, a)))
		return true;

	struct name x, y;
	const char *state = countries_state(a), *other = state ? countries_state(b) : NULL;
	if (other && !strcmp(state, other))
		return true;
	if (!(initials(a) & initials(b)))
		return false;
	name_of(a, &x);
	name_of(b, &y);
	size_t shared = 0;
	for (size_t i = 0; i < x.n; i++)
		shared += holds(&y, x.word[i]);
	if (x.n == y.n)
		return x.n ? shared == x.n : a && b && !strcmp(a, b);
	const struct name *longer = x.n > y.n ? &x : &y, *shorter = x.n > y.n ? &y : &x;
	return shorter->n == 1 && shorter->capital[0] && longer->n <= 3 && longer->capital[0] &&
	       longer->capital[longer->n - 1] && !strcmp(longer->word[longer->n - 1], shorter->word[0]);
}

bool names_related(const char *a, const char *b)
{
	struct name x, y;
	const char *country = countries_in(slice_of(a)), *other = countries_in(slice_of(b));
	if (country && other)
		return !strcmp(country, other);
	name_of(a, &x);
	name_of(b, &y);
	for (size_t i = 0; i < x.n; i++)
		for (size_t j = 0; j < y.n; j++) {
			const char *p = x.word[i], *q = y.word[j];
			if (!x.capital[i] || !y.capital[j])
				continue;
			if (!strcmp(p, q) || (strlen(p) > STEM && strlen(q) > STEM && !strncmp(p, q, STEM)))
				return true;
		}
	return false;
}

bool names_outside_state(const char *name)
{
	char word[LETTERS];
	bool capital;
	for (const char *p = name ? name : ""; next_word(&p, word, &capital);)
		if (IN(word, outside_words))
			return true;
	return false;
}

const char *names_capital(struct arena *a, const char *name)
{
	struct slice s = slice_trim(slice_of(name));
	if (s.len > 4 && slice_is_nocase((struct slice){ s.at, 4 }, "the "))
		s = (struct slice){ s.at + 4, s.len - 4 };
	char *out = arena_copy(a, s.at, s.len);
	*out = (char)toupper((unsigned char)*out);
	return out;
}

const char *names_talker(const char *name)
{
	static const char *const about[] = {
		"members of ",      "communications of ", "communications among ", "chatter among ",
		"chatter amongst ", "verheard ",          "chatter of ",           "calls of ",
		"calls between ",   "conversations of ",  "conversations between "
	};
	const char *best = name;
	for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
		ptrdiff_t at = slice_find(slice_of(name), about[i]);
		if (at >= 0 && name + at + strlen(about[i]) > best)
			best = name + at + strlen(about[i]);
	}
	return *best ? best : name;
}

const char *names_with_article(struct arena *a, const char *name)
{
	static const char *const heads[] = { "group", "unit",  "gang",    "crew",    "network", "cell",     "man",
					     "woman", "agent", "insider", "company", "person",  "employee", "worker" };
	struct slice rest = slice_of(name), word, last = { 0 };
	while (slice_cut(&rest, ' ', &word))
		last = word;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (slice_is(last, heads[i]) && !strchr("0123456789", *name))
			return arena_printf(a, "%s %s",
					    strchr("AEIOUaeiou", *name) && strncmp(name, "Uk", 2) ? "An" : "A", name);
	return names_capital(a, name);
}
