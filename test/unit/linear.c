// Shares of a linear model: they are those of a softmax.
#include "tag/linear.h"
#include "test/tap.h"

#include <math.h>
#include <string.h>

enum { BITS = 4, CLASSES = 3 };

static int8_t weight[CLASSES << BITS];

static uint32_t feature_in(uint32_t slot)
{
	return slot << (32 - BITS) | 12345;
}

int main(void)
{
	struct linear m = { weight, BITS, CLASSES, .5f };
	const uint32_t feature[] = { feature_in(2), feature_in(15), feature_in(2) };
	float share[LINEAR_CLASSES];
	linear_share(&m, feature, 0, share);
	ok(share[0] == share[1] && fabsf(share[0] - 1 / 3.f) < 1e-6f, "without a feature all are alike");

	weight[2 * CLASSES + 1] = 3;
	weight[15 * CLASSES + 0] = -2;
	linear_share(&m, feature, 3, share); // sums -2, 6, 0, each worth a half
	double all = exp(-1) + exp(3) + 1;
	ok(fabs(share[0] - exp(-1) / all) < 1e-6, "a feature takes away");
	ok(fabs(share[1] - exp(3) / all) < 1e-6, "one that is there twice counts twice");
	ok(fabs(share[2] - 1 / all) < 1e-6, "the rest has what is left");

	memset(weight, 127, sizeof weight);
	uint32_t many[400];
	for (uint32_t i = 0; i < 400; i++)
		many[i] = feature_in(i % 16);
	linear_share(&m, many, 400, share);
	ok(fabsf(share[0] + share[1] + share[2] - 1) < 1e-6f, "large sums do not overflow");
	return done();
}
