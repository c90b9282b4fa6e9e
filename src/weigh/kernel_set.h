// The kernels of each instruction set.
#ifndef WEIGH_KERNEL_SET_H
#define WEIGH_KERNEL_SET_H

#include "weigh/kernel.h"

extern const struct kernel kernel_set_plain;
#if defined(__x86_64__)
extern const struct kernel kernel_set_avx2, kernel_set_avx512;
#endif

#endif
