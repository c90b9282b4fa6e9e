// Averaged perceptrons (Freund, Schapire 1999; Collins 2002) for tags and trees.
#ifndef TRAIN_PERCEPTRON_H
#define TRAIN_PERCEPTRON_H

#include "tag/pos.h"
#include "tag/tree.h"
#include "train/corpus.h"

// Which articles: all but those whose number leaves `fold` modulo `folds`; fold -1 is all.
struct part {
	const struct corpus *corpus;
	int fold, folds;
};

bool part_has(const struct part *p, size_t article);

struct pos_model perceptron_tags(struct arena *a, const struct part *p, int epochs);

// Trained on the tags that `m` gives.
struct tree_model perceptron_trees(struct arena *a, const struct part *p, const struct pos_model *m, int epochs);

#endif
