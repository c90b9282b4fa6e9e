// People without a name are known by what is said of them ("familiar with", "on condition of anonymity"), sources by
// the word itself, media by an adjective that could be anybody's ("local media").
#include "read/cite_vague.h"

enum { NEAR = 5 };

static const struct cite_word *word(const struct cite_words *w, int i)
{
	return i >= 0 && (size_t)i < w->list.n ? &w->list.at[i] : NULL;
}

static bool is(const struct cite_words *w, int i, uint64_t cues)
{
	const struct cite_word *x = word(w, i);
	return x && x->is & cues;
}

static bool says(const struct cite_words *w, int i, const char *text)
{
	return i >= 0 && cite_words_say(w, (size_t)i, text);
}

// The first word of [from, to) that is a cue, or -1; a mark ends the search.
static int first(const struct cite_words *w, int from, int to, uint64_t cues)
{
	for (int i = from; i < to && word(w, i) && !word(w, i)->mark; i++)
		if (is(w, i, cues))
			return i;
	return -1;
}

// "sources said", "a source close to", "according to two sources".
static bool source_at(const struct cite_words *w, int i, int *to)
{
	if (!is(w, i, CUE(source)))
		return false;
	int k = first(w, i + 1, i + 1 + NEAR, CUE(say) | CUE(tell) | CUE(near) | CUE(report) | CUE(claim));
	*to = (k < 0 ? i : k) + 1;
	return k >= 0 || says(w, i - 1, "to") || says(w, i - 2, "to") || is(w, i - 1, CUE(unnamed));
}

// "a person briefed on", "officials who spoke on condition of anonymity", "people with knowledge of".
static bool people_at(const struct cite_words *w, int i, int *to)
{
	if (!is(w, i, CUE(some)))
		return false;
	int k = i + 1;
	if (is(w, k, CUE(near)) && (says(w, k + 1, "with") || says(w, k + 1, "to") || says(w, k + 1, "on"))) {
		*to = k + 2;
		return !says(w, k, "close") || !says(w, k + 1, "on");
	}
	if (says(w, k, "who") &&
	    (says(w, k + 1, "asked") || says(w, k + 1, "declined") || says(w, k + 1, "requested"))) {
		*to = k + 2;
		return first(w, k + 2, k + 8, CUE(unnamed)) >= 0 || first(w, k + 2, k + 6, CUE(be)) >= 0;
	}
	bool knows = says(w, k, "with") && (says(w, k + 1, "knowledge") || says(w, k + 2, "knowledge"));
	int secret = first(w, k, k + 10, CUE(unnamed));
	*to = knows ? k + 2 : secret + 1;
	return knows || (secret >= 0 && (says(w, k, "who") || says(w, k, "speaking")));
}

// "local media", "media reports", "reportedly", "on condition of anonymity".
static bool rumour_at(const struct cite_words *w, int i, int *to)
{
	*to = i + 1;
	if (says(w, i, "reportedly") || says(w, i, "anonymity"))
		return true;
	*to = i + 2;
	if (says(w, i, "local") || says(w, i, "foreign") || says(w, i, "international") || says(w, i, "several"))
		return says(w, i + 1, "media") && first(w, i + 2, i + 6, CUE(say) | CUE(report) | CUE(claim)) >= 0;
	if (says(w, i, "reports") && (i == 0 || says(w, i - 1, "to") || says(w, i - 1, "some")))
		return says(w, i - 1, "to") || first(w, i + 1, i + 2, CUE(say) | CUE(claim)) >= 0;
	if (says(w, i, "media") || says(w, i, "news") || says(w, i, "press") || says(w, i, "unconfirmed"))
		return says(w, i + 1, "reports");
	return is(w, i, CUE(unnamed)) && is(w, i + 1, CUE(source) | CUE(some));
}

