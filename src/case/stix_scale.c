#include "case/stix_scale.h"

#include <stddef.h>
#include <string.h>

struct step {
	const char *word;
	int from, as; // the least confidence of the band; what the word becomes
};

static const struct step lmh[] = {
	{ "None", 0, 0 }, { "Low", 1, 15 }, { "Med", 30, 50 }, { "High", 70, 85 }, { NULL, 0, 0 }
};

// Credibility of information.
static const struct step admiralty[] = { { "5", 0, 10 },  { "4", 20, 30 }, { "3", 40, 50 },
					 { "2", 60, 70 }, { "1", 80, 90 }, { NULL, 0, 0 } };

static const struct step dni[] = { { "Almost No Chance / Remote", 0, 5 },
				   { "Very Unlikely / Highly Improbable", 10, 15 },
				   { "Unlikely / Improbable", 20, 30 },
				   { "Roughly Even Chance / Roughly Even Odds", 40, 50 },
				   { "Likely / Probable", 60, 70 },
				   { "Very Likely / Highly Probable", 80, 85 },
				   { "Almost Certain / Nearly Certain", 90, 95 },
				   { NULL, 0, 0 } };

static const struct step *const scales[] = {
	[STIX_SCALE_LMH] = lmh, [STIX_SCALE_ADMIRALTY] = admiralty, [STIX_SCALE_DNI] = dni
};

const char *stix_scale_word(enum stix_scale s, int confidence)
{
	const char *word = NULL;
	if (confidence < 0 || confidence > 100)
		return NULL;
	for (const struct step *x = scales[s]; x->word && x->from <= confidence; x++)
		word = x->word;
	return word;
}

int stix_scale_confidence(enum stix_scale s, const char *word)
{
	for (const struct step *x = scales[s]; x->word; x++)
		if (!strcmp(x->word, word))
			return x->as;
	return -1;
}

int stix_scale_likelihood(const struct band *term)
{
	for (const struct step *x = dni; x->word; x++)
		if (slice_is_nocase((struct slice){ x->word, strcspn(x->word, "/") - 1 }, term->word))
			return x->as;
	return -1;
}
