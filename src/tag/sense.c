#include "tag/sense.h"

const struct sense *sense_of(const struct sense_model *m, uint32_t low)
{
	static const struct sense none;
	for (uint32_t at = low >> (32 - SENSE_BITS);; at = (at + 1) & ((1u << SENSE_BITS) - 1)) {
		if (m->at[at].key == low)
			return &m->at[at];
		if (!m->at[at].key)
			return &none;
	}
}
