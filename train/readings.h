// Learns the third look (src/tag/reading.h) from trials.
#ifndef TRAIN_READINGS_H
#define TRAIN_READINGS_H

#include "train/trials.h"

struct reading_model readings_train(struct arena *a, const struct trials *x);

#endif
