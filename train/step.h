// A step of AdaGrad (Duchi, Hazan, Singer 2011): along the slope, the shorter the steeper it has been.
#ifndef TRAIN_STEP_H
#define TRAIN_STEP_H

#include <math.h>

// `square` is the sum of the squares of the slopes so far; steps begin as if it were one.
static inline void step_down(float *weight, float *square, float slope, float rate)
{
	*square += slope * slope;
	*weight -= rate * slope / sqrtf(*square + 1);
}

#endif
