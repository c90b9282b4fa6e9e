// Labels of the words of a unit from the attributions of its article, and whether what was found is right.
#ifndef TRAIN_LABEL_H
#define TRAIN_LABEL_H

#include "case/document.h"
#include "tag/tag.h"

// enum role_label of each word: where two attributions meet, cue goes before source before content.
void label_roles(const struct forms *f, const struct document *d, uint8_t *label);

// The attribution whose cue shares most with this one, or NULL.
const struct attribution *label_cue(const struct forms *f, const struct document *d, const struct cue *c);

// enum whose_label of each word of [from, to) for one cue.
void label_whose(const struct forms *f, const struct attribution *x, const struct cue *c, int from, int to,
		 uint8_t *label);

// As score/score_attributions.py counts a whole attribution: sources share a word or both have none, and contents
// share half of the larger one.
bool label_right(const struct forms *f, const struct attribution *x, const struct reading *found);

// How near a reading is to the labels: most for the same words of each role but for marks, something for shared ones.
float label_worth(const struct forms *f, const struct attribution *x, const struct reading *found);

#endif
