#include "tag/linear.h"

#include <math.h>

void linear_share(const struct linear *m, const uint32_t *feature, int n, float *share)
{
	int32_t sum[LINEAR_CLASSES] = { 0 }, top = INT32_MIN;
	for (int i = 0; i < n; i++) {
		const int8_t *w = m->weight + (size_t)linear_slot(m, feature[i]) * m->classes;
		for (uint32_t c = 0; c < m->classes; c++)
			sum[c] += w[c];
	}
	for (uint32_t c = 0; c < m->classes; c++)
		top = sum[c] > top ? sum[c] : top;
	float all = 0;
	for (uint32_t c = 0; c < m->classes; c++)
		all += share[c] = expf(m->scale * (float)(sum[c] - top));
	for (uint32_t c = 0; c < m->classes; c++)
		share[c] /= all;
}
