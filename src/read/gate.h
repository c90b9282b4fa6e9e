// Which of the things that people say bear on the case, and how: a linear model over what the rules saw of a frame and
// what stands in it. The rules know what a denial is; whether a clause is worth an analyst's while is learned from
// texts that people have marked.
#ifndef READ_GATE_H
#define READ_GATE_H

#include "read/voice.h"

enum { GATE_NEITHER, GATE_FACT, GATE_STANCE, GATE_CLASSES = GATE_STANCE + stance_count };
enum { GATE_FEATURES = 400 };

// What is known of a frame, as numbers; at most GATE_FEATURES; returns how many.
int gate_features(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  const struct verdict *in, uint32_t *feature);

#endif
