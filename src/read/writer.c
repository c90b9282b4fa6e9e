#include "read/writer.h"

#include "read/letter.h"
#include "read/nominal.h"
#include "read/voice.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { HEAD_LINES = 8, LINE_MOST = 140, WORDS_MOST = 7, WORDS_LEAST = 2, OWN_LEAST = 2 };

static const char *const bodies[] = { "lab",        "labs",         "laboratory", "laboratories", "intelligence",
				      "commission", "ombudsman",    "watch",      "bureau",       "institute",
				      "centre",     "center",       "agency",     "board",        "collective",
				      "committee",  "inspectorate", "authority",  "inquiry",      "foundation",
				      "tribunal",   "observatory",  "council",    "project" };
static const char *const papers[] = { "report", "statement", "note", "briefing", "advisory", "bulletin", "findings" };
static const char *const links[] = { "of", "for", "into", "on", "the", "and", "in" };

#define AMONG(word, list) is_among(word, list, sizeof(list) / sizeof *(list))

static bool is_among(struct slice word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_is_nocase(word, list[i]))
			return true;
	return false;
}

// Cuts what a body looks into off its name: "Commission of Inquiry into the Loss of TR-08".
static struct slice without_matter(struct slice s)
{
	static const char *const cuts[] = { " into ", " INTO ", " Into " };
	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		ptrdiff_t at = slice_find(s, cuts[i]);
		if (at > 0)
			s.len = (size_t)at;
	}
	return s;
}

// Whether all of it is one name whose noun is a body: "Quarrion Labs", "Air Safety Bureau of the Kestrel Islands".
static bool names_body(struct slice s)
{
	struct slice rest = s, word;
	int words = 0;
	bool body = false, open = false; // the last word was a body; a body, and what it is of
	while (slice_cut(&rest, ' ', &word)) {
		bool link = AMONG(word, links);
		if (!word.len || ispunct((unsigned char)word.at[word.len - 1]) ||
		    (!link && !isupper((unsigned char)word.at[0])))
			return false;
		open |= body && link && words > 0;
		body = AMONG(word, bodies);
		words++;
	}
	return words >= WORDS_LEAST && words <= WORDS_MOST && (body || open);
}

static bool names_paper(struct slice s)
{
	struct slice rest = s, word;
	while (slice_cut(&rest, ' ', &word))
		if (AMONG(word, papers))
			return true;
	return false;
}

// The next part of a line between bars, dashes, dots and colons.
static bool next_part(struct slice *rest, struct slice *part)
{
	static const char *const bars[] = { " | ",        " \xE2\x80\x94 ", " \xE2\x80\x93 ",
					    " \xC2\xB7 ", " \xE2\x80\xBA ", ": ",
					    ", " };
	size_t end = rest->len, skip = 0;
	if (!rest->len)
		return false;
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		ptrdiff_t at = slice_find((struct slice){ rest->at, end }, bars[i]);
		if (at >= 0) {
			end = (size_t)at;
			skip = strlen(bars[i]);
		}
	}
	*part = slice_trim((struct slice){ rest->at, end });
	*rest = (struct slice){ rest->at + end + skip, rest->len - end - skip };
	return true;
}

// Sentences in which the text speaks of itself as "we", outside of quotations.
static int own_words(const struct document *d)
{
	int n = 0;
	for (size_t i = 0; i < d->sentences.n && n < OWN_LEAST; i++) {
		struct slice s = slice_in(d->text, d->sentences.at[i]);
		ptrdiff_t we = slice_starts(s, "We ") ? 0 : slice_find(s, " we "), open = slice_find(s, "\xE2\x80\x9C");
		ptrdiff_t straight = slice_find(s, "\"");
		n += we >= 0 && (open < 0 || we < open) && (straight < 0 || we < straight);
	}
	return n;
}

// The body that a name in the text is of.
static struct party named(struct arena *a, const struct document *d, struct slice name)
{
	uint32_t from = (uint32_t)(name.at - d->text);
	return (struct party){ .name = nominal_calm(a, arena_copy(a, name.at, name.len)),
			       .kind = "group",
			       .at = { from, from + (uint32_t)name.len } };
}

// --- what is issued ---

static const char *const issues[] = { "statement", "statements",  "communiqu\xC3\xA9", "communique",
				      "release",   "declaration", "proclamation",      "editors" };

static bool is_capital(unsigned char c)
{
	return isupper(c) || c >= 0x80; // "Équipe"
}

// A line that is a name and nothing else: "GREY FACTION", "Ministry of the Interior"; one word alone is a heading,
// unless it is written large.
static bool names_somebody(struct slice s)
{
	struct slice rest = s, word;
	int words = 0;
	while (slice_cut(&rest, ' ', &word)) {
		if (!word.len || AMONG(word, issues) || AMONG(word, papers) ||
		    !(AMONG(word, links) || is_capital((unsigned char)word.at[0])))
			return false;
		unsigned char last = (unsigned char)word.at[word.len - 1];
		if (!isalnum(last) && last < 0x80)
			return false;
		words++;
	}
	bool large = s.len > 2;
	for (size_t i = 0; i < s.len; i++)
		large &= !islower((unsigned char)s.at[i]);
	return words <= WORDS_MOST && (words > 1 || large);
}

