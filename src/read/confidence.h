// Which statement a sureness (read/sureness.h) is said of.
#ifndef READ_CONFIDENCE_H
#define READ_CONFIDENCE_H

#include "read/voice.h"

// Gives the statements of a sentence that has been read how sure they are said to be; keeps what is left over.
void confidence_of_sentence(struct reader *r, const struct spoken *k, size_t sentence);

// Whether a frame's words say nothing but how sure their speaker is: "we hold that view with moderate confidence".
bool confidence_alone(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker);

// Once all statements are there, in text order: what is left over goes to the same speaker's statement in a sentence
// beside its own.
void confidence_settle(struct reader *r);

#endif
