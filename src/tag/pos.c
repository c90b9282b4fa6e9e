// The score of a tag is the sum over the features of weight[row of the feature][tag]. Rows are shared where hashes
// meet (Weinberger et al. 2009); the table then fits the second cache.
#include "tag/pos.h"

#include "tag/mix.h"

#include <string.h>

const char *const pos_names[POS_COUNT] = {
#define X(name, text) text,
	POS_TABLE(X)
#undef X
};

static const struct wordform edge; // what stands before the first and after the last word

int pos_features(const struct forms *f, int from, int to, int i, const uint8_t *tag, uint32_t row[POS_FEATURES])
{
	const struct wordform *w = &f->at[i];
	const struct wordform *b1 = i > from ? w - 1 : &edge, *b2 = i > from + 1 ? w - 2 : &edge;
	const struct wordform *a1 = i + 1 < to ? w + 1 : &edge, *a2 = i + 2 < to ? w + 2 : &edge;
	uint32_t t1 = i > from ? tag[i - 1] : POS_NONE, t2 = i > from + 1 ? tag[i - 2] : POS_NONE;
	uint32_t shape = w->shape & (FORM_WORD | FORM_CAPITAL | FORM_SHOUT | FORM_DIGIT | FORM_HYPHEN | FORM_FIRST);
	int n = 0;
	row[n++] = mix(1, w->exact);
	row[n++] = mix(2, w->low);
	row[n++] = mix(3, w->tail3);
	row[n++] = mix(4, w->tail2);
	row[n++] = mix2(5, w->head2, w->tail2);
	row[n++] = mix2(6, shape, w->tail2 & 0xff);
	row[n++] = mix(7, t1);
	row[n++] = mix2(8, t1, t2);
	row[n++] = mix2(9, t1, w->low);
	row[n++] = mix2(10, t1, w->tail3);
	row[n++] = mix(11, b1->low);
	row[n++] = mix2(12, b2->low, t2);
	row[n++] = mix(13, a1->low);
	row[n++] = mix(14, a1->tail3);
	row[n++] = mix2(15, a2->low, a1->tail2);
	row[n++] = mix2(16, w->low, a1->low);
	row[n++] = mix2(17, w->tail3, a1->tail3);
	row[n++] = mix2(18, shape, (uint32_t)(a1->shape & FORM_CAPITAL) << 8 | t1);
	row[n++] = mix3(19, t1, w->tail2, a1->tail2);
	row[n++] = mix3(20, t1, w->low, a1->shape & (FORM_CAPITAL | FORM_MARK));
	for (int k = 0; k < n; k++)
		row[k] &= POS_ROWS - 1;
	return n;
}

enum pos pos_known(const struct pos_model *m, const struct wordform *f)
{
	uint32_t key = f->exact >> 6;
	for (uint32_t at = f->exact & (POS_KNOWN - 1); m->known[at]; at = (at + 1) & (POS_KNOWN - 1))
		if (m->known[at] >> 6 == key)
			return (enum pos)(m->known[at] & 63);
	return POS_NONE;
}

static enum pos best_of(const struct pos_model *m, const uint32_t *row, int n)
{
	int16_t sum[POS_COLUMNS] = { 0 };
	for (int k = 0; k < n; k++)
		for (int t = 0; t < POS_COLUMNS; t++)
			sum[t] = (int16_t)(sum[t] + m->weight[row[k]][t]);
	int best = 0;
	for (int t = 1; t < POS_COUNT; t++)
		if (sum[t] > sum[best])
			best = t;
	return (enum pos)best;
}

void pos_tag(const struct pos_model *m, const struct forms *f, uint8_t *tag)
{
	uint32_t row[POS_FEATURES];
	for (int s = 0; s < f->sentences; s++) {
		int from = (int)f->start[s], to = (int)f->start[s + 1];
		for (int i = from; i < to; i++) {
			enum pos known = pos_known(m, &f->at[i]);
			if (known == POS_NONE)
				known = best_of(m, row, pos_features(f, from, to, i, tag, row));
			tag[i] = (uint8_t)known;
		}
	}
}
