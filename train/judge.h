// Whether what a model says of articles is right, and how good it is on those that it has not seen.
#ifndef TRAIN_JUDGE_H
#define TRAIN_JUDGE_H

#include "train/corpus.h"
#include "train/fit.h"

struct cases {
	struct fit_case *at;
	size_t n, room, gold;
};

// Adds what a model finds in an article, and whether it is right. A cue of the labels counts for the first that finds
// it.
void judge_article(struct arena *a, const struct tag_model *m, struct tag_work *w, const struct document *d,
		   struct cases *out);

// Prints how many words have the tags and heads of the other program.
void judge_syntax(const struct corpus *c, const struct tag_model *m);

// Prints how often attributions of a confidence are right, and the bound on it that would be the best.
void judge_confidence(const struct corpus *c, const struct tag_model *m);

#endif
