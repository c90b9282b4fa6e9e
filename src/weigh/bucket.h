// What one variable stands in, multiplied and summed.
#ifndef WEIGH_BUCKET_H
#define WEIGH_BUCKET_H

#include "weigh/tensor.h"

struct bucket {
	LIST(uint32_t) real, ones; // tensors whose first variable to go is this one
};

// Adds the events that sum `rank` out of the bucket (which is used up) and returns the tensor that is left. With `keep`
// nothing is summed: the product is left.
uint32_t bucket_clear(struct tensors *ts, struct bucket *b, uint32_t rank, bool keep);

#endif
