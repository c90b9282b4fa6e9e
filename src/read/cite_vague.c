// People without a name are known by what is said of them ("familiar with", "on condition of anonymity"), sources by
// the word itself, media by an adjective that could be anybody's ("local media").
#include "read/cite_vague.h"

enum { NEAR = 5 };

// The first word of [from, to) that is a cue, or -1; a mark ends the search.
static int first(const struct cite_words *w, int from, int to, uint64_t cues)
{
	for (int i = from; i < to && cite_words_at(w, i) && !cite_words_at(w, i)->mark; i++)
		if (cite_words_is(w, i, cues))
			return i;
	return -1;
}

// "sources said", "a source close to", "according to two sources".
static bool source_at(const struct cite_words *w, int i, int *to)
{
	if (!cite_words_is(w, i, CUE(source)))
		return false;
	int k = first(w, i + 1, i + 1 + NEAR, CUE(say) | CUE(tell) | CUE(near) | CUE(report) | CUE(claim));
	*to = (k < 0 ? i : k) + 1;
	return k >= 0 || cite_words_say(w, i - 1, "to") || cite_words_say(w, i - 2, "to") ||
	       cite_words_is(w, i - 1, CUE(unnamed));
}

// "a person briefed on", "officials who spoke on condition of anonymity", "people with knowledge of".
static bool people_at(const struct cite_words *w, int i, int *to)
{
	if (!cite_words_is(w, i, CUE(some)))
		return false;
	int k = i + 1;
	if (cite_words_is(w, k, CUE(near)) &&
	    (cite_words_say(w, k + 1, "with") || cite_words_say(w, k + 1, "to") || cite_words_say(w, k + 1, "on"))) {
		*to = k + 2;
		return !cite_words_say(w, k, "close") || !cite_words_say(w, k + 1, "on");
	}
	if (cite_words_say(w, k, "who") && (cite_words_say(w, k + 1, "asked") || cite_words_say(w, k + 1, "declined") ||
					    cite_words_say(w, k + 1, "requested"))) {
		*to = k + 2;
		return first(w, k + 2, k + 8, CUE(unnamed)) >= 0 || first(w, k + 2, k + 6, CUE(be)) >= 0;
	}
	bool knows = cite_words_say(w, k, "with") &&
		     (cite_words_say(w, k + 1, "knowledge") || cite_words_say(w, k + 2, "knowledge"));
	int secret = first(w, k, k + 10, CUE(unnamed));
	*to = knows ? k + 2 : secret + 1;
	return knows || (secret >= 0 && (cite_words_say(w, k, "who") || cite_words_say(w, k, "speaking")));
}

// "local media", "media reports", "reportedly", "on condition of anonymity".
static bool rumour_at(const struct cite_words *w, int i, int *to)
{
	*to = i + 1;
	if (cite_words_say(w, i, "reportedly") || cite_words_say(w, i, "anonymity"))
		return true;
	*to = i + 2;
	if (cite_words_say(w, i, "local") || cite_words_say(w, i, "foreign") || cite_words_say(w, i, "international") ||
	    cite_words_say(w, i, "several"))
		return cite_words_say(w, i + 1, "media") &&
		       first(w, i + 2, i + 6, CUE(say) | CUE(report) | CUE(claim)) >= 0;
	if (cite_words_say(w, i, "reports") &&
	    (i == 0 || cite_words_say(w, i - 1, "to") || cite_words_say(w, i - 1, "some")))
		return cite_words_say(w, i - 1, "to") || first(w, i + 1, i + 2, CUE(say) | CUE(claim)) >= 0;
	if (cite_words_say(w, i, "media") || cite_words_say(w, i, "news") || cite_words_say(w, i, "press") ||
	    cite_words_say(w, i, "unconfirmed"))
		return cite_words_say(w, i + 1, "reports");
	return cite_words_is(w, i, CUE(unnamed)) && cite_words_is(w, i + 1, CUE(source) | CUE(some));
}

bool cite_vague_unnamed(const struct cite_words *w, int *from, int *to)
{
	for (int i = 0; cite_words_at(w, i); i++)
		if (source_at(w, i, to) || people_at(w, i, to) || rumour_at(w, i, to)) {
			*from = i;
			return true;
		}
	return false;
}

static bool says_any(const struct cite_words *w, int i, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cite_words_say(w, i, words[k]))
			return true;
	return false;
}

