// The table of senses, from what tools/senses.py prints.
#ifndef TRAIN_SENSES_H
#define TRAIN_SENSES_H

#include "tag/sense.h"

// Ends the program with a sentence where it cannot be read, or has more words than there is room for.
struct sense_model senses_read(struct arena *a, const char *path);

#endif
