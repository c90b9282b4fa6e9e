// Verbs that are a cue only with the words behind them.
#ifndef READ_PHRASAL_H
#define READ_PHRASAL_H

#include "read/frames.h"

// What the verb at token i does by the words behind it; ACT_COUNT: nothing of its own.
enum act phrasal_act(const struct tokens *s, int i);

#endif
