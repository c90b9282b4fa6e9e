// How features become numbers: a template and one to three values, mixed to 32 bits.
#ifndef TAG_MIX_H
#define TAG_MIX_H

#include <stdint.h>

static inline uint32_t mix(uint32_t template, uint32_t value)
{
	uint32_t h = (value ^ template * 0x9e3779b1u) * 0x85ebca6bu;
	h = (h ^ h >> 15) * 0x2c1b3c6du;
	return h ^ h >> 13;
}

static inline uint32_t mix2(uint32_t template, uint32_t a, uint32_t b)
{
	return mix(template, a ^ (b * 0xc2b2ae35u + 0x165667b1u));
}

static inline uint32_t mix3(uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	return mix2(template, a ^ (c * 0x27d4eb2fu + 0x9e3779b9u), b);
}

#endif
