// Decimal numbers as files write them, read fast and rounded correctly, whatever the locale.
#ifndef READ_DECIMAL_H
#define READ_DECIMAL_H

#include "base/slice.h"

// "0.25", "-3", ".5", "1e-7": the nearest double, infinite where it is too large for one. False where the whole of it
// is no such number ("nan", "inf", "0x1" and "" are none), or is longer than a number has reason to be.
bool decimal_read(struct slice s, double *x);

#endif
