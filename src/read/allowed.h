// The stances that the words of a frame allow, whatever the gate holds likely: a denial can so never become an
// accusation, nor a question an admission.
#ifndef READ_ALLOWED_H
#define READ_ALLOWED_H

#include "read/voice.h"

// A set of stances.
#define ALLOWED(name) (1u << STANCE_##name)

// Sets what else of a verdict depends on the words around it: `turned`, that they may take it back; `defends`, that the
// speaker is accused or speaks for others.
void allowed_look(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  struct verdict *in);

// The stances that the words allow, as a set; empty where nothing is stated.
unsigned allowed_by_words(const struct spoken *k, const struct frame *f, const struct verdict *in);

// Those that the gate may say by itself besides, where it is sure enough: a denial, once another has accused somebody;
// and, where no word may take it back and nobody defends somebody, an accusation. `share`: of each of its classes.
unsigned allowed_by_gate(const struct reader *r, const float *share, const struct tokens *s, const struct frame *f,
			 const struct party *who, const struct verdict *in, unsigned may);

// Whether a word stands there that leaves something open: without one, no model draws no conclusion.
bool allowed_open(const struct spoken *k, const struct frame *f);

#endif
