// Byte offsets of a text and its code points, to and fro: bytes in memory, code points in JSON.
#ifndef CASE_OFFSETS_H
#define CASE_OFFSETS_H

#include "base/arena.h"

#include <stdint.h>

// Checkpoints each 64 bytes make a conversion take constant time (to points) or a binary search (to bytes).
struct offsets {
	const char *text; // NULL: offsets stay as they are
	uint32_t len, points; // bytes and code points of it
	uint32_t *before;     // [checkpoint] code points before byte 64 * i
};

struct offsets offsets_of(struct arena *a, const char *text, size_t len);
uint32_t offsets_points(const struct offsets *o, uint32_t byte);  // byte > len counts as len
uint32_t offsets_bytes(const struct offsets *o, uint32_t points); // beyond the end: len

#endif
