// ICU's boundaries, less those after an abbreviation, within a quotation, or before a small letter. UAX 29 has no list
// of abbreviations, and ends a sentence at "Dr." and inside "We were there. We saw it," he said. The trained model
// learned from texts that are cut so: whoever changes a list here trains it anew (tools/train).
#include "read/sentence.h"

#include "base/search.h"
#include "base/limits.h"
#include "read/icu.h"
#include "read/look.h"

#include <string.h>

// What stands before a name or a number and never ends a sentence.
static const char *const never_last[] = {
	"mr",  "mrs",    "ms",  "dr",     "prof", "gen",  "lt",   "col",    "maj",     "capt", "sgt", "cpl",
	"adm", "cmdr",   "det", "insp",   "supt", "sen",  "rep",  "gov",    "pres",    "rev",  "fr",  "hon",
	"st",  "mt",     "ft",  "messrs", "mme",  "mlle", "herr", "sr",     "amb",     "jan",  "feb", "mar",
	"apr", "jun",    "jul", "aug",    "sep",  "sept", "oct",  "nov",    "dec",     "vol",  "fig", "vs",
	"cf",  "approx", "est", "ca",     "al",   "e.g",  "i.e",  "lt.col", "maj.gen", "op",   "pp",  NULL,
};

// What may end one: then the next word decides.
static const char *const perhaps_last[] = {
	"u.s",  "u.k",  "u.n", "e.u", "u.s.a", "u.s.s.r", "d.c", "a.m", "p.m",  "inc",
	"co",   "corp", "ltd", "llc", "plc",   "bros",    "jr",  "etc", "dept", "ave",
	"blvd", "rd",   "min", "mln", "bn",    "ph.d",    "b.c", "a.d", NULL,
};

static const char *const starters[] = {
	"the",   "a",     "an",    "he",    "she",   "it",      "they",  "we",    "i",    "you",  "this",      "that",
	"these", "those", "there", "his",   "her",   "its",     "their", "our",   "in",   "on",   "at",        "but",
	"and",   "if",    "when",  "while", "after", "before",  "as",    "one",   "some", "no",   "not",       "who",
	"what",  "why",   "how",   "asked", "both",  "neither", "two",   "three", "many", "most", "according", NULL,
};

// The word that a boundary follows, without its point: "Dr" of "... Dr. "; empty where no point stands there.
static struct slice last_word(struct slice before)
{
	before = slice_trim(before);
	if (!slice_ends(before, "."))
		return (struct slice){ before.at, 0 };
	size_t to = before.len - 1, from = to;
	while (from && (look_letter(before.at[from - 1]) || before.at[from - 1] == '.') && to - from < 12)
		from--;
	return (struct slice){ before.at + from, to - from };
}

static bool ends_in_abbreviation(struct slice before, struct slice after)
{
	struct slice word = last_word(before), next;
	if (!word.len)
		return false;
	if (word.len == 1 && look_upper(word.at[0]) && word.at[0] != 'I')
		return true; // an initial
	if (slice_is_nocase(word, "no") || slice_is_nocase(word, "nos"))
		return after.len && look_digit(after.at[0]);
	if (look_one_of(word, never_last))
		return true;
	if (!look_one_of(word, perhaps_last))
		return false;
	return after.len && look_letter(after.at[0]) && look_word(&after, &next) && !look_one_of(next, starters);
}

// Quotation marks seen so far in a paragraph.
struct quotes {
	bool straight; // inside "..."
	int curly;     // depth of “...”
	bool use;      // they pair up in this paragraph
};

static void quotes_pass(struct quotes *q, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '"')
			q->straight = !q->straight;
		else if ((unsigned char)s.at[i] == 0xe2 && slice_starts(look_from(s, i), "\u201c"))
			q->curly++;
		else if ((unsigned char)s.at[i] == 0xe2 && slice_starts(look_from(s, i), "\u201d"))
			q->curly--;
	}
}

static bool quotes_open(const struct quotes *q)
{
	return q->use && (q->straight || q->curly > 0);
}

static bool starts_small(struct slice s)
{
	return s.len && s.at[0] >= 'a' && s.at[0] <= 'z';
}

static enum status add(struct arena *a, struct document *d, uint32_t from, uint32_t to, struct err *e)
{
	while (from < to && d->text[from] == ' ')
		from++;
	while (to > from && look_space(d->text[to - 1]))
		to--;
	if (from == to)
		return STATUS_OK;
	if (d->sentences.n >= LIMIT_SENTENCES)
		return err_set(e, STATUS_LIMIT, "more than %d sentences; split the file", LIMIT_SENTENCES);
	list_push(a, &d->sentences, ((span){ from, to }));
	return STATUS_OK;
}

static enum status split(struct arena *a, struct icu_breaks *b, struct document *d, span p, struct err *e)
{
	struct slice whole = slice_in(d->text, p);
	struct quotes all = { 0 }, q = { 0 };
	quotes_pass(&all, whole);
	q.use = !all.straight && !all.curly;
	size_t from = 0, seen = 0;
	icu_start(b, whole.at, whole.len);
	for (size_t at; (at = icu_next(b)) && at < whole.len;) {
		struct slice before = { whole.at + from, at - from }, after = look_from(whole, at);
		quotes_pass(&q, (struct slice){ whole.at + seen, at - seen });
		seen = at;
		if (quotes_open(&q) || starts_small(after) || ends_in_abbreviation(before, after))
			continue;
		if (add(a, d, p.from + (uint32_t)from, p.from + (uint32_t)at, e) != STATUS_OK)
			return e->status;
		from = at;
	}
	return add(a, d, p.from + (uint32_t)from, p.to, e);
}

enum status sentence_split(struct arena *a, struct document *d, struct err *e)
{
	struct icu_breaks *b = icu_open(a);
	if (!b)
		return err_set(e, STATUS_IO, "the sentence rules of ICU cannot be loaded; is libicu complete?");
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < d->paragraphs.n; i++)
		s = split(a, b, d, d->paragraphs.at[i], e);
	icu_close(b);
	return s;
}

size_t sentence_at(const struct document *d, uint32_t byte)
{
	size_t behind = search_first(d->sentences.n, k, d->sentences.at[k].from <= byte);
	return behind ? behind - 1 : 0;
}