// "Press release, 4 May 2023", "Communiqué No. 7"; not "Statement of facts".
static bool names_issue(struct slice s)
{
	enum { LONG = 60, WORDS = 3 };
	struct slice rest = s, word;
	for (int n = 0; s.len < LONG && n < WORDS && slice_cut(&rest, ' ', &word); n++) {
		bool ends = word.len && ispunct((unsigned char)word.at[word.len - 1]);
		word.len -= ends;
		rest = slice_trim(rest);
		if (AMONG(word, issues))
			return !slice_ends(s, ".") && (ends || !rest.len || isdigit((unsigned char)rest.at[0]) ||
						       slice_starts(rest, "No.") || slice_starts(rest, "NO."));
	}
	return false;
}

// "STATEMENT BY CORVIN SHIPPING": the name; empty where the line is no such thing.
static struct slice issued_by(struct slice s)
{
	static const char *const by[] = { " BY ", " by ", " FROM ", " from ", " By ", " From " };
	struct slice none = { 0 };
	for (size_t i = 0; i < sizeof by / sizeof *by; i++) {
		ptrdiff_t at = slice_find(s, by[i]);
		if (at < 0 || !names_issue((struct slice){ s.at, (size_t)at }))
			continue;
		size_t from = (size_t)at + strlen(by[i]);
		struct slice name = { s.at + from, s.len - from };
		if (slice_starts(name, "the ") || slice_starts(name, "THE ") || slice_starts(name, "The "))
			name = (struct slice){ name.at + 4, name.len - 4 };
		return names_somebody(name) ? name : none;
	}
	return none;
}

// Who writes a letter: a person, unless a word of the name is of a body.
static struct party writes(struct arena *a, const struct vocabulary *v, const struct document *d, struct slice name)
{
	struct party p = named(a, d, name);
	struct slice rest = name, word;
	bool body = false;
	while (slice_cut(&rest, ' ', &word)) {
		char *low = arena_copy(a, word.at, word.len);
		for (char *c = low; *c; c++)
			*c = (char)tolower((unsigned char)*c);
		struct slice known = { low, word.len };
		body |= AMONG(word, bodies) || vocabulary_find(v, known, vocabulary_hash(known)).is & IS(group);
	}
	p.kind = body ? "group" : "person";
	return p;
}

static void add(struct arena *a, struct writers *w, uint32_t from, struct party who)
{
	struct issuer new = { from, who };
	list_push(a, &w->list, new);
	for (size_t i = w->list.n - 1; i > 0 && w->list.at[i - 1].from > from; i--) { // a signature stands below
		struct issuer later = w->list.at[i - 1];
		w->list.at[i - 1] = w->list.at[i];
		w->list.at[i] = later;
	}
}

struct writers writer_heads(struct arena *a, const struct vocabulary *v, const struct document *d)
{
	struct writers w = { 0 };
	struct letter letter = { 0 };
	struct slice rest = slice_of(d->text), line, before = { 0 };
	while (slice_line(&rest, &line)) {
		line = slice_trim(line);
		if (!line.len)
			continue;
		bool brief = line.len < LINE_MOST;
		struct slice name = brief ? issued_by(line) : (struct slice){ 0 }, signer;
		if (!name.len && before.len && names_issue(line))
			name = before;
		if (name.len)
			add(a, &w, (uint32_t)(name.at - d->text), named(a, d, name));
		else if (letter_line(&letter, line, (uint32_t)(line.at - d->text), &signer))
			add(a, &w, letter.from, writes(a, v, d, signer));
		before = brief && names_somebody(line) ? line : (struct slice){ 0 };
	}
	return w;
}

void writer_reach(struct reader *r, span sentence)
{
	while (r->issuer < r->issuers.list.n && r->issuers.list.at[r->issuer].from <= sentence.from)
		r->writer = r->issuers.list.at[r->issuer++].who;
	r->mentions->author = slice_same(r->writer.kind, "person") ? r->writer.name : NULL;
}

struct party writer_of(struct arena *a, const struct document *d)
{
	struct party p = { .kind = "group" };
	struct slice rest = slice_of(d->text), line;
	bool paper = false;
	for (int lines = 0; lines < HEAD_LINES && slice_line(&rest, &line);) {
		if (!line.len)
			continue;
		if (line.len > LINE_MOST)
			break;
		lines++;
		if (letter_field(line))
			continue;
		struct slice part;
		while (next_part(&line, &part)) {
			struct slice name = without_matter(part);
			paper |= names_paper(part);
			if (p.name || !names_body(name))
				continue;
			p = named(a, d, name);
		}
	}
	if (!p.name && d->outlet && names_body(slice_of(d->outlet)))
		p.name = nominal_calm(a, d->outlet);
	return p.name && (paper || own_words(d) == OWN_LEAST) ? p : (struct party){ 0 };
}
