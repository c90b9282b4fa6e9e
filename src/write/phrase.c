// Joining the analyst's words into sentences. Without a parser of English only safe joins are made: a noun phrase takes
// the verb of a "Who ...?" question, a clause follows "that" as it is, and everything else is quoted as the answer.
#include "write/phrase.h"
#include "write/number.h"
#include "base/buf.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

// First words that lose their capital inside a sentence. Anything else may be a name.
static const char *const small_first[] = {
	"A",         "An",          "The",       "Some",      "One",     "Two",    "Three",   "Several", "Nobody",
	"Somebody",  "Someone",     "Another",   "Unknown",   "No",      "None",   "He",      "She",     "It",
	"They",      "We",          "There",     "This",      "That",    "These",  "Those",   "His",     "Her",
	"Its",       "Their",       "Such",      "Only",      "Both",    "Other",  "Others",  "Neither", "Either",
	"Before",    "After",       "During",    "Since",     "While",   "With",   "Without", "Senior",  "Former",
	"Overheard", "Intercepted", "Non-state", "Officials", "Sources", "People", "Members", "Recent",  "Attempt",
	"Few",       "Many",        "Most",      "Not",       "At",      "In",     "On",      "By",      "If",
	"When",      "As",          "From",      NULL,
};

// Words that make a clause of the phrase they stand in.
static const char *const clause_verbs[] = {
	"is",    "are", "was", "were",  "did",  "had",    "has",    "have",   "does",   "do",    "will", "would",
	"could", "can", "may", "might", "must", "should", "cannot", "didn't", "wasn't", "isn't", NULL,
};
static const char *const clause_firsts[] = { "he",    "she",    "it",       "they",    "we",
					     "there", "nobody", "somebody", "someone", NULL };

// Words after which a verb belongs to a part of a noun phrase: "a group that was paid".
static const char *const relatives[] = { "that", "who", "which", "whose", "whom", "where", "when", NULL };

// Verbs of the past that do not end in -ed. With them, or with -ed, a phrase may be a clause or not.
static const char *const past_verbs[] = {
	"sent",   "flew",  "shot",  "blew",   "fell",  "hit",   "struck", "broke",  "built",  "bought", "brought",
	"caught", "came",  "chose", "cut",    "dealt", "drew",  "drove",  "fought", "forgot", "gave",   "got",
	"held",   "hid",   "hurt",  "kept",   "knew",  "laid",  "led",    "left",   "let",    "lied",   "lost",
	"made",   "meant", "met",   "paid",   "put",   "ran",   "read",   "said",   "saw",    "set",    "shook",
	"shut",   "sold",  "spoke", "spread", "stole", "stood", "swam",   "swore",  "taught", "threw",  "told",
	"took",   "tore",  "went",  "won",    "wore",  "wrote", "sank",   "sunk",   "knows",  "wants",  NULL,
};

static bool among(const char *const *list, struct slice word)
{
	for (; *list; list++)
		if (slice_is_nocase(word, *list))
			return true;
	return false;
}

const char *phrase_upper(struct arena *a, const char *text)
{
	char *out = arena_text(a, text ? text : "");
	*out = (char)toupper((unsigned char)*out);
	return out;
}

const char *phrase_clause(struct arena *a, const char *text)
{
	struct slice s = slice_trim(slice_of(text));
	while (s.len && (s.at[s.len - 1] == '.' || s.at[s.len - 1] == ' '))
		s.len--;
	return arena_copy(a, s.at ? s.at : "", s.len);
}

const char *phrase_lower(struct arena *a, const char *text)
{
	struct slice rest = slice_of(text), word;
	char *out = arena_text(a, text ? text : "");
	if (!slice_cut(&rest, ' ', &word))
		return out;
	for (const char *const *w = small_first; *w; w++)
		if (slice_is(word, *w))
			*out = (char)tolower((unsigned char)*out);
	return out;
}

const char *phrase_quoted(struct arena *a, const char *text)
{
	char *inside = arena_text(a, text ? text : "");
	for (char *c = inside; *c; c++)
		if (*c == '"')
			*c = '\'';
	return arena_printf(a, "\"%s\"", inside);
}

