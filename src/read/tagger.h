// The trained model: where its file is, that it is mapped before the reader locks itself in, and what using it needs.
#ifndef READ_TAGGER_H
#define READ_TAGGER_H

#include "tag/model.h"

struct tagger {
	struct tag_model outer, inner; // for what a text says, and for what is said inside of that
	struct tag_work *work;         // one text at a time
};

// Looks for the model and maps it into memory, once. What goes wrong is said by tagger_open.
void tagger_preload(void);

// The model is the file that HEARSAY_MODEL names; attribution.model beside the program, or in ../share/hearsay from
// there.
MUST_USE enum status tagger_open(struct arena *a, struct tagger **t, struct err *e);

#endif
