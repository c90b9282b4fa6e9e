// A case, and how likely its hypotheses are, as an event of MISP.
#ifndef WRITE_MISP_H
#define WRITE_MISP_H

#include "write/write.h"

// Likelihoods stand in it where there is an assessment.
void misp_write(struct buf *out, const struct write_input *in);

#endif
