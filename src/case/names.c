#include "case/names.h"

#include "case/countries.h"

#include <ctype.h>
#include <string.h>

enum { LETTERS = 40, STEM = 4 }; // of a word that count; of a shared beginning

// Bytes of a word of the lists below, which lie in a row since each word of a name is held against all.
enum { ROW = 16 };

// Words that do not tell two actors apart.
static const char empty_words[][ROW] = {
	"a",      "an",        "the",      "some",    "of",        "group",        "groups",       "people", "person",
	"actors", "actor",     "member",   "members", "unnamed",   "unidentified", "mr",           "mrs",    "ms",
	"dr",     "president", "minister", "mayor",   "spokesman", "spokeswoman",  "spokesperson",
};

// Words that no actor's name holds: a stretch of the sentence was taken for a name.
static const char foreign_words[][ROW] = {
	"earlier", "later",     "after", "before", "this",    "last",   "next",  "month", "week",
	"year",    "yesterday", "today", "that",   "which",   "who",    "was",   "were",  "is",
	"are",     "has",       "have",  "had",    "it",      "he",     "she",   "they",  "his",
	"her",     "their",     "each",  "other",  "blaming", "saying", "being", "told",  "said",
};

// Words that are nobody's name by themselves.
static const char bare_words[][ROW] = {
	"official", "authoritie",  "source",   "someone", "somebody", "attacker", "suspect",
	"culprit",  "perpetrator", "intruder", "thief",   "thieve",   "man",      "men",
	"country",  "side",        "office",   "actor",   "anyone",   "anybody",
};

static const char outside_words[][ROW] = { "non-state",    "nonstate",     "partisans",  "activists", "sympathetic",
					   "sympathisers", "sympathizers", "volunteers", "hackers",   "rebels" };

#define IN(word, list) word_in(word, list, sizeof(list) / sizeof *(list))

static bool word_in(const char *word, const char (*list)[ROW], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*word == *list[i] && !strcmp(word, list[i])) // few begin alike
			return true;
	return false;
}

static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ((unsigned char)c & 0x80);
}

static bool is_curly(const char *p) // an apostrophe
{
	return *p == '\xe2' && !strncmp(p, "\xe2\x80\x99", 3);
}

// Takes the next word; false at the end.
static bool next_word(const char **p, char out[LETTERS], bool *capital)
{
	size_t n = 0;
	while (**p && !in_word(**p))
		(*p)++;
	*capital = isupper((unsigned char)**p) || ((unsigned char)**p & 0x80);
	for (; (in_word(**p) || **p == '-') && !is_curly(*p); (*p)++)
		if (n + 1 < LETTERS)
			out[n++] = (char)tolower((unsigned char)**p);
	out[n] = 0;
	if (!strncmp(*p, "'s", 2))
		*p += 2;
	if (is_curly(*p) && (*p)[3] == 's')
		*p += 4;
	return n > 0;
}

static void stem(char *word)
{
	size_t n = strlen(word);
	if (n > 4 && word[n - 1] == 's' && word[n - 2] != 's')
		word[n - 1] = 0;
}

static uint64_t letter(const char *word)
{
	return UINT64_C(1) << ((unsigned char)*word % 64);
}

// The telling words of a name. They are put into the room, which holds as many bytes as words_room() says.
static struct name words_of(const char *text, char *room)
{
	struct name out = { .text = text };
	out.shouts = text && isupper((unsigned char)text[0]) && isupper((unsigned char)text[1]);
	char word[LETTERS];
	bool capital, foreign = false;
	size_t all = 0;
	for (const char *p = text ? text : ""; next_word(&p, word, &capital); all++) {
		foreign |= IN(word, foreign_words);
		if (out.n == NAME_WORDS || IN(word, empty_words))
			continue;
		stem(word);
		size_t n = strlen(word) + 1;
		out.letters |= letter(word);
		out.capitals |= capital ? letter(word) : 0;
		out.capital[out.n] = capital;
		out.word[out.n++] = memcpy(room, word, n);
		room += n;
	}
	bool bare = out.n == 1 && !out.capital[0] && IN(out.word[0], bare_words);
	out.usable = !foreign && all <= NAME_WORDS && out.n && !bare;
	return out;
}

enum { ROOM = NAME_WORDS * LETTERS };

static size_t words_room(const char *text)
{
	size_t n = slice_of(text).len + 1;
	return n < ROOM ? n : ROOM;
}

struct name names_cut(struct arena *a, const char *text)
{
	struct name n = words_of(text, arena_take(a, words_room(text)));
	n.state = countries_state(text);
	n.country = countries_in(slice_of(text));
	return n;
}

bool names_usable(const char *name)
{
	char room[ROOM];
	return words_of(name, room).usable;
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
	if (n > 6)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isupper((unsigned char)shorter[i]))
			return false;
	for (const char *p = longer; *p; p++)
		if (isupper((unsigned char)*p) && (p == longer || p[-1] == ' ') && (k == n || *p != shorter[k++]))
			return false;
	return k == n;
}

bool names_one(const struct name *x, const struct name *y)
{
	const char *a = x->text, *b = y->text;
	bool same = x->letters == y->letters && a && b && !strcmp(a, b);
	if (same || (x->shouts && b && is_acronym(a, b)) || (y->shouts && a && is_acronym(b, a)))
		return true;
	if (x->state && y->state && !strcmp(x->state, y->state))
		return true;
	if (!(x->letters & y->letters))
		return false; // no word of one begins like one of the other
	size_t shared = 0;
	for (size_t i = 0; i < x->n; i++)
		shared += holds(y, x->word[i]);
	if (x->n == y->n)
		return shared == x->n;
	const struct name *longer = x->n > y->n ? x : y, *shorter = x->n > y->n ? y : x;
	return shorter->n == 1 && shorter->capital[0] && longer->n <= 3 && longer->capital[0] &&
	       longer->capital[longer->n - 1] && !strcmp(longer->word[longer->n - 1], shorter->word[0]);
}

bool names_same(const char *a, const char *b)
{
	if (a && b && !strcmp(a, b))
		return true; // as most do that are the same
	char first[ROOM], second[ROOM];
	struct name x = words_of(a, first), y = words_of(b, second);
	x.state = countries_state(a);
	y.state = x.state ? countries_state(b) : NULL;
	return names_one(&x, &y);
}

bool names_akin(const struct name *x, const struct name *y)
{
	if (x->country && y->country)
		return !strcmp(x->country, y->country);
	if (!(x->capitals & y->capitals))
		return false; // no capitalised word of one begins like one of the other
	for (size_t i = 0; i < x->n; i++)
		for (size_t j = 0; j < y->n; j++) {
			const char *p = x->word[i], *q = y->word[j];
			if (!x->capital[i] || !y->capital[j])
				continue;
			if (!strcmp(p, q) || (strlen(p) > STEM && strlen(q) > STEM && !strncmp(p, q, STEM)))
				return true;
		}
	return false;
}

bool names_related(const char *a, const char *b)
{
	char first[ROOM], second[ROOM];
	struct name x = words_of(a, first), y = words_of(b, second);
	x.country = countries_in(slice_of(a));
	y.country = x.country ? countries_in(slice_of(b)) : NULL;
	return names_akin(&x, &y);
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
