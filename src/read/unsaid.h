// Denials of words: who denies that something was said denies no deed.
#ifndef READ_UNSAID_H
#define READ_UNSAID_H

#include "read/frames.h"

// "(Denied) blaming him", "(denied) that she had accused anybody": what is said to have been said.
bool unsaid_speech(const struct tokens *s, struct range content);

// "I never said that", "we have accused nobody", "denied blaming him".
bool unsaid_denied(const struct tokens *s, const struct frame *f);

#endif
