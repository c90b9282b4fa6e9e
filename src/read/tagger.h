// Where the trained model is, and that it is mapped before the reader locks itself in.
#ifndef READ_TAGGER_H
#define READ_TAGGER_H

#include "tag/model.h"

// Looks for the model and maps it into memory, once. What goes wrong is said by tagger_model.
void tagger_preload(void);

// The model: the file that HEARSAY_MODEL names; attribution.model beside the program, or in ../share/hearsay from
// there.
MUST_USE enum status tagger_model(struct arena *a, const struct tag_model **m, struct err *e);

#endif
