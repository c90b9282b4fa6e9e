// The weights of features: what a model was taught, to be read only. A feature is a number of 32 bits; the upper ones
// choose a bucket of one cache line, the lower 16 are compared there. A stranger is taken for a known one once in some
// 10,000 times.
#ifndef TAG_TABLE_H
#define TAG_TABLE_H

#include <stdint.h>

enum { TABLE_WEIGHTS = 6, TABLE_SLOTS = 8, TABLE_ROW = 8 }; // a row of scores: label 0, one a weight, one unused

struct table_bucket {
	int8_t weight[TABLE_SLOTS][TABLE_WEIGHTS];
	uint16_t mark[TABLE_SLOTS]; // 0: empty
};

struct table {
	const struct table_bucket *bucket; // each has the features that weigh most of those it could have
	uint32_t buckets;
	float scale; // what a weight of 1 is worth
};

static inline uint32_t table_bucket_of(const struct table *t, uint32_t feature)
{
	return (uint32_t)((uint64_t)feature * t->buckets >> 32);
}

static inline uint16_t table_mark_of(uint32_t feature)
{
	uint16_t mark = (uint16_t)feature;
	return mark ? mark : 1;
}

// Asks for the buckets of the features, so that they are there when they are summed: best done one word ahead.
void table_ask(const struct table *t, const uint32_t *feature, int n);

// Sets score[0] = 0 and score[1 + k] = the sum of weight k over the features.
void table_sum(const struct table *t, const uint32_t *feature, int n, float score[TABLE_ROW]);

#endif
