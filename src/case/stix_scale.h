// The confidence scales of STIX 2.1 (part 1, appendix A): a number from 0 to 100 in the words of another scale, and
// what such a word becomes as a number. The bands are theirs; they are not those of ICD 203, even where the words are.
#ifndef CASE_STIX_SCALE_H
#define CASE_STIX_SCALE_H

#include "case/scale.h"

enum stix_scale { STIX_SCALE_LMH, STIX_SCALE_ADMIRALTY, STIX_SCALE_DNI };

// The word of a confidence from 0 to 100; NULL outside.
const char *stix_scale_word(enum stix_scale s, int confidence);

// The confidence of a word; -1 where it has none, as the Admiralty 6, "truth cannot be judged", has none: it is left
// out then, never 0 or 50.
int stix_scale_confidence(enum stix_scale s, const char *word);

// The confidence on the scale DNI of a term of ICD 203, whose words are the same.
int stix_scale_likelihood(const struct band *term);

#endif