// "us", "this newspaper", "our correspondent": the end of it, or 0.
static int ourselves(const struct cite_words *w, int i)
{
	static const char *const things[] = { "newspaper",    "paper",      "magazine",    "website",   "channel",
					      "programme",    "program",    "newsroom",    "station",   "agency",
					      "broadcaster",  "network",    "reporter",    "reporters", "correspondent",
					      "photographer", "journalist", "journalists", "team" };
	if (cite_words_say(w, i, "us"))
		return i + 1;
	bool here = cite_words_say(w, i, "this") || cite_words_say(w, i, "our");
	return here && says_any(w, i + 1, things, sizeof things / sizeof *things) ? i + 2 : 0;
}

// The marks of quotation before a word are in pairs: it is the text that speaks.
static bool outside(const struct cite_words *w, int i)
{
	size_t marks = 0;
	for (int k = 0; k < i; k++)
		marks += cite_words_at(w, k)->mark == '"';
	return marks % 2 == 0;
}

// Where the words begin that lead to ourselves at i: "told", "an interview with", "seen by"; -1 where none do.
static int led_to(const struct cite_words *w, int i)
{
	static const char *const by[] = { "seen", "reviewed", "obtained", "verified", "heard", "examined", "shown" };
	if (cite_words_is(w, i - 1, CUE(tell)))
		return i - 1;
	bool told = cite_words_is(w, i - 2, CUE(tell)) ||
		    (cite_words_say(w, i - 2, "interview") && cite_words_say(w, i - 1, "with"));
	bool shown = (cite_words_say(w, i - 1, "by") || cite_words_say(w, i - 1, "to")) &&
		     says_any(w, i - 2, by, sizeof by / sizeof *by);
	return told || shown ? i - 2 : -1;
}

bool cite_vague_own(const struct cite_words *w, int *from, int *to)
{
	static const char *const saw[] = { "saw", "heard", "watched", "counted", "visited", "found", "met", "spoke" };
	for (int i = 0; cite_words_at(w, i); i++) {
		int end = ourselves(w, i), led = end ? led_to(w, i) : -1;
		*from = led;
		*to = end;
		if (led >= 0 && outside(w, led))
			return true;
		*from = i;
		*to = end + 1;
		if (end && !cite_words_say(w, i, "us") && says_any(w, end, saw, sizeof saw / sizeof *saw) &&
		    outside(w, i))
			return true;
	}
	return false;
}

// Whether an outlet can be called a newspaper, or a network, so far as its name says what it is.
static bool called(const struct cite_words *w, int i, const char *outlet)
{
	static const char *const airs[] = { "CNN",  "Fox", "NBC",   "CBS",        "ABC", "BBC", "PBS",    "NPR",
					    "CNBC", "TV",  "Radio", "Television", "Sky", "ITV", "Jazeera" };
	static const char *const prints[] = { "Times",   "Post",      "Journal", "Tribune", "Herald", "Guardian",
					      "Gazette", "Chronicle", "Courier", "Globe",   "Today",  "Politico" };
	bool paper = cite_words_say(w, i, "newspaper") || cite_words_say(w, i, "paper") ||
		     cite_words_say(w, i, "daily") || cite_words_say(w, i, "tabloid");
	bool air =
	    cite_words_say(w, i, "network") || cite_words_say(w, i, "broadcaster") || cite_words_say(w, i, "channel");
	for (size_t k = 0; paper && k < sizeof airs / sizeof *airs; k++)
		if (slice_find(slice_of(outlet), airs[k]) >= 0)
			return false;
	for (size_t k = 0; air && k < sizeof prints / sizeof *prints; k++)
		if (slice_find(slice_of(outlet), prints[k]) >= 0)
			return false;
	return true;
}

bool cite_vague_again(const struct cite_words *w, const char *outlet, bool agency, int *from, int *to)
{
	for (int i = 1; cite_words_at(w, i); i++) {
		if (!cite_words_say(w, i - 1, "the") ||
		    !(cite_words_is(w, i, CUE(again)) || cite_words_say(w, i, "news")))
			continue;
		int k = cite_words_say(w, i, "news") ? i + 1 : i;
		if (!cite_words_is(w, k, CUE(again)) || (cite_words_say(w, k, "agency") && !agency) ||
		    !called(w, k, outlet))
			continue;
		int v = k + 1;
		while (cite_words_is(w, v, CUE(adv) | CUE(have) | CUE(day)))
			v++;
		bool before = cite_words_say(w, i - 2, "to") && cite_words_say(w, i - 3, "according");
		bool told = cite_words_is(w, i - 2, CUE(tell));
		if (!before && !told && !cite_words_is(w, v, CUE(say) | CUE(report) | CUE(claim)))
			continue;
		*from = i - 1;
		*to = k + 1;
		return true;
	}
	return false;
}
