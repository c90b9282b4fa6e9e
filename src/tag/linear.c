#include "tag/linear.h"

#include <math.h>

enum { SHORT = 256 }; // so many weights fit into 16 bits, whatever they are

// Adds a feature's weights. As many are added as a model can have classes, which a processor does at once: those of the
// next features, too, which nobody reads; but not past the table's end.
static void add(const struct linear *m, uint32_t feature, int16_t *sum)
{
	size_t from = (size_t)linear_slot(m, feature) * m->classes, all = (size_t)m->classes << m->bits;
	const int8_t *w = m->weight + from;
	if (all - from >= LINEAR_CLASSES)
		for (uint32_t c = 0; c < LINEAR_CLASSES; c++)
			sum[c] = (int16_t)(sum[c] + w[c]);
	else
		for (uint32_t c = 0; c < m->classes; c++)
			sum[c] = (int16_t)(sum[c] + w[c]);
}

void linear_share(const struct linear *m, const uint32_t *feature, int n, float *share)
{
	int32_t sum[LINEAR_CLASSES] = { 0 }, top = INT32_MIN;
	for (int i = 0; i < n;) {
		int16_t part[LINEAR_CLASSES] = { 0 };
		for (int end = n - i > SHORT ? i + SHORT : n; i < end; i++)
			add(m, feature[i], part);
		for (uint32_t c = 0; c < m->classes; c++)
			sum[c] += part[c];
	}
	for (uint32_t c = 0; c < m->classes; c++)
		top = sum[c] > top ? sum[c] : top;
	float all = 0;
	for (uint32_t c = 0; c < m->classes; c++)
		all += share[c] = expf(m->scale * (float)(sum[c] - top));
	for (uint32_t c = 0; c < m->classes; c++)
		share[c] /= all;
}