const char *phrase_hypothesis(struct arena *a, const struct hypothesis *h)
{
	if (h->say && *h->say)
		return phrase_clause(a, h->say);
	char *words = arena_text(a, h->id);
	for (char *c = words; *c; c++)
		if (*c == '-' || *c == '_')
			*c = ' ';
	return words;
}

enum shape { NOUN_PHRASE, CLAUSE, UNSURE };

// Whether a word reads as a verb of the past. "A hired crew", "a group paid by" and "the United" do not.
static bool past_verb(struct slice before, struct slice word, struct slice rest)
{
	static const char *const openers[] = { "a",   "an",    "the", "of",  "by",   "for",
					       "its", "their", "his", "her", "some", NULL };
	bool ed = word.len > 3 && slice_ends(word, "ed") && islower((unsigned char)word.at[0]);
	return (ed || among(past_verbs, word)) && !among(openers, before) && !slice_starts(slice_trim(rest), "by ");
}

static enum shape shape_of(const char *say)
{
	struct slice rest = slice_of(say), word, end = { 0 };
	bool relative = false, verb = false, past = false, first = true, subject = false, object = false;
	while (slice_cut(&rest, ' ', &word)) {
		if (!word.len)
			continue;
		subject |= first && among(clause_firsts, word);
		relative |= among(relatives, word);
		verb |= !first && among(clause_verbs, word);
		past |= !first && past_verb(end, word, rest);
		object |= past && slice_is_nocase(word, "it");
		first = false;
		end = word;
	}
	if (relative)
		return UNSURE;
	if (verb || (past && (subject || object)))
		return CLAUSE;
	return past || subject ? UNSURE : NOUN_PHRASE;
}

// "carried out the attack" of "Who carried out the attack?"; NULL where the verb could not follow any subject.
static const char *predicate(struct arena *a, const char *ask)
{
	struct slice s = slice_trim(slice_of(ask)), word;
	if (s.len < 5 || !slice_is_nocase((struct slice){ s.at, 4 }, "who ") || s.at[s.len - 1] != '?')
		return NULL;
	s = slice_trim((struct slice){ s.at + 4, s.len - 5 });
	if (memchr(s.at, '?', s.len))
		return NULL;
	const char *text = arena_copy(a, s.at, s.len);
	slice_cut(&s, ' ', &word);
	bool did_it = slice_is_nocase(word, "did") && (slice_is_nocase(s, "it") || slice_is_nocase(s, "this"));
	return s.len && (did_it || !among(clause_verbs, word)) ? text : NULL;
}

const char *phrase_ask(const struct question *q)
{
	return q->ask && *q->ask ? q->ask : q->id;
}

const char *phrase_claim(struct arena *a, const struct question *q, const struct hypothesis *h)
{
	const char *who = q->ask ? predicate(a, q->ask) : NULL;
	const char *ask = phrase_quoted(a, phrase_ask(q));
	const char *say = phrase_hypothesis(a, h);
	if (h->added)
		return who ? arena_printf(a, "somebody or something not listed here %s", who)
			   : arena_printf(a, "the answer to %s is none of those listed here", ask);
	enum shape shape = h->say ? shape_of(say) : UNSURE;
	if (shape == CLAUSE)
		return phrase_lower(a, say);
	if (shape == NOUN_PHRASE && who)
		return arena_printf(a, "%s %s", phrase_lower(a, say), who);
	return arena_printf(a, "the answer to %s is %s", ask, h->say ? phrase_quoted(a, say) : say);
}

void phrase_likelihood(struct tree *t, double p, const char *claim)
{
	const char *word = number_word(p), *band = number_band(t->arena, p);
	bool chance = strstr(word, "chance") != NULL;
	tree_say(t, chance ? (p < 0.4 ? "There is " : "There is a ") : "It is ");
	tree_piece(t, PIECE_WORD, word);
	tree_say(t, " ");
	tree_piece(t, PIECE_RANGE, arena_printf(t->arena, "(%s %%)", band));
	tree_say(t, " that %s", claim);
}

const char *phrase_and(size_t i, size_t n)
{
	return !i ? "" : i + 1 == n ? " and " : ", ";
}

const char *phrase_strength(double decibans)
{
	double weight = fabs(decibans);
	if (weight < 0.25)
		return NULL;
	return weight < 1 ? "weakly" : weight < 3 ? "clearly" : weight < 10 ? "strongly" : "very strongly";
}
