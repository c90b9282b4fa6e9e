// The thresholds are those of a probe on generated and real sets of news texts; a copy need not be long, but it must be
// mostly somebody else's words, outside quotations too.
#include "trace/likeness.h"

enum {
	COPY_WORDS = 18,   // a match below this can be chance or a formula
	QUOTE = 8,         // quoted words that come from one mouth
	QUOTE_OWN = 12,    // own words below which only quotations match
	BRIEF = 260,       // words below which a text can be a filled-in form
	FORM_NAMES = 4,    // names and numbers that tell forms apart
	LONG_PARENT = 300, // words from which a text can be a digest
};

static const double copy_cover = 0.45, contained = 0.85, contained_child = 0.15, form_same = 0.62;
static const double same_text = 0.95;
static const double item_cover = 0.25, item_start = 0.30;

double likeness_cover(const struct alignment *al)
{
	return al->a_in_b > al->b_in_a ? al->a_in_b : al->b_in_a;
}

static bool form_filled(const struct alignment *al, size_t words)
{
	return words < BRIEF && al->names >= FORM_NAMES && (double)al->names_same < form_same * (double)al->names;
}

enum likeness likeness_of(const struct alignment *al, size_t x_words, size_t y_words)
{
	double own = al->a_in_b < al->a_own_in_b ? al->a_in_b : al->a_own_in_b;
	bool covered = own >= copy_cover && al->words >= COPY_WORDS;
	bool holds = al->b_in_a >= contained && al->b_own_in_a >= contained && al->a_in_b >= contained_child &&
		     al->words >= COPY_WORDS;
	if (form_filled(al, x_words < y_words ? x_words : y_words))
		return LIKENESS_TEMPLATE;
	if (al->a_in_b >= same_text && al->b_in_a >= same_text && al->words >= COPY_WORDS / 2)
		return LIKENESS_COPY; // whoever spoke the words
	if (al->own < QUOTE_OWN)
		return al->words - al->own >= QUOTE ? LIKENESS_QUOTES : LIKENESS_NONE;
	if ((covered || holds) && al->b_in_a < item_cover && y_words >= LONG_PARENT && al->b_first > item_start)
		return LIKENESS_ITEM;
	if (covered || holds)
		return LIKENESS_COPY;
	return al->run >= LIKENESS_RUN ? LIKENESS_PART : LIKENESS_NONE;
}
