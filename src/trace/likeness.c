// The thresholds are those of a probe on generated and real sets of news texts; a copy need not be long, but it must be
// mostly somebody else's words, outside quotations too.
#include "trace/likeness.h"

enum {
	COPY_WORDS = 18,   // a match below this can be chance or a formula
	QUOTE = 8,         // quoted words that come from one mouth
	QUOTE_OWN = 12,    // own words below which only quotations match
	FORM_VALUES = 2,   // names and numbers that differ where both have one
	LONG_PARENT = 300, // words from which a text can be a digest
};

static const double copy_cover = 0.45, contained = 0.85, contained_child = 0.15, form_values = 0.22;
static const double same_text = 0.95;
static const double rewritten_parent = 0.6, rewritten_child = 0.3;
static const double opening = 0.05; // of a text, where a brief of it comes from
static const double item_cover = 0.25, item_start = 0.30, item_spread = 2;

double likeness_cover(const struct alignment *al)
{
	return al->a_in_b > al->b_in_a ? al->a_in_b : al->b_in_a;
}

// A form filled in again has other names and numbers just where the first has its own; a copy has the same ones.
static bool form_filled(const struct alignment *al, size_t words)
{
	return words < ALIGN_BRIEF && al->values >= FORM_VALUES &&
	       (double)al->values >= form_values * (double)(al->values + al->names_same);
}

enum likeness likeness_of(const struct alignment *al, size_t x_words, size_t y_words)
{
	double own = al->a_in_b < al->a_own_in_b ? al->a_in_b : al->a_own_in_b;
	bool covered = own >= copy_cover && al->words >= COPY_WORDS;
	bool holds = al->b_in_a >= contained && al->b_own_in_a >= contained && al->words >= COPY_WORDS &&
		     (al->a_in_b >= contained_child || al->a_first <= opening);
	bool rewritten = al->b_in_a >= rewritten_parent && al->b_own_in_a >= rewritten_parent &&
			 al->a_in_b >= rewritten_child && al->words >= COPY_WORDS;
	if (form_filled(al, x_words < y_words ? x_words : y_words))
		return LIKENESS_TEMPLATE;
	if (al->a_in_b >= same_text && al->b_in_a >= same_text && al->words >= COPY_WORDS / 2)
		return LIKENESS_COPY; // whoever spoke the words
	if (al->a_in_b >= same_text && al->own >= COPY_WORDS / 2 && al->b_first <= opening)
		return LIKENESS_COPY; // a brief of a few words, all from the start
	if (al->own < QUOTE_OWN)
		return al->quoted >= QUOTE ? LIKENESS_QUOTES : LIKENESS_NONE;
	bool compact = al->b_last - al->b_first < item_spread * al->b_in_a;
	if ((covered || holds || rewritten) && al->b_in_a < item_cover && y_words >= LONG_PARENT &&
	    al->b_first > item_start && compact)
		return LIKENESS_ITEM;
	if (covered || holds || rewritten)
		return LIKENESS_COPY;
	return al->run >= LIKENESS_RUN ? LIKENESS_PART : LIKENESS_NONE;
}
