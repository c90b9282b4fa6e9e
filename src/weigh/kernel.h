// The arithmetic of a sweep: one C body, compiled once for each instruction set, chosen once a sweep. All give the
// same result to the last bit: nothing is fused, and what is summed is summed in the same order.
#ifndef WEIGH_KERNEL_H
#define WEIGH_KERNEL_H

#include "weigh/plan.h"

enum { KERNEL_SPARE = 8 }; // numbers behind every table that may be read, though never used

struct kernel {
	const char *name; // of the instruction set
	// Runs operations of a plan one after another, scaling results by powers of two where an operation says so; the
	// exponents taken out are added up, with lanes for each.
	void (*run)(const struct plan *p, const struct plan_op *ops, size_t n, double *const *place,
		    int64_t *exponents);
	int64_t (*scale)(double *x, size_t n); // brings numbers that are not negative near one; the exponent taken out
	// flip[x] = the sum over rows of table[x * step + ..] * slope[row][k], normalised; without: of all of them. The
	// table has a number for each row, or with `along` k of them. NAN where a sum is zero.
	void (*retract)(double *without, double *flip, const double *slope, const double *table, size_t states,
			size_t step, size_t rows, size_t k, bool along);
	// out[n]: x[n][k] summed over k and normalised. joint, unless NULL: x normalised, then out.
	void (*marginal)(double *out, double *joint, const double *x, size_t n, size_t k);
	// The sum of joint * logs over [n][k] less that over the [n] behind it.
	double (*information)(const double *joint, const double *logs, size_t n, size_t k);
	void (*log2_of)(const double *x, double *out, size_t n); // of positive, normal numbers, to 4e-16; 0 gives -1023
};

// The best that the processor has; HEARSAY_KERNEL names another ("plain", "avx2", "avx512").
const struct kernel *kernel_best(void);
const struct kernel *kernel_named(const char *name); // NULL where the processor has not got it

#endif
