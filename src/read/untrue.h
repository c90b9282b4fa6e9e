// Words that say of something told before that it is not so.
#ifndef READ_UNTRUE_H
#define READ_UNTRUE_H

#include "read/phrase.h"

// Whether a clause rejects what was told: "the idea was absurd", "it's false", "it was not true", "there is no truth in
// this".
bool untrue_called(const struct tokens *s, struct range r);

// The same from a be-verb on, whatever stands before it: "(the claim) is nonsense", "was not true".
bool untrue_said(const struct tokens *s, int be, int end);

// Whether the word at `lie` is said of a defence: "his alibi was false", "their denial is a lie": that denies nothing.
bool untrue_defence(const struct tokens *s, int lie);

// "It had not", "he didn't", "I ordered nothing": an answer to what was told, and nothing else.
bool untrue_answered(const struct tokens *s, struct range r);

#endif
