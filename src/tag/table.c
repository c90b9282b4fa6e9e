// A bucket's marks are compared all at once, with the vectors of the compiler: the same code for every machine.
#include "tag/table.h"

#include <string.h>

typedef uint16_t marks __attribute__((vector_size(16)));
typedef int8_t bytes __attribute__((vector_size(8)));
typedef int16_t sums __attribute__((vector_size(16)));

// The slot of a bucket that has this mark, from 1; 0: none has.
static inline uint32_t slot_with(const struct table_bucket *b, uint16_t mark)
{
	static const marks number = { 1, 2, 3, 4, 5, 6, 7, 8 };
	marks all;
	uint64_t half[2];
	memcpy(&all, b->mark, sizeof all);
	all = (marks)(all == mark) & number;
	memcpy(half, &all, sizeof half);
	half[0] |= half[1];
	half[0] |= half[0] >> 32;
	return (uint32_t)(half[0] | half[0] >> 16) & 0xffff;
}

void table_ask(const struct table *t, const uint32_t *feature, int n)
{
	for (int i = 0; i < n; i++)
		__builtin_prefetch(&t->bucket[table_bucket_of(t, feature[i])]);
}

// Whether a bucket has a feature cannot be foretold, so nothing is jumped over: what is not there is added as zeros.
void table_sum(const struct table *t, const uint32_t *feature, int n, float score[TABLE_ROW])
{
	sums sum = { 0 };
	for (int i = 0; i < n; i++) {
		uint16_t mark = table_mark_of(feature[i]);
		const struct table_bucket *b = &t->bucket[table_bucket_of(t, feature[i])];
		uint32_t slot = slot_with(b, mark);
		bytes weight; // and two more, of the next slot or the marks
		memcpy(&weight, b->weight[(slot - 1) % TABLE_SLOTS], sizeof weight);
		sum += __builtin_convertvector(weight, sums) & (int16_t) - (int16_t)(slot != 0);
	}
	score[0] = score[TABLE_ROW - 1] = 0;
	for (int k = 0; k < TABLE_WEIGHTS; k++)
		score[k + 1] = (float)sum[k] * t->scale;
}
