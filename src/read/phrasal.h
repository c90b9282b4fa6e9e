// Verbs that are a cue only with the words behind them.
#ifndef READ_PHRASAL_H
#define READ_PHRASAL_H

#include "read/frames.h"

// Hangs them on their words.
void phrasal_hang(struct arena *a, struct vocabulary *v);

// What the verb at token i does by the words behind it; ACT_COUNT: nothing of its own.
enum act phrasal_act(const struct tokens *s, int i);

// Whether a verb that may reject or decline does neither, by the words around it.
bool phrasal_idle(const struct tokens *s, const struct frame *f);

// "Pointed the finger at Tapp": the "at" behind the verb at token i, or -1.
int phrasal_finger(const struct tokens *s, int i);

#endif
