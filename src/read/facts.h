// Findings and earlier events offered as like this one.
#ifndef READ_FACTS_H
#define READ_FACTS_H

#include "read/voice.h"

// Facts and precedents of a sentence whose statements are in already.
void facts_of_sentence(struct reader *r, const struct spoken *k);

// A fact that the gate sees.
void facts_add(struct reader *r, const struct spoken *k, struct range at, const char *source);

#endif