bool cite_vague_unnamed(const struct cite_words *w, int *from, int *to)
{
	for (int i = 0; word(w, i); i++)
		if (source_at(w, i, to) || people_at(w, i, to) || rumour_at(w, i, to)) {
			*from = i;
			return true;
		}
	return false;
}

static bool says_any(const struct cite_words *w, int i, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (says(w, i, words[k]))
			return true;
	return false;
}

// "us", "this newspaper", "our correspondent": the end of it, or 0.
static int ourselves(const struct cite_words *w, int i)
{
	static const char *const things[] = { "newspaper",    "paper",    "magazine",  "website",  "channel",
					      "programme",    "program",  "newsroom",  "station",  "agency",
					      "broadcaster",  "network",  "reporter",  "reporters", "correspondent",
					      "photographer", "journalist", "journalists", "team" };
	if (says(w, i, "us"))
		return i + 1;
	bool here = says(w, i, "this") || says(w, i, "our");
	return here && says_any(w, i + 1, things, sizeof things / sizeof *things) ? i + 2 : 0;
}

// The marks of quotation before a word are in pairs: it is the text that speaks.
static bool outside(const struct cite_words *w, int i)
{
	size_t marks = 0;
	for (int k = 0; k < i; k++)
		marks += word(w, k)->mark == '"';
	return marks % 2 == 0;
}

bool cite_vague_own(const struct cite_words *w, int *from, int *to)
{
	static const char *const by[] = { "seen", "reviewed", "obtained", "verified", "heard", "examined", "shown" };
	static const char *const saw[] = { "saw", "heard", "watched", "counted", "visited", "found", "met", "spoke" };
	for (int i = 0; word(w, i); i++) {
		bool told = is(w, i, CUE(tell)) || (says(w, i, "interview") && says(w, i + 1, "with"));
		bool shown = says_any(w, i, by, sizeof by / sizeof *by) &&
			     (says(w, i + 1, "by") || says(w, i + 1, "to"));
		int end = ourselves(w, i + 1) ? ourselves(w, i + 1) : ourselves(w, i + 2);
		int we = ourselves(w, i);
		*from = i;
		*to = end;
		if ((told || shown) && end && outside(w, i))
			return true;
		*to = we + 1;
		if (we && !says(w, i, "us") && says_any(w, we, saw, sizeof saw / sizeof *saw) && outside(w, i))
			return true;
	}
	return false;
}

// Whether an outlet can be called a newspaper, or a network, so far as its name says what it is.
static bool called(const struct cite_words *w, int i, const char *outlet)
{
	static const char *const airs[] = { "CNN", "Fox", "NBC", "CBS", "ABC", "BBC", "PBS", "NPR",
					    "CNBC", "TV", "Radio", "Television", "Sky", "ITV", "Jazeera" };
	static const char *const prints[] = { "Times", "Post", "Journal", "Tribune", "Herald", "Guardian",
					      "Gazette", "Chronicle", "Courier", "Globe", "Today", "Politico" };
	bool paper = says(w, i, "newspaper") || says(w, i, "paper") || says(w, i, "daily") || says(w, i, "tabloid");
	bool air = says(w, i, "network") || says(w, i, "broadcaster") || says(w, i, "channel");
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
	for (int i = 1; word(w, i); i++) {
		if (!says(w, i - 1, "the") || !(is(w, i, CUE(again)) || says(w, i, "news")))
			continue;
		int k = says(w, i, "news") ? i + 1 : i;
		if (!is(w, k, CUE(again)) || (says(w, k, "agency") && !agency) || !called(w, k, outlet))
			continue;
		int v = k + 1;
		while (is(w, v, CUE(adv) | CUE(have) | CUE(day)))
			v++;
		bool before = says(w, i - 2, "to") && says(w, i - 3, "according");
		bool told = is(w, i - 2, CUE(tell));
		if (!before && !told && !is(w, v, CUE(say) | CUE(report) | CUE(claim)))
			continue;
		*from = i - 1;
		*to = k + 1;
		return true;
	}
	return false;
}
